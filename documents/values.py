"""What a node holds and what JSON holds of it: dates are texts, decimals numbers, tuples lists.

Both ways follow the types that the dataclasses declare. Used for columns that hold JSON, for
exchange files and for stored versions.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

#: What says that nothing is known.
EMPTY = (None, "", [], {})


def to_json(value: Any) -> Any:
    """Return `value` as JSON holds it, with everything that a dataclass has."""
    return _to_json(value, is_sparse=False)


def to_sparse_json(value: Any) -> Any:
    """Return `value` as a file says it: of a dataclass, nothing that is empty and may be absent."""
    return _to_json(value, is_sparse=True)


def _to_json(value: Any, *, is_sparse: bool) -> Any:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return [_to_json(one, is_sparse=is_sparse) for one in value]
    said = {one: _to_json(getattr(value, one.name), is_sparse=is_sparse) for one in fields(value)}
    return {
        one.name: held
        for one, held in said.items()
        if held not in EMPTY or is_needed(one) or not is_sparse
    }


def from_json(hint: Any, value: Any) -> Any:
    """Return the value of the type `hint` of which JSON holds `value`; None is what is absent."""
    return nothing(hint) if value is None else maker(hint)(value)


@cache
def maker(hint: Any) -> Callable[[Any], Any]:
    """Return the function that makes a value of the type `hint` of what JSON holds."""
    (hint,) = alternatives(hint)
    if hint is date:
        return date.fromisoformat
    if hint is Decimal:
        return lambda number: Decimal(str(number))
    if get_origin(hint) is tuple:
        make = maker(get_args(hint)[0])
        return lambda items: tuple(make(one) for one in items)
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        columns = [(one, hints[one.name]) for one in fields(hint)]
        return lambda said: hint(
            **{
                one.name: from_json(inner, said.get(one.name))
                for one, inner in columns
                if is_needed(one) or said.get(one.name) is not None
            }
        )
    return lambda value: value


@cache
def nothing(hint: Any) -> Any:
    """Return what says that a value of the type `hint` is unknown."""
    if NoneType in get_args(hint):
        return None
    return () if get_origin(hint) is tuple else "" if hint is str else None


def alternatives(hint: Any) -> tuple[Any, ...]:
    """Return the types of which a value of the type `hint` has one, None left out."""
    is_union = get_origin(hint) in (Union, UnionType)
    return tuple(one for one in get_args(hint) if one is not NoneType) if is_union else (hint,)


def is_needed(field: Field) -> bool:
    """Tell whether a dataclass cannot be made without its `field`."""
    return field.default is MISSING and field.default_factory is MISSING
