"""Which paragraphs are headings, in texts with styles and without, and of what level."""

import re
from collections import Counter
from collections.abc import Mapping

from agreements.choices import ParagraphRole
from agreements.manuscript.recognition.marks import Marks
from intake.paragraphs import Paragraph
from intake.reading.lines import is_contents_heading
from intake.recognition.dates import points
from intake.recognition.headings import (
    LONGEST,
    NUMBERING,
    VALIDITY,
    has_verb,
    is_field,
    is_known,
    is_line,
    is_numbered,
    is_question,
    leads,
    numbers,
    words,
)

DEEPEST = 4

# What stands by itself even after a heading that others stand under.
_TOP = re.compile(
    r"(?:parter|inledning|bakgrund|syfte|mål|vision|prioriter|fokusområde|insatsområde|"
    r"organisation|giltighet|avtalstid|avtalsperiod|överenskommelsens giltighet|tidplan|tidsplan|"
    r"underskrift|undertecknande|signatur|ekonomi|finansiering|kostnader|kommunikation|sekretess|"
    r"tidsperiod|åtagande|ansvar|roller|uppsägning|ändring|tvist|övrigt|bilag|uppföljning|utvärdering|medborgarlöfte|revidering)\w*\b",
    re.IGNORECASE,
)
# "Målområde 2: Trygga platser" stands under what the areas stand under.
_ONE_OF_SEVERAL = re.compile(r"\w+ \d{1,2}\s?[:–-]")
_FOLLOW_UP = re.compile(r"(?:uppföljning|utvärdering)", re.IGNORECASE)
_WAYS_OF_WORKING = re.compile(r"\barbets(?:sätt|form|metod)", re.IGNORECASE)
_APPENDIX = re.compile(r"bilaga\s+\w{1,2}\b", re.IGNORECASE)
_PAGE = re.compile(
    r"(?:sida|sid\.?|page)\s*\d+(?:\s*(?:av|of|/|\()\s*\d+\)?)?\Z|\d+\s*\(\d+\)\Z", re.I
)

_OF_PEOPLE = {
    ParagraphRole.PARTY,
    ParagraphRole.SIGNATORY,
    ParagraphRole.SIGNING,
    ParagraphRole.LEFT_OUT,
}


_GOALS = {ParagraphRole.GOAL, ParagraphRole.SUB_GOAL}


def mark_headings(marks: Marks) -> None:
    """Give the paragraphs that are headings their role."""
    _leave_out_furniture(marks)
    paragraphs = marks.paragraphs
    styled = sum(one.is_heading for one in paragraphs) >= 3
    repeated = Counter(one.text for one in paragraphs if one.text.endswith(":"))
    for at, one in enumerate(paragraphs):
        if not marks.is_free(at):
            continue
        following = _following(marks, at)
        if one.is_heading:
            if len(one.text) <= 300:
                marks.give(at, ParagraphRole.HEADING)
        elif one.is_item or one.column or following is None:
            continue
        elif _APPENDIX.match(one.text) and _APPENDIX.match(following.text):
            continue  # a list of appendices, without the appendices
        elif _is_in_a_numbered_row(marks, at, following):
            continue
        elif repeated[one.text] > 1:
            continue  # "Mål:", under each area anew
        elif is_numbered(one) or is_known(one) or _looks_so(marks, at, following, styled=styled):
            marks.give(at, ParagraphRole.HEADING)


def _is_in_a_numbered_row(marks: Marks, at: int, following: Paragraph) -> bool:
    """Tell whether the line is one of several, “1.1 X” over “1.2 Y”, with nothing under them."""
    own = numbers(marks.paragraphs[at])
    if len(own) < 2:
        return False
    after = numbers(following)
    if after == (*own[:-1], own[-1] + 1):
        return True
    before = numbers(marks.paragraphs[at - 1]) if at else ()
    return before == (*own[:-1], own[-1] - 1) and 0 < len(after) < len(own)


def levels(marks: Marks, decided: Mapping[int, int]) -> tuple[int, ...]:
    """Return a level from 1 for each heading (0 for other paragraphs); none is skipped."""
    heads = marks.having(ParagraphRole.HEADING)
    by_source = sorted({marks.paragraphs[at].level for at in heads if marks.paragraphs[at].level})
    caps = {at for at in heads if words(marks.paragraphs[at].text).isupper()}
    has_caps = bool(heads) and heads[0] in caps and len(caps) < len(heads)
    numbered = any(NUMBERING.match(marks.paragraphs[at].text) for at in heads)
    # With several headings before the first that has a number, the numbers stand under such.
    first_number = next(
        (place for place, at in enumerate(heads) if NUMBERING.match(marks.paragraphs[at].text)), 0
    )
    under = first_number > 1 and not by_source
    found = [0] * len(marks.roles)
    deepest, last_styled, container = 0, 0, ""
    for place, at in enumerate(heads):
        one = marks.paragraphs[at]
        text = words(one.text)
        number = NUMBERING.match(one.text)
        if one.is_heading and one.level:
            level = last_styled = by_source.index(one.level) + 1
        elif number:
            level = last_styled = number[1].count(".") + (2 if under else 1)
        elif under:
            level = 1
        elif by_source or (numbered and not is_known(one)):
            level = last_styled + 1
        elif has_caps:
            level = 1 if at in caps else 2
        elif container and not _stands_above(text, container):
            level = 2
        else:
            container = text if heads[place + 1 : place + 2] == [at + 1] else ""
            level = 1
        level = decided.get(at, level)
        deepest = found[at] = max(1, min(level, deepest + 1, DEEPEST))
    return tuple(found)


def _stands_above(text: str, container: str) -> bool:
    """Tell whether a heading ends what stands under `container`.

    How the work is followed up is one of the ways of working, and may stand under them.
    """
    if _FOLLOW_UP.match(text) and _WAYS_OF_WORKING.search(container):
        return False
    if _ONE_OF_SEVERAL.match(text):
        return False
    return bool(_TOP.match(text) or VALIDITY.match(text))


def _may_be(marks: Marks, at: int) -> bool:
    """Tell whether the paragraph is a short line that can be a heading."""
    text = marks.paragraphs[at].text
    before = marks.paragraphs[at - 1].text if at and marks.roles[at - 1] == "" else ""
    return (
        is_line(marks.paragraphs[at])
        and not text.endswith(":")
        and not is_field(text)
        and words(text)[:1].isupper()
        and not any(one.is_day for one in points(text))
        and len(words(text).split()) <= 10
        and not before.endswith((":", ","))
    )


def _looks_so(marks: Marks, at: int, following: Paragraph, *, styled: bool) -> bool:
    """Tell whether a line looks like a heading: bold, or in a text without styles by its place."""
    one = marks.paragraphs[at]
    if not styled and is_question(one.text):
        return True
    return _may_be(marks, at) and (
        one.is_bold
        or (not styled and (leads(one, following) or _stands_over(marks, at, following)))
    )


def _stands_over(marks: Marks, at: int, following: Paragraph) -> bool:
    """Tell whether a line between whole sentences and a known heading is the heading over it."""
    one = marks.paragraphs[at]
    before = marks.paragraphs[at - 1] if at else None
    return (
        (is_known(following) or is_numbered(following))
        and before is not None
        and (before.is_item or before.text.endswith(".") or marks.roles[at - 1] in _GOALS)
        and marks.roles[at - 1] not in _OF_PEOPLE
        and len(one.text.split()) > 1
        and not has_verb(one.text)
    )


def _following(marks: Marks, at: int) -> Paragraph | None:
    """Return the next paragraph that is not left out, or None at the end."""
    for later in range(at + 1, min(at + 20, len(marks.roles))):
        if marks.roles[later] != ParagraphRole.LEFT_OUT:
            return marks.paragraphs[later]
    return None


def _leave_out_furniture(marks: Marks) -> None:
    """Leave out page numbers, and a list of contents whose lines stand as headings below."""
    texts = [words(one.text).casefold() for one in marks.paragraphs]
    last_place = {text: at for at, text in enumerate(texts)}
    for at, one in enumerate(marks.paragraphs):
        if marks.is_free(at) and _PAGE.match(one.text):
            marks.give(at, ParagraphRole.LEFT_OUT)
        if not (marks.is_free(at) and is_contents_heading(one.text)):
            continue
        end = at + 1
        while end < len(texts) and last_place[texts[end]] > end and len(texts[end]) <= LONGEST:
            end += 1
        # Fewer than two lines can be by chance.
        if end - at > 2:
            for line in range(at, end):
                marks.give(line, ParagraphRole.LEFT_OUT)
