"""What stands beside and above the text of an agreement: its status, and what hangs on it."""

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest

from agreements import tree
from agreements.choices import AgreementKind
from agreements.in_force import duties_in_force
from agreements.models import Agreement, Supersession
from agreements.validity import state
from core.days import moved
from deadlines.known import deadlines_for
from documents.choices import AttachedKind
from documents.models import Registration
from documents.references import is_key
from documents.visibility import files_seen_by
from partnerships.access import Access


def panel_context(request: HttpRequest, agreement: Agreement, content: tree.AgreementTree) -> dict:
    """Return what the panels of the page of an agreement need (`templates/agreements/side/`).

    The agreement learns its `known_state`, so that what is offered asks for it no second time.
    """
    agreement.known_state = state(agreement)
    hanging = None if agreement.is_draft else related(request, agreement)
    # Of a draft it is told by its words, without a query: one that we have has its name there.
    named = (
        hanging["named"]
        if hanging
        else [one for one in content.supersedes if not is_key(one.title)]
    )
    until, terminated = agreement.known_state.until, agreement.terminated_on
    return {
        "state": agreement.known_state,
        "related": hanging,
        "deadlines": _deadlines(request, agreement, content),
        "has_earlier": bool(named),
        # What is said of a renewal has been overtaken by a termination or by what came after.
        "is_renewal_settled": bool(until and terminated and moved(terminated, -1) == until)
        or any(not one.is_draft for one in (hanging or {}).get("replaced_by", ())),
    }


def _deadlines(request: HttpRequest, agreement: Agreement, content: tree.AgreementTree) -> dict:
    """Return how it stands with each duty of an agreement in force, by its node."""
    state = agreement.known_state
    if not (state.status.is_in_force and content.duties):
        return {}
    duties = duties_in_force({agreement: state}, request.access.partnership.slug)
    by_key = {one.duty.key: one for one in deadlines_for(duties, request.access)}
    return {node: by_key[duty.key] for node, duty in zip(content.duties, duties, strict=False)}


def related(request: HttpRequest, agreement: Agreement) -> dict[str, list]:
    """Return what hangs on a binding agreement and is seen by the reader; three queries.

    The agreements before it (those among them that its text has `named`) and after it, its
    amendments by their first day, the files of its signed paper, and what each organisation's
    registry has noted.
    """
    links = Supersession.objects.filter(document=OuterRef("document"), predecessor=agreement)
    replaced = Supersession.objects.filter(document=agreement.document, predecessor=OuterRef("pk"))
    kin = (
        Agreement.objects.visible_to(request.access)
        .annotate(
            replaces_it=Exists(links) | Q(pk=agreement.replaced_by_id),
            is_named=Exists(replaced),
            is_replaced=Q(is_named=True) | Q(replaced_by=agreement),
        )
        .filter(
            Q(replaces_it=True)
            | Q(is_replaced=True)
            | Q(parent=agreement, kind=AgreementKind.AMENDMENT)
        )
        .order_by("valid_from", "pk")
    )
    kin = list(kin)
    files = files_seen_by(request.access).filter(
        document=agreement.document, kind=AttachedKind.SIGNED
    )
    return {
        "named": [one for one in kin if one.is_named],
        "replaces": [one for one in kin if one.is_replaced],
        "replaced_by": [one for one in kin if one.replaces_it],
        "amendments": [one for one in kin if one.parent_id == agreement.pk and one.is_amendment],
        "signed_files": list(files.order_by("pk")),
        "registrations": list(
            Registration.objects.filter(document=agreement.document).select_related("organisation")
        ),
    }


def replaced_by(agreement: Agreement, access: Access) -> list[Agreement]:
    """Return the agreements that this one says it replaces and that the reader sees, in order."""
    seen = Agreement.objects.visible_to(access)
    return list(
        seen.filter(succeeded_by__document=agreement.document).order_by("succeeded_by__rank")
    )
