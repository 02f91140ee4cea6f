"""The text of a page as paragraphs, for comparing what is printed."""

from dataclasses import dataclass
from html.parser import HTMLParser

_INLINE = {"a", "abbr", "b", "code", "em", "i", "img", "mark", "q", "s", "small", "span", "strong"}
_INLINE |= {"sub", "sup", "time", "u", "wbr"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass(frozen=True)
class HtmlLine:
    """A paragraph of a page, white space collapsed; items of lists begin with a dash."""

    text: str
    is_heading: bool = False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[HtmlLine] = []
        self._words: list[str] = []
        self._is_heading = False
        self._mark = ""

    def handle_starttag(self, tag: str, attrs) -> None:
        if tag == "br":
            self._words.append(" ")
        elif tag not in _INLINE:
            self.end_line()
            self._is_heading = tag in _HEADINGS
            if tag == "li":
                self._mark = "– "

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE and tag != "br":
            self.end_line()

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def end_line(self) -> None:
        text = " ".join("".join(self._words).split())
        self._words = []
        if text:
            self.lines.append(HtmlLine(self._mark + text, self._is_heading))
            self._mark = ""
        self._is_heading = False


def lines(html: str) -> list[HtmlLine]:
    """Return the paragraphs of `html`, which our own templates have written."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_line()
    return reader.lines
