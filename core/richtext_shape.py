"""Shapes well-formed HTML, read tag by tag, into the blocks of rich text.

No recursion over the input and a bounded depth of output: hostile nesting costs no more than its
length. What comes in has been parsed and written by nh3, so every end tag matches its start.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from html import escape

MARKS = {"strong": "strong", "b": "strong", "em": "em", "i": "em"}
HEADINGS = {"h1": "h3", "h2": "h3", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
LISTS = {"ul", "ol"}
CONTAINERS = LISTS | {"blockquote"}
# Whatever a browser begins on a line of its own; each becomes a paragraph.
BLOCKS = {
    "p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "address",
    "figure", "figcaption", "center", "pre", "hr", "details", "summary", "fieldset", "legend",
    "form", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
    "option", "hgroup", "search", "menu", "dir",
}  # fmt: skip

_BREAK = "\n"  # a <br> among the runs; line feeds of the text have become spaces by then
_SPACE = re.compile(r"[ \t\n\f\r]+")
# A combining stroke would join the ">" of a tag before it into "≯" when the whole is made NFC.
_STROKE = "\u0338"
_HREF = re.compile(r"(?:https?:|mailto:|[#?]|/(?![/\\]))[^\x00-\x20]*", re.IGNORECASE)


@dataclass
class Run:
    """A piece of a paragraph's text with its marks: ("a", href), ("strong", ""), ("em", "")."""

    text: str
    marks: frozenset[tuple[str, str]]


@dataclass
class _Node:
    """An open quotation, list or list item, or the text as a whole."""

    tag: str = ""
    children: list["_Node | str"] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    attached: bool = False

    def html(self) -> str:
        inner = "".join(part if isinstance(part, str) else part.html() for part in self.children)
        return f"<{self.tag}>{inner}</{self.tag}>" if self.tag else inner


class Shaper:
    """Takes `start`, `text` and `end` in document order; `html` gives the result."""

    DEPTH = 8

    def __init__(self, headings: dict[str, str] = HEADINGS):
        self._headings = headings
        self._open = [_Node()]
        self._runs: list[Run] = []
        self._marked = {"strong": 0, "em": 0}
        self._links: list[str] = []
        # What to undo at each open element's end: a count of nodes, a mark, "heading" or "block".
        self._ends: list[int | str] = []

    def start(self, tag: str, href: str = "") -> None:
        if tag == "br":
            self._runs.append(Run(_BREAK, self._marks()))
        elif tag == "hr":
            self._flush()
        elif tag in MARKS:
            self._marked[MARKS[tag]] += 1
            self._ends.append(MARKS[tag])
        elif tag == "a":
            self._links.append(_allowed_href(href))
            self._ends.append("a")
        else:
            self._flush()
            self._ends.append(self._start_block(tag))

    def text(self, text: str) -> None:
        text = unicodedata.normalize("NFC", text).replace(_STROKE, "")
        self._runs.append(Run(_SPACE.sub(" ", text), self._marks()))

    def end(self, tag: str) -> None:
        undo = self._ends.pop()
        if undo == "a":
            self._links.pop()
            return
        if undo in self._marked:
            self._marked[undo] -= 1
            return
        self._flush()
        if undo == "heading":
            self._open[-1].headings.pop()
        elif isinstance(undo, int):
            for _ in range(undo):
                self._close()

    def html(self) -> str:
        self._flush()
        return self._open[0].html()

    def _marks(self) -> frozenset[tuple[str, str]]:
        marks = {(tag, "") for tag, count in self._marked.items() if count}
        if self._links and self._links[-1]:
            marks.add(("a", self._links[-1]))
        return frozenset(marks)

    def _start_block(self, tag: str) -> int | str:
        parent = self._open[-1]
        if tag in self._headings:
            parent.headings.append(self._headings[tag])
            return "heading"
        if tag == "li" and parent.tag in LISTS:
            self._open.append(_Node("li"))
            return 1
        if tag in CONTAINERS and sum(n.tag in CONTAINERS for n in self._open) < self.DEPTH:
            if parent.tag not in LISTS:
                self._open.append(_Node(tag))
                return 1
            # Straight inside a list, as old editors write a deeper list: it goes on with the
            # item before it.
            item = parent.children[-1] if parent.children else _Node("li")
            self._open += [item, _Node(tag)]
            return 2
        return "block"

    def _close(self) -> None:
        node = self._open.pop()
        if node.children and not node.attached:
            node.attached = True
            self._open[-1].children.append(node)

    def _flush(self) -> None:
        """End the running paragraph and put it into the innermost open node."""
        if not self._runs:
            return
        html = inline(self._runs)
        self._runs = []
        if not html:
            return
        parent = self._open[-1]
        tag = parent.headings[-1] if parent.headings else "p"
        block = f"<{tag}>{html}</{tag}>"
        parent.children.append(
            _Node("li", [block], attached=True) if parent.tag in LISTS else block
        )


def _allowed_href(href: str) -> str:
    """Give the address as a browser reads it, or "" for one that is not allowed."""
    address = re.sub(r"[\t\n\r]", "", href).strip("\x00\x01\x1f ").replace(" ", "%20")
    address = unicodedata.normalize("NFC", address)
    return address if _HREF.fullmatch(address) else ""


def inline(runs: list[Run]) -> str:
    """Give `runs` as what a paragraph holds in the normal form; empty where they say nothing."""
    runs = _collapsed(runs)
    if not "".join(run.text for run in runs).strip():
        return ""
    return _marked_up(_merged(_unmarked_blanks(runs)))


def _collapsed(runs: list[Run]) -> list[Run]:
    """Leave one space between words and none beside a line break or a border of the block."""
    kept: list[Run] = []
    breaks: list[Run] = []
    for run in runs:
        if run.text == _BREAK:
            if kept:
                breaks.append(run)
            continue
        after_space = not kept or breaks or kept[-1].text.endswith(" ")
        text = run.text.lstrip(" ") if after_space else run.text
        if not text:
            continue
        if breaks:
            kept[-1].text = kept[-1].text.removesuffix(" ")
            kept += breaks
            breaks = []
        kept.append(Run(text, run.marks))
    if kept:
        kept[-1].text = kept[-1].text.removesuffix(" ")
    return [run for run in kept if run.text]


def _unmarked_blanks(runs: list[Run]) -> list[Run]:
    """Take from spaces and breaks the marks that the text on both sides does not have."""
    none: frozenset[tuple[str, str]] = frozenset()
    following = none
    nexts = []
    for run in reversed(runs):
        nexts.append(following)
        if run.text.strip():
            following = run.marks
    before = none
    for run, after in zip(runs, reversed(nexts), strict=True):
        if not run.text.strip():
            run.marks = run.marks & before & after
        before = run.marks
    return runs


def _merged(runs: list[Run]) -> list[Run]:
    merged: list[list] = []
    for run in runs:
        if merged and merged[-1][0] == run.marks:
            merged[-1][1].append(run.text)
        else:
            merged.append([run.marks, [run.text]])
    return [Run(unicodedata.normalize("NFC", "".join(texts)), marks) for marks, texts in merged]


def _marked_up(runs: list[Run]) -> str:
    """Write the runs with links outermost, then strong, then em, each open as long as it can be."""
    out: list[str] = []
    stack: list[tuple[str, str]] = []
    for run in [*runs, Run("", frozenset())]:
        wanted = sorted(run.marks, key=lambda mark: ("a", "strong", "em").index(mark[0]))
        shared = 0
        while shared < min(len(stack), len(wanted)) and stack[shared] == wanted[shared]:
            shared += 1
        out += [f"</{tag}>" for tag, _href in reversed(stack[shared:])]
        for tag, href in wanted[shared:]:
            out.append(f'<a href="{escape(href)}">' if tag == "a" else f"<{tag}>")
        stack = wanted
        out.append(escape(run.text, quote=False).replace(_BREAK, "<br>"))
    return "".join(out)
