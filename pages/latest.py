"""What happened lately in a partnership, in documents of every kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from desk.addresses import address_in
from desk.history.words import told
from documents.choices import UNDOABLE, Command
from documents.kinds import kinds, top_of
from documents.models import Change, Document
from documents.visibility import changes_seen_by

#: How many lines are told, and among how many of the latest changes.
LATEST, READ = 8, 60
#: So many of the changes on a line are said; how many more there were is said as a number.
SAID = 2


@dataclass(frozen=True)
class Latest:
    """What a person did to a document: an act, or what they wrote there one day.

    `change` is the latest of it; `url` is where the document's history is, "" when it has no page.
    """

    change: Change
    words: str
    document: str
    url: str


def latest_changes(access) -> list[Latest]:
    """Return the latest changes that the reader sees in the partnership, the latest first.

    Two queries, whatever their number.
    """
    changes = list(changes_seen_by(access).select_related("undoes").order_by("-pk")[:READ])
    tops = [kind.row_of_document for kind in kinds().values()]
    documents = Document.objects.select_related("binding_version", *tops)
    documents = documents.defer("binding_version__content")
    documents = documents.in_bulk({one.document_id for one in changes})
    for one in changes:
        one.document = documents[one.document_id]
    groups = (list(group) for _key, group in groupby(changes, _together))
    return [_latest(group, access) for group, _n in zip(groups, range(LATEST), strict=False)]


def _together(change: Change) -> tuple:
    """Return what changes have in common that are told of on one line; an act has its own."""
    is_act = change.command not in UNDOABLE | {Command.UNDO}
    day = timezone.localdate(change.at)
    return change.document_id, change.name, change.organisation, day, is_act and change.pk


def _latest(changes: list[Change], access) -> Latest:
    latest = changes[0]
    document = latest.document
    if document.kind not in kinds():
        # Written by a program that knows more kinds: told of, without words of its rows or a link.
        labels = [str(Command(one.command).label) for one in changes]
        return Latest(latest, _in_all(labels), str(document), "")
    top = top_of(document)
    words = [one.words for one in told(changes)]
    url = address_in(access.partnership.slug, top, "history")
    return Latest(latest, _in_all(words), top.name, url)


def _in_all(words: Iterable[str]) -> str:
    """Return what was done, the same once, in one sentence."""
    once = list(dict.fromkeys(words))
    more = len(once) - SAID
    if more > 1:
        others = ngettext("%(number)d more change", "%(number)d more changes", more)
        once = [*once[:SAID], others % {"number": more}]
    return get_text_list(once, _("and"))
