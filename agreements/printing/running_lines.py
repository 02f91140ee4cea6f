"""What stands in the margins of every printed page, in PDF and Word alike."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements import tree
from agreements.models import Agreement
from documents.choices import VersionKind
from documents.models import TopRow


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


def footer_line(content: tree.AgreementTree, kind: str, dated: datetime) -> str:
    """Return the line at the foot: the title with its years, and which text it is, from when."""
    named = Agreement(
        title=content.title,
        kind=content.kind,
        valid_from=content.valid_from,
        valid_to=content.valid_to,
    )
    return f"{named.name} · {_date_line(content, kind, dated)}"


def _date_line(content: tree.AgreementTree, kind: str, dated: datetime) -> str:
    """Say which text it is: a draft, a proposal or the signed one, and from when."""
    day = date_format(timezone.localtime(dated), "j F Y")
    if kind == VersionKind.PROPOSAL:
        return _("proposal %(day)s") % {"day": day}
    if kind != VersionKind.BINDING:
        return _("draft %(day)s") % {"day": day}
    if content.signed_on:
        return _("signed %(day)s") % {"day": date_format(content.signed_on, "j F Y")}
    return _("signed") if content.signed else _("registered %(day)s") % {"day": day}
