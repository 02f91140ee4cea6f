"""What of a document's past a reader sees.

A draft's past belongs to the organisation that wrote it. Another organisation sees what has been
done since the document was first shown to it, and the versions it was shown; everyone in the
partnership sees what has been done since the text became binding (decision 14). A revision of a
binding text is a draft of its own: what is done from when it is begun is seen by those to whom it
is shown, until its text binds.
"""

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from documents.choices import ABOUT_BINDING, Command, VersionKind
from documents.models import AttachedFile, Change, Document, Sharing, Version
from documents.models.change import ChangeQuerySet
from documents.models.version import VersionQuerySet

#: What ends that others see what is done: of a text that was shown, and of one that was binding.
_REVISED = {Command.REVISE}
_UNBOUND = {Command.REVISE, Command.UNBIND}


def changes_seen_by(access) -> ChangeQuerySet:
    """Return the changes that the reader sees, of the documents that the reader sees."""
    return Change.objects.filter(document__in=Document.objects.visible_to(access)).filter(
        Q(document__drafting_organisation=access.organisation)
        | _in_sight("pk", access)
        | Q(_became_binding("pk"), command__in=ABOUT_BINDING)
    )


def changes_of(document: Document, access) -> ChangeQuerySet:
    """Return the changes that the reader sees of a document that they see, the latest first."""
    if document.is_drafted_by(access.organisation):
        return Change.objects.of(document)
    return changes_seen_by(access).of(document)


def text_read_after(change: Change, access) -> Change:
    """Return as of which change the reader reads the text once `change`, which they see, was made.

    It is that change, unless it was made beside a revision that the reader did not see: then the
    change that had made the text binding.
    """
    if change.command not in ABOUT_BINDING:
        return change
    drafters = Q(document__drafting_organisation=access.organisation)
    seen = Change.objects.filter(drafters | _in_sight("pk", access), pk=change.pk)
    if seen.exists():
        return change
    binding = Version.objects.filter(
        document=change.document_id, kind=VersionKind.BINDING, change__lte=change
    )
    return binding.select_related("change").first().change


def shown_by(moment: str, access) -> Q:
    """Return the condition that a row's document had been shown to the reader by its `moment`.

    The row has the columns `document` and `moment`, a time.
    """
    return _in_sight(moment, access, by_time=True)


def unrevised_by(moment: str) -> Q:
    """Return the condition that nobody had begun to revise a row's document by its `moment`."""
    revised = Change.objects.filter(command__in=_REVISED)
    return ~Exists(revised.filter(document=OuterRef("document"), at__lte=OuterRef(moment)))


def versions_seen_by(access) -> VersionQuerySet:
    """Return the stored versions that the reader sees, of the documents that the reader sees."""
    sent = Sharing.objects.filter(organisation=access.organisation, version=OuterRef("pk"))
    return Version.objects.filter(document__in=Document.objects.visible_to(access)).filter(
        Q(document__drafting_organisation=access.organisation)
        | Q(kind=VersionKind.BINDING)
        | Q(document__locked_version=F("pk"), document__binding_version=None)
        | Exists(sent)
        | _in_sight("change", access, to_all=False)
    )


def versions_of(document: Document, access) -> VersionQuerySet:
    """Return the stored versions that the reader sees of a document that they see."""
    if document.is_drafted_by(access.organisation):
        return document.versions.all()
    return versions_seen_by(access).filter(document=document)


def files_seen_by(access) -> QuerySet[AttachedFile]:
    """Return the files from outside that the reader sees: those whose attaching they see."""
    return AttachedFile.objects.filter(change__in=changes_seen_by(access)).select_related("file")


def _in_sight(column: str, access, *, by_time: bool = False, to_all: bool = True) -> Q:
    """Return the condition that a row's document was in the reader's sight at its `column`.

    It had been shown to the reader, or (`to_all`) had become binding, and since then nobody had
    begun to revise it, or taken back that it was binding. `column` holds a change, or with
    `by_time` the time of one.
    """
    before, begun = ("change__at__lte", "at__lte") if by_time else ("change__lte", "pk__lte")
    shown = Sharing.objects.filter(organisation=access.organisation)
    binding = Version.objects.filter(kind=VersionKind.BINDING)
    found = Q()
    for events, ends in ((shown, _REVISED), (binding, _UNBOUND))[: 2 if to_all else 1]:
        ended = Change.objects.filter(
            command__in=ends,
            document=OuterRef("document"),
            pk__gt=OuterRef("change"),
            **{begun: OuterRef(OuterRef(column))},
        )
        reached = events.filter(document=OuterRef("document"), **{before: OuterRef(column)})
        found |= Exists(reached.filter(~Exists(ended)))
    return found


def _became_binding(column: str) -> Exists:
    """Return the condition that a row's document had become binding by the change in `column`."""
    return Exists(
        Version.objects.filter(
            document=OuterRef("document"),
            kind=VersionKind.BINDING,
            change__lte=OuterRef(column),
        )
    )
