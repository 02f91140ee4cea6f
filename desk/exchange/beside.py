"""What a file tells beside the text of a document: how its rows go, and who adopted it.

Neither is part of the tree, of the hash or of history; both stand in what the file says of the
document, for its reader's sake.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any, get_type_hints
from uuid import UUID

from decisions.adoptions import Adoption, adoptions_of
from desk.exchange.decoding import key_of
from desk.exchange.schema import knows
from documents.kinds import DocumentKind, kind_of
from documents.models import TopRow
from documents.row_kinds import RowKind
from documents.tree import DocumentTree, Node
from documents.values import EMPTY, from_json, to_json, to_sparse_json
from followup.in_file import OutcomeInFile, RowInFile, reports_of

#: What a file calls otherwise.
_STATUS = {"state": "status"}
_PERIOD = {"period_from": "from", "period_to": "to", "period_text": "text"}


def tell_beside(top: TopRow, said: dict) -> None:
    """Put into `said`, which has the keys of its rows, what is told beside the text of `top`."""
    kind = kind_of(top.document)
    if kind.followed_rows:
        reports = reports_of(top.document)
        for row in _objects(said):
            if "key" in row and (report := reports.get(key_of(row["key"]))):
                row.update(_said_of(report))
    if knows(kind.in_file, "adopted") and (adopted := adoptions_of(top.document)):
        said["adopted"] = [to_sparse_json(one) for one in adopted]


def adoptions_in(said: Mapping) -> list[Adoption]:
    """Return who adopted the document of which a file says `said`, in its order."""
    return list(from_json(tuple[Adoption, ...], said.get("adopted") or ()))


def reports_in(said: Mapping, kind: DocumentKind, content: DocumentTree) -> dict[UUID, RowInFile]:
    """Return what a file says of how rows go, by the keys that they have in `content`.

    `content` is the document that was made of `said`.
    """
    return {
        node.key: report
        for row, node in _pairs(kind, kind.top, said, content)
        if node.ROW in kind.followed_rows and (report := _report(row)) != RowInFile()
    }


def _pairs(
    kind: DocumentKind, row: RowKind, said: Mapping, node: Node
) -> Iterator[tuple[Mapping, Node]]:
    """Give what a file says of each row with the row that was made of it."""
    yield said, node
    for name, below in kind.below[row]:
        there, here = said.get(below.in_file.list or name) or (), getattr(node, name)
        if below.in_file.only or len(there) != len(here):
            continue  # rows that say nothing were left out; nothing is reported of such
        for one, made in zip(there, here, strict=True):
            yield from _pairs(kind, below, one, made)


def _objects(said: Any) -> Iterator[dict]:
    if isinstance(said, dict):
        yield said
    inside = said.values() if isinstance(said, dict) else said if isinstance(said, list) else ()
    for one in inside:
        yield from _objects(one)


def _said_of(report: RowInFile) -> dict:
    said = {_STATUS.get(name, name): value for name, value in report.status.items()}
    said["outcomes"] = [_outcome_said(one) for one in report.outcomes]
    return {name: value for name, value in said.items() if value not in EMPTY}


def _outcome_said(outcome: OutcomeInFile) -> dict:
    columns = {one.name: getattr(outcome, one.name) for one in fields(outcome)}
    said = {"key": str(outcome.key), "period": {}}
    for name, value in columns.items():
        if value in EMPTY or name == "key":
            continue
        place = said["period"] if name in _PERIOD else said
        place[_PERIOD.get(name, name)] = to_json(value)
    return {name: value for name, value in said.items() if value not in EMPTY}


def _report(row: Mapping) -> RowInFile:
    outcomes = tuple(_outcome(one) for one in row.get("outcomes") or ())
    names = [one.name for one in fields(RowInFile) if one.name != "outcomes"]
    status = {name: row.get(_STATUS.get(name, name)) or "" for name in names}
    return RowInFile(**status, outcomes=outcomes)


def _outcome(said: Mapping) -> OutcomeInFile:
    period, hints = said.get("period") or {}, get_type_hints(OutcomeInFile)
    values = {
        name: from_json(hint, period.get(_PERIOD[name]) if name in _PERIOD else said.get(name))
        for name, hint in hints.items()
        if name != "key"
    }
    return OutcomeInFile(key=key_of(said["key"]) if said.get("key") else None, **values)
