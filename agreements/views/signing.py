"""Registering that an agreement was signed. GET asks, POST acts."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements import signing
from agreements.acts import REGISTER_SIGNED
from agreements.forms.beginning import SignedForm
from agreements.kind import AGREEMENT
from desk.addresses import page_of
from desk.views.fetching import get_top_for, posted
from desk.views.form_pages import act_page
from documents.changes import Actor
from partnerships.access import door
from partnerships.models import Organisation


@door(REGISTER_SIGNED.action)
@require_http_methods(["GET", "HEAD", "POST"])
def register_signed(request: HttpRequest, pk: int) -> HttpResponse:
    """Register that the locked text was signed outside the program."""
    agreement = get_top_for(REGISTER_SIGNED, request, AGREEMENT, pk)
    form = SignedForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            signing.register_signed(
                agreement,
                signed_on=said["signed_on"],
                signed_at=said["signed_at"],
                paper=said["paper"],
                by=Actor.of(request.access, on_behalf_of=said["on_behalf_of"]),
                reason=said["reason"],
            )
        except signing.NoParty:
            form.add_error(
                None,
                _(
                    "Nobody is a party to this text. Open the draft again, add the parties and "
                    "lock it before you register it as signed."
                ),
            )
        else:
            messages.success(
                request,
                _("The amendment is registered as signed.")
                if agreement.is_amendment
                else _("The agreement is registered as signed."),
            )
            return redirect(page_of(request, agreement))
    return act_page(
        request, agreement, form, "agreements/acts/register_signed.html", readers=_readers(request)
    )


def _readers(request: HttpRequest) -> QuerySet[Organisation]:
    """Return the organisations whose members see what is binding in the partnership."""
    members = request.access.partnership.memberships.values("organisation")
    return Organisation.objects.filter(pk__in=members)
