"""What the example partnerships have done, and what comes back with them every year."""

from datetime import date

from django.utils import timezone

from deadlines.choices import DutySubject
from deadlines.known import duties_by_law
from deadlines.noting import note_done
from partnerships.access import Access

#: What was done: which duty it meets, how many years ago, month and day, and by what.
DONE = {
    "trygg-i-lulea": (
        (DutySubject.SITUATIONAL_PICTURE, 1, 9, 18, "Samlad lägesbild, styrgruppens möte"),
        (DutySubject.PLAN_FOLLOWUP, 1, 11, 20, "Uppföljning av åtgärdsplanen, styrgruppens möte"),
    ),
    "umebra": (
        (DutySubject.SITUATIONAL_PICTURE, 0, 2, 12, "Gemensam lägesbild"),
        (DutySubject.PROMISES, 1, 3, 4, "Medborgarlöften, undertecknade"),
        (DutySubject.PLAN_FOLLOWUP, 2, 12, 3, "Uppföljning av aktivitetsplanen"),
    ),
}
#: What comes back every year: from day and month to day and month, and what to think of.
PATTERNS = (
    ("Valborg", (30, 4), (None, None), "Fler vuxna ute på kvällen"),
    ("Skolavslutningen", (8, 6), (14, 6), "Kontroller av langning veckan före"),
    ("Halloween", (31, 10), (None, None), ""),
    ("Lov och mörka kvällar", (20, 12), (8, 1), "Fritidsgårdarna har längre öppet"),
)


def note_what_was_done(access: Access) -> None:
    """Let the coordinator note what was done before the program came, and what comes back."""
    year = timezone.localdate().year
    for subject, ago, month, day, words in DONE[access.partnership.slug]:
        note_done(subject.value, on=date(year - ago, month, day), words=words, access=access)
    for duty in duties_by_law(timezone.localdate()):
        if duty.subject == DutySubject.OTHER:
            note_done(duty.matter, on=date(year - 1, 2, 6), words="Besvarad", access=access)
    for name, (day, month), (to_day, to_month), note in PATTERNS:
        access.partnership.recurring_patterns.create(
            name=name, day=day, month=month, to_day=to_day, to_month=to_month, note=note
        )
