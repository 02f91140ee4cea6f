"""Paragraphs as a run of words, and back: what is compared and merged finer than by paragraph.

A paragraph is a plain text or a block of rich text (`core.richtext_blocks`). It becomes a `Start`
and its words; a word carries its marks itself, so that any choice of words in any order is again
a well-formed paragraph. A block that holds blocks (a list in a list) stays whole.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from core.richtext_blocks import Block
from core.richtext_shape import Run, inline

#: One block around inline text: what opens it, the text, what closes it.
_SIMPLE = re.compile(r"((?:<(?:p|h3|h4|li|blockquote)>)+)(.*?)((?:</(?:p|h3|h4|li|blockquote)>)+)")
_NESTED = re.compile(r"</?(?:p|h3|h4|li|blockquote|ul|ol)>")
_TOKEN = re.compile(r'<(/?)(strong|em|a|br)(?: href="([^"]*)")?>|([^<]+)')
# A line end, or a word or sign with the space before it.
_WORD = re.compile(r"(\n)|([^\S\n]*)(\w+|[^\w\s])")
_ENDS = frozenset(".!?")
_BREAK = "\n"


@dataclass(frozen=True)
class Start:
    """That a paragraph begins: with these tags, or "" for plain text."""

    tags: str = ""
    list_tag: str = ""


@dataclass(frozen=True)
class Word:
    """A word or sign with the space before it and its marks, or a line end."""

    text: str
    space: str = ""
    marks: frozenset[tuple[str, str]] = frozenset()


Token = Start | Word | Block


def words_of(paragraphs: Iterable[str | Block]) -> list[Token]:
    """Give the words of `paragraphs`, each after the start of its paragraph."""
    found: list[Token] = []
    for one in paragraphs:
        if isinstance(one, str):
            found += [Start(), *_spaced(_words(one))]
            continue
        simple = _SIMPLE.fullmatch(one.html)
        if simple is None or _NESTED.search(simple[2]):
            found.append(one)
        else:
            found += [Start(simple[1], one.list_tag), *_spaced(_marked(simple[2]))]
    return found


def paragraphs_of(words: Iterable[Token]) -> list[str | Block]:
    """Give the paragraphs that `words` are the words of; those that say nothing are left out."""
    found: list[str | Block] = []
    start, inside = Start("<p>"), []
    for token in words:
        if isinstance(token, Word):
            inside.append(token)
            continue
        found += _paragraph(start, inside)
        inside = []
        if isinstance(token, Start):
            start = token
        else:
            found.append(token)
    return [*found, *_paragraph(start, inside)]


def sentences_of(words: Sequence[Token]) -> list[tuple[Token, ...]]:
    """Give `words` in sentences; the start of a paragraph and a line end each for itself."""
    found: list[list[Token]] = [[]]
    for one, following in pairwise([*words, None]):
        alone = not isinstance(one, Word) or one.text == _BREAK
        if alone and found[-1]:
            found.append([])
        found[-1].append(one)
        if alone or _ends(one, following):
            found.append([])
    return [tuple(sentence) for sentence in found if sentence]


def _ends(one: Word, following: Token | None) -> bool:
    """Tell whether a sentence ends with `one`: “kl. 8” and “t.ex. så” go on."""
    if one.text not in _ENDS:
        return False
    if not isinstance(following, Word):
        return True
    return bool(following.space) and following.text[0].isupper()


def _words(text: str, marks: frozenset = frozenset()) -> Iterator[Word]:
    for line_end, space, word in _WORD.findall(text):
        yield Word(line_end) if line_end else Word(word, space, marks)


def _marked(html: str) -> Iterator[Word]:
    """Give the words of normalised inline `html` with their marks."""
    marks: list[tuple[str, str]] = []
    pending = ""  # a space that stands before a mark belongs to the word after it
    for closing, tag, href, text in _TOKEN.findall(html):
        if text:
            words = pending + unescape(text)
            yield from _words(words, frozenset(marks))
            pending = words[len(words.rstrip()) :]
        elif tag == "br":
            yield Word(_BREAK)
            pending = ""
        elif closing:
            marks.pop()
        else:
            marks.append((tag, unescape(href)))


def _spaced(words: Iterable[Word]) -> Iterator[Word]:
    """Give the first word of each line the space that it has anywhere else in the line."""
    is_first = True
    for one in words:
        if one.text == _BREAK:
            yield one
        else:
            yield Word(one.text, f" {one.space}", one.marks) if is_first else one
        is_first = one.text == _BREAK


def _paragraph(start: Start, words: list[Word]) -> list[str | Block]:
    if not start.tags:
        text = "".join(word.space + word.text for word in words)
        return [re.sub(r"(^|\n) ", r"\1", text)] if text else []
    runs = [Run(text, word.marks) for word in words for text in (word.space, word.text) if text]
    html = inline(runs)
    if not html:
        return []
    closing = "".join(f"</{tag}>" for tag in reversed(re.findall(r"\w+", start.tags)))
    return [Block(f"{start.tags}{html}{closing}", start.list_tag)]
