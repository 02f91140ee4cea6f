"""Proposed wordings: proposing one, seeing it as a redline, accepting or rejecting it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from agreements.consulting import proposals
from agreements.consulting.commented import Spot
from agreements.forms.comments import DecisionForm, WordingForm
from agreements.models import Agreement, SectionPart
from agreements.views.comments import comments_of, form_page, get_comment
from agreements.views.fetching import get_agreement, may_edit, page_of, posted
from consultation import commenting
from consultation.commenting import Author
from consultation.models import Comment
from core.richtext import plain
from core.textdiff import counts, textdiff
from documents.changes import Actor, DocumentLocked
from documents.choices import Reach
from partnerships.access import door
from partnerships.permissions import Action


@door(Action.COMMENT)
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, pk: int, text) -> HttpResponse:
    """Propose another wording of a text."""
    agreement = get_agreement(request, pk)
    part = _text(agreement, text)
    if part is None:
        raise Http404
    form = WordingForm(
        posted(request),
        base=part.text,
        initial={"internal": agreement.document.reach == Reach.DRAFTING},
    )
    spot = Spot("part", part.key, part.name_in_history())
    if request.method == "POST" and form.is_valid():
        made = commenting.propose(
            agreement.document,
            by=Author.of(request.access),
            spot=spot,
            base=part.text,
            proposed=form.cleaned_data["wording"],
            text=form.cleaned_data["text"],
            reach=form.cleaned_data["internal"],
        )
        return redirect(comments_of(request, agreement, made))
    return form_page(request, agreement, form, "propose", spot=spot, base=part.text)


@door(Action.COMMENT)
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, pk: int, comment: int) -> HttpResponse:
    """Show a proposed wording beside the text; accept or reject it."""
    agreement = get_agreement(request, pk)
    one = get_comment(request, agreement, comment)
    if one.proposal is None:
        raise Http404
    form = DecisionForm(posted(request))
    if request.method != "POST":
        return _show(request, agreement, one, form)
    request.access.require(Action.EDIT)
    if not agreement.may_write:
        raise PermissionDenied
    if agreement.document.is_locked:
        raise DocumentLocked
    if not form.is_valid():
        return _show(request, agreement, one, form, status=422)
    decision = request.POST.get("decision")
    if decision not in ("accept", "reject"):
        return _show(request, agreement, one, form, status=422)
    said = {"by": Actor.of(request.access), "reason": form.cleaned_data["reason"]}
    if decision == "reject":
        proposals.reject(one.wording, **said)
        return redirect(comments_of(request, agreement))
    try:
        proposals.accept(one.wording, seen=request.POST.get("seen", ""), **said)
    except proposals.TextChanged:
        return _show(request, agreement, one, form, status=422, changed_now=True)
    return redirect(page_of(request, agreement, one.at_row))


def _text(agreement: Agreement, key) -> SectionPart | None:
    texts = SectionPart.objects.filter(document_id=agreement.document_id, key=key, block="")
    return texts.select_related("section").first()


def _show(
    request: HttpRequest,
    agreement: Agreement,
    one: Comment,
    form: DecisionForm,
    *,
    status: int = 200,
    changed_now: bool = False,
) -> HttpResponse:
    """Show the redline against what the text says now; for one decided on, what it began from."""
    proposal, part = one.wording, _text(agreement, one.key)
    current = part.text if part and proposal.is_open else proposal.base
    redline = textdiff(plain(current), plain(proposal.proposed))
    added, struck = counts(redline)
    response = render(
        request,
        "agreements/comments/wording_page.html",
        {
            "agreement": agreement,
            "comment": one,
            "form": form,
            "current": current,
            "redline": redline,
            "added": added,
            "struck": struck,
            "is_gone": part is None,
            "is_stale": proposal.is_open and part is not None and part.text != proposal.base,
            "changed_now": changed_now,
            "seen": proposals.fingerprint(current),
            "may_decide": may_edit(request, agreement) and proposal.is_open and part is not None,
            "in_document": request.htmx.current_url_abs_path == page_of(request, agreement),
        },
        status=status,
    )
    if request.htmx and status == 422:
        response["HX-Retarget"] = response["HX-Reselect"] = f"#wording-{one.pk}"
        response["HX-Reswap"] = "outerHTML"
    return response
