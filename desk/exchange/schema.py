"""The schema, and its objections as sentences for people."""

import json
from collections.abc import Iterable
from functools import cache, reduce
from itertools import islice
from operator import getitem
from pathlib import Path as File
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext as _
from jsonschema import Draft202012Validator, ValidationError

from desk.exchange.strict import Path, shown
from documents.kinds import kinds

_STANDARD = json.loads(File(__file__).with_name("documents.schema.json").read_text("utf-8"))
#: The formats that are read; the last is the one that is written.
FORMATS = _STANDARD["properties"]["format"]["enum"]

# A file that is wrong all through is not searched to its end.
_ENOUGH = 100


@cache
def schema() -> dict:
    """Return the schema of a file: that of the format, with the parts that kinds declare.

    Raises ImproperlyConfigured for a kind whose key in a file neither of them knows.
    """
    own = {kind.in_file: kind.file_schema for kind in kinds().values() if kind.file_schema}
    parts = _STANDARD["properties"] | own
    for kind in kinds().values():
        if kind.in_file and kind.in_file not in parts:
            raise ImproperlyConfigured(
                f"“{kind.name}” stands under “{kind.in_file}” in a file, which the exchange schema "
                "does not know, and declares no `file_schema`."
            )
    return _STANDARD | {"properties": parts}


@cache
def knows(key: str, name: str) -> bool:
    """Tell whether a file has a place called `name` in what stands under its `key`."""
    said = _resolved(schema()["properties"][key])
    said = _resolved(said["items"]) if "items" in said else said
    return name in said["properties"]


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def first_error(data: dict) -> tuple[Path, str] | None:
    """Return place and reason of what to mend first in `data`, or None when it is valid.

    That is what comes first in the file, an object before what is inside it.
    """
    errors = list(islice(_validator().iter_errors(data), _ENOUGH))
    if not errors:
        return None
    errors.sort(key=lambda one: (_position(data, one), _is_late(one)))
    return _place_and_reason(_telling(errors[0]))


def in_order(data: Any, said: dict | None = None) -> Any:
    """Return valid `data` with every object's keys in the order of what the schema `said` of it."""
    said = _resolved(schema() if said is None else said)
    if isinstance(data, list):
        return [in_order(one, said.get("items", {})) for one in data]
    known = said.get("properties", {})
    if isinstance(data, dict) and known:
        return {name: in_order(data[name], known[name]) for name in known if name in data}
    return data


def _resolved(said: dict) -> dict:
    """Return what the schema says where it refers to a definition; of a choice the first, in which
    documents are written."""
    while "$ref" in said or ("anyOf" in said and "properties" not in said):
        if "$ref" in said:
            said = reduce(getitem, said["$ref"].removeprefix("#/").split("/"), schema())
        else:
            said = said["anyOf"][0]
    return said


def _is_late(error: ValidationError) -> bool:
    """Tell whether others say more: what is not written as a date is no day that does not exist."""
    return error.validator == "format"


def _position(data: dict, error: ValidationError) -> tuple:
    """Tell where in the file the error is; of two at one place the schema's own order counts."""
    position, value = [], data
    for step in error.absolute_path:
        position.append(list(value).index(step) if isinstance(value, dict) else step)
        value = value[step]
    return tuple(position)


def _telling(error: ValidationError) -> ValidationError:
    """Return the error inside a choice that speaks of the alternative that was meant."""
    if error.validator == "anyOf" and not error.absolute_path:
        # Where the format decides what is needed, it is not the format that is wrong.
        return next((one for one in error.context if one.validator != "const"), error)
    if error.validator == "anyOf":
        return _telling(_nearest(error))
    if error.validator != "oneOf" or not isinstance(error.instance, dict):
        return error
    # An object with the main keys of two alternatives is neither.
    fitting = [
        place
        for place, choice in enumerate(error.validator_value)
        if set(choice.get("required", ())) <= set(error.instance)
    ]
    inside = [one for one in error.context if one.schema_path[0] in fitting]
    return inside[0] if len(fitting) == 1 else error


def _nearest(error: ValidationError) -> ValidationError:
    """Return the first error in that choice of which the object has the keys, else in the first."""
    required = [set(_resolved(one).get("required", ())) for one in error.validator_value]
    keys = set(error.instance) if isinstance(error.instance, dict) else set()
    meant = next((place for place, needed in enumerate(required) if needed <= keys), 0)
    inside = [one for one in error.context if one.schema_path[0] == meant]
    return min(inside, key=lambda one: (len(one.path), _is_late(one)))


def _place_and_reason(error: ValidationError) -> tuple[Path, str]:
    path, value, asked = tuple(error.absolute_path), error.instance, error.validator_value
    match error.validator:
        case "required":
            key = next(one for one in asked if one not in value)
            return (*path, key), _("The key “%(key)s” is missing.") % {"key": key}
        case "additionalProperties":
            key = next(one for one in value if one not in error.schema["properties"])
            reason = _("The key “%(key)s” is not known in this format.") % {"key": shown(key)}
            return (*path, key), reason
        case "type":
            reason = _("Here %(expected)s is expected, not %(found)s.") % {
                "expected": _type_words(asked),
                "found": _type_of(value),
            }
        case "enum":
            reason = _("“%(found)s” is none of these: %(known)s.") % {
                "found": shown(value),
                "known": _list(one for one in asked if one is not None),
            }
        case "oneOf":
            keys = [key for choice in asked for key in choice.get("required", [])]
            reason = _("Here an object with exactly one of these is expected: %(keys)s.") % {
                "keys": _list(keys)
            }
        case "minLength":
            reason = _("This text must not be empty.")
        case "minItems":
            reason = _("The list must not be empty.")
        case "minimum":
            reason = _("%(found)s is too small: at least %(limit)s.") % {
                "found": shown(value),
                "limit": asked,
            }
        case "pattern" if error.schema.get("format") == "date":
            reason = _("“%(found)s” is not a date written as 2024-12-31.") % {"found": shown(value)}
        case "format":
            reason = _("“%(found)s” is not a day that exists.") % {"found": shown(value)}
        case _:
            reason = _("“%(found)s” does not fit the format.") % {"found": shown(value)}
    return path, reason


def _list(words: Iterable[str]) -> str:
    return ", ".join(words)


def _type_words(asked: str | list[str]) -> str:
    """Say what is expected; null is allowed beside it, not what is meant."""
    names = [asked] if isinstance(asked, str) else asked
    return _type_name(next(name for name in names if name != "null" or names == ["null"]))


def _type_of(value: object) -> str:
    if value is None:
        return _type_name("null")
    if isinstance(value, bool):
        return _type_name("boolean")
    if isinstance(value, int | float):
        return _type_name("number")
    return _type_name({str: "string", list: "array"}.get(type(value), "object"))


def _type_name(name: str) -> str:
    return {
        "string": _("a text"),
        "integer": _("a whole number"),
        "number": _("a number"),
        "boolean": _("true or false"),
        "array": _("a list"),
        "object": _("an object"),
        "null": _("null"),
    }[name]
