"""The organisations a file names against the register: what is missing is added, nothing changed.

Source: decision 16 in `docs/architecture.md`.
"""

from collections.abc import Iterable, Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.text import search_key
from documents import tree
from partnerships.choices import OrganisationKind
from partnerships.models import Membership, Organisation, Partnership

# Above an authority stands one of its kind; what stands above others can be anything.
_LIKE_THE_ONE_BELOW = {
    OrganisationKind.MUNICIPALITY,
    OrganisationKind.REGION,
    OrganisationKind.POLICE,
    OrganisationKind.COUNTY_BOARD,
}


def add_missing(
    named: Sequence[tree.Organisation], municipalities: Iterable[str] = ()
) -> list[str]:
    """Add what the register lacks of the organisations in `named`; return what differs.

    Those above an organisation are added too, nearest first in `part_of`; of what kind they are
    the file says elsewhere, as by naming them among the partnership's `municipalities`. Where it
    does not, they are of the kind of the authority below, or else of kind “other”.
    """
    kinds = {search_key(name): OrganisationKind.MUNICIPALITY for name in municipalities}
    kinds |= {search_key(one.name): one.kind for one in reversed(named)}
    differences = []
    for one in named:
        known = Organisation.objects.named(one.name)
        if known is None:
            _add(one, kinds)
        else:
            differences += _differences(known, one)
    return list(dict.fromkeys(differences))


def municipalities_named(names: Iterable[str]) -> list[Organisation]:
    """Return the register's organisations with these names, added as municipalities if missing."""
    return [
        Organisation.objects.named(name)
        or Organisation.objects.create(name=name, kind=OrganisationKind.MUNICIPALITY)
        for name in names
    ]


def organisation_at_work(partnership: Partnership) -> Organisation:
    """Return whose a text is that names no party: the partnership's municipality, else a member.

    A partnership that has neither gets an organisation that bears its name.
    """
    member = Membership.objects.with_names().filter(partnership=partnership).first()
    return (
        partnership.municipalities.first()
        or (member and member.organisation)
        or Organisation.objects.named(partnership.name)
        or Organisation.objects.create(name=partnership.name, kind=OrganisationKind.OTHER)
    )


def _add(one: tree.Organisation, kinds: dict[str, str]) -> None:
    chain = (one.name, *one.part_of)
    kind, parent, planned = one.kind, None, []
    for name in chain:
        kind = kinds.get(search_key(name), kind)
        planned.append((name, kind))
        kind = kind if kind in _LIKE_THE_ONE_BELOW else OrganisationKind.OTHER
    for name, of_kind in reversed(planned):
        known = Organisation.objects.named(name)
        if known is None:
            ended_on = one.ended_on if name == chain[0] else None
            known = Organisation.objects.create(
                name=name, kind=of_kind, parent=parent, ended_on=ended_on
            )
        parent = known


def _differences(known: Organisation, one: tree.Organisation) -> list[str]:
    """Say what the file says otherwise; what it does not say is no difference."""
    found = []
    if known.kind != one.kind:
        found.append(
            _("“%(name)s” is of the kind “%(register)s” in the register; the file says “%(file)s”.")
            % {
                "name": known.name,
                "register": known.get_kind_display(),
                "file": OrganisationKind(one.kind).label,
            }
        )
    above = _above(known)
    stated = [search_key(name) for name in one.part_of]
    if stated != [search_key(name) for name in above[: len(stated)]]:
        found.append(
            _("“%(name)s” is part of %(register)s in the register; the file says %(file)s.")
            % {
                "name": known.name,
                "register": _quoted(above) or pgettext("organisation", "nothing"),
                "file": _quoted(one.part_of),
            }
        )
    if one.ended_on and one.ended_on != known.ended_on:
        found.append(
            _("“%(name)s” ended on %(file)s according to the file; the register says %(register)s.")
            % {
                "name": known.name,
                "file": date_format(one.ended_on, "DATE_FORMAT"),
                "register": date_format(known.ended_on, "DATE_FORMAT")
                if known.ended_on
                else pgettext("date", "nothing"),
            }
        )
    return found


def _above(known: Organisation) -> list[str]:
    """Return the names of the organisations above, nearest first."""
    names, above, seen = [], known.parent, {known.pk}
    while above is not None and above.pk not in seen:
        names.append(above.name)
        seen.add(above.pk)
        above = above.parent
    return names


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
