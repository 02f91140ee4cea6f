"""Which lines are running text, broken by the width of a page, and which stand by themselves."""

import re
from itertools import pairwise

# A line of a signature ("Kommunstyrelsens ordförande") is shorter than a full line of text.
NARROW = 45
_ENDS = re.compile(r"[.!?:;…][\"”'’)\]]*$")
_GOES_ON = re.compile(
    r"(?:,|\b(?:och|eller|samt|i|på|av|för|att|om|med|till|från|vid|mellan|den|det|en|ett|som|"
    r"är|ska|skall|inom|under|enligt|and|or|of|the|to|in))$",
    re.IGNORECASE,
)
# After these a hyphen at the end of a line is that of "brotts- och drogförebyggande".
_SHARES_ENDING = re.compile(r"(?:och|eller|samt|respektive|resp\.|till|and|or)\b", re.IGNORECASE)
_GAP = re.compile(r"\S(?:\t+| {3,})(?=\S)")
# "Delmål 2.1: …" begins a line of its own, however full the one before it is.
_NUMBERED = re.compile(r"[^\W\d_][\w-]{2,}\s\d{1,2}(?:\.\d{1,2})*\s?[:–-]\s")
_LONGEST_ENTRY, _LONGEST_ROW = 300, 200
_CONTENTS = re.compile(r"innehåll(?:sförteckning)?:?\Z|(?:table of )?contents\Z", re.IGNORECASE)
# "Inledning ........ 3"
_CONTENTS_LINE = re.compile(r"\S\s*(?:\.{4,}|(?:\. ){4,}|…{2,}|_{4,})\s*\d{1,3}$")


def ends_sentence(text: str) -> bool:
    """Tell whether `text` ends as a sentence, or the line before a list, does."""
    return bool(_ENDS.search(text.rstrip()))


def goes_on(text: str, following: str) -> bool:
    """Tell whether `following` is the rest of a sentence that was broken after `text`.

    So it is when it begins with a small letter and `text` is no whole sentence, but more than a
    name: "Anna Ek" and "kommunalråd" are two lines.
    """
    text, following = text.rstrip(), following.lstrip()
    if not text or not following[:1].islower() or ends_sentence(text):
        return False
    if stands_in_columns(text) or stands_in_columns(following):
        return False
    return len(text.split()) >= 5 or bool(_GOES_ON.search(text)) or text.endswith("-")


def stands_in_columns(text: str) -> bool:
    """Tell whether tabs or wide spaces set short texts beside each other in `text`."""
    return len(text) < _LONGEST_ROW and bool(_GAP.search(text.strip()))


def join_lines(first: str, second: str) -> str:
    """Return two lines of running text as one, a word that was divided between them whole."""
    first, second = first.rstrip(), second.lstrip()
    divided = first.endswith("-") and first[-2:-1].isalpha() and second[:1].islower()
    if divided and not _SHARES_ENDING.match(second):
        return first[:-1] + second
    return f"{first} {second}"


def is_wrapped(lines: list[str]) -> bool:
    """Tell whether the width of a page broke sentences: else each line is a paragraph."""
    return any(
        len(line.strip()) >= NARROW and goes_on(line, following)
        for line, following in pairwise(lines)
    )


def paragraphs_of(lines: list[str], *, wrapped: bool = True) -> list[str]:
    """Return lines that stand together as paragraphs: broken running text joined, others alone.

    A line was broken by the width when the first word of the next would not have fitted in it; in
    a text that is not `wrapped` at all a long line is a paragraph.
    """
    lines = [line.strip() for line in lines]
    width = max((len(line) for line in lines), default=0)
    found: list[list[str]] = []
    is_full = False
    listed = _listed(lines, width)
    for at, (line, following) in enumerate(zip(lines, [*lines[1:], ""], strict=False)):
        if at in listed:
            found.append([line])
            is_full = False
            continue
        before = " ".join(found[-1][-2:]) if found else ""
        full = is_full and not (ends_sentence(before) and _stands_alone(line, following, width))
        if found and (full or goes_on(before, line) or _is_unfinished(before)):
            found[-1].append(line)
        else:
            found.append([line])
        is_full = (
            wrapped
            and width >= NARROW
            and len(line) > width * 0.8
            and not _is_done(line, width)
            and not stands_in_columns(line)
        )
    return [text for part in found for text in _as_running_text(part)]


def _listed(lines: list[str], width: int) -> set[int]:
    """Return the places of lines that are a list without marks: short, after a colon, by commas.

    "I rådet ingår:" and then a member on each line, all but the last with a comma after it.
    """
    found: set[int] = set()
    for lead, line in enumerate(lines):
        end = lead + 1
        while end < len(lines) and lines[end].endswith((",", ";")):
            end += 1
        items = range(lead + 1, end + 1)
        is_list = line.endswith(":") and len(items) > 2 and end < len(lines)
        if is_list and all(len(lines[at]) <= min(NARROW, width * 0.8) for at in items):
            found.update(items)
    return found


def _stands_alone(line: str, following: str, width: int) -> bool:
    """Tell whether a line after a whole sentence is none itself: a heading, a name, “Mål 1: …”."""
    if _NUMBERED.match(line):
        return True
    is_short = len(line) <= width * 0.8 and not ends_sentence(line)
    return is_short and not following[:1].islower()


def _is_unfinished(line: str) -> bool:
    """Tell whether a line of a title asks for the next: "Överenskommelse om samverkan mellan"."""
    if len(line.split()) <= 2 or not _GOES_ON.search(line) or stands_in_columns(line):
        return False
    half = len(line) // 2
    return line[:half] != line[half + 1 :]  # "Undertecknat av Undertecknat av": two columns


def _is_done(line: str, width: int) -> bool:
    """Tell whether the line ends a paragraph though it is rather long."""
    return ends_sentence(line) and len(line) < width * 0.9


def _as_running_text(lines: list[str]) -> list[str]:
    text = lines[0]
    for line in lines[1:]:
        text = join_lines(text, line)
    before = " ".join(lines[-3:-1])
    is_running = (
        len(lines) == 1
        or len(lines[0]) >= NARROW * 1.3
        or ends_sentence(text)
        or goes_on(before, lines[-1])
        or _is_unfinished(before)
    )
    return [text] if is_running else lines


def is_contents_line(text: str) -> bool:
    """Tell whether `text` is a line of a table of contents: leaders and a page number."""
    return len(text) < _LONGEST_ENTRY and bool(_CONTENTS_LINE.search(text.rstrip()))


def is_contents_heading(text: str) -> bool:
    """Tell whether `text` is what stands over a table of contents."""
    return bool(_CONTENTS.match(text.strip()))
