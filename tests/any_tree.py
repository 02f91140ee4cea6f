"""Any content tree, made from what its classes declare: a new column or row is in it by itself."""

import types
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Union, get_args, get_origin, get_type_hints
from uuid import UUID

from hypothesis import strategies as st

from agreements.tree import TextPart
from core.intervals import Interval, IntervalUnit
from core.richtext import normalise
from documents.tree import Link, Organisation
from partnerships.choices import OrganisationKind

#: Letters that fold, compose and sort in their own ways, and marks that mean something elsewhere.
WORDS = st.text("aåÄ1.#ßſ\u030a\u00a0<&\"'\\{}%🙂", max_size=8)
NUMBERS = st.integers(1, 2**31 - 1)
DECIMALS = st.decimals(-(10**6), 10**6, places=3)
PLACES = st.sampled_from([(), (1,), (1, 1), (2,), (9, 9)])

#: What names a row that is not here: one that is would be at its place.
WORDS_FOR_A_PLACE = {"section_reference", "heading_words"}


def any_of(cls):
    """Give trees of the dataclass `cls`: each column that has a default is filled in or left."""
    return _any_of(cls).map(_with_keys_of_its_own)


def _any_of(cls):
    hints = get_type_hints(cls)
    return st.builds(
        cls,
        **{
            column.name: _filled(cls, column.name, hints[column.name])
            if column.default is MISSING
            else st.just(column.default) | _filled(cls, column.name, hints[column.name])
            for column in _columns(cls)
        },
    )


def whole(cls):
    """Return a tree of `cls` in which every column of every row is filled in; two rows deep."""
    return _with_keys_of_its_own(_whole(cls, (cls,)))


def optional_columns(cls):
    """Give every dataclass in a tree of `cls` with each of its columns that may be left out."""
    found, waiting = {}, [cls]
    while waiting:
        one = waiting.pop()
        hints = get_type_hints(one)
        found[one] = [c.name for c in _columns(one) if c.default is not MISSING]
        below = {inner for c in _columns(one) for inner in _classes(hints[c.name])}
        # One that links to nothing is no link.
        waiting += below - found.keys() - {Link}
    return [(one, name) for one, names in sorted(found.items(), key=_named) for name in names]


def without(node, cls, name):
    """Return the tree `node` in which no `cls` has anything in the column `name`."""
    if isinstance(node, tuple):
        return tuple(without(one, cls, name) for one in node)
    if not is_dataclass(node):
        return node
    values = {c.name: without(getattr(node, c.name), cls, name) for c in _columns(type(node))}
    if isinstance(node, cls):
        values[name] = next(c.default for c in fields(cls) if c.name == name)
    return replace(node, **values)


def _with_keys_of_its_own(tree):
    """Number the keys of the rows that have one: no two rows share one."""
    numbers = count(1)

    def numbered(node):
        if isinstance(node, tuple):
            return tuple(numbered(one) for one in node)
        if not is_dataclass(node):
            return UUID(int=next(numbers)) if isinstance(node, UUID) else node
        return replace(node, **{c.name: numbered(getattr(node, c.name)) for c in fields(node)})

    return numbered(tree)


def _columns(cls):
    # The key of the row that one was copied from stays at home.
    return [column for column in fields(cls) if column.name != "copied_from"]


def _named(item):
    return item[0].__name__


def _classes(hint):
    """Give the dataclasses in a type."""
    inside = [one for arg in get_args(hint) for one in _classes(arg)]
    return [hint, *inside] if is_dataclass(hint) else inside


def _alternatives(hint):
    """Give the types of which a value has one; None is told by the column's default."""
    is_union = get_origin(hint) in (Union, types.UnionType)
    return [one for one in get_args(hint) if one is not type(None)] if is_union else [hint]


def _filled(cls, name, hint):
    """Give values of a column of the type `hint` that say something."""
    if (cls, name) == (TextPart, "text"):
        return WORDS.map(lambda words: normalise(f"<p>x{words.replace('<', '')}</p>"))
    if hint == tuple[int, ...]:
        return PLACES
    if name in WORDS_FOR_A_PLACE:
        return WORDS.map(lambda words: f"elsewhere {words}")
    return st.one_of([_of_type(one, name) for one in _alternatives(hint)])


def _of_type(hint, name):
    simple = {
        str: WORDS.map(lambda words: f"x{words}"),
        bool: st.booleans(),
        int: NUMBERS,
        Decimal: DECIMALS,
        # To a row that is not here: one that is has words of its own (tests/plans/test_links.py).
        Link: WORDS.map(lambda words: Link(words=f"elsewhere {words}")),
        date: st.dates(),
        UUID: st.uuids(),
    }
    if hint in simple:
        return simple[hint]
    if is_dataclass(hint):
        return st.deferred(lambda: _any_of(hint))
    items = st.one_of([_of_type(one, name) for one in _alternatives(get_args(hint)[0])])
    return st.lists(items, min_size=1, max_size=2).map(tuple)


def _whole(cls, above):
    hints = get_type_hints(cls)
    return cls(**{c.name: _whole_value(cls, c.name, hints[c.name], above) for c in _columns(cls)})


def _whole_value(cls, name, hint, above):
    if (cls, name) == (TextPart, "text"):
        return "<p>text</p>"
    if hint == tuple[int, ...]:
        return (1, 1)
    if (cls, name) == (Interval, "unit"):
        return IntervalUnit.MONTH.value
    if (cls, name) == (Organisation, "kind"):
        return OrganisationKind.MUNICIPALITY.value
    (hint, *others) = _alternatives(hint)
    simple = {
        str: name.removesuffix("_title"),  # what another document is named by is its title
        bool: True,
        int: 3,
        Decimal: Decimal("2.5"),
        Link: Link(words="elsewhere"),
        date: date(2027, 3, 4),
        UUID: UUID(int=0),
    }
    if hint in simple:
        return simple[hint]
    if is_dataclass(hint):
        return _whole(hint, (*above, hint))
    kinds = _alternatives(get_args(hint)[0])
    # A row that holds rows of its own kind does so once.
    inside = [one for one in kinds if above.count(one) < 2]
    return tuple(simple[one] if one in simple else _whole(one, (*above, one)) for one in inside)
