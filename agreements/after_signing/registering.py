"""The registrar's side of an agreement: who keeps it, under which number, how secret, how long."""

from dataclasses import dataclass

from django.db.models import Q

from agreements.models import Agreement, Party
from documents.changes import Actor, change
from documents.choices import Command
from documents.models import Registration
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


def with_number(words: str) -> Q:
    """Return the condition that an agreement has `words` in a registry number, noted or printed."""
    parties = Party.objects.filter(registry_number__icontains=words)
    noted = Registration.objects.filter(registry_number__icontains=words)
    return Q(document__in=noted.values("document")) | Q(document__in=parties.values("document"))
