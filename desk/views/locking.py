"""What the one who is about to lock a text should know first: sentences, and where they lead."""

from django.http import HttpRequest

from consultation.models import Comment
from consultation.threads import threads
from documents.kinds import DocumentKind
from documents.models import TopRow
from documents.reading import read_tree


def before_locking(request: HttpRequest, kind: DocumentKind, top: TopRow) -> dict:
    """Return what `desk/acts/before_locking.html` shows of the draft.

    `missing` does not hinder, `hindrance` does; `open_rounds` and `undecided` comments are told.
    """
    open_rounds = [one for one in top.document.consultations.all() if one.is_open]
    comments = Comment.objects.seen_by(request.access).filter(document=top.document)
    content = read_tree(top)
    whole = kind.for_page(kind.top.model.objects.all()).get(pk=top.pk)
    hindrance = kind.hinders_locking(content)
    missing = kind.missing(whole, content)
    return {
        "missing": [one for one in missing if not (hindrance and one.leads_where(hindrance))],
        "hindrance": hindrance,
        "open_rounds": open_rounds,
        "undecided": sum(one.is_open for one in threads(comments)),
    }
