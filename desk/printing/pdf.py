"""Content tree → PDF: the same content and the same moment give the same bytes."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.pdf import render
from core.pdf_metadata import Attachment
from core.together import put_together
from decisions.phrases import Decided
from desk.exchange.exporting import envelope
from desk.printing.letterhead import style_sheet
from desk.printing.printed import Printed, printed
from documents import tree
from documents.choices import VersionKind
from documents.kinds import kind_of_tree
from documents.languages import words_for
from documents.models import StoredFile, TopRow

STYLES = ("/static/css/fonts.css", "/static/print/agreement.css", "/static/print/mark.css")


def print_document(
    content: tree.DocumentTree,
    *,
    top: TopRow,
    kind: VersionKind | str,
    dated: datetime,
    decided: Decided | None = None,
    variant: str = "ua",
    by: Callable[..., bytes] | None = None,
) -> bytes:
    """Return the PDF of `content`, a tree of `top`.

    The arguments are those of `printed`; `dated` is every date in the file. `variant` "ua" gives
    PDF/UA-1 and PDF/A-2a, "a3" PDF/A-3a with the exchange file attached, if the format has a place
    for documents of the kind. `by` renders it: `core.pdf.render`, or what does as it does.
    """
    page = printed(content, top=top, kind=kind, dated=dated, decided=decided)
    of_kind = kind_of_tree(content)
    with_file = variant == "a3" and of_kind.in_file
    return print_page(
        page,
        content,
        top=top,
        dated=dated,
        by=by or render,
        styles=of_kind.print_styles,
        variant=variant,
        attachments=[_exchange_file(content, top)] if with_file else [],
    )


def print_page(
    page: Printed,
    content: tree.DocumentTree,
    *,
    top: TopRow,
    dated: datetime,
    by: Callable[..., bytes],
    styles: Sequence[str] = (),
    **more,
) -> bytes:
    """Return the PDF of a page about `content`; `by` renders it, `styles` come after the usual."""
    of_kind = kind_of_tree(content)
    running = mark_across(page.mark) + _running_lines(header=page.header, footer=page.footer)
    return by(
        page.html,
        base_css=(*STYLES, *styles, style_sheet(page.letterhead) + running),
        title=content.title,
        language=content.language,
        author=", ".join(of_kind.authors(content)),
        keywords=[top.document.partnership.name],
        created=dated,
        fetch={"/static/": Path(settings.BASE_DIR) / "static", "/stored/": _stored},
        **more,
    )


def _stored(sha256: str) -> bytes | None:
    stored = StoredFile.objects.filter(sha256=sha256).first()
    return stored.read() if stored else None


def mark_across(mark: str) -> str:
    """Return the style sheet that writes `mark` across every page; nothing when it is empty."""
    return f"@page {{ @left-middle {{ content: {_css_string(mark)} }} }}" if mark else ""


def _running_lines(*, header: str, footer: str) -> str:
    """Return the style sheet that writes the two lines into the margins of every page."""
    return (
        f"@page {{ @top-center {{ content: {_css_string(header)} }} "
        f"@bottom-left {{ content: {_css_string(put_together(footer))} }} }}"
    )


def _css_string(text: str) -> str:
    """Quote `text` for a style sheet: every character but letters and digits by its number."""
    return '"' + "".join(c if c.isalnum() else f"\\{ord(c):x} " for c in text) + '"'


def _exchange_file(content: tree.DocumentTree, top: TopRow) -> Attachment:
    data = json.dumps(envelope(content, top), ensure_ascii=False, indent=1) + "\n"
    with override(words_for(content.language)):
        name = slugify(str(kind_of_tree(content).label))
    return Attachment(
        name=f"{name}.json",
        content=data.encode(),
        description=_("The document in the Överens exchange format"),
    )
