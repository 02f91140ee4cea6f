"""Fetching what a page is about, always through what the reader may see."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse

from agreements import tree
from agreements.exchange.exporting import stored_content
from agreements.models import Agreement
from agreements.reading import read_agreement
from documents.acts import Act
from documents.kinds import kind_of
from partnerships.permissions import Action


def get_agreement(request: HttpRequest, pk: int) -> Agreement:
    """Return the agreement `pk` if the reader sees it; otherwise Http404."""
    return get_object_or_404(Agreement.objects.visible_to(request.access), pk=pk)


def get_own_agreement(request: HttpRequest, pk: int) -> Agreement:
    """Return an agreement for an act that belongs to the organisation that writes it.

    Raises Http404 when the reader does not see it, PermissionDenied when it is another's draft.
    """
    agreement = get_agreement(request, pk)
    if not agreement.document.is_drafted_by(request.access.organisation):
        raise PermissionDenied
    return agreement


def get_agreement_for(act: Act, request: HttpRequest, pk: int) -> Agreement:
    """Return an agreement in a state that `act` begins in; otherwise Http404 or WrongState."""
    agreement = get_agreement(request, pk)
    act.check(agreement.document)
    return agreement


def get_text_to_write(request: HttpRequest, pk: int) -> Agreement:
    """Return an agreement whose text the reader's organisation writes in, locked or not.

    Raises Http404 when the reader does not see it, PermissionDenied when it is only to be read.
    """
    agreement = get_agreement(request, pk)
    if not agreement.may_write:
        raise PermissionDenied
    return agreement


def current_tree(agreement: Agreement) -> tree.AgreementTree:
    """Return what the agreement says now: the locked version's text if there is one."""
    version, kind = agreement.document.locked_version, kind_of(agreement.document)
    return stored_content(version, kind) if version else read_agreement(agreement)


def may_edit(request: HttpRequest, agreement: Agreement) -> bool:
    """Tell whether the reader may change the text of `agreement` now."""
    writes = request.access.may(Action.EDIT) and agreement.may_write
    return writes and not agreement.document.is_locked


def page_of(request: HttpRequest, agreement: Agreement, anchor: str = "") -> str:
    """Return the address of the agreement's page, at `anchor`."""
    address = reverse("agreements:detail", args=[request.access.partnership.slug, agreement.pk])
    return f"{address}#{anchor}" if anchor else address


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what a form was sent with, also when it was sent empty; None when it was not sent."""
    return request.POST if request.method == "POST" else None
