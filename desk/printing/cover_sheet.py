"""The cover sheet (följeblad): one page on what a document is and how it is kept.

It is printed anew each time and says when; unlike the document's own PDF it proves nothing.
"""

from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.pdf import render
from decisions.phrases import decided_about
from desk.printing import pdf
from desk.printing.running_lines import example_mark
from desk.registering import records
from documents import tree
from documents.kinds import kind_of
from documents.languages import words_for
from documents.models import AttachedFile, TopRow

STYLES = (*pdf.STYLES, "/static/print/cover_sheet.css")


def print_cover_sheet(
    top: TopRow,
    content: tree.DocumentTree,
    *,
    signed_files: Sequence[AttachedFile],
    printed_by: str,
) -> bytes:
    """Return the cover sheet of `top` as an accessible PDF.

    `content` is what the document says now, `signed_files` what of its paper the reader sees.
    """
    of_kind = kind_of(top.document)
    version, now = top.version_read, timezone.now()
    with translation.override(words_for(content.language)):
        title = _("Cover sheet: %(title)s") % {"title": content.title}
        html = render_to_string(
            "desk/cover_sheet.html",
            {
                "top": top,
                "facts": of_kind.panels.get("cover_sheet"),
                "doc": content,
                "state": of_kind.state(top),
                "version": version,
                "decided": decided_about(version),
                "signed_files": signed_files,
                "records": records(top),
                "printed_at": now,
                "printed_by": printed_by,
            },
        )
        mark = pdf.mark_across(example_mark(top))
    return render(
        html,
        base_css=(*STYLES, mark),
        title=title,
        language=content.language,
        author=", ".join(of_kind.authors(content)),
        keywords=[top.document.partnership.name],
        created=now,
        fetch={"/static/": Path(settings.BASE_DIR) / "static"},
    )
