"""Är den här filen vår? A file's checksum against those of everything the reader sees."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from django.db.models import F, Q

from documents.kinds import kinds
from documents.models import AttachedFile, Document, TopRow, Version
from documents.visibility import files_seen_by, versions_seen_by


@dataclass(frozen=True)
class Match:
    """What a file is: the PDF of a version, or a file that came from outside; one of the two."""

    top: TopRow
    version: Version | None = None
    attached: AttachedFile | None = None
    is_current: bool = False
    # The binding text was registered from it, and adds its signing, and what was decided later.
    is_signed_text: bool = False


def sha256_of(chunks: Iterable[bytes]) -> str:
    """Return the SHA-256 of a file that is read piece by piece."""
    digest = sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()


def known_as(access, digest: str) -> list[Match]:
    """Return what the file with this checksum is among all that the reader sees.

    Two queries, and one for each kind of document.

    The same bytes can be several things, as when two texts were signed on one paper.
    """
    versions = list(
        versions_seen_by(access)
        .filter(_printed_as(digest))
        .annotate(signed_text_now=F("document__binding_version__signed_text"))
        .defer("content")
    )
    files = list(files_seen_by(access).filter(file__sha256=digest).order_by("pk"))
    documents = {one.document_id for one in [*versions, *files]}
    tops = {
        one.document_id: one
        for kind in kinds().values()
        for one in kind.top.model.objects.visible_to(access).filter(document__in=documents)
    }
    return [
        Match(
            tops[one.document_id],
            version=one,
            is_current=one.pk in _current(tops[one.document_id].document),
            is_signed_text=one.pk == one.signed_text_now,
        )
        for one in versions
    ] + [Match(tops[one.document_id], attached=one) for one in files]


def is_print_of_ours(digest: str) -> bool:
    """Tell whether a file with this checksum is a PDF that was stored with some version."""
    return Version.objects.filter(_printed_as(digest)).exists()


def _printed_as(digest: str) -> Q:
    return Q(pdf__sha256=digest) | Q(archive_pdf__sha256=digest)


def _current(document: Document) -> set[int | None]:
    """Return the versions that hold now: the text that binds, and what the rows are held to."""
    return {document.binding_version_id, document.locked_version_id}
