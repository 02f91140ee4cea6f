"""How the fields of a node are kept in its row and said in a file.

Most stand in the column, and under the key, of their own name: `Field` is how those are kept. A
kind of row declares only the others (`RowKind.fields`); what only one kind of document has stands
in its own room.

Who is at work is given along: `reading` and `writing` (`documents.reading`, `documents.writing`),
`encoding` and `decoding` (`exchange`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, fields, is_dataclass, replace
from functools import cached_property
from typing import Any, ClassVar, get_origin, get_type_hints

from django.db.models import Field as ModelField
from django.db.models import Model

from core.richtext import normalise
from documents.tree import Link, Node
from documents.values import alternatives, from_json, is_needed, maker, to_json, to_sparse_json


@dataclass(frozen=True, kw_only=True)
class InFile:
    """How rows of a kind are said in an exchange file: as a rule, with their keys in a list that is
    called as in the tree."""

    #: The key of their list, where that is another.
    list: str = ""
    has_key: bool = True
    #: A file says of which row it is a copy.
    has_origin: bool = False
    #: Each is only what stands under this key, without an object around it.
    only: str = ""
    #: The columns that others name a row by, the first that says something; its first text as a
    #: rule. With `below_others` by the texts of those it stands under too.
    named_by: tuple[str, ...] = ()
    below_others: bool = False


@dataclass(frozen=True)
class Field:
    """A field of a node that stands in the column of its own name; a list or an object as JSON."""

    name: str
    _: KW_ONLY
    #: Its key in a file, where that is another; a dot stands between those of objects in objects.
    key: str = ""
    #: Its type, and whether the node must have it. `RowKind` fills both in.
    hint: Any = None
    is_needed: bool = False

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

    @cached_property
    def path(self) -> tuple[str, ...]:
        """The keys under which a file says it, from the outside in."""
        return tuple((self.key or self.name).split("."))

    def encode(self, node: Node, encoding) -> Any:
        """Return what a file says of it; what is empty is left out."""
        return to_sparse_json(getattr(node, self.name))

    def decode(self, said: Any, decoding) -> Any:
        """Return the value of which a file says `said`: None where one is needed and missing."""
        return from_json(self.hint, said)

    def columns_in_file(self, model: type[Model]) -> Mapping[tuple[str, ...], ModelField]:
        """Return the columns in which the texts must fit that a file has under the keys."""
        return {self.path: model._meta.get_field(self.name)}

    def look_up(self, nodes: Sequence[Node], writing) -> Any:
        """Return what is looked up once for all of the siblings `nodes`, before they are written.

        While they are written it is `writing.found[self]`.
        """
        return None

    def sibling_above(self, node: Node, writing) -> int | None:
        """Return the place among its siblings, from 0, of the one that `node` points to."""
        return None


def fields_of(node: type[Node], declared: Iterable[Field]) -> Iterator[Field]:
    """Give the fields of the dataclass `node`: each as it is declared, or else a plain one."""
    known = {field.name: field for field in declared}
    hints = get_type_hints(node)
    for one in fields(node):
        field = known.get(one.name) or Field(one.name)
        yield replace(field, hint=hints[one.name], is_needed=is_needed(one))


@dataclass(frozen=True)
class OfDocument(Field):
    """A field that the document itself has: it was made with it."""

    def read(self, row, reading) -> Any:
        return getattr(reading.document, self.name)

    def write(self, node: Node, writing) -> Mapping[str, Any]:
        return {}

    def encode(self, node: Node, encoding) -> Any:
        value = getattr(node, self.name)
        goes_without_saying = value == getattr(type(node), self.name)
        return None if goes_without_saying else value

    def columns_in_file(self, model: type[Model]) -> Mapping[tuple[str, ...], ModelField]:
        return super().columns_in_file(model._meta.get_field("document").related_model)


@dataclass(frozen=True)
class NumberAndUnit(Field):
    """An interval such as “every second year”: a column for the number and one for the unit.

    The table has both or neither: a constraint, whose sentence the form of the row shows.
    """

    def read(self, row, reading) -> Any:
        n = getattr(row, f"{self.name}_n")
        (interval,) = alternatives(self.hint)
        return interval(n, getattr(row, f"{self.name}_unit")) if n else None

    def write(self, node: Node, writing) -> Mapping[str, Any]:
        interval = getattr(node, self.name)
        n, unit = (interval.n, interval.unit) if interval else (None, "")
        return {f"{self.name}_n": n, f"{self.name}_unit": unit}

    def columns_in_file(self, model: type[Model]) -> Mapping[tuple[str, ...], ModelField]:
        return {}


@dataclass(frozen=True)
class RunningText(Field):
    """Normalised HTML; what a file says may need to be made that."""

    def decode(self, said: str | None, decoding) -> str:
        return normalise(said or "")


@dataclass(frozen=True)
class PlaceInTree(Field):
    """The place in the tree of the row of the kind `of` that a foreign key of the same name
    points to; `()` where it points to none."""

    of: str = ""

    def read(self, row, reading) -> tuple[int, ...]:
        return reading.places(self.of).get(getattr(row, f"{self.name}_id"), ())

    def write(self, node: Node, writing) -> Mapping[str, Any]:
        return {self.name: writing.at(self.of, getattr(node, self.name))}

    def encode(self, node: Node, encoding) -> str:
        return encoding.place_words(self.of).of(getattr(node, self.name))

    def decode(self, said: str, decoding) -> tuple[int, ...]:
        return decoding.places(self.of).get(said, ())

    def columns_in_file(self, model: type[Model]) -> Mapping[tuple[str, ...], ModelField]:
        return {}


@dataclass(frozen=True)
class PlaceInWords(Field):
    """What names the row of the field `place`, a `PlaceInTree`, where there is none such."""

    place: str = ""
    of: str = ""

    def read(self, row, reading) -> str:
        is_there = getattr(row, f"{self.place}_id") in reading.places(self.of)
        return "" if is_there else getattr(row, self.name)

    def encode(self, node: Node, encoding) -> str:
        is_there = encoding.place_words(self.of).of(getattr(node, self.place))
        return "" if is_there else getattr(node, self.name)

    def decode(self, said: str, decoding) -> str:
        return "" if said in decoding.places(self.of) else said


@dataclass(frozen=True)
class Links(Field):
    """The rows of the kind `of` in the same document that a row names.

    The column holds `{"row": key}` for each, or `{"words": …}` for what was named in words: that
    is the row that is called so, if there is one. What was deleted is named no more. With
    `only_one` a file says a text and not a list.
    """

    of: str = ""
    only_one: bool = False

    def read(self, row, reading) -> tuple[Link, ...]:
        said = getattr(row, self.name)
        if not said:
            return ()
        places = reading.places_by_key(self.of)
        return tuple(
            Link(place=places[one["row"]]) if "row" in one else self._named(one["words"], reading)
            for one in said
            if "words" in one or one["row"] in places
        )

    def _named(self, words: str, reading) -> Link:
        place = reading.places_by_name(self.of).get(words)
        return Link(place=place) if place else Link(words=words)

    def write(self, node: Node, writing) -> Mapping[str, Any]:
        return {
            self.name: [
                {"row": str(writing.key_at(self.of, one.place))}
                if one.place
                else {"words": one.words}
                for one in getattr(node, self.name)
            ]
        }

    def encode(self, node: Node, encoding) -> list[str] | str:
        words = encoding.place_words(self.of)
        said = [words.of(one.place) or one.words for one in getattr(node, self.name)]
        return "".join(said) if self.only_one else said

    def decode(self, said: list[str] | str, decoding) -> tuple[Link, ...]:
        places = decoding.places(self.of)
        named = [said] if isinstance(said, str) else said
        return tuple(
            Link(place=places[one]) if one in places else Link(words=one) for one in named if one
        )

    def columns_in_file(self, model: type[Model]) -> Mapping[tuple[str, ...], ModelField]:
        return {}


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

    def columns_in_file(self, model: type[Model]) -> Mapping[tuple[str, ...], ModelField]:
        return {self.path: model._meta.get_field(self.words)}
