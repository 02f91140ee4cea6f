"""Noting what was done: the only functions that write `Fulfilment`."""

from datetime import date

from django.utils import timezone

from deadlines.models import Fulfilment
from partnerships.access import Access


def note_done(matter: str, *, on: date, words: str, access: Access) -> Fulfilment:
    """Keep that what `matter` names was done. Raises ValidationError."""
    made = Fulfilment(
        partnership=access.partnership,
        matter=matter,
        on=on,
        words=words,
        user=access.user,
        name=str(access.user)[:200],
        organisation=access.organisation,
    )
    made.full_clean()
    made.save()
    return made


def take_back(noted: Fulfilment, *, access: Access) -> None:
    """Keep that it was noted by mistake; once more changes nothing."""
    Fulfilment.objects.counting().filter(pk=noted.pk).update(
        taken_back_at=timezone.now(), taken_back_by=str(access.user)[:200]
    )
