"""Bringing in documents from exchange files."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from desk.addresses import list_of, page_of
from desk.forms.importing import ImportForm
from desk.importing.making import ImportRefused, import_files
from desk.views.fetching import posted
from desk.views.form_pages import form_page
from documents.changes import Actor
from documents.kinds import DocumentKind
from partnerships.access import door
from partnerships.permissions import Action


@door(Action.CREATE)
@require_http_methods(["GET", "HEAD", "POST"])
def import_file(request: HttpRequest, kind: DocumentKind) -> HttpResponse:
    """Import documents from exchange files, all of them or none; the page is of a `kind`."""
    form = ImportForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            imported = import_files(
                form.contents(),
                partnership=request.access.partnership,
                by=Actor.of(request.access),
                drafting_organisation=request.access.organisation,
            )
        except ImportRefused as refused:
            for error in refused.errors:
                form.add_error("files", str(error))
        else:
            for one in imported:
                for warning in one.warnings:
                    messages.warning(request, warning)
            number = len(imported)
            done = ngettext(
                "The document has been imported.",
                "%(number)d documents have been imported.",
                number,
            )
            messages.success(request, done % {"number": number})
            return redirect(page_of(request, imported[0].top))
    page = list_of(request, kind)
    return form_page(request, "desk/import.html", form, kind=kind, page=page)
