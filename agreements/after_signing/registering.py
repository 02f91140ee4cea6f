"""The registrar's side of an agreement: who keeps it, under which number, how secret, how long."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import BooleanField, Field, OuterRef, Q, QuerySet, Subquery
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agreements.models import Agreement, Party
from documents.changes import Actor, change
from documents.choices import Command
from documents.models import Change, Registration
from partnerships.models import Organisation


@dataclass(frozen=True)
class Record:
    """One organisation's record of an agreement; `registration` is None when nothing is noted.

    `printed_number` is the registry number that the text itself prints for the party.
    """

    organisation: Organisation
    registration: Registration | None = None
    printed_number: str = ""

    @property
    def number(self) -> str:
        """The registry number: the one noted, otherwise the one printed."""
        return (self.registration and self.registration.registry_number) or self.printed_number


def records(agreement: Agreement, *, own: Organisation | None = None) -> list[Record]:
    """Return the records of the parties, of those who have noted one and of `own`; three queries.

    `own` comes first, then the parties in their order, then the others. A party that is not in
    the register keeps no record here.
    """
    parties = Party.objects.filter(document_id=agreement.document_id, register__isnull=False)
    printed = {
        one.register_id: one.registry_number
        for one in parties.order_by("-rank")  # of two parties that are one, the first counts
    }
    noted = {
        one.organisation_id: one
        for one in Registration.objects.filter(document_id=agreement.document_id)
    }
    wanted = list(dict.fromkeys([*([own.pk] if own else []), *reversed(printed), *noted]))
    found = Organisation.objects.in_bulk(wanted)
    return [Record(found[pk], noted.get(pk), printed.get(pk, "")) for pk in wanted]


def note_registration(
    agreement: Agreement, organisation: Organisation, *, by: Actor, **values
) -> Registration:
    """Note what `organisation`'s registry says of the agreement; `values` as `Registration`'s.

    It can be noted of a draft, a locked and a binding text: it is no part of the text.
    """
    document = agreement.document
    with change(by=by, document=document, command=Command.REGISTER, while_locked=True):
        return Registration.objects.note(document, organisation, **values)


@dataclass(frozen=True)
class Noted:
    """What one change did to a record: each column's name, what it said before and said then."""

    change: Change
    values: list[tuple[str, str, str]]


def past(changes: Iterable[Change]) -> dict[int, list[Noted]]:
    """Return what `changes` noted in each organisation's record, by its pk, in their order.

    Changes that were made before the program kept the values of a record are left out.
    """
    found = defaultdict(list)
    for change_ in changes:
        for entry in change_.entries:
            if entry["row"] == "registration" and entry.get("values"):
                organisation = int(entry["key"].removeprefix("registration-"))
                found[organisation].append(Noted(change_, _in_words(entry["values"])))
    return found


def _in_words(values: dict[str, list]) -> list[tuple[str, str, str]]:
    said = []
    for name, (before, now) in values.items():
        column = Registration._meta.get_field(name)
        label = str(column.verbose_name)
        said.append((capfirst(label), _value(column, before), _value(column, now)))
    return said


def _value(column: Field, value) -> str:
    if isinstance(column, BooleanField):
        return _("yes") if value else _("no")
    return str(dict(column.flatchoices).get(value, value) or "–")


def with_number_to_print(agreements: QuerySet) -> QuerySet:
    """Let each agreement know its first party whose registry has a number that the text lacks."""
    noted = Registration.objects.filter(
        document=OuterRef("document"), organisation=OuterRef("register")
    ).exclude(registry_number="")
    lacking = (
        Party.objects.filter(document=OuterRef("document"), registry_number="")
        .annotate(noted=Subquery(noted.values("registry_number")[:1]))
        .filter(noted__isnull=False)
        .order_by("rank", "pk")
    )
    return agreements.annotate(
        lacking_party=Subquery(lacking.values("key")[:1]),
        lacking_number=Subquery(lacking.values("noted")[:1]),
    )


def number_to_print(agreement: Agreement) -> dict[UUID, str]:
    """Return the number by the key of its party, for an agreement of `with_number_to_print`."""
    return {agreement.lacking_party: agreement.lacking_number} if agreement.lacking_party else {}


def with_number(words: str) -> Q:
    """Return the condition that an agreement has `words` in a registry number, noted or printed."""
    parties = Party.objects.filter(registry_number__icontains=words)
    noted = Registration.objects.filter(registry_number__icontains=words)
    return Q(document__in=noted.values("document")) | Q(document__in=parties.values("document"))
