"""The registrar's side of a document: who keeps it, under which number, how secret, how long."""

from dataclasses import dataclass

from documents.changes import Actor, change
from documents.choices import Command
from documents.kinds import kind_of
from documents.models import Registration, TopRow
from partnerships.models import Organisation


@dataclass(frozen=True)
class Record:
    """One organisation's record of a document; `registration` is None when nothing is noted.

    `printed_number` is the registry number that the text itself prints for the party.
    """

    organisation: Organisation
    registration: Registration | None = None
    printed_number: str = ""

    @property
    def number(self) -> str:
        """The registry number: the one noted, otherwise the one printed."""
        return (self.registration and self.registration.registry_number) or self.printed_number


def records(top: TopRow, *, own: Organisation | None = None) -> list[Record]:
    """Return the records of the parties, of those who have noted one and of `own`; three queries.

    `own` comes first, then the parties in their order, then the others. A party that is not in
    the register keeps no record here.
    """
    printed = kind_of(top.document).registries(top.document)
    noted = {
        one.organisation_id: one for one in Registration.objects.filter(document_id=top.document_id)
    }
    wanted = list(dict.fromkeys([*([own.pk] if own else []), *printed, *noted]))
    found = Organisation.objects.in_bulk(wanted)
    return [Record(found[pk], noted.get(pk), printed.get(pk, "")) for pk in wanted]


def note_registration(
    top: TopRow, organisation: Organisation, *, by: Actor, **values
) -> Registration:
    """Note what `organisation`'s registry says of the document; `values` as `Registration`'s.

    It can be noted of a draft, a locked and a binding text: it is no part of the text.
    """
    document = top.document
    with change(by=by, document=document, command=Command.REGISTER, while_locked=True):
        return Registration.objects.note(document, organisation, **values)
