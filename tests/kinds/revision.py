"""A document whose binding text is revised: every word of the revision begins with what is new."""

from desk import workflow
from documents.acts import REVISE
from documents.changes import change
from documents.choices import SharingKind
from documents.models import Document
from tests.factories import SIGNING_DAY
from tests.kinds.examples import KINDS

#: The kinds of document whose binding texts are revised.
REVISED_KINDS = [kind for kind in KINDS if REVISE in kind.acts]
#: What the revision says, and nothing else does.
NEW = "Nyskrivet"


def rewrite(top, by):
    """Let every text of the document begin with what is new."""
    kind = next(one for one in KINDS if one.name == top.document.kind)
    with change(by=by.actor, document=top.document):
        for row in kind.rows:
            for one in row.model.objects.filter(document=top.document):
                for name in row.texts:
                    said = getattr(one, name)
                    if isinstance(said, str) and said:
                        setattr(one, name, _new(said))
                one.save()


def _new(said):
    return said.replace("<p>", f"<p>{NEW} ", 1) if said.startswith("<p>") else f"{NEW} {said}"


def share(top, persona, by, kind=SharingKind.FOR_COMMENTS):
    workflow.share(
        top, organisations=[persona.organisation], kind=kind, on=SIGNING_DAY, by=by.actor
    )


def stored(top):
    return Document.objects.select_related("locked_version", "binding_version").get(
        pk=top.document_id
    )
