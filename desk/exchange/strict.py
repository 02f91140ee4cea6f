"""Bytes → JSON object, refusing what JSON readers differ about or a database cannot hold.

The first door of an import. It knows nothing of the schema, only of files that are not what they
seem: keys given twice, numbers no program reads alike, nesting that breaks a reader.
"""

import json
import re
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.text import printable, validate_characters
from desk.exchange.other_files import told_by_beginning

MAX_BYTES = 5 * 1024 * 1024
MAX_DEPTH = 100
# A document of fifty pages holds some thousands. Each may become a row with its history.
MAX_VALUES = 50_000
# Above this, programs that read JSON numbers as doubles see another number.
MAX_NUMBER = 2**53 - 1

Path = tuple[str | int, ...]

#: What to do about a file that is not as Överens writes it.
FETCH_ANEW = gettext_lazy("Fetch the file again from Överens, or ask the sender for a new one.")

# A string is taken whole, also one that never ends, so that no bracket inside it counts.
_BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+"?|([\[{])|([\]}])', re.DOTALL)
_PLAIN_KEY = re.compile(r"[^\W\d]\w*")


class ExchangeError(Exception):
    """What keeps a file from being read or written, as one sentence for people.

    `file` is its name, `path` the place in it ("$.agreement.parties[0].kind"; empty when it is
    the whole file) and `reason` what is wrong there.
    """

    def __init__(self, file: str, path: str, reason: str) -> None:
        self.file, self.path, self.reason = printable(file), path, str(reason)
        super().__init__(self.file, self.path, self.reason)

    def __str__(self) -> str:
        place = f"{self.file}, {self.path}" if self.path else self.file
        return f"{place}: {self.reason}"


def json_path(path: Path) -> str:
    """Write the place of a value as people know it: `$.agreement.parties[0].kind`."""
    words = ["$"]
    for step in path:
        if isinstance(step, int):
            words.append(f"[{step}]")
        elif _PLAIN_KEY.fullmatch(step):
            words.append(f".{shown(step)}")
        else:
            words.append(f"[{json.dumps(shown(step), ensure_ascii=False)}]")
    return "".join(words)


def shown(value: object) -> str:
    """Give a value of the file as it can stand in a sentence: short, on one line, printable."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(printable(text).split())
    return text if len(text) <= 60 else f"{text[:59]}…"


def read_strictly(file: str, content: bytes) -> dict:
    """Return the JSON object in `content`; strings are as written but hold only what text may.

    Raises ExchangeError, naming `file`, for the first thing that is wrong. A byte order mark is
    skipped.
    """
    data = _parse(file, _decode(file, content))
    if not isinstance(data, dict | _Twice):
        reason = _("The file must hold an object: { … }.")
        raise ExchangeError(file, "$", f"{reason} {FETCH_ANEW}")
    count = 0
    for path, value in _walk(data):
        if isinstance(value, dict | list):
            count += len(value)
        if count > MAX_VALUES:
            reason = _("The file holds more than %(limit)d values.") % {"limit": MAX_VALUES}
            raise ExchangeError(file, "", reason)
        if isinstance(value, _Twice):
            path = (*path, value.again)
        reason = _reason(value)
        if reason:
            raise ExchangeError(file, json_path(path), reason)
    return data


def _decode(file: str, content: bytes) -> str:
    if len(content) > MAX_BYTES:
        reason = _("The file is larger than %(limit)d MB.") % {"limit": MAX_BYTES // 1024**2}
        raise ExchangeError(file, "", reason)
    sentence = told_by_beginning(content)
    if sentence:
        raise ExchangeError(file, "", sentence)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = _("The file is not UTF-8 text (byte %(place)d).") % {"place": error.start + 1}
        raise ExchangeError(file, "", f"{reason} {FETCH_ANEW}") from None


def _parse(file: str, text: str) -> object:
    if not text.strip():
        raise ExchangeError(file, "", f"{_('The file is empty.')} {FETCH_ANEW}")
    _refuse_depth(file, text)
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_whole_number,
            parse_float=_number,
            parse_constant=_NoNumber,
        )
    except json.JSONDecodeError as error:
        reason = _("The file is not JSON: line %(line)d, column %(column)d cannot be read.") % {
            "line": error.lineno,
            "column": error.colno,
        }
        raise ExchangeError(file, "", f"{reason} {FETCH_ANEW}") from None


def _refuse_depth(file: str, text: str) -> None:
    """Count before parsing: the parser itself gives up with an error of its own."""
    depth = 0
    for found in _BRACKET.finditer(text):
        if found[1]:
            depth += 1
        elif found[2]:
            depth -= 1
        if depth > MAX_DEPTH:
            reason = _("The file is nested more than %(limit)d levels deep (line %(line)d).") % {
                "limit": MAX_DEPTH,
                "line": text.count("\n", 0, found.start()) + 1,
            }
            raise ExchangeError(file, "", reason)


class _Twice(dict):
    """An object in which `again` is given twice."""

    again: str


class _NoNumber(str):
    """A number that cannot be kept, as it is written."""

    __slots__ = ()


def _object(pairs: list[tuple[str, object]]) -> dict:
    data = dict(pairs)
    if len(data) == len(pairs):
        return data
    twice, seen = _Twice(data), set()
    twice.again = next(key for key, _value in pairs if key in seen or seen.add(key))
    return twice


def _whole_number(written: str) -> int | _NoNumber:
    # Longer ones Python itself refuses to read, and they take time by the square of the length.
    if len(written) > 17 or abs(int(written)) > MAX_NUMBER:
        return _NoNumber(written)
    return int(written)


def _number(written: str) -> float | _NoNumber:
    number = float(written)
    return number if abs(number) <= MAX_NUMBER else _NoNumber(written)


def _walk(data: object) -> Iterator[tuple[Path, object]]:
    """Give every key and value with its place, in the order of the file."""
    waiting: list[tuple[Path, object]] = [((), data)]
    while waiting:
        path, value = waiting.pop()
        yield path, value
        if isinstance(value, dict):
            inner = [((*path, key), below) for key, below in value.items()]
            waiting.extend(reversed(inner))
        elif isinstance(value, list):
            inner = [((*path, place), below) for place, below in enumerate(value)]
            waiting.extend(reversed(inner))


def _reason(value: object) -> str:
    """Return what is wrong with `value` itself, or nothing."""
    if isinstance(value, _Twice):
        return _("The key “%(key)s” is given twice.") % {"key": shown(value.again)}
    if isinstance(value, _NoNumber):
        return _("“%(number)s” is not a number that can be kept.") % {"number": shown(value)}
    texts = [value] if isinstance(value, str) else value if isinstance(value, dict) else ()
    for text in texts:
        try:
            validate_characters(text)
        except ValidationError as error:
            return error.messages[0]
    return ""
