"""Who has adopted a document, as the exchange file has it: `adopted` of a plan."""

from dataclasses import dataclass
from datetime import date

from decisions.choices import Outcome
from decisions.deciding import Minutes, record
from decisions.models import Body, Decision
from documents.models import Document


@dataclass(frozen=True)
class Adoption:
    """That a body adopted a document: the five facts of the exchange format.

    `on_text` is the day in words where only a month or a year is known.
    """

    body: str = ""
    on: date | None = None
    on_text: str = ""
    paragraph: str = ""
    note: str = ""


def adoptions_of(document: Document) -> list[Adoption]:
    """Return every adoption of `document`, in the order they were registered; one query."""
    return [
        Adoption(one.body_name, one.on, one.on_text, one.paragraph, one.note)
        for one in document.decisions.adopting()
    ]


def record_adoption(document: Document, adoption: Adoption) -> Decision:
    """Keep an adoption that came from a file, inside the open change; return the decision.

    It is about the binding text, or the locked one, if there is any. It makes nothing binding
    (`desk.deciding.take_over_adoptions` does). A body of the register with the same
    name is the one meant.
    """
    body = Body.objects.filter(partnership=document.partnership_id, name=adoption.body).first()
    minutes = Minutes(
        outcome=Outcome.ADOPTED,
        on=adoption.on,
        on_text=adoption.on_text,
        paragraph=adoption.paragraph,
        note=adoption.note,
    )
    version = document.binding_version or document.locked_version
    return record(
        document,
        minutes,
        version=(version.signed_text or version) if version else None,
        body=body,
        body_name=adoption.body,
    )
