"""What stands in the margins of every printed page, in PDF and Word alike."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from core.days import day
from decisions.phrases import Decided
from documents.choices import VersionKind
from documents.kinds import DocumentKind, kind_of_tree
from documents.models import TopRow
from documents.tree import DocumentTree


def header_line(top: TopRow, kind: str) -> str:
    """Return the line across the top, where there is no mark across the sheet (Word, HTML).

    Empty on a real text that is not a draft. `kind` is as in `draft_line`.
    """
    return example_mark(top) or draft_line(kind)


def example_mark(top: TopRow) -> str:
    """Return what a print of an example partnership says across each sheet; empty for others."""
    is_example = top.document.partnership.is_example
    return _("Example – not a signed document") if is_example else ""


def draft_line(kind: str) -> str:
    """Return the line on a working draft.

    `kind` is the kind of version that is printed, empty for a working draft.
    """
    return "" if kind else _("Draft – not decided")


def footer_line(
    content: DocumentTree, kind: str, dated: datetime, decided: Decided | None = None
) -> str:
    """Return the line at the foot: the title with its years, and which text it is, from when.

    `decided` is what bodies have decided about a binding text.
    """
    of_document = kind_of_tree(content)
    which = _date_line(of_document, content, kind, dated, decided)
    return f"{of_document.name_of(content)} · {which}"


def _date_line(
    of_document: DocumentKind,
    content: DocumentTree,
    kind: str,
    dated: datetime,
    decided: Decided | None,
) -> str:
    """Say which text it is: a draft, a proposal or the binding one, and from when."""
    when = day(timezone.localtime(dated))
    if kind == VersionKind.PROPOSAL:
        return _("proposal %(day)s") % {"day": when}
    if kind != VersionKind.BINDING:
        return _("draft %(day)s") % {"day": when}
    said = of_document.binding_words(content) or (decided and decided.foot)
    return said or _("registered %(day)s") % {"day": when}
