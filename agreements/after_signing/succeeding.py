"""What replaced an older agreement, registered of that one itself.

A text names what it replaces (`Supersession`), and then nothing is registered. One that names
nothing, or another paper than the one in the archive, is binding and is not changed for it: that
it came after is a fact of the older agreement, outside both texts.
"""

from django.db.models import Q, QuerySet

from agreements.choices import AgreementKind
from agreements.models import Agreement, Supersession
from documents.changes import Actor, WrongState, change
from documents.choices import Command
from partnerships.access import Access


def possible_successors(access: Access, agreement: Agreement | None = None) -> QuerySet[Agreement]:
    """Return the binding agreements, the latest first, that can have replaced `agreement`.

    Neither itself nor one that it has replaced, however far back; an amendment replaces nothing.
    """
    found = (
        Agreement.objects.visible_to(access)
        .filter(document__binding_version__isnull=False)
        .exclude(kind=AgreementKind.AMENDMENT)
        .order_by("-valid_from", "-pk")
    )
    return found if agreement is None else found.exclude(pk__in=_back_from(agreement))


def _back_from(agreement: Agreement) -> set[int]:
    """Return `agreement` and all before it; a query for each step back."""
    line, latest = set(), {agreement.pk}
    while latest:
        line |= latest
        replaced = Q(replaced_by__in=latest) | Q(succeeded_by__document__agreement__in=latest)
        latest = {*Agreement.objects.filter(replaced).values_list("pk", flat=True)} - line
    return line


def successors(agreement: Agreement) -> list[Agreement]:
    """Return the binding agreements that replaced this one, by their first day; one query.

    It does not ask who reads: what is binding is seen by everyone in the partnership.
    """
    say_so = Supersession.objects.filter(predecessor=agreement).values("document")
    return list(
        Agreement.objects.with_document()
        .filter(Q(document__in=say_so) | Q(pk=agreement.replaced_by_id))
        .filter(document__binding_version__isnull=False)
        .order_by("valid_from", "pk")
    )


def note_successor(
    agreement: Agreement, successor: Agreement | None, *, by: Actor, reason: str = ""
) -> None:
    """Register what replaced a binding agreement; None takes that back. No new version is made.

    Raises WrongState when `agreement` is not binding.
    """
    document = agreement.document
    with change(
        by=by, document=document, command=Command.REGISTER, reason=reason, while_locked=True
    ):
        if not document.is_binding:
            raise WrongState
        fresh = Agreement.objects.get(pk=agreement.pk)
        fresh.replaced_by = successor
        fresh.save()
