"""Proposed wordings: proposing one, seeing what it would do to the text, deciding on it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from consultation import commenting, proposals
from consultation.commented import spot_of, text_part
from consultation.commenting import Author
from consultation.models import Comment, WordingProposal
from core.richtext import plain
from core.textdiff import counts, textdiff
from desk.addresses import address_of, page_of
from desk.forms.comments import DecisionForm, WordingForm
from desk.views.accepting import accepting
from desk.views.comments import (
    after,
    comment_page,
    comments_of,
    get_comment,
    is_in_document,
    usual,
)
from desk.views.fetching import get_top, may_edit, posted, tree_with_keys
from desk.views.returning import came_from
from desk.views.row_pages import row_page
from desk.views.rows import place_of
from documents.changes import Actor, DocumentLocked, WrongState
from documents.kinds import DocumentKind, kind_of
from documents.models import SectionPart, TopRow
from partnerships.access import door
from partnerships.permissions import Action


@door(Action.COMMENT)
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, kind: DocumentKind, pk: int, text) -> HttpResponse:
    """Propose another wording of a text that does not bind, or is being revised."""
    top = get_top(request, kind, pk)
    commenting.refuse_unless_draft(top.document)
    content = tree_with_keys(top)
    part, spot = text_part(content, text), spot_of(content, "part", text)
    if part is None:
        raise Http404
    form = WordingForm(posted(request), base=part.text, initial=usual(top))
    if request.method == "POST" and form.is_valid():
        made = commenting.propose(
            top.document,
            by=Author.of(request.access),
            spot=spot,
            base=part.text,
            proposed=form.cleaned_data["wording"],
            text=form.cleaned_data["text"],
            reach=form.cleaned_data["internal"],
        )
        # Where the text stands; a stored version, whose rows have no keys, leads to the list.
        shown = (
            comments_of(request, top, made)
            if top.version_read
            else page_of(request, top, made.at_row)
        )
        return redirect(came_from(request) or shown)
    return comment_page(request, top, form, "propose", spot=spot, base=part.text)


@door(Action.COMMENT)
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, kind: DocumentKind, pk: int, comment: int) -> HttpResponse:
    """Show what a proposed wording would do to the text; accept, edit or reject it."""
    top = get_top(request, kind, pk)
    one = get_comment(request, top, comment)
    if one.proposal is None:
        raise Http404
    form = DecisionForm(posted(request))
    if request.method != "POST":
        return _show(request, top, one, form)
    request.access.require(Action.EDIT)
    if not top.may_write:
        raise PermissionDenied
    if top.document.is_locked:
        raise DocumentLocked
    if not form.is_valid():
        return _show(request, top, one, form, status=422)
    decision = request.POST.get("decision")
    if decision not in ("accept", "edit", "reject"):
        return _show(request, top, one, form, status=422)
    if decision == "edit":
        return _edit(request, top, one)
    said = {"by": Actor.of(request.access), "reason": form.cleaned_data["reason"]}
    if decision == "reject":
        proposals.reject(one.wording, **said)
        return redirect(after(request, top, one))
    try:
        proposals.accept(one.wording, seen=request.POST.get("seen", ""), **said)
    except proposals.TextChanged:
        return _show(request, top, one, form, status=422, changed_now=True)
    return redirect(came_from(request) or page_of(request, top, one.at_row))


def _edit(request: HttpRequest, top: TopRow, one: Comment) -> HttpResponse:
    """Open the text with what is offered filled in; saving it accepts the wording."""
    texts = SectionPart.objects.filter(document_id=top.document_id, key=one.key, block="")
    part = texts.select_related("section").first()
    if part is None:
        raise WrongState
    asked = accepting(request, one)
    action = address_of(request, top, "edit", part.ROW, part.key)
    return row_page(
        request,
        top,
        asked.form(part),
        place_of(kind_of(top.document).rows_by_name[part.ROW], part.key, "") | {"accepting": asked},
        action=f"{action}?wording={one.pk}",
    )


def _show(
    request: HttpRequest,
    top: TopRow,
    one: Comment,
    form: DecisionForm,
    *,
    status: int = 200,
    changed_now: bool = False,
) -> HttpResponse:
    """Show what accepting would do to the text now; for one decided on, what was proposed.

    Where the two clash each is shown as it changed what both began from.
    """
    proposal, part = one.wording, text_part(tree_with_keys(top), one.key)
    is_open = proposal.is_open and part is not None
    current = part.text if is_open else proposal.base
    offered = proposals.offer(proposal, current)
    if offered.clash:
        read, now, proposed = (plain(part) for part in offered.clashing)
        becomes, since, redline = proposal.proposed, textdiff(read, now), textdiff(read, proposed)
    else:
        becomes, since, redline = offered.text, None, textdiff(plain(current), plain(offered.text))
    added, struck = counts(redline)
    response = render(
        request,
        "desk/comments/wording_page.html",
        {
            "top": top,
            "comment": one,
            "form": form,
            "current": current,
            "becomes": becomes,
            "clash": offered.clash,
            "since": since,
            "redline": redline,
            "added": added,
            "struck": struck,
            "is_gone": part is None,
            "is_stale": is_open and current != proposal.base,
            "says_so_already": is_open and current == offered.text,
            "changed_now": changed_now,
            "tells_reason": _tells_reason(top, proposal),
            "seen": proposals.fingerprint(current),
            "may_decide": may_edit(request, top) and is_open,
            "in_document": is_in_document(request, top),
            "back": (back := came_from(request)),
            "leads_away": not back.startswith(comments_of(request, top)),
        },
        status=status,
    )
    if request.htmx and status == 422:
        response["HX-Retarget"] = response["HX-Reselect"] = f"#wording-{one.pk}"
        response["HX-Reswap"] = "outerHTML"
    return response


def _tells_reason(top: TopRow, proposal: WordingProposal) -> bool:
    """Tell whether why it was decided on is the reader's: not what was said within a revision."""
    decided = proposal.decided_at
    if not (decided and top.reads_binding_text):
        return True
    return decided < top.version_read.locked_at
