"""Where a text names its parties: the title, a preamble, or a section of their own."""

import re
from collections.abc import Iterator

from agreements.choices import ParagraphRole
from agreements.manuscript.recognition.front import title_of
from agreements.manuscript.recognition.marks import Marks
from intake.recognition import headings
from intake.recognition.organisations import ASIDE, kind_of, listed, listed_alone, same
from intake.recognition.sentences import sentences
from partnerships.choices import OrganisationKind

_BETWEEN = re.compile(
    r"\b(?:mellan|between)\s+(?:parterna\s+)?|(?:\A|\s)(?:avtals)?parter(?:na)?:\s+|"
    r"\A(?:avtals|samverkans)?parter(?:na)?\s+(?:(?:i|till|för)\s+(?:\w+\s+)?"
    r"\w*(?:överenskommelsen?|avtalet?)\s+)?(?:är|utgörs\s+av):?\s+|"
    r"\Aundertecknade(?:\s+parter)?,?:?\s+",
    re.IGNORECASE,
)
# "och" on a line of its own, or at the end of one
_AND = re.compile(r"(?:\A|\s)(?:och|samt)\Z", re.IGNORECASE)
_ENDS_BETWEEN = re.compile(r"\bmellan:?\Z", re.IGNORECASE)
_AGREE = re.compile(r"\b(?:ingår|träffar|har träffat|sluter|har slutit|är överens)\b", re.I)
# "Ekeby kommun och Polismyndigheten har tecknat …", "… har Ekeby kommun och polisen enats om …"
_HAVE_AGREED = re.compile(
    r"\b(?:tecknar|undertecknar|överenskommer|kommer\s+(?:\w+\s+){0,3}överens|"
    r"är\s+(?:\w+\s+){1,4}överens|har\b.{0,150}?\b(?:tecknat|undertecknat|ingått|upprättat|enats|"
    r"träffat|slutit|godkänt|antagit|överenskommit|kommit\s+(?:\w+\s+){0,3}överens))\b",
    re.IGNORECASE,
)
_HAVE = re.compile(r"\b(?:har|tecknar|ingår|träffar)\s+(?:härmed\s+)?(?=\w)", re.IGNORECASE)
_TOGETHER = re.compile(r"\s+(?:har\s+)?tillsammans\s+med\s+", re.IGNORECASE)
LONGEST_LINE = 100
_BOTH = {OrganisationKind.MUNICIPALITY, OrganisationKind.POLICE}
# "Part 1: Ekeby kommun"
_PART = re.compile(r"part\s*(?:\d|[A-D])?\s*:\s*", re.IGNORECASE)
_MOST_LINES = 12
_OF_TEXT = ("", ParagraphRole.TEXT, ParagraphRole.PARTY, ParagraphRole.VALIDITY)
# A preamble that names the parties stands near the beginning.
_REACH = 40


def named_between(text: str) -> list[str]:
    """Return the organisations that `text` names after “mellan”; empty unless there are two."""
    for match in _BETWEEN.finditer(text):
        names = listed(text[match.end() :])
        if len(names) > 1:
            return names
    return []


def places(marks: Marks) -> Iterator[list[str]]:
    """Give the organisations that each place names which can name the parties, the surest first."""
    title, subtitle = (
        title_of(marks, role) for role in (ParagraphRole.TITLE, ParagraphRole.SUBTITLE)
    )
    yield _below_between(marks)
    yield named_between(f"{title} {subtitle}")
    yield listed(subtitle)
    yield listed(title)
    for at in marks.having(ParagraphRole.SUBTITLE):
        yield listed(marks.paragraphs[at].text)
    yield _in_a_row(marks)
    yield from _on_a_line(marks)
    under_parties = False
    for at in range(min(_REACH, len(marks.roles))):
        text = marks.paragraphs[at].text
        if marks.roles[at] == ParagraphRole.HEADING:
            under_parties = bool(headings.PARTIES.match(headings.words(text)))
        elif marks.roles[at] in _OF_TEXT:
            for sentence in sentences(text[:2000]):
                yield named_between(sentence)
                if _AGREE.search(sentence[:300]):
                    yield listed(sentence)
                yield _who_have_agreed(sentence[:400])
            if under_parties:
                yield listed(text)


def _who_have_agreed(sentence: str) -> list[str]:
    """Return the municipality and the police that a sentence says have agreed on something.

    Others agree as well, on other things.
    """
    if not _HAVE_AGREED.search(sentence):
        return []
    for start in (0, *(match.end() for match in _HAVE.finditer(sentence))):
        names = listed(_TOGETHER.sub(" och ", sentence[start:]))
        if {kind_of(name) for name in names} >= _BOTH:
            return names
    return []


def _below_between(marks: Marks) -> list[str]:
    """Return the organisations on the lines below one that ends with “mellan”."""
    for at in range(min(_REACH, len(marks.roles))):
        if _ENDS_BETWEEN.search(marks.paragraphs[at].text[-LONGEST_LINE:]):
            below = marks.paragraphs[at + 1 : at + 1 + _MOST_LINES]
            lines = [_AND.sub("", one.text).strip(" ,") for one in below]
            return listed(", ".join(line for line in lines if line))
    return []


def _on_a_line(marks: Marks) -> Iterator[list[str]]:
    """Give the organisations of each line in front of the text that lists them and says no more."""
    first = next(iter(marks.having(ParagraphRole.HEADING)), len(marks.roles))
    for at in range(min(first, _REACH)):
        names = listed_alone(marks.paragraphs[at].text)
        if _are_sides(names):
            yield names


def _are_sides(names: list[str]) -> bool:
    """Tell whether the police and a municipality, or a region, are among `names`."""
    kinds = {kind_of(name) for name in names}
    return kinds >= _BOTH or kinds >= {OrganisationKind.REGION, OrganisationKind.POLICE}


def _in_a_row(marks: Marks) -> list[str]:
    """Return the organisations that stand below each other, in front of the text or under “Parter”.

    What an organisation's lines say more (its number, its address) can stand between.
    """
    heads = marks.having(ParagraphRole.HEADING)
    first = heads[0] if heads else 0
    zones = [range(min(first, _REACH))]
    for at in heads:
        if at < _REACH and headings.PARTIES.match(headings.words(marks.paragraphs[at].text)):
            zones.append(range(at + 1, next((one for one in heads if one > at), at + 1)))
    for zone in zones:
        names: list[str] = []
        for at in zone:
            text = _PART.sub("", headings.words(marks.paragraphs[at].text), count=1)
            said = listed(text) if len(text) <= LONGEST_LINE and text[-1:] not in ".:" else []
            whole = len(said) == 1 and len(said[0]) >= len(ASIDE.sub("", text)) - 2
            if whole and not any(same(said[0], name) for name in names):
                names += said
        if len(names) > 1 and _are_sides(names):
            return listed(", ".join(names))  # the authority and its part as one
    return []
