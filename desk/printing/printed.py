"""A document as it is printed, before it becomes a PDF or a web page."""

from dataclasses import dataclass
from datetime import datetime

from django.template.loader import render_to_string
from django.utils import translation

from decisions.phrases import Decided
from desk.printing.letterhead import letterhead_of
from desk.printing.running_lines import draft_line, example_mark, footer_line
from documents import tree
from documents.choices import VersionKind
from documents.kinds import kind_of_tree
from documents.languages import words_for
from documents.models import TopRow
from documents.outline import outline
from partnerships.models import Letterhead


@dataclass(frozen=True)
class Printed:
    """The whole page as HTML, its letterhead, and what stands round the text of each sheet.

    `mark` is what an example says across it, `header` and `footer` the lines above and below.
    """

    html: str
    letterhead: Letterhead
    mark: str
    header: str
    footer: str


def printed(
    content: tree.DocumentTree,
    *,
    top: TopRow,
    kind: VersionKind | str,
    dated: datetime,
    decided: Decided | None = None,
) -> Printed:
    """Return `content`, a tree of `top`, in its own language and its partnership's looks.

    `kind` is the kind of version it is printed for, empty for a working draft, which says so;
    `dated` is the moment the text is from; `decided` what bodies have decided about it.
    """
    letterhead = letterhead_of(top.document.partnership)
    with translation.override(words_for(content.language)):
        html = render_to_string(
            "desk/print.html",
            {
                "doc": content,
                "lines": outline(content),
                "closing": kind_of_tree(content).closing_blocks(content),
                "printing": True,
                "letterhead": letterhead,
                "decided": decided,
            },
        )
        return Printed(
            html,
            letterhead,
            mark=example_mark(top),
            header=draft_line(kind),
            footer=footer_line(content, kind, dated, decided),
        )
