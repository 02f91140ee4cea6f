"""Files from outside: the signed original of an agreement, and whether a file is ours."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from desk import workflow
from desk.addresses import page_of
from desk.forms.files import AttachForm, CheckForm
from desk.views.fetching import get_top, get_top_for, posted
from desk.views.form_pages import act_page, form_page
from desk.views.sending import send_file
from documents.acts import ATTACH
from documents.changes import Actor
from documents.files.checking import known_as, sha256_of
from documents.kinds import DocumentKind
from documents.visibility import files_seen_by
from partnerships.access import door
from partnerships.permissions import Action


@door(ATTACH.action)
@require_http_methods(["GET", "HEAD", "POST"])
def attach(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Keep the file of the paper that was signed with the binding text."""
    top = get_top_for(ATTACH, request, kind, pk)
    form = AttachForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        by = Actor.of(request.access, on_behalf_of=said["on_behalf_of"])
        workflow.attach_signed_file(top, said["paper"], by=by)
        messages.success(request, _("The signed file is kept with the agreement."))
        return redirect(page_of(request, top))
    return act_page(request, top, form, "desk/acts/attach.html")


@door(Action.VIEW)
@require_safe
def attached_file(request: HttpRequest, kind: DocumentKind, pk: int, sha256: str) -> HttpResponse:
    """Send a file from outside, if the reader sees it; always as a file to save, never shown."""
    top = get_top(request, kind, pk)
    found = files_seen_by(request.access).filter(document=top.document, file__sha256=sha256)
    attached = get_object_or_404(found.order_by("pk")[:1])
    stored = attached.file
    return send_file(stored.read(), stored.media_type, attached.name, attached=True)


@door(Action.VIEW)
@require_http_methods(["GET", "HEAD", "POST"])
def check_file(request: HttpRequest, kind: DocumentKind) -> HttpResponse:
    """Tell whether a file is one of ours and unchanged; what is sent in is not stored."""
    form = CheckForm(posted(request), request.FILES or None)
    asked = request.method == "POST" and form.is_valid()
    digest = sha256_of(form.cleaned_data["file"].chunks()) if asked else ""
    return form_page(
        request,
        "desk/check_file.html",
        form,
        kind=kind,
        sha256=digest,
        name=form.cleaned_data["file"].name if asked else "",
        found=known_as(request.access, digest) if asked else [],
    )
