"""The partnership's letterhead: how its agreements look in print, in Word and in HTML."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements import tree
from agreements.models import Agreement
from desk.forms.letterhead import LetterheadForm
from desk.printing.letterhead import letterhead_of
from desk.views.fetching import current_tree, posted
from desk.views.form_pages import form_page
from partnerships.access import door
from partnerships.models import Letterhead
from partnerships.permissions import Action


@door(Action.SET_LETTERHEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def letterhead(request: HttpRequest) -> HttpResponse:
    """Choose the letterhead; the page shows the saved one on the newest agreement's parties."""
    partnership = request.access.partnership
    newest = Agreement.objects.visible_to(request.access).order_by("-pk").first()
    own = tree.Party(organisation=request.access.organisation.name, kind="")
    parties = current_tree(newest).parties if newest else (own,)
    kept = letterhead_of(partnership)
    # To be put in order rather than written.
    names = kept.order or [party.name for party in parties]
    form = LetterheadForm(posted(request), instance=kept, initial={"order": names})
    if request.method == "POST" and form.is_valid():
        Letterhead.objects.update_or_create(partnership=partnership, defaults=form.cleaned_data)
        messages.success(request, _("The letterhead has been saved."))
        return redirect("agreements:letterhead", partnership.slug)
    return form_page(
        request,
        "agreements/letterhead.html",
        form,
        letterhead=kept,
        top=newest,
        parties=parties,
    )
