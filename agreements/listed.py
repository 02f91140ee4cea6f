"""Agreements as a list shows them: every line in ready words, so that a long list is quick."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from agreements.models import Agreement, Party
from agreements.status import State, Status
from agreements.validity import states
from desk.lines import Line
from desk.telling_apart import told_apart


@dataclass(frozen=True, kw_only=True)
class Listed(Line):
    """The line of an agreement, with its state and the names of its parties.

    `apart` is a name that no other has, for a list where nothing stands under the names.
    """

    agreement: Agreement
    state: State
    parties: list[str]
    apart: str = ""


def listed(
    agreements: Iterable[Agreement], slug: str, state_of: Mapping[int, State] | None = None
) -> list[Listed]:
    """Return `agreements`, of the partnership at `slug`, as lines in the order given.

    They know their `secrecy_ground`. `state_of` are their states by pk, where they are known.
    """
    agreements = list(agreements)
    state_of = states(agreements) if state_of is None else state_of
    parties = _parties(agreements)
    above = reverse("agreements:list", args=[slug])
    standing = cache(_standing)  # few states and days stand in many lines
    return [
        Listed(
            agreement=one,
            state=(state := state_of[one.pk]),
            parties=(names := parties.get(one.document_id, [])),
            url=f"{above}{one.pk}/",
            name=one.name,
            below=_below(one, names),
            secrecy=_secrecy(one.secrecy_ground),
            standing=standing(state.status, state.until),
        )
        for one in agreements
    ]


def listed_apart(agreements: Iterable[Agreement], slug: str) -> list[Listed]:
    """Return `agreements` as `listed` does, each with a name that tells it from the others."""
    rows = listed(agreements, slug)
    state_of = {row.agreement.pk: row.state for row in rows}
    names = told_apart([row.agreement for row in rows], "subtitle", state_of)
    return [replace(row, apart=names[row.agreement.pk]) for row in rows]


def _parties(agreements: list[Agreement]) -> dict[int, list[str]]:
    """Return the names of the parties by document, in their order; one query."""
    rows = Party.objects.filter(document__in=[one.document_id for one in agreements])
    found: dict[int, list[str]] = {}
    for document, printed, name in rows.order_by("rank").values_list(
        "document", "display_name", "organisation"
    ):
        found.setdefault(document, []).append(printed or name)
    return found


def _below(agreement: Agreement, parties: list[str]) -> str:
    if agreement.subtitle and agreement.subtitle != agreement.title:
        return agreement.subtitle
    return " · ".join(parties)


def _secrecy(ground: str | None) -> str:
    return _("Secrecy mark: %(ground)s") % {"ground": ground} if ground else ""


def _standing(status: Status, until: date | None) -> SafeString:
    tag = render_to_string("agreements/status_tag.html", {"state": State(status)})
    if until is None:
        return tag
    return format_html("{}<br>{}", tag, _("to %(last)s") % {"last": date_format(until, "j F Y")})
