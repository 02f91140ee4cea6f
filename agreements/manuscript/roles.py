"""The roles that a person chooses between for a paragraph, and what was chosen."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agreements.choices import ParagraphRole
from agreements.manuscript.proposal import Proposal
from intake.paragraphs import Paragraph

#: How deep a heading can be said to stand.
DEEPEST = 4

_HEADING = ParagraphRole.HEADING.value
_HEADINGS = [
    (f"{_HEADING}-1", _("Heading 1")),
    (f"{_HEADING}-2", _("Heading 2")),
    (f"{_HEADING}-3", _("Heading 3")),
    (f"{_HEADING}-4", _("Heading 4")),
]


def _choice(role: ParagraphRole) -> tuple[str, Promise]:
    return role.value, role.label


#: Value → word, in groups: what text is, what the agreement has, what it says of itself.
GROUPS: list[tuple[Promise, list[tuple[str, Promise]]]] = [
    (
        _("Text"),
        [
            _choice(ParagraphRole.TEXT),
            *_HEADINGS,
            _choice(ParagraphRole.TITLE),
            _choice(ParagraphRole.SUBTITLE),
        ],
    ),
    (
        _("Content"),
        [
            _choice(ParagraphRole.GOAL),
            _choice(ParagraphRole.SUB_GOAL),
            _choice(ParagraphRole.DUTY),
            _choice(ParagraphRole.PARTY),
            _choice(ParagraphRole.SIGNATORY),
            _choice(ParagraphRole.VALIDITY),
        ],
    ),
    (
        _("Facts"),
        [
            _choice(ParagraphRole.DOCUMENT_DATE),
            _choice(ParagraphRole.REGISTRY_NUMBER),
            _choice(ParagraphRole.SIGNING),
        ],
    ),
    (_("Not in the agreement"), [_choice(ParagraphRole.LEFT_OUT)]),
]
_VALUES = {value for _label, choices in GROUPS for value, _word in choices}


def chosen(proposal: Proposal, at: int) -> str:
    """Return the choice that paragraph `at` of `proposal` has."""
    role = proposal.roles[at]
    if role != ParagraphRole.HEADING:
        return role
    return f"{role}-{min(max(proposal.levels[at], 1), DEEPEST)}"


def changed(
    paragraphs: Sequence[Paragraph],
    proposal: Proposal,
    sent: Mapping[str, str],
    places: Iterable[int],
    ticked: Iterable[int] = (),
) -> dict[int, str]:
    """Return the choices for `places` that `sent` ("role-12": "goal") has otherwise.

    What one of the `ticked` paragraphs becomes, all of them become.
    What an item of a list becomes, all of the list becomes, if it was text until then: nobody
    wants to say ten times that these are the goals.
    """
    said = {at: sent.get(f"role-{at}", "") for at in places}
    choices = {
        at: value
        for at, value in said.items()
        if value in _VALUES and value != chosen(proposal, at)
    }
    together = set(ticked) & set(places)
    for at, value in list(choices.items()):
        if at in together:
            choices = dict.fromkeys(sorted(together), value) | choices
            continue
        items = _list_around(paragraphs, at)
        if all(proposal.roles[item] == ParagraphRole.TEXT for item in items):
            choices = dict.fromkeys(items, value) | choices
    return choices


def _list_around(paragraphs: Sequence[Paragraph], at: int) -> range:
    first = last = at
    while first > 0 and paragraphs[first].is_item and paragraphs[first - 1].is_item:
        first -= 1
    while last + 1 < len(paragraphs) and paragraphs[last].is_item and paragraphs[last + 1].is_item:
        last += 1
    return range(first, last + 1)


def decided(decisions: Mapping, proposal: Proposal, choices: Mapping[int, str]) -> dict:
    """Return `decisions` of a manuscript with `choices` made.

    With the first choice the roles that stood beside it are decided too: what a person saw and
    left alone does not turn into something else because of what they changed.
    """
    if not choices:
        return dict(decisions)
    roles = {str(at): role for at, role in enumerate(proposal.roles)}
    levels = {
        str(at): proposal.levels[at]
        for at, role in enumerate(proposal.roles)
        if role == ParagraphRole.HEADING
    }
    for at, value in choices.items():
        role, _dash, level = value.partition("-")
        roles[str(at)] = role
        if level:
            levels[str(at)] = int(level)
    return dict(decisions) | {"roles": roles, "levels": levels}
