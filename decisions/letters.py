"""Letters to those who are asked in a body: with the papers, before the meeting, when the draft
is written in again. One that cannot be sent is told of and tried again the next day.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.mail import get_connection
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from consultation.mail import language_of, send_letter
from decisions.choices import LetterKind, Part
from decisions.models import Letter, Matter, Seat

#: So many days before the meeting those are reminded who were asked before then.
DAYS_BEFORE = 3

_SUBJECTS = {
    LetterKind.ASKED: _("Before the meeting"),
    LetterKind.REMINDER: _("Reminder before the meeting"),
    LetterKind.OPENED: _("The draft is being worked on further"),
}


@dataclass(frozen=True)
class Written:
    """What became of letters: how many were sent, and to whom one could not be, with its link."""

    sent: int
    unsent: list[tuple[Seat, str]]


def write(
    matters: Iterable[Matter], kind: LetterKind, *, page_of: Callable[[Matter], str]
) -> Written:
    """Write to the members of each matter's body who sign in and have had no such letter.

    `page_of` gives the address of the member's page. Called once what it is about is stored: a
    letter cannot be taken back.
    """
    connection, sent, unsent = get_connection(), 0, []
    for matter in matters:
        page = page_of(matter)
        for seat in _to_write_to(matter, kind):
            letter, is_new = Letter.objects.get_or_create(matter=matter, seat=seat, kind=kind)
            if not is_new:
                continue  # another has just written
            if _send(letter, page, connection):
                sent += 1
            else:
                letter.delete()
                unsent.append((seat, page))
    return Written(sent, unsent)


def write_due(today: date, *, page_of: Callable[[Matter], str]) -> int:
    """Write what is due before the meetings to come; return how many letters were sent.

    The papers to those who have not had them, as a new member, and reminders. Running it again on
    the same day sends nothing more.
    """
    meeting = Matter.objects.waiting().filter(meeting_on__gte=today).exclude(address="")
    to_come = list(meeting.with_all().select_related("document", "change__user"))
    asked = write(to_come, LetterKind.ASKED, page_of=page_of).sent
    soon = [
        one
        for one in to_come
        if one.part != Part.INFORMED and one.meeting_on <= today + timedelta(days=DAYS_BEFORE)
    ]
    return asked + write(soon, LetterKind.REMINDER, page_of=page_of).sent


def _to_write_to(matter: Matter, kind: LetterKind) -> list[Seat]:
    seats = matter.body.seats.asked().signing_in().select_related("user")
    seats = seats.exclude(letters__in=Letter.objects.filter(matter=matter, kind=kind))
    if kind == LetterKind.ASKED:
        return list(seats)
    papers = Letter.objects.filter(matter=matter, kind=LetterKind.ASKED)
    if kind == LetterKind.REMINDER:
        said = matter.answers.exclude(said="")
        seats = seats.exclude(pk__in=said.values("seat"))
        threshold = matter.meeting_on - timedelta(days=DAYS_BEFORE)
        had = [one.seat_id for one in papers if timezone.localdate(one.at) < threshold]
        return list(seats.filter(pk__in=had))
    return list(seats.filter(pk__in=papers.values("seat")))


def _send(letter: Letter, page: str, connection) -> bool:
    matter, user = letter.matter, letter.seat.user
    document = matter.document
    earlier = document.matters.filter(body=matter.body_id, withdrawn_at__isnull=False)
    facts = {
        "name": user.name or letter.seat.title,
        "matter": matter,
        "writer": document.drafting_organisation.name,
        "is_asked": matter.part != Part.INFORMED,
        "takes_the_place": earlier.filter(version__lt=matter.version_id).exists(),
        "link": page,
    }
    with translation.override(language_of(document)):
        return send_letter(
            user.email,
            f"{_SUBJECTS[letter.kind]}: {matter.version.name}",
            render_to_string(f"decisions/mail/{letter.kind}.txt", facts),
            connection,
            answers_to=matter.change.user,
        )
