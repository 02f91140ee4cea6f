"""`manage.py send_reminders`: what is sent by itself; to be run once a day."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from consultation.models import Consultation
from consultation.reminders import send_due
from core.starting import refusals
from decisions.letters import write_due
from desk.addresses import address_in
from desk.views.letters import page_for_members
from documents.kinds import top_of


class Command(BaseCommand):
    """Sends the letters of the day; running it again the same day sends nothing more."""

    help = (
        "Reminds those who are asked in a consultation and have not answered, seven and two days "
        "before the last day, tells whoever opened it when the last day has passed, and tells "
        "those who commented what was answered, at most once a week. Writes to members of bodies "
        "what is before them and is not told yet, and reminds them three days before the meeting."
    )

    def handle(self, *args, **options) -> None:
        if sentences := refusals():  # links are signed with the key, and lead to the server
            raise CommandError("\n".join(sentences))
        today = timezone.localdate()
        sent = send_due(today, page_of=_overview)
        to_members = write_due(today, page_of=page_for_members)
        self.stdout.write(
            f"{sent.reminders} reminders, {sent.summaries} summaries, {sent.replies} on answers, "
            f"{to_members} to members of bodies"
        )


def _overview(consultation: Consultation) -> str:
    document = consultation.document
    slug = document.partnership.slug
    path = address_in(slug, top_of(document), "consultation", consultation.pk)
    return f"{consultation.address}{path}"
