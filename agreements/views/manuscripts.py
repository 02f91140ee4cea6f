"""A text from outside on its way to become an agreement: taken in, decided on, made."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.choices import ParagraphRole
from agreements.forms.from_text import FromTextForm
from agreements.forms.manuscript import Corrections
from agreements.manuscript import roles
from agreements.manuscript.corrections import corrected
from agreements.manuscript.making import make_agreement, proposal_of
from agreements.manuscript.proposal import Proposal
from agreements.manuscript.unsaid import unsaid
from agreements.models import Manuscript
from desk.addresses import page_of
from desk.views.fetching import posted
from desk.views.form_pages import form_page
from documents.changes import Actor, WrongState
from intake.paragraphs import from_json, to_json
from partnerships.access import door
from partnerships.permissions import Action

#: How many paragraphs stand on a page: each sends a field, and Django takes a thousand.
ON_A_PAGE = 200


@door(Action.CREATE)
@require_http_methods(["GET", "HEAD", "POST"])
def from_text(request: HttpRequest) -> HttpResponse:
    """Take in a text, pasted or as a file, and lead to where its parts are decided on."""
    form = FromTextForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        reading = form.cleaned_data["reading"]
        manuscript = Manuscript.objects.create(
            partnership=request.access.partnership,
            organisation=request.access.organisation,
            user=request.user,
            name=form.cleaned_data["name"],
            source=form.cleaned_data["source"],
            paragraphs=to_json(reading.paragraphs),
            notes=reading.notes,
        )
        return redirect(_address(request, manuscript))
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    return form_page(request, "agreements/new/text.html", form, most=most)


@door(Action.CREATE)
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, manuscript: int) -> HttpResponse:
    """Show a manuscript with what was recognised in it; keep what its person decides; make it."""
    found = _get(request, manuscript)
    if found.agreement_id:
        return redirect(page_of(request, found.agreement))
    page = _page(found, request.GET.get("sida"))
    if request.method != "POST":
        proposal = proposal_of(found)
        asked = Corrections(proposal.facts, found.decisions, page.object_list)
        return _show(request, found, proposal, page, asked)

    sent, was_read_anew = _keep(request, found, page)
    wants_it_made = "make" in request.POST
    is_good = sent.is_valid()
    if wants_it_made and is_good:
        is_good = _is_enough(sent)
    if _is_only_kept(request):
        return HttpResponse(status=204)
    if not is_good:
        return _show(request, found, proposal_of(found), page, sent, status=422)
    if wants_it_made and not was_read_anew:
        return _make(request, found)
    if wants_it_made:
        messages.info(
            request,
            _("The text was read anew after your changes. Look through the facts and go on."),
        )
    onward = page.paginator.get_page(request.POST.get("to", page.number))
    return redirect(_address(request, found, onward.number))


def _keep(request: HttpRequest, manuscript: Manuscript, page: Page) -> tuple[Corrections, bool]:
    """Keep what was sent; return it, and whether the role of a paragraph was changed."""
    with transaction.atomic():
        # What is kept while one writes, and a role that is changed, can be sent at the same time.
        locked = Manuscript.objects.select_for_update(of=("self",))
        current = get_object_or_404(locked, pk=manuscript.pk)
        proposal, places = proposal_of(current), page.object_list
        sent = Corrections(proposal.facts, current.decisions, places, request.POST)
        choices = {}
        if not _is_only_kept(request):
            paragraphs = from_json(current.paragraphs)
            ticked = {int(at) for at in request.POST.getlist("pick") if at.isdecimal()}
            choices = roles.changed(paragraphs, proposal, request.POST, places, ticked)
        current.decisions = roles.decided(sent.decisions(), proposal, choices)
        current.save(update_fields=["decisions"])
    manuscript.decisions = current.decisions
    return sent, bool(choices)


def _is_enough(sent: Corrections) -> bool:
    """Tell whether an agreement can be made of what was sent; what is lacking is said at it."""
    lacks_a_party = sent.lacks_a_party
    if not sent.facts.cleaned_data["title"]:
        sent.facts.add_error("title", _("The agreement needs a title."))
    if lacks_a_party:
        sent.facts.add_error(
            "outcome",
            _(
                "A signed agreement has parties, and none is said here. Say which they are, or "
                "make a draft."
            ),
        )
    return not sent.facts.errors


def _is_only_kept(request: HttpRequest) -> bool:
    """Tell whether the page sent the facts while one writes, and shows no answer."""
    return "keep" in request.POST


def _make(request: HttpRequest, manuscript: Manuscript) -> HttpResponse:
    proposal = proposal_of(manuscript)
    asked = Corrections(proposal.facts, manuscript.decisions, range(0))
    try:
        agreement, warnings = make_agreement(manuscript, by=Actor.of(request.access))
    except WrongState:  # made a moment ago, in another window
        manuscript.refresh_from_db()
        return redirect(page_of(request, manuscript.agreement))
    for warning in warnings:
        messages.warning(request, warning)
    if agreement.signed:
        said = _("The agreement has been made and is locked as signed.")
    else:
        said = _("The draft has been made. Only your organisation sees it.")
    messages.success(request, said)
    if manuscript.decisions.get("anew") and not agreement.signed and asked.left_behind:
        told = _("Left out from the old text: %(facts)s. Years in the running text still stand.")
        messages.info(request, told % {"facts": ", ".join(asked.left_behind)})
    return redirect(page_of(request, agreement))


@door(Action.CREATE)
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, manuscript: int) -> HttpResponse:
    """Throw away a manuscript that has not become an agreement, after asking."""
    manuscript = _get(request, manuscript)
    if manuscript.agreement_id:
        return redirect(page_of(request, manuscript.agreement))
    if request.method != "POST":
        page = _address(request, manuscript)
        return render(
            request,
            "agreements/new/delete_manuscript.html",
            {"manuscript": manuscript, "page": page},
        )
    manuscript.delete()
    messages.success(request, _("The text has been thrown away."))
    return redirect(reverse("agreements:new", args=[request.access.partnership.slug]))


def _get(request: HttpRequest, pk: int) -> Manuscript:
    return get_object_or_404(Manuscript.objects.of(request.access), pk=pk)


def _address(request: HttpRequest, manuscript: Manuscript, number: int = 1) -> str:
    address = reverse(
        "agreements:manuscript", args=[request.access.partnership.slug, manuscript.pk]
    )
    return f"{address}?sida={number}" if number > 1 else address


def _page(manuscript: Manuscript, number) -> Page:
    places = range(len(manuscript.paragraphs))
    return Paginator(places, ON_A_PAGE).get_page(number)


def _show(
    request: HttpRequest,
    manuscript: Manuscript,
    proposal: Proposal,
    page: Page,
    corrections: Corrections,
    *,
    status: int = 200,
) -> HttpResponse:
    places = page.object_list
    paragraphs = from_json(manuscript.paragraphs[places.start : places.stop])
    goals = {ParagraphRole.GOAL, ParagraphRole.SUB_GOAL}
    return render(
        request,
        "agreements/new/manuscript.html",
        {
            "manuscript": manuscript,
            "corrections": corrections,
            "unsaid": unsaid(corrected(corrections.read, manuscript.decisions)),
            "paragraphs": [
                (at, roles.chosen(proposal, at), paragraph)
                for at, paragraph in zip(places, paragraphs, strict=True)
            ],
            "goals": [
                (at, role, manuscript.paragraphs[at]["text"])
                for at, role in enumerate(proposal.roles)
                if role in goals
            ],
            "page": page,
        },
        status=status,
    )
