"""Documents of every kind: the base row, its changes, its stored versions and files."""

from documents.models.attached_file import AttachedFile
from documents.models.change import Change
from documents.models.document import Document, Sharing
from documents.models.presence import Presence
from documents.models.registration import Registration
from documents.models.row import DocumentRow, HistoryRow
from documents.models.sections import Section, SectionPart
from documents.models.stored_file import StoredFile
from documents.models.top import TopRow, TopRowQuerySet
from documents.models.version import Version

__all__ = [
    "AttachedFile",
    "Change",
    "Document",
    "DocumentRow",
    "HistoryRow",
    "Presence",
    "Registration",
    "Section",
    "SectionPart",
    "Sharing",
    "StoredFile",
    "TopRow",
    "TopRowQuerySet",
    "Version",
]
