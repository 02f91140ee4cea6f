"""What waits for the registrar: binding agreements without a number, signed ones without a file."""

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q

from agreements.models import Party
from agreements.querysets import AgreementQuerySet
from documents.choices import AttachedKind
from documents.models import AttachedFile, Registration


def with_gaps(agreements: AgreementQuerySet) -> AgreementQuerySet:
    """Let each agreement know whether it `lacks_number` or `lacks_file` at the reader's own.

    The agreements know their `own_organisation`. Its registry keeps what it has written or is a
    party to; a number counts when it is noted or printed. The file is one for all: whoever has
    the paper attaches it.
    """
    own = {"document": OuterRef("document"), "organisation": OuterRef("own_organisation")}
    party = Party.objects.filter(document=own["document"], register=own["organisation"])
    noted = Registration.objects.filter(**own).exclude(registry_number="")
    files = AttachedFile.objects.filter(document=own["document"], kind=AttachedKind.SIGNED)
    kept = Q(document__binding_version__isnull=False) & (
        Q(document__drafting_organisation=F("own_organisation")) | Q(Exists(party))
    )
    has_number = Exists(noted) | Exists(party.exclude(registry_number=""))
    return agreements.annotate(
        lacks_number=_flag(kept & ~Q(has_number)),
        lacks_file=_flag(kept & Q(signed=True) & ~Q(Exists(files))),
    )


def unregistered(agreements: AgreementQuerySet) -> AgreementQuerySet:
    """Return those that wait for the registrar, the latest signed first."""
    found = with_gaps(agreements).filter(Q(lacks_number=True) | Q(lacks_file=True))
    return found.order_by(F("signed_on").desc(nulls_last=True), "-pk")


def _flag(condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(condition, output_field=BooleanField())
