"""What a member of a body meets before a meeting: made for a tablet."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from decisions import answering
from decisions.choices import SETTLING
from decisions.models import Decision, Matter, Seat
from decisions.submitting import NotWaiting
from desk.addresses import address_of
from desk.exchange.exporting import stored_content
from desk.forms.comparing import EARLIER
from desk.forms.deciding import AnswerForm
from desk.history.comparing import compare
from desk.views.fetching import get_top, posted
from desk.views.form_pages import form_page
from desk.views.page import document_context
from documents.kinds import DocumentKind
from documents.models import TopRow, Version
from documents.visibility import versions_of
from partnerships.access import door
from partnerships.permissions import Action


@door(Action.VIEW)
@require_http_methods(["GET", "HEAD", "POST"])
def matter(request: HttpRequest, kind: DocumentKind, pk: int, matter: int) -> HttpResponse:
    """Show what a body is to decide on, and take in what its members say before the meeting.

    The redline is against what the body last decided; the first time there is the text alone.
    """
    top, current = _get(request, kind, pk, matter)
    seat = answering.seat_of(request.user, current)
    if request.method == "POST" and not current.body.seats.filter(user=request.user).exists():
        raise PermissionDenied
    asked = answering.asked_in(current)
    own = next((one.answer for one in asked if seat and one.seat.pk == seat.pk), None)
    given = {"said": own.said, "comment": own.comment} if own else {}
    form, too_late = AnswerForm(posted(request), initial=given), ""
    if request.method == "POST" and form.is_valid():
        too_late = _take_in(current, seat, form)
        if not too_late:
            messages.success(request, _("Thank you. You can change your answer until the meeting."))
            return redirect(address_of(request, top, "matter", current.pk))
        top, current = _get(request, kind, pk, matter)
        asked = answering.asked_in(current)
    version = versions_of(top.document, request.access).get(pk=current.version_id)
    content = stored_content(version, kind)
    before = _decided_before(request, top, current)
    is_own = top.document.is_drafted_by(request.access.organisation)
    return form_page(
        request,
        "desk/decisions/matter.html",
        form,
        status=409 if too_late else 200,
        too_late=too_late,
        top=top,
        matter=current,
        seat=seat,
        own=own,
        asked=asked,
        read=sum(one.answer is not None for one in asked),
        reads_comments=seat is not None or (is_own and request.access.may(Action.SUBMIT)),
        registers=is_own and request.access.may(Action.DECIDE),
        moved_on=_is_written_further(top, current),
        later=_later(request, current),
        before=before,
        # A text that is new to the body can have taken the place of one that is not.
        earlier=[] if before else _earlier(request, kind, top),
        comparison=compare(stored_content(before.version, kind), content) if before else None,
        **document_context(content),
    )


@door(Action.VIEW)
@require_POST
def read(request: HttpRequest, kind: DocumentKind, pk: int, matter: int) -> HttpResponse:
    """Note that a member has read it: a GET notes nothing, since programs follow links too."""
    top, current = _get(request, kind, pk, matter)
    seat = answering.seat_of(request.user, current)
    if seat is None:
        raise PermissionDenied
    answering.read(current, seat)
    return redirect(address_of(request, top, "matter", current.pk))


def _get(request: HttpRequest, kind: DocumentKind, pk: int, matter: int) -> tuple[TopRow, Matter]:
    top = get_top(request, kind, pk)
    seen = Matter.objects.seen_by(request.access).filter(document=top.document)
    found = get_object_or_404(seen.with_all(), pk=matter)
    found.document = top.document
    return top, found


def _take_in(matter: Matter, seat: Seat | None, form: AnswerForm) -> str:
    """Keep what a member says; return why it is too late for that, or ""."""
    if seat is None:
        return _("You are no longer noted as a member of %(body)s.") % {"body": matter.body}
    try:
        answering.answer(matter, seat, **form.cleaned_data)
    except NotWaiting as late:
        return str(late.sentence)
    return ""


def _is_written_further(top: TopRow, matter: Matter) -> bool:
    """Tell whether the draft is no longer held to what the body has before it."""
    return top.document.has_draft and top.document.locked_version_id != matter.version_id


def _earlier(request: HttpRequest, kind: DocumentKind, top: TopRow) -> list[tuple[str, TopRow]]:
    """Return the documents that this one replaces, with what the address to compare calls each."""
    found = kind.earlier(top, request.access)
    return [(f"{EARLIER}{number}", one) for number, one in enumerate(found, start=1)]


def _later(request: HttpRequest, matter: Matter) -> Matter | None:
    """Return the matter in which the body has the text now, where this one was withdrawn."""
    if matter.withdrawn_at is None:
        return None
    seen = Matter.objects.seen_by(request.access).waiting()
    return seen.filter(
        document=matter.document, body=matter.body, version__gt=matter.version
    ).last()


def _decided_before(request: HttpRequest, top: TopRow, matter: Matter) -> Decision | None:
    """Return what the body last decided about an earlier text of the document, if the reader may.

    The reader sees the version itself, or the binding one that says the same.
    """
    last = (
        Decision.objects.filter(
            document=top.document,
            body=matter.body_id,
            outcome__in=SETTLING,
            version__lt=matter.version_id,
        )
        .select_related("version")
        .last()
    )
    if last is None:
        return None
    seen: Version | None = (
        versions_of(top.document, request.access).filter(sha256=last.version.sha256).first()
    )
    return last if seen else None
