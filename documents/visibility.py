"""What of a document's past a reader sees.

A draft's past belongs to the organisation that wrote it. Another organisation sees what has been
done since the document was first shown to it, and the versions it was shown; everyone in the
partnership sees what has been done since the text became binding (decision 14).
"""

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from documents.choices import VersionKind
from documents.models import AttachedFile, Change, Document, Sharing, Version
from documents.models.change import ChangeQuerySet
from documents.models.version import VersionQuerySet


def changes_seen_by(access) -> ChangeQuerySet:
    """Return the changes that the reader sees, of the documents that the reader sees."""
    shown = Sharing.objects.filter(
        document=OuterRef("document"),
        organisation=access.organisation,
        change__lte=OuterRef("pk"),
    )
    binding = Version.objects.filter(
        document=OuterRef("document"), kind=VersionKind.BINDING, change__lte=OuterRef("pk")
    )
    return Change.objects.filter(document__in=Document.objects.visible_to(access)).filter(
        Q(document__drafting_organisation=access.organisation) | Exists(shown) | Exists(binding)
    )


def shown_by(moment: str, access) -> Q:
    """Return the condition that a row's document had been shown to the reader by its `moment`.

    The row has the columns `document` and `moment`, a time.
    """
    of_document = {"document": OuterRef("document"), "change__at__lte": OuterRef(moment)}
    shown = Sharing.objects.filter(organisation=access.organisation, **of_document)
    binding = Version.objects.filter(kind=VersionKind.BINDING, **of_document)
    return Q(Exists(shown)) | Q(Exists(binding))


def versions_seen_by(access) -> VersionQuerySet:
    """Return the stored versions that the reader sees, of the documents that the reader sees."""
    to_reader = Sharing.objects.filter(
        document=OuterRef("document"), organisation=access.organisation
    )
    return Version.objects.filter(document__in=Document.objects.visible_to(access)).filter(
        Q(document__drafting_organisation=access.organisation)
        | Q(kind=VersionKind.BINDING)
        | Q(document__locked_version=F("pk"))
        | Exists(to_reader.filter(version=OuterRef("pk")))
        | Exists(to_reader.filter(change__lte=OuterRef("change")))
    )


def files_seen_by(access) -> QuerySet[AttachedFile]:
    """Return the files from outside that the reader sees: those whose attaching they see."""
    return AttachedFile.objects.filter(change__in=changes_seen_by(access)).select_related("file")
