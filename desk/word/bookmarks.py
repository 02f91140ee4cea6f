"""Which row a paragraph is from, by the bookmark round it."""

from dataclasses import dataclass

from lxml import etree

from desk.word.marks import Mark
from intake.reading.word_styles import W

#: More bookmarks round one paragraph than any file of ours has; further ones are not followed.
_MOST = 50
_START, _END, _TEXT = f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t"


@dataclass
class _Span:
    """What a bookmark covers of one paragraph: characters `start` to before `end`."""

    name: str
    order: int
    start: int
    end: int = 0

    def holds(self, other: "_Span") -> bool:
        """Tell whether `other`, which begins later, lies within this one."""
        return self.start <= other.start and other.end <= self.end


class Bookmarks:
    """Follows the bookmarks of a file through its paragraphs, in order."""

    def __init__(self) -> None:
        # Names by the ids that begin and end have in common.
        self._open: dict[str, str] = {}
        # Each name that was met, and how many were met before it.
        self._known: dict[str, int] = {}

    def pass_by(self, one: etree._Element) -> None:
        """Take note of a bookmark's beginning or end that stands between paragraphs."""
        if one.tag == _START:
            self._begin(one)
        else:
            self._open.pop(one.get(f"{W}id", ""), None)

    def around(self, paragraphs: list[etree._Element]) -> str:
        """Return the bookmark of a line (one paragraph, or several that were joined), or "".

        It is the innermost bookmark that covers some of its words; where bookmarks stand side by
        side, as in paragraphs that were joined, the one that covers most.
        """
        spans = {
            identity: _Span(name, self._known[name], 0) for identity, name in self._open.items()
        }
        ended: list[_Span] = []
        at = 0
        for paragraph in paragraphs:
            for one in paragraph.iter(_START, _END, _TEXT):
                if one.tag == _TEXT:
                    at += len(one.text or "")
                elif one.tag == _START:
                    name = self._begin(one)
                    if name:
                        spans[one.get(f"{W}id", "")] = _Span(name, self._known[name], at)
                else:
                    identity = one.get(f"{W}id", "")
                    self._open.pop(identity, None)
                    if identity in spans:
                        spans[identity].end = at
                        ended.append(spans.pop(identity))
        for span in spans.values():
            span.end = at
        return _owner([*ended, *spans.values()])

    def _begin(self, one: etree._Element) -> str:
        """Open a bookmark of ours and return its name; one counts where it stands first."""
        name = one.get(f"{W}name", "")
        if name in self._known or len(self._open) >= _MOST or Mark.named(name) is None:
            return ""
        self._known[name] = len(self._known)
        self._open[one.get(f"{W}id", "")] = name
        return name


def _owner(spans: list[_Span]) -> str:
    covering = ([span for span in spans if span.end > span.start] or spans)[:_MOST]
    innermost = [
        one
        for one in covering
        if not any(one.holds(other) and one.order < other.order for other in covering)
    ]
    return max(innermost, key=lambda one: one.end - one.start).name if innermost else ""
