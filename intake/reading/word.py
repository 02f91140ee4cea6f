"""A Word file (.docx): its text with headings, lists and emphasis, and what was done with the rest.

Read from the file's own XML. A converter to HTML (mammoth was tried) breaks at sixty tables inside
one another, has no bound of its own, takes three times as long, and knows nothing of page headers,
tracked changes, emphasis that a style gives, or lists written by hand.
"""

import re
from collections import Counter
from dataclasses import replace

from lxml import etree

from core.xml_package import PackageError
from intake.choices import ParagraphKind
from intake.paragraphs import Paragraph, Reading
from intake.reading.heading_lines import with_headings_apart
from intake.reading.referring import with_referred_numbers
from intake.reading.runs import Block, parted
from intake.reading.settling import settle
from intake.reading.word_body import BodyReader
from intake.reading.word_guard import open_word, refusal
from intake.reading.word_headings import with_numbered_headings
from intake.reading.word_notes import notes_of
from intake.reading.word_parts import Part, WordParts
from intake.reading.word_styles import Lists, Styles, W

_PAGE_NUMBER = re.compile(
    r"\W*(?:sida|sid|page|s)?\W*\d{0,4}\W*(?:av|of)?\W*\d{0,4}\W*", re.IGNORECASE
)
# What a page footer may hold that belongs to the agreement; the rest is addresses.
_REGISTRY = re.compile(
    r"\b(?:datum|dnr|diarienr|diarienummer|beteckning|ärendenummer)\b|\b\d{4}-\d\d-\d\d\b",
    re.IGNORECASE,
)


def read_word(content: bytes) -> Reading:
    """Return what a Word file says.

    Tracked changes are accepted, comments, pictures, footnotes, struck-through text and macros
    left out, tables and text boxes read as running text; `notes` says so of each. The text of page
    headers comes first: it is where the registry number stands. Raises `ValidationError` for what
    is no Word file, is damaged, or is larger than any agreement.
    """
    package = open_word(content)
    try:
        return _reading(WordParts(package))
    except PackageError as error:
        raise refusal(error) from error


def _reading(parts: WordParts) -> Reading:
    styles, lists = Styles(parts.root("styles")), Lists(parts.root("numbering"))
    seen: Counter = Counter()

    struck: list[str] = []

    def blocks_of(part: Part, root: etree._Element, counted: Counter) -> list[Block]:
        reader = BodyReader(root, styles=styles, lists=lists, links=part.links, seen=counted)
        blocks = reader.read()
        struck.extend(reader.struck)
        return blocks

    body = blocks_of(parts.main, parts.main.root.find(f"{W}body"), seen)
    settled = settle(with_referred_numbers(with_numbered_headings(with_headings_apart(body))))
    paragraphs = settled.paragraphs
    around, addresses = [], []
    for kind in () if parts.is_ours else ("header", "footer"):
        for part in parts.around(kind):
            found = blocks_of(part, part.root, Counter())
            pieces = [piece for one in found for piece in _at_tabs(one)]
            for one in pieces:
                is_kept = kind == "header" or _REGISTRY.search(one.text)
                (around if is_kept else addresses).append(one)
    dropped = _only_new(settle(addresses).paragraphs, paragraphs)
    heads = _only_new(settle(around).paragraphs, paragraphs)
    seen.update(contents=settled.contents, heads=len(heads))
    notes = notes_of(parts, seen, struck=struck, around=[one.text for one in dropped])
    return Reading(paragraphs=heads + paragraphs, notes=notes + settled.notes)


def _at_tabs(block: Block) -> list[Block]:
    """Return what tabs set to the left, the middle and the right of a page header."""
    tabs = [found.end() for found in re.finditer("\t", block.text)]
    return parted(block, [*tabs, len(block.text)])


def _only_new(heads: list[Paragraph], paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Return what the headers say once, save for page numbers and what the text says as well."""
    said = {one.text for one in paragraphs}
    found = []
    for head in heads:
        if head.text not in said and not _PAGE_NUMBER.fullmatch(head.text):
            said.add(head.text)
            found.append(replace(head, kind=ParagraphKind.TEXT, level=0))
    return found
