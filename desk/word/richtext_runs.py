"""Rich text → the paragraphs of a Word file, each with its place in lists and its runs.

What Word has no shape for loses it on paper only: quotations in lists and in quotations. The
change that comes back is what differs from the same writing, so nothing is lost by it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_BLOCKS = {"p", "h3", "h4"}
_LISTS = {"ul", "ol"}


@dataclass(frozen=True)
class Run:
    """Some text with its marks; `href` is where it links to."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass(eq=False)
class OpenList:
    """A list; `before` is another of the same kind that ended right before it."""

    ordered: bool
    before: "OpenList | None" = None


@dataclass
class Piece:
    """One paragraph. `lists` are the lists it stands in, from the outermost.

    `begins` says that it is the first of its item and bears its mark; an item that begins with a
    deeper list has an empty one.
    """

    tag: str = "p"
    lists: tuple[OpenList, ...] = ()
    begins: bool = False
    quoted: bool = False
    runs: list[Run] = field(default_factory=list)


def pieces(html: str) -> Iterator[Piece]:
    """Return the paragraphs of normalised `html` from top to bottom."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return iter(reader.pieces)


class _Reader(HTMLParser):
    """Goes through the tags; an item waits for the paragraph that bears its mark."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self.lists: list[OpenList] = []
        self.ended: list[OpenList | None] = [None]
        self.marks: list[str] = []
        self.href = ""
        self.quotes = 0
        self.waiting = False
        self.piece: Piece | None = None

    def handle_starttag(self, tag: str, attributes: list) -> None:
        if tag in _BLOCKS:
            self.begin(tag)
        elif tag in _LISTS:
            if self.waiting:
                self.begin("p")
                self.piece = None
            before, ordered = self.ended[-1], tag == "ol"
            alike = before is not None and before.ordered == ordered
            self.lists.append(OpenList(ordered, before if alike else None))
            self.ended.append(None)
        elif tag == "li":
            self.waiting = True
        elif tag == "blockquote":
            self.quotes += 1
        elif tag == "br":
            self.handle_data("\n")
        elif tag == "a":
            self.href = dict(attributes).get("href") or ""
        else:
            self.marks.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.piece = None
        elif tag in _LISTS:
            self.ended.pop()
            self.ended[-1] = self.lists.pop()
        elif tag == "li":
            self.waiting = False
            self.ended[-1] = None
        elif tag == "blockquote":
            self.quotes -= 1
        elif tag == "a":
            self.href = ""
        elif tag in self.marks:
            self.marks.remove(tag)

    def handle_data(self, data: str) -> None:
        if self.piece is not None:
            bold, italic = "strong" in self.marks, "em" in self.marks
            self.piece.runs.append(Run(data, bold, italic, self.href))

    def begin(self, tag: str) -> None:
        """Begin a paragraph where the reader stands."""
        self.ended[-1] = None
        self.piece = Piece(tag, tuple(self.lists), self.waiting, self.quotes > 0)
        self.waiting = False
        self.pieces.append(self.piece)
