"""What a structured block prints is written elsewhere: in rows of its own, or in the facts."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements import tree
from agreements.choices import Block
from agreements.editing.pointer import Pointer
from agreements.naming import short_name

#: The rows that a structured block shows.
ROWS_OF_BLOCKS = {
    Block.PARTIES: "party",
    Block.GOALS: "goal",
    Block.BODIES: "body",
    Block.DUTIES: "duty",
    Block.APPENDICES: "appendix",
}
#: What the links that add a row say.
ADD_LABELS = {
    "section": gettext_lazy("New section"),
    "part": gettext_lazy("New text"),
    "goal": gettext_lazy("New goal"),
    "party": gettext_lazy("New party"),
    "signatory": gettext_lazy("New signatory"),
    "body": gettext_lazy("New body"),
    "seat": gettext_lazy("New seat"),
    "duty": gettext_lazy("New duty"),
    "appendix": gettext_lazy("New appendix"),
}
#: The field at which the facts are opened from where the validity is printed.
VALIDITY_AT = "valid_from"
#: The field at which a signatory is opened from the place to sign.
SIGNATORY_AT = "name"


def has_look(block: str) -> bool:
    """Tell whether there is something to choose about how `block` is printed: a list's marks."""
    return block == Block.GOALS


def entries(content: tree.AgreementTree, block: str) -> list[Pointer]:
    """Return what can be edited and added in a `block` of `content`, in the order of the tree."""
    if block == Block.VALIDITY:
        return [Pointer(str(Block.VALIDITY.label), "agreement", content.key, at=VALIDITY_AT)]
    if block == Block.SIGNATURES:
        return list(_signatures(content))
    row = ROWS_OF_BLOCKS[block]
    shown: dict[str, tuple[tree.Node, ...]] = {
        "party": content.parties,
        "goal": content.goals,
        "body": content.bodies,
        "duty": content.duties,
        "appendix": content.appendices,
    }
    there = [Pointer(short_name(node), row, node.key) for node in shown[row]]
    return [*there, Pointer(str(ADD_LABELS[row]), row)]


def _signatures(content: tree.AgreementTree) -> Iterator[Pointer]:
    for party in content.parties:
        for person in party.signatories:
            words = _("%(person)s, for %(party)s") % {
                "person": short_name(person),
                "party": party.name,
            }
            yield Pointer(words, "signatory", person.key, at=SIGNATORY_AT)
        words = _("New signatory for %(party)s") % {"party": party.name}
        yield Pointer(words, "signatory", under=party.key)
    yield Pointer(str(ADD_LABELS["party"]), "party")
