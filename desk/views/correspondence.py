"""The registrar's list of what was sent and received, as a page and as a file of lines."""

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from consultation.correspondence import Item, correspondence
from desk.views.fetching import get_top_for
from documents.acts import CORRESPOND
from documents.kinds import DocumentKind
from partnerships.access import door

#: What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@door(CORRESPOND.action)
@require_safe
def sent_and_received(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """List what was sent and received about the draft; `?form=csv` gives it as a table."""
    top = get_top_for(CORRESPOND, request, kind, pk)
    items = correspondence(top.document)
    if request.GET.get("form") == "csv":
        return _table(items, f"skickat-och-mottaget-{top.pk}.csv")
    return render(request, "desk/correspondence.html", {"top": top, "items": items})


def _table(items: list[Item], name: str) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response.write("\ufeff")  # tells spreadsheets that the letters are UTF-8
    rows = csv.writer(response, delimiter=";")
    rows.writerow([_("Date"), _("Kind"), _("Who"), _("What"), _("Version"), _("Note")])
    for item in items:
        rows.writerow(
            [
                timezone.localtime(item.at).strftime("%Y-%m-%d %H:%M"),
                pgettext("letter", "Sent") if item.is_sent else _("Received"),
                _harmless(item.who),
                _harmless(item.what),
                item.version or "",
                _harmless(item.words),
            ]
        )
    return response


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
