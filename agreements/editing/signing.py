"""What can be edited at the place to sign."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from agreements import tree
from desk.editing.pointer import Pointer
from documents.kinds import kind_of_tree

#: The field at which a signatory is opened from the place to sign.
SIGNATORY_AT = "name"


def signatories(content: tree.AgreementTree) -> Iterator[Pointer]:
    """Give the signatories of each party, and a new one for each; last a new party."""
    kind = kind_of_tree(content)
    for party in content.parties:
        for person in party.signatories:
            words = _("%(person)s, for %(party)s") % {
                "person": kind.short_name(person),
                "party": party.name,
            }
            yield Pointer(words, "signatory", person.key, at=SIGNATORY_AT)
        words = _("New signatory for %(party)s") % {"party": party.name}
        yield Pointer(words, "signatory", under=party.key)
    yield Pointer(str(kind.rows_by_name["party"].add_label), "party")
