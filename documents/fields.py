"""How the fields of a node are kept in its row.

Most stand in the column of their own name: `Field` is how those are kept. A kind of row declares
only the others (`RowKind.fields`); what only one kind of document has stands in its own room.

`reading` is the `documents.reading.Reading` and `writing` the `documents.writing.Writing` at work.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from functools import cached_property
from typing import Any, ClassVar, get_origin

from documents.tree import Node
from documents.values import alternatives, maker, to_json


@dataclass(frozen=True)
class Field:
    """A field of a node that stands in the column of its own name; a list or an object as JSON."""

    name: str
    #: Its type. The node declares it, and `RowKind` fills it in here.
    hint: Any = None

    #: Columns of other rows that are read along with the row: `logo__sha256`.
    RELATED: ClassVar[tuple[str, ...]] = ()

    @cached_property
    def is_json(self) -> bool:
        """Tell whether the column holds JSON."""
        (hint,) = alternatives(self.hint)
        return get_origin(hint) is tuple or is_dataclass(hint)

    def read(self, row, reading) -> Any:
        """Return the value that the columns of `row`, of today or of the past, say."""
        value = getattr(row, self.name)
        return maker(self.hint)(value) if self.is_json else value

    def write(self, node: Node, writing) -> Mapping[str, Any]:
        """Return the columns that say it in the row of `node`."""
        value = getattr(node, self.name)
        return {self.name: to_json(value) if self.is_json else value}

    def look_up(self, nodes: Sequence[Node], writing) -> Any:
        """Return what is looked up once for all of the siblings `nodes`, before they are written.

        While they are written it is `writing.found[self]`.
        """
        return None

    def sibling_above(self, node: Node, writing) -> int | None:
        """Return the place among its siblings, from 0, of the one that `node` points to."""
        return None


@dataclass(frozen=True)
class OfDocument(Field):
    """A field that the document itself has: it was made with it."""

    def read(self, row, reading) -> Any:
        return getattr(reading.document, self.name)

    def write(self, node: Node, writing) -> Mapping[str, Any]:
        return {}


@dataclass(frozen=True)
class NumberAndUnit(Field):
    """An interval such as “every second year”: a column for the number and one for the unit."""

    def read(self, row, reading) -> Any:
        n = getattr(row, f"{self.name}_n")
        (interval,) = alternatives(self.hint)
        return interval(n, getattr(row, f"{self.name}_unit")) if n else None

    def write(self, node: Node, writing) -> Mapping[str, Any]:
        interval = getattr(node, self.name)
        n, unit = (interval.n, interval.unit) if interval else (None, "")
        return {f"{self.name}_n": n, f"{self.name}_unit": unit}


@dataclass(frozen=True)
class SectionPlace(Field):
    """The place in the tree of the section that a foreign key of the same name points to."""

    def read(self, row, reading) -> tuple[int, ...]:
        return reading.places("section").get(getattr(row, f"{self.name}_id"), ())

    def write(self, node: Node, writing) -> Mapping[str, Any]:
        return {self.name: writing.at("section", getattr(node, self.name))}


@dataclass(frozen=True)
class SectionInWords(Field):
    """What names the section of the field `place`, a `SectionPlace`, where there is none such."""

    place: str = ""

    def read(self, row, reading) -> str:
        is_there = getattr(row, f"{self.place}_id") in reading.places("section")
        return "" if is_there else getattr(row, self.name)


@dataclass(frozen=True)
class SiblingName(Field):
    """The name of a row above: one of the kind `of` in the column `link`, or else in `words`."""

    of: str = ""
    link: str = ""
    words: str = ""

    def read(self, row, reading) -> str:
        above = reading.by_id(self.of).get(getattr(row, f"{self.link}_id"))
        return above.name if above else getattr(row, self.words)

    def look_up(self, nodes: Sequence[Node], writing) -> Mapping[str, int]:
        # The first with a name is the one that is meant.
        return {node.name: place for place, node in reversed(list(enumerate(nodes)))}

    def sibling_above(self, node: Node, writing) -> int | None:
        return writing.found[self].get(getattr(node, self.name))

    def write(self, node: Node, writing) -> Mapping[str, Any]:
        above = writing.siblings.get(self.sibling_above(node, writing))
        return {self.link: above, self.words: "" if above else getattr(node, self.name)}
