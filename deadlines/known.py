"""What is known of a partnership's duties, whatever kind of document says so."""

from collections.abc import Iterable
from datetime import date

from core.intervals import Interval
from deadlines.duties import Deadline, Done, Duty, deadlines
from deadlines.models import Fulfilment, LawDuty
from documents.kinds import kinds
from partnerships.access import Access


def duties_by_law(today: date) -> list[Duty]:
    """Return what the law asks for on `today`; one query."""
    return [
        _by_law(one)
        for one in LawDuty.objects.all()
        if (not one.since or one.since <= today) and (not one.until or today <= one.until)
    ]


def _by_law(one: LawDuty) -> Duty:
    return Duty(
        key=f"law-{one.pk}",
        subject=one.subject,
        strength=one.strength,
        every=Interval(one.every_n, one.every_unit) if one.every_n else None,
        words=one.text,
        source=one.source,
        url=one.link,
        since=one.since,
    )


def all_done(access: Access) -> list[Done]:
    """Return what was done, as far as the reader sees it: by documents of each kind, and by hand.

    One query, and those of each kind that has any to tell.
    """
    found = [one for kind in kinds().values() for one in kind.fulfilments(access)]
    noted = Fulfilment.objects.counting().filter(partnership=access.partnership)
    return [*found, *(Done(matter=one.matter, on=one.on, words=one.words) for one in noted)]


def deadlines_for(duties: Iterable[Duty], access: Access) -> list[Deadline]:
    """Return how it stands with `duties` in the reader's partnership."""
    by_the_day = access.partnership.counts_by_the_day
    return deadlines(duties, all_done(access), by_the_day=by_the_day)
