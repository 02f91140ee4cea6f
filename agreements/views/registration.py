"""The registrar's page of an agreement, and its cover sheet (följeblad)."""

from django.contrib import messages
from django.db.models import Value
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements.after_signing.registering import note_registration, past, records
from agreements.after_signing.unregistered import unregistered
from agreements.forms.registration import RegistrationForm
from agreements.listed import listed
from agreements.models import Agreement
from agreements.printing.cover_sheet import print_cover_sheet
from agreements.validity import has_ended
from agreements.views.fetching import current_tree, get_agreement, page_of
from agreements.views.sending import file_name, send_file
from documents.changes import Actor
from documents.choices import AttachedKind, Command
from documents.visibility import changes_seen_by, files_seen_by
from partnerships.access import door
from partnerships.permissions import Action

#: So many of the latest changes of the records are listed.
MOST_PAST = 100


@door(Action.REGISTER)
@require_http_methods(["GET", "HEAD", "POST"])
def registration(request: HttpRequest, pk: int) -> HttpResponse:
    """Note number, secrecy and retention: one form for each organisation, one at a time."""
    agreement = get_agreement(request, pk)
    own = request.access.organisation
    sent = request.POST.get("organisation", "")
    forms = [
        RegistrationForm(
            one,
            request.POST if request.method == "POST" and sent == str(one.organisation.pk) else None,
            own=one.organisation == own,
        )
        for one in records(agreement, own=own)
    ]
    if request.method == "POST":
        form = next((one for one in forms if one.is_bound), None)
        if form is None:
            raise Http404
        if form.is_valid():
            by = Actor.of(request.access, on_behalf_of=form.on_whose_behalf)
            note_registration(agreement, form.organisation, by=by, **form.values())
            messages.success(request, _("The registration is noted."))
            return redirect(
                reverse("agreements:registration", args=[request.access.partnership.slug, pk])
            )
    changes = changes_seen_by(request.access).of(agreement.document)
    noted = past(changes.filter(command=Command.REGISTER)[:MOST_PAST])
    for form in forms:
        form.past = noted.get(form.organisation.pk, [])
    return render(
        request,
        "agreements/registration.html",
        {
            "agreement": agreement,
            "forms": forms,
            "page": page_of(request, agreement),
            "ended": agreement.document.is_binding and has_ended(agreement),
        },
        status=422 if any(one.errors for one in forms if one.is_bound) else 200,
    )


@door(Action.REGISTER)
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """List what waits for the registrar of the reader's organisation."""
    seen = Agreement.objects.visible_to(request.access).for_own(
        Value(request.access.organisation.pk)
    )
    rows = listed(unregistered(seen), request.access.partnership.slug)
    return render(
        request,
        "agreements/waiting.html",
        {
            "rows": rows,
            "kept": bool(rows) or seen.filter(document__locked_version__isnull=False).exists(),
        },
    )


@door(Action.VIEW)
@require_safe
def cover_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the one-page sheet that goes with the agreement to the registry and the archive."""
    agreement = get_agreement(request, pk)
    files = files_seen_by(request.access).filter(document=agreement.document)
    content = print_cover_sheet(
        agreement,
        current_tree(agreement),
        signed_files=files.filter(kind=AttachedKind.SIGNED).order_by("pk"),
        printed_by=f"{request.user}, {request.access.organisation}",
    )
    return send_file(content, "application/pdf", f"{file_name(agreement)}-foljeblad.pdf")
