"""The duties of agreements in force, for the room of deadlines."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from agreements.models import Agreement
from agreements.models import Duty as DutyRow
from agreements.status import State
from agreements.validity import states
from core.intervals import Interval
from deadlines.duties import Duty
from partnerships.access import Access


def agreements_in_force(access: Access, today: date) -> dict[Agreement, State]:
    """Return the agreements in force that the reader sees, with their states; two queries."""
    seen = list(Agreement.objects.visible_to(access).in_list().order_by("valid_from", "pk"))
    state_of = states(seen, today)
    return {one: state_of[one.pk] for one in seen if state_of[one.pk].status.is_in_force}


def duties_in_force(agreements: Mapping[Agreement, State], slug: str) -> list[Duty]:
    """Return the duties of `agreements`, which are in force, in the order they say them; one query.

    They are told with the addresses of the partnership at `slug`.
    """
    of_agreement = defaultdict(list)
    rows = DutyRow.objects.filter(document__in=[one.document_id for one in agreements])
    for row in rows.select_related("section").order_by("rank"):
        of_agreement[row.document_id].append(row)
    return [
        _duty(row, agreement, state, slug)
        for agreement, state in agreements.items()
        for row in of_agreement[agreement.document_id]
    ]


def _duty(row: DutyRow, agreement: Agreement, state: State, slug: str) -> Duty:
    stands_in = [row.section.heading] if row.section and row.section.heading else []
    page = reverse("agreements:detail", args=[slug, agreement.pk])
    return Duty(
        key=str(row.key),
        subject=row.subject,
        strength=row.strength,
        every=Interval(row.every_n, row.every_unit) if row.every_n else None,
        responsible=tuple(row.responsible),
        decided_by=row.decided_by,
        recipient=row.recipient,
        words=row.text,
        source=" · ".join([*stands_in, agreement.name]),
        url=f"{page}#duty-{row.key}",
        since=agreement.valid_from or agreement.signed_on,
        until=state.until,
    )
