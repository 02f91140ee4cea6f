"""What a structured block prints is written elsewhere: in rows of its own, or in the facts."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from agreements import tree
from agreements.choices import Block
from desk.editing.pointer import Pointer
from documents.kinds import kind_of_tree

#: The field at which a signatory is opened from the place to sign.
SIGNATORY_AT = "name"


def entries(content: tree.AgreementTree, block: str) -> list[Pointer]:
    """Return what can be edited and added in a `block` of `content`, in the order of the tree."""
    kind = kind_of_tree(content)
    asked = kind.blocks[block]
    if asked.facts_at:
        return [Pointer(str(asked.label), content.ROW, content.key, at=asked.facts_at)]
    if block == Block.SIGNATURES:
        return list(_signatures(content))
    rows = kind.rows_by_name[asked.rows]
    there = [
        Pointer(kind.short_name(node), rows.name, node.key)
        for node in kind.printed_in(content, block)
    ]
    return [*there, Pointer(str(rows.add_label), rows.name)]


def _signatures(content: tree.AgreementTree) -> Iterator[Pointer]:
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
