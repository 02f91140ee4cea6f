"""What Word, Google Docs and LibreOffice put on the clipboard, as the HTML that it means.

Word writes a list as paragraphs with a mark ("·") and a style that says so, Word on the web as a
list for each item, Google Docs writes bold as a style and all of it inside a <b> that is not bold.
Here these become real lists and emphasis; attributes, comments, deleted text and tables of
contents go. What comes out is no more trusted than what went in: `core.richtext` follows.

Read token by token in time by its length, however it is nested.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

_TOKEN = re.compile(
    r"<!--(?P<comment>(?:(?!-->).)*+)(?:-->|\Z)"
    r"|<!(?P<declaration>[^>]*+)>"
    r"|<(?P<closing>/?)(?P<tag>[a-z][a-z0-9:-]*+)"
    r"""(?P<attributes>(?:[^>"'<]|"[^"<]*"|'[^'<]*')*+)>"""
    r"|(?P<text>[^<]++|<)",
    re.IGNORECASE | re.DOTALL,
)
_FOREIGN = re.compile(r"mso|docs-internal-guid|ListContainerWrapper|<(?:span|font|del)\b", re.I)
_STYLE = re.compile(r"""\bstyle\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_CLASS = re.compile(r"""\bclass\s*=\s*["']?([\w -]+)""", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_LIST_LEVEL = re.compile(r"mso-list:\s*\S+\s+level(\d)", re.IGNORECASE)
_ARIA_LEVEL = re.compile(r"""\bdata-aria-level\s*=\s*["']?(\d)""", re.IGNORECASE)
_OUTLINE = re.compile(r"mso-outline-level:\s*([1-6])", re.IGNORECASE)
_BOLD = re.compile(r"(?<![-\w])font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_PLAIN = re.compile(r"(?<![-\w])font-weight:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_ITALIC = re.compile(r"(?<![-\w])font-style:\s*italic", re.IGNORECASE)
_UNSEEN = re.compile(
    r"mso-element:\s*(?:comment|annotation)|mso-hide:\s*all|display:\s*none", re.IGNORECASE
)
_ORDERED = re.compile(r"\s*\(?(?:\d+|[a-zåäö]|[ivxlc]+)[.)]", re.IGNORECASE)

_GONE = {"style", "script", "title", "xml", "del"}
_GONE_CLASSES = re.compile(r"MsoCommentReference|msocomanchor|MsoToc(?:\d|Heading)$|\bEOP\b")
_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre"}
_CONTAINERS = {"div", "table", "tr", "td", "th", "body"}
_EMPHASIS = {"b": "strong", "strong": "strong", "i": "em", "em": "em"}
# These go and what is in them stays; "a" has its address alone.
_BARE = {"span", "font", "u", "s", "ins", "sub", "sup", "small", "big", "meta", "link", "img"}


def as_meant(html: str) -> str:
    """Return pasted `html` with lists, headings and emphasis as elements.

    HTML in which nothing tells that it comes from such a program is returned as it is.
    """
    return _Reader(html).read() if _FOREIGN.search(html) else html


@dataclass
class _Item:
    """A list item that is being read; `around` is what was written before it."""

    level: int
    is_ordered: bool | None
    end: str
    around: list[str]


class _Reader:
    def __init__(self, html: str) -> None:
        self._html = html
        self._has_item_lists = "ListContainerWrapper" in html
        self._out: list[str] = []
        self._heading = ""
        self._item: _Item | None = None
        self._lists: list[tuple[int, str]] = []
        self._item_lists: list[str] = []
        # How each open inline element ends, and how many are open of each emphasis.
        self._ends: dict[str, list[str]] = defaultdict(list)
        self._open = {"strong": 0, "em": 0}
        # What is left out: the element it began with, and how many of these are open.
        self._gone, self._depth = "", 0
        # The mark of a list item is left out too, but tells what kind of list it is.
        self._is_mark, self._mark = False, ""

    def read(self) -> str:
        for token in _TOKEN.finditer(self._html):
            tag = (token["tag"] or "").lower()
            if token["text"]:
                self._text(token["text"])
            elif not tag:
                self._condition(token["comment"] or token["declaration"] or "")
            elif self._is_gone(tag, bool(token["closing"])):
                continue
            elif token["closing"]:
                self._end(tag)
            else:
                self._start(tag, token["attributes"])
        self._end_block()
        self._close_lists()
        return "".join(self._out)

    def _condition(self, words: str) -> None:
        self._is_mark = "supportLists" in words

    def _is_gone(self, tag: str, is_closing: bool) -> bool:
        if self._depth and tag == self._gone:
            if tag == "p" and not is_closing:  # the paragraph before was never closed
                self._depth = 0
                return False
            self._depth += -1 if is_closing else 1
            return True
        if self._is_mark and tag in _BLOCKS:
            self._is_mark = False
        return bool(self._depth) or self._is_mark

    def _text(self, text: str) -> None:
        if self._depth or self._is_mark:
            self._mark += text
            return
        if text.strip() and not self._item:
            self._close_lists()
        self._out.append(text)

    def _start(self, tag: str, attributes: str) -> None:
        style = _first(_STYLE, attributes)
        name = _first(_CLASS, attributes)
        if tag in _GONE or _UNSEEN.search(style) or _GONE_CLASSES.search(name):
            self._gone, self._depth = tag, 1
        elif tag == "span" and "mso-list" in style.lower():
            self._gone, self._depth, self._mark = tag, 1, ""
        elif self._starts_item(tag, attributes, style):
            return
        elif self._has_item_lists and tag in ("ul", "ol", "div"):
            self._item_lists += [tag] if tag != "div" else []
        elif tag in _BLOCKS or tag in _CONTAINERS:
            self._start_block(tag, style, name)
        elif tag == "a":
            href = _first(_HREF, attributes)
            # "#_Toc123" is a place in the document that it was copied from.
            is_kept = href and not href.startswith("#") and '"' not in href
            self._out.append(f'<a href="{href}">' if is_kept else "")
            self._ends["a"].append("</a>" if is_kept else "")
        elif tag in _EMPHASIS or tag in _BARE:
            self._start_inline(tag, style)
        elif ":" not in tag:
            self._out.append(f"<{tag}>")

    def _starts_item(self, tag: str, attributes: str, style: str) -> bool:
        """Tell whether a paragraph that is an item, or an item that is a list, begins; begin it."""
        level = _LIST_LEVEL.search(style) if tag == "p" else None
        is_ordered = None
        if level is None and tag == "li" and self._has_item_lists:
            level = _ARIA_LEVEL.search(attributes)
            is_ordered = self._item_lists[-1:] == ["ol"]
        if level is None:
            return False
        self._end_block()
        self._mark = ""
        self._item = _Item(int(level[1]), is_ordered, tag, self._out)
        self._out = []
        return True

    def _start_block(self, tag: str, style: str, name: str) -> None:
        if self._item and self._item.end == "li":
            return  # the paragraphs of an item are in it
        self._end_block()
        self._close_lists()
        outline = _OUTLINE.search(style)
        if tag == "p" and (outline or name.strip() == "MsoTitle"):
            tag = f"h{outline[1] if outline else 1}"
            self._heading = f"</{tag}>"
        self._out.append(f"<{tag}>")

    def _start_inline(self, tag: str, style: str) -> None:
        wanted = {_EMPHASIS[tag]} if tag in _EMPHASIS else set()
        if _BOLD.search(style):
            wanted.add("strong")
        elif _PLAIN.search(style):
            wanted.discard("strong")
        if _ITALIC.search(style):
            wanted.add("em")
        new = sorted(one for one in wanted if not self._open[one])
        for one in new:
            self._open[one] += 1
            self._out.append(f"<{one}>")
        self._ends[tag].append("".join(f"</{one}>" for one in reversed(new)))

    def _end(self, tag: str) -> None:
        if self._item and tag == self._item.end:
            self._end_block()
        elif self._has_item_lists and tag in ("ul", "ol", "div"):
            if tag != "div" and self._item_lists:
                self._item_lists.pop()
        elif tag == "p" and self._heading:
            self._end_block()
        elif tag == "p" and self._item:
            return
        elif tag == "a" or tag in _EMPHASIS or tag in _BARE:
            end = self._ends[tag].pop() if self._ends[tag] else ""
            for one in self._open:
                self._open[one] -= end.count(f"</{one}>")
            self._out.append(end)
        elif ":" not in tag:
            if tag in _CONTAINERS:
                self._end_block()
                self._close_lists()
            self._out.append(f"</{tag}>")

    def _end_block(self) -> None:
        self._is_mark = False
        self._out.append(self._heading)
        self._heading = ""
        if self._item is None:
            return
        item, content = self._item, "".join(self._out)
        self._item, self._out = None, self._item.around
        is_ordered = (
            bool(_ORDERED.match(self._mark)) if item.is_ordered is None else item.is_ordered
        )
        self._open_list(item.level, "ol" if is_ordered else "ul")
        self._out.append(f"<li>{content}</li>")

    def _open_list(self, level: int, tag: str) -> None:
        """See to it that an item of `level` comes into a list of its kind, in the one above it."""
        while self._lists and self._lists[-1][0] > level:
            self._out.append(f"</{self._lists.pop()[1]}>")
        if self._lists and self._lists[-1] == (level, tag):
            return
        if self._lists and self._lists[-1][0] == level:
            self._out.append(f"</{self._lists.pop()[1]}>")
        self._lists.append((level, tag))
        self._out.append(f"<{tag}>")

    def _close_lists(self) -> None:
        self._out += [f"</{tag}>" for _level, tag in reversed(self._lists)]
        self._lists = []


def _first(pattern: re.Pattern, attributes: str) -> str:
    found = pattern.search(attributes)
    return next((one for one in found.groups() if one), "") if found else ""
