"""HTML from outside, pasted or from a file: its blocks become paragraphs and items of lists."""

import re
from collections.abc import Iterator
from html import unescape

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.richtext import MAX_LENGTH, normalise
from core.wordpaste import as_meant
from intake.choices import ParagraphKind
from intake.paragraphs import Reading
from intake.reading.columns import Cell, in_reading_order
from intake.reading.heading_lines import with_headings_apart
from intake.reading.plain_text import read_text
from intake.reading.runs import Block, Run, joined, without_bold
from intake.reading.settling import settle

# Word writes twenty characters of trimmings for each that is seen; these are before and after.
MAX_RAW_LENGTH = 5_000_000
_MAX_CELLS = 5_000

_LEVELS = {f"h{level}": f"h{level}" for level in range(1, 7)}
_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)(?: href="([^"]*)")?>|([^<]+)')
_TABLE = re.compile(r"<(/?)(table|tr|td|th)\b[^<>]*>", re.IGNORECASE)
# Text of a file that a browser shows, or of a PDF: its lines are told apart by line breaks alone.
_BLOCK = re.compile(r"<(?:p|li|h[1-6]|td|b|strong|i|em|a)\b(?!ase)", re.IGNORECASE)
_LINES = re.compile(r"<pre\b|white-space:\s*(?:pre|break-spaces)", re.IGNORECASE)
_OTHER_LIST = re.compile(
    r"<ol\b[^<>]*\b(?:start=[\"']?(?!1\b)\d|type=[\"']?[AI]\b|list-style-type:\s?(?:lower|upper)-)",
    re.IGNORECASE,
)
_TAG = re.compile(r"<!--(?:(?!-->).)*+(?:-->|\Z)|<[^<>]*>", re.DOTALL)
_LINE_END = re.compile(r"<br\b[^<>]*>|</div>", re.IGNORECASE)


def read_html(html: str) -> Reading:
    """Return the paragraphs of HTML as a browser, Word or Google Docs gives it.

    Headings keep their levels, lists their depth and order, signatures in a table their columns;
    everything that `core.richtext` does not know goes. HTML that says no more than plain text is
    read as that. Raises `ValidationError` with the code too_long for HTML that is too long.
    """
    if len(html) > MAX_RAW_LENGTH:
        raise _too_long()
    if _is_plain(html):
        return read_text(unescape(_TAG.sub("", _LINE_END.sub("\n", html))))
    meant = as_meant(html)
    if len(meant) > MAX_LENGTH:
        raise _too_long()
    settled = settle(with_headings_apart(list(_all_blocks(meant))))
    notes = list(settled.notes)
    if _OTHER_LIST.search(html):
        notes.append(
            _(
                "A list had letters, or began at another number than 1. It is numbered from 1 "
                "here: change what refers to it."
            )
        )
    return Reading(paragraphs=settled.paragraphs, notes=notes)


def _is_plain(html: str) -> bool:
    if _BLOCK.search(html):
        return False
    divisions = len(re.findall(r"<div\b", html, re.IGNORECASE))
    breaks = len(re.findall(r"<br\b", html, re.IGNORECASE))
    return bool(_LINES.search(html)) or breaks >= divisions


def _too_long() -> ValidationError:
    return ValidationError(
        _("The text is too long to be read as a web page. Bring it in as a Word file (.docx)."),
        code="too_long",
    )


def _all_blocks(html: str) -> Iterator[Block]:
    """Give the blocks of HTML, those of each table in the order in which a person reads them."""
    tags = list(_TABLE.finditer(html))
    if len(tags) > _MAX_CELLS:
        tags = []
    rows: list[list[Cell]] = []
    depth = start = 0
    for tag in [*tags, None]:
        closing, name = (tag[1], tag[2].lower()) if tag else ("/", "")
        # A table inside a table is read as text of its cell.
        if name == "table" and not closing:
            depth += 1
        if depth > 1 and tag:
            depth -= name == "table" and bool(closing)
            continue
        blocks = _blocks(normalise(html[start : tag.start() if tag else None], _LEVELS))
        start = tag.end() if tag else start
        if not rows:
            yield from blocks
        elif blocks:
            rows[-1].append((len(rows[-1]) + 1, blocks))
        if name == "tr" and not closing:
            rows.append([])
        elif closing and name in ("table", ""):
            depth = 0
            yield from in_reading_order([row for row in rows if row])
            rows = []


def _blocks(html: str) -> list[Block]:
    """Return the blocks of HTML in the normal form (`core.richtext`)."""
    blocks: list[Block] = []
    lists: list[str] = []
    runs: list[Run] = []
    marks = {"strong": False, "em": False}
    href = ""
    is_first_in_item = False
    for closing, tag, address, text in _TOKEN.findall(html):
        if text or tag == "br":
            text = unescape(text) if text else "\n"
            runs.append(Run(text, marks["strong"], marks["em"], href))
        elif tag in marks:
            marks[tag] = not closing
        elif tag == "a":
            href = "" if closing else unescape(address)
        elif tag in ("ul", "ol"):
            lists = lists[:-1] if closing else [*lists, tag]
        elif tag == "li":
            is_first_in_item = not closing
        elif (tag == "p" or tag in _LEVELS) and closing:
            block = _block(tag, runs, lists)
            if lists and not is_first_in_item and blocks:
                blocks[-1] = joined(blocks[-1], block, "\n")
            else:
                blocks.append(block)
            runs, is_first_in_item = [], False
    return blocks


def _block(tag: str, runs: list[Run], lists: list[str]) -> Block:
    if lists:
        return Block(
            runs=tuple(runs),
            kind=ParagraphKind.ITEM,
            level=len(lists) - 1,
            is_ordered=lists[-1] == "ol",
        )
    if tag in _LEVELS:
        return Block(runs=without_bold(runs), kind=ParagraphKind.HEADING, level=int(tag[1]))
    return Block(runs=tuple(runs))
