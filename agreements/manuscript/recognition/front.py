"""What stands before the text: title, subtitle, date and registry numbers."""

import re
from collections.abc import Sequence

from agreements.choices import ParagraphRole
from agreements.manuscript.recognition.marks import Marks
from intake.paragraphs import Paragraph
from intake.recognition import headings, registry_numbers
from intake.recognition.dates import period, points
from intake.recognition.organisations import ASIDE, listed, listed_alone
from intake.recognition.signature_lines import read_line

# A cover page has some lines more than a title page.
_REACH = 25
_LONGEST_TITLE = 300
_TITLE_WORD = re.compile(
    r"överenskommelse|samverkansavtal|samarbetsavtal|avsiktsförklaring|agreement|\bavtal\b|"
    r"memorandum",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:mellan|om|för|kring|avseende|gällande|angående|och|samt|mot|i|between|on|for|and)\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"\b(?:mellan|om|för|och|samt|kring|avseende|gällande|between|and)\Z", re.I
)
# The name of all that follows, though headings begin so too.
_NAMES_ALL = re.compile(r"samverkan\s+(?:för|mot|kring|mellan|i|\d{4})\b", re.IGNORECASE)
# "Dokumenttyp: Överenskommelse", in the box that documents have at the top.
_METADATA = re.compile(r"(?:dokument\w*|ärende\w*|handling\w*|typ\s+av\s+\w+)\s*:\s", re.IGNORECASE)
# What a title calls the agreement, not "överenskommelsens syfte".
_KIND = re.compile(
    r"(?:\w+\s+){0,2}\w*(?:överenskommelse|avtal|avsiktsförklaring)\b", re.IGNORECASE
)
_DATE_LABEL = re.compile(r"(?:datum|date)\s*:?\s*", re.IGNORECASE)
_ENDS_SENTENCE = (".", ":", ";", "!", "?")
_NEXT_TITLE = re.compile(
    r"(?:\w*överenskommelse|\w*avtal)\b.{0,120}?\bmellan\b", re.IGNORECASE | re.DOTALL
)
_BETWEEN = re.compile(r"mellan:?", re.IGNORECASE)
_AND = re.compile(r"och|samt|&", re.IGNORECASE)
_NOTE_MARKS = "¹²³⁴⁵⁶⁷⁸⁹⁰ "


def mark_front(marks: Marks) -> None:
    """Give the lines before the text their roles: those that can be told."""
    end = _end(marks.paragraphs)
    _mark_labelled(marks, end)
    title = _mark_title(marks, end)
    if title is not None:
        _mark_rest_of_title(marks, title, end)


def title_of(marks: Marks, role: str) -> str:
    """Return the text of the paragraphs with `role` (title or subtitle) as one line.

    Organisations on lines of their own get commas between them.
    """
    written = ""
    for at in marks.having(role):
        line = " ".join(marks.paragraphs[at].text.split())
        above = marks.paragraphs[at - 1].text if written else ""
        is_list = not above.endswith(",") and bool(listed(above) and listed(line))
        written += f"{',' if is_list else ''} {line}" if written else line
    return written


def another_begins(paragraphs: Sequence[Paragraph]) -> int | None:
    """Return where, after lines of a signature, the title of another agreement stands, or None."""
    for at, one in enumerate(paragraphs):
        is_title = at > 5 and _NEXT_TITLE.match(one.text) and not _is_sentence(one)
        if is_title and len(one.text) <= _LONGEST_TITLE and read_line(paragraphs[at - 1].text):
            return at
    return None


def _end(paragraphs) -> int:
    """Return where the text begins: its first heading, sentence or list."""
    for at, one in enumerate(paragraphs[:_REACH]):
        is_title = _TITLE_WORD.search(one.text) or listed_alone(one.text)
        named = at > 0 and one.is_heading and not is_title
        is_name = at == 0 and _NAMES_ALL.match(one.text) and not _leads_to_text(paragraphs)
        is_name = is_name or (_KIND.match(one.text) and not _is_named(paragraphs[:at]))
        is_head = headings.is_known(one) or headings.is_numbered(one)
        if one.is_item or _is_sentence(one) or (is_head and not is_name):
            return at
        if named and _is_named(paragraphs[:at]):
            return at
    return min(len(paragraphs), _REACH)


def _is_named(paragraphs: Sequence[Paragraph]) -> bool:
    return any(_TITLE_WORD.search(one.text) for one in paragraphs)


def _is_sentence(one: Paragraph) -> bool:
    text = one.text.rstrip(_NOTE_MARKS)
    return len(text) > _LONGEST_TITLE or (text.endswith(_ENDS_SENTENCE) and len(text.split()) > 5)


def _mark_labelled(marks: Marks, end: int) -> None:
    """Mark dates and registry numbers, in one line with their label or in the line below it."""
    for at in range(end):
        text = marks.paragraphs[at].text
        below = marks.paragraphs[at + 1].text if at + 1 < end else ""
        if registry_numbers.label_of(text):
            if registry_numbers.numbers_in(text):
                marks.give(at, ParagraphRole.REGISTRY_NUMBER)
            elif _is_bare_label(text) and registry_numbers.is_number(below):
                marks.give(at, ParagraphRole.REGISTRY_NUMBER)
                marks.give(at + 1, ParagraphRole.REGISTRY_NUMBER)
        elif _DATE_LABEL.fullmatch(text) and is_date(below):
            marks.give(at, ParagraphRole.DOCUMENT_DATE)
            marks.give(at + 1, ParagraphRole.DOCUMENT_DATE)
        elif is_date(_DATE_LABEL.sub("", text, count=1)):
            marks.give(at, ParagraphRole.DOCUMENT_DATE)


def _is_bare_label(text: str) -> bool:
    label = registry_numbers.label_of(text)
    return label is not None and label.end() == len(text)


def is_date(text: str) -> bool:
    """Tell whether `text` is one whole date and nothing else."""
    found = points(text)
    if len(found) != 1 or not found[0].is_day:
        return False
    rest = text[: found[0].start] + text[found[0].end :]
    return rest.strip(" .") in ("", "den")


def _mark_title(marks: Marks, end: int) -> int | None:
    """Mark the line that names an agreement, or else a short first line; return its place."""
    if marks.having(ParagraphRole.TITLE):
        return marks.having(ParagraphRole.TITLE)[-1]
    free = [at for at in range(end) if marks.is_free(at)]
    named = [at for at in free if _TITLE_WORD.search(marks.paragraphs[at].text)]
    named = [at for at in named if not _METADATA.match(marks.paragraphs[at].text)] or named
    if named[:1] == [1] and free[0] == 0 and _is_name_over(marks.paragraphs):
        named = free[:1]
    if not named and free[:1] == [0] and _is_short(marks.paragraphs[0]):
        named = free[:1]
    if not named:
        return None
    named = _styled(marks, named) or named
    title = _whole(marks, named)
    if title != named[0]:
        # The kind of document, above its title.
        marks.give(named[0], ParagraphRole.LEFT_OUT)
    marks.give(title, ParagraphRole.TITLE)
    return title


def _leads_to_text(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether the first line is a heading of text, not of what the next line calls it."""
    return paragraphs[0].is_heading and not _is_name_over(paragraphs)


def _is_name_over(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether the first line names what the second calls an agreement between parties."""
    name, *below = paragraphs[:2]
    is_name = name.is_heading or _NAMES_ALL.match(name.text)
    is_below = bool(below) and _NEXT_TITLE.match(below[0].text) and not _is_sentence(below[0])
    return bool(is_name and is_below and _is_short(name) and not listed(name.text))


def _styled(marks: Marks, named: list[int]) -> list[int]:
    """Return the lines of `named` from the one on that has the style of a title, if one has.

    What stands above it without a style is the head of the page.
    """
    for place, at in enumerate(named):
        one = marks.paragraphs[at]
        if one.is_heading and _KIND.match(one.text):
            return named[place:]
    return []


def _whole(marks: Marks, named: list[int]) -> int:
    """Return the line that says what the first one does and goes on: “… mellan X och Y”."""
    first = marks.paragraphs[named[0]].text.casefold()
    fuller = (
        at for at in named[1:] if marks.paragraphs[at].text.casefold().startswith(f"{first} ")
    )
    return next(fuller, named[0])


def _is_short(one: Paragraph) -> bool:
    text = one.text.rstrip(_NOTE_MARKS)
    return len(text) <= 120 and not text.endswith(_ENDS_SENTENCE) and text.count(" – ") < 2


def _mark_rest_of_title(marks: Marks, title: int, end: int) -> None:
    """Mark the lines after the title that finish it, and those that are a subtitle."""
    title = _mark_parties_below(marks, title)
    role = ParagraphRole.TITLE
    for at in range(title + 1, min(end, title + 5)):
        one, before = marks.paragraphs[at], marks.paragraphs[at - 1]
        goes_on = bool(_GOES_ON.match(one.text) or _UNFINISHED.search(before.text))
        is_rest = role == ParagraphRole.TITLE and goes_on and not one.text.endswith(".")
        if not marks.is_free(at) or headings.SAYS_A_DAY.match(one.text):
            return
        if not (_is_short(one) or is_rest or listed_alone(one.text)):
            return
        after = marks.paragraphs[at + 1] if at + 1 < end else None
        is_years = period(one.text) is not None and not re.search(r"[^\W\d_]{4}", one.text)
        if role == ParagraphRole.TITLE and not goes_on:
            # Years that stand in the middle of a title: "… 2017–2020 / mellan …".
            in_middle = is_years and after and _GOES_ON.match(after.text)
            role = ParagraphRole.TITLE if in_middle else ParagraphRole.SUBTITLE
        if role == ParagraphRole.SUBTITLE and not _is_subtitle(marks, at, end):
            return
        marks.give(at, role)


def _mark_parties_below(marks: Marks, title: int) -> int:
    """Mark “mellan” and the parties on lines of their own below a title; return its last line.

    They finish the title, unless they are said more of or go on in a sentence: that is a preamble.
    """
    at = title + 1
    if at >= len(marks.roles) or not _BETWEEN.fullmatch(marks.paragraphs[at].text):
        return title
    lines = [at]
    while lines[-1] + 1 < len(marks.roles) and len(lines) < _REACH:
        text = marks.paragraphs[lines[-1] + 1].text
        if not (_AND.fullmatch(text) or (len(text) <= 120 and listed(text))):
            break
        lines.append(lines[-1] + 1)
    if len(lines) < 3:
        return title
    after = marks.paragraphs[lines[-1] + 1 : lines[-1] + 2]
    goes_on = any(one.text[:1].islower() for one in after)
    is_said_more = any(ASIDE.search(marks.paragraphs[one].text) for one in lines)
    is_sentence = any(_is_sentence(marks.paragraphs[one]) for one in lines)
    is_preamble = goes_on or is_said_more or is_sentence
    for one in lines:
        marks.give(one, ParagraphRole.TEXT if is_preamble else ParagraphRole.TITLE)
    return title if is_preamble else lines[-1]


def _is_subtitle(marks: Marks, at: int, end: int) -> bool:
    """Tell whether the line says for whom or when; or else stands between title and heading."""
    text = marks.paragraphs[at].text
    if len(listed(text)) > 1 or period(text) is not None or _NEXT_TITLE.match(text):
        return True
    if not _TITLE_WORD.search(title_of(marks, ParagraphRole.TITLE)):
        return False
    if at + 1 < end:
        return False  # of several lines between title and text none can be told
    below = marks.paragraphs[end] if end < len(marks.roles) else None
    leads = below is not None and (below.is_item or _is_sentence(below))
    return not leads and not marks.paragraphs[at].is_heading and not listed(text)
