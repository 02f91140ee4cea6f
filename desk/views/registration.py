"""The registrar's page of a document, and its cover sheet (följeblad)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from desk.addresses import address_of, page_of
from desk.forms.registration import RegistrationForm
from desk.noted import past
from desk.printing.cover_sheet import print_cover_sheet
from desk.registering import note_registration, records
from desk.views.fetching import current_tree, get_top, get_top_for
from desk.views.form_pages import begin_at_refused
from desk.views.sending import file_name, send_file
from documents.acts import REGISTER
from documents.changes import Actor
from documents.choices import AttachedKind, Command
from documents.kinds import DocumentKind
from documents.models import Registration
from documents.visibility import changes_of, files_seen_by
from partnerships.access import door
from partnerships.permissions import Action

#: So many of the latest changes of the records are listed.
MOST_PAST = 100


@door(REGISTER.action)
@require_http_methods(["GET", "HEAD", "POST"])
def registration(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Note number, secrecy and retention: one form for each organisation, one at a time."""
    top = get_top_for(REGISTER, request, kind, pk)
    own = request.access.organisation
    sent = request.POST.get("organisation", "")
    forms = [
        RegistrationForm(
            one,
            request.POST if request.method == "POST" and sent == str(one.organisation.pk) else None,
            own=one.organisation == own,
        )
        for one in records(top, own=own)
    ]
    if request.method == "POST":
        form = next((one for one in forms if one.is_bound), None)
        if form is None:
            raise Http404
        if form.is_valid():
            by = Actor.of(request.access, on_behalf_of=form.on_whose_behalf)
            note_registration(top, form.organisation, by=by, **form.values())
            messages.success(request, _("The registration is noted."))
            return redirect(address_of(request, top, "registration"))
        begin_at_refused(form)
    changes = changes_of(top.document, request.access)
    noted = past(changes.filter(command=Command.REGISTER)[:MOST_PAST], "registration", Registration)
    for form in forms:
        form.past = noted.get(form.organisation.pk, [])
    return render(
        request,
        "desk/registration.html",
        {
            "top": top,
            "forms": forms,
            "page": page_of(request, top),
            "state": kind.state(top),
            "panel": kind.panels.get("registration"),
        },
        status=422 if any(one.errors for one in forms if one.is_bound) else 200,
    )


@door(Action.VIEW)
@require_safe
def cover_sheet(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Send the one-page sheet that goes with the document to the registry and the archive."""
    top = get_top(request, kind, pk)
    files = files_seen_by(request.access).filter(document=top.document)
    content = print_cover_sheet(
        top,
        current_tree(top),
        signed_files=files.filter(kind=AttachedKind.SIGNED).order_by("pk"),
        printed_by=f"{request.user}, {request.access.organisation}",
    )
    return send_file(content, "application/pdf", f"{file_name(top)}-foljeblad.pdf")
