"""The comments in a Word file: who wrote what, at which row, about which words."""

from dataclasses import dataclass

from lxml import etree

from consultation.models.comment import LONGEST_QUOTE, LONGEST_TEXT
from core.text import gate, printable
from intake.reading.word_styles import W

_LONGEST_AUTHOR = 200
#: More comments about the same words than are written; of further ones the words are not kept.
_MOST_OPEN = 50


@dataclass(frozen=True)
class Remark:
    """A comment; `mark` names the bookmark of the place it stands at, empty where there is none."""

    author: str
    text: str
    mark: str = ""
    quote: str = ""


class Remarks:
    """Follows the comments through the paragraphs of a file, in order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._written = {
            one.get(f"{W}id", ""): one for one in (() if root is None else root.iter(f"{W}comment"))
        }
        self._quotes: dict[str, list[str]] = {}
        self._open: set[str] = set()
        self._marks: dict[str, str] = {}

    def pass_through(self, paragraph: etree._Element, bookmark: str) -> None:
        """Take note of the comments that begin, go on or end in a paragraph with `bookmark`."""
        for one in paragraph.iter(
            f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference", f"{W}t"
        ):
            identity = one.get(f"{W}id", "")
            if one.tag == f"{W}t":
                for open_one in self._open:
                    self._quotes[open_one].append(one.text or "")
                continue
            if identity in self._written:
                self._marks.setdefault(identity, bookmark)
            if one.tag == f"{W}commentRangeStart":
                self._quotes.setdefault(identity, [])
                if len(self._open) < _MOST_OPEN:
                    self._open.add(identity)
            else:
                self._open.discard(identity)

    def found(self) -> list[Remark]:
        """Return the comments in the order of the file."""
        return [
            Remark(
                author=_words(one.get(f"{W}author", ""))[:_LONGEST_AUTHOR],
                text=said[:LONGEST_TEXT],
                mark=self._marks.get(identity, ""),
                quote=_words("".join(self._quotes.get(identity, [])))[:LONGEST_QUOTE],
            )
            for identity, one in self._written.items()
            if (said := _said(one))
        ]


def _said(comment: etree._Element) -> str:
    paragraphs = ("".join(one.itertext(f"{W}t")) for one in comment.iter(f"{W}p"))
    return gate(printable("\n".join(paragraphs))).strip()


def _words(text: str) -> str:
    return " ".join(gate(printable(text)).split())
