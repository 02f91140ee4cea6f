"""One document of every declared kind, with every kind of row in it.

The agreement's is the small one of all tests, with more to say. Any other is made from what its
kind declares, so that a new kind of document is met by every test here as soon as it is declared.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import count
from uuid import uuid4

import pytest

from agreements.tree import AgreementTree, Seat, Signatory
from consultation.rounds import close_with_the_text
from desk import workflow
from documents.changes import change
from documents.choices import Command, VersionKind
from documents.kinds import DocumentKind, kinds
from documents.models import TopRow
from documents.tree import BlockPart, DocumentTree, Link, Node, Section, TextPart, walk
from documents.writing import kept_key
from tests.any_tree import whole
from tests.factories import SIGNING_DAY, small_tree

KINDS = list(kinds().values())
#: The same for a test of each, under its name.
EACH_KIND = [pytest.param(kind, id=kind.name) for kind in KINDS]


def example(kind: DocumentKind) -> DocumentTree:
    """Return the example of `kind`: every row, at least two of those that can be added.

    Every block is printed.
    """
    content = _OWN[kind.name]() if kind.name in _OWN else _made(kind)
    names = [name for name in kind.blocks if not content.has_block(name)]
    if not names:
        return content
    parts = tuple(BlockPart(key=uuid4(), block=name) for name in names)
    lists = Section(key=uuid4(), heading="Listor", parts=parts)
    return replace(content, sections=(*content.sections, lists))


def _agreement() -> AgreementTree:
    """Return the small agreement with what else its rows can say in a Word file."""
    content = small_tree()
    party, body = content.parties[0], content.bodies[0]
    nobody = Signatory(key=uuid4(), unit="Stöd")
    seat = Seat(key=uuid4(), name="Eva Ek", title="Rektor")
    return replace(
        content,
        document_date=SIGNING_DAY,
        validity_text="Den gäller tills vidare.",
        renewal_text="Den förlängs varje år.",
        parties=(
            replace(party, signatories=(*party.signatories, nobody)),
            *content.parties[1:],
        ),
        bodies=(
            replace(body, mandate="Leder arbetet.", seats=(*body.seats, seat)),
            *content.bodies[1:],
        ),
        appendices=(
            replace(content.appendices[0], text="Vem som nås.\n\nNär de nås."),
            *content.appendices[1:],
        ),
    )


_OWN = {"agreement": _agreement}


def make(kind: DocumentKind, *, by, is_binding: bool = False, content=None) -> TopRow:
    """Write the example, or `content`, as a document of the persona `by`."""
    top = workflow.create(
        content or example(kind),
        partnership=by.access.partnership,
        drafting_organisation=by.organisation,
        by=by.actor,
        key_for=kept_key,
    )
    if is_binding:
        with change(by=by.actor, document=top.document, command=Command.LOCK):
            workflow.store_text(top, VersionKind.BINDING)
    return top


def bind(top, by):
    """Make the locked text binding, as an act of its kind does."""
    with change(by=by.actor, document=top.document, command=Command.LOCK, while_locked=True):
        workflow.store_text(top, VersionKind.BINDING)
        close_with_the_text(top.document)


def write(desk, row: str, column: str, words: str, *, by) -> None:
    """Let the first row of a kind say `words` in a column, as rich text or a list if it is one."""
    with change(by=by.actor, document=desk.agreement.document):
        one = desk.row(row, kind="text") if row == "part" else desk.row(row)
        text = f"<p>{words}.</p>" if row == "part" else words
        is_list = one._meta.get_field(column).get_internal_type() == "JSONField"
        setattr(one, column, [text] if is_list else text)
        one.save()


def every_row(kind: DocumentKind, content: DocumentTree) -> Iterator[tuple[str, Node]]:
    """Give the first node of every kind of row in `content` that a person edits, if it has words.

    A block prints rows and has none.
    """
    nodes = [node for node in walk(content) if not isinstance(node, BlockPart)]
    for name in kind.edited_rows:
        yield name, next(node for node in nodes if name == node.ROW)


def _made(kind: DocumentKind) -> DocumentTree:
    numbers = count(1)
    content = _named(kind, whole(kind.top.nodes[0]), numbers)
    text = TextPart(key=uuid4(), text="<p>Texten är <strong>kort</strong>.</p><p>Den är slut.</p>")
    return replace(content, sections=(Section(key=uuid4(), heading="Inledning", parts=(text,)),))


def _named(kind: DocumentKind, node: Node, numbers) -> Node:
    """Return `node` with a key and words of its own, and two of each row under it."""
    row = kind.rows_by_name[node.ROW]
    columns = {column.name: column for column in row.model._meta.concrete_fields}
    values: dict = (
        {"key": uuid4(), "language": "sv"} if hasattr(node, "language") else {"key": uuid4()}
    )
    for field in fields(node):
        value = getattr(node, field.name)
        if field.name in row.below:
            twice = value * 2 if len(value) == 1 else value
            values[field.name] = tuple(_named(kind, one, numbers) for one in twice)
        elif field.name in row.texts and isinstance(value, str):
            values[field.name] = f"{field.name.capitalize()} nummer {next(numbers)}"
        elif field.name in row.links:
            # The first of the second: an activity is no part of itself.
            depth = 2 if kind.rows_by_name[row.links[field.name]].needs_parent else 1
            values[field.name] = (Link(place=(2, 1)[:depth]),)
        elif isinstance(value, str) and field.name in columns:
            choices = columns[field.name].choices
            values[field.name] = choices[0][0] if choices else value
    return replace(node, **values)
