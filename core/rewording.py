"""Finding words in a text, plain or rich, and putting others in their place.

What is found is what a reader sees: a soft hyphen may stand between any two letters, white space is
as long as it is, and nothing is found across the end of a line or a paragraph. In rich text the new
words look like the first letter of those that they replace.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape

from core.richtext import normalise

#: How much of the line stands on each side of what was found.
AROUND = 60

_TAG = re.compile(r"(<[^>]*>)")
#: A letter next to a hit that makes it a part of a longer word; a class in a pattern.
_LETTER = r"[\w\u00ad]"
#: Tags that words go on through.
_WITHIN = re.compile(r"</?(?:a|em|strong)\b")


@dataclass(frozen=True)
class Hit:
    """What was found, with the words around it on its line, and what would come in its place.

    `is_inside_word` tells that it is a part of a longer word (*polisen* in *kommunpolisen*).
    """

    before: str
    found: str
    after: str
    instead: str
    is_inside_word: bool = False


@dataclass(frozen=True)
class Sought:
    """Words that are looked for, and what is put in their place."""

    words: str
    instead: str
    whole_words: bool = False
    match_case: bool = False

    @cached_property
    def _pattern(self) -> re.Pattern:
        words = ("\u00ad?".join(map(re.escape, word)) for word in self.words.split())
        pattern = r"[^\S\n]+".join(words)
        if self.whole_words:
            pattern = rf"(?<!{_LETTER}){pattern}(?!{_LETTER})"
        return re.compile(pattern, re.NOFLAG if self.match_case else re.IGNORECASE)

    def hits(self, text: str) -> list[Hit]:
        """Return what is found in the plain `text`, in order."""
        return [
            _hit(text, *match.span(), self.in_place_of(match[0])) for match in self._matches(text)
        ]

    def hits_in_rich(self, html: str) -> list[Hit]:
        """Return what is found in the normalised `html`, in order."""
        return self.hits("".join(text for _at, text in _texts(_TAG.split(html))))

    def in_place_of(self, found: str) -> str:
        """Return what is put in the place of `found`: a sentence goes on beginning with a capital.

        Words that were written with a capital themselves are put as they were written.
        """
        as_written = self.match_case or self.words.lstrip()[:1].isupper()
        if as_written or not found[:1].isupper():
            return self.instead
        return self.instead[:1].upper() + self.instead[1:]

    def replaced(self, text: str, chosen: Container[int]) -> str:
        """Return `text` with those hits replaced whose numbers, from 0, are `chosen`."""
        for number, match in reversed([*enumerate(self._matches(text))]):
            if number in chosen:
                text = text[: match.start()] + self.in_place_of(match[0]) + text[match.end() :]
        return text

    def replaced_in_rich(self, html: str, chosen: Container[int]) -> str:
        """Return `html` in the normal form with the `chosen` hits replaced.

        Raises ValidationError when it becomes too long.
        """
        pieces = _TAG.split(html)
        texts = list(_texts(pieces))
        flat = "".join(text for _at, text in texts)
        # From the last to the first: what stands before a hit keeps its place.
        for number, match in reversed([*enumerate(self._matches(flat))]):
            if number in chosen:
                texts = list(_cut(texts, *match.span(), self.in_place_of(match[0])))
        for at, text in texts:
            if text != "\n":
                pieces[at] = escape(text, quote=False)
        return normalise("".join(pieces))

    def _matches(self, text: str) -> list[re.Match]:
        """Return what is to be replaced: not what says already what would come in its place."""
        found = self._pattern.finditer(text) if self.words.split() else ()
        return [match for match in found if match[0] != self.in_place_of(match[0])]


def _texts(pieces: list[str]) -> Iterator[tuple[int, str]]:
    """Give the texts among `pieces`, tags at the odd places, by place; a line end where one is."""
    for at, piece in enumerate(pieces):
        if at % 2 == 0:
            yield at, unescape(piece)
        elif not _WITHIN.match(piece):
            yield at, "\n"


def _cut(
    texts: list[tuple[int, str]], start: int, end: int, instead: str
) -> Iterator[tuple[int, str]]:
    """Give `texts` without the letters from `start` to `end`, and `instead` where they began."""
    place = 0
    for at, text in texts:
        first, last = (min(max(border - place, 0), len(text)) for border in (start, end))
        begins = place <= start < place + len(text)
        yield at, text[:first] + (instead if begins else "") + text[last:]
        place += len(text)


def _hit(text: str, start: int, end: int, instead: str) -> Hit:
    line = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    is_inside_word = bool(re.search(_LETTER, text[max(0, start - 1) : start] + text[end : end + 1]))
    before = text[line:start]
    after = text[end : len(text) if line_end < 0 else line_end]
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + "…"
    return Hit(before, text[start:end], after, instead, is_inside_word)
