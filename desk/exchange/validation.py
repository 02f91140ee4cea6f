"""An exchange file against the schema and the database, with one sentence for what is wrong."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.columns import LARGEST_NUMBER
from core.richtext import normalise
from core.text import gate, search_key
from desk.exchange.columns import text_at
from desk.exchange.envelope import documents_in, in_todays_form, refusals
from desk.exchange.logos import logos_in, read_logo
from desk.exchange.schema import first_error
from desk.exchange.strict import ExchangeError, Path, json_path, read_strictly, shown

# The shape of a BCP 47 tag; it stands in every page and print, where screen readers use it.
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def read_file(file: str, content: bytes) -> dict:
    """Return the exchange object in `content`, ready to decode, or raise ExchangeError.

    Plain text is in NFC, running text in its normal form, whole numbers are integers.
    """
    data = read_strictly(file, content)
    wrong = next(refusals(data), None) or first_error(data)
    if wrong is None:
        try:
            data = _clean(in_todays_form(data), ())
            wrong = next(_objections(data), None)
        except _Refused as refused:
            wrong = refused.path, refused.reason
    if wrong is not None:
        path, reason = wrong
        raise ExchangeError(file, json_path(path), reason)
    return data


class _Refused(Exception):
    """A text that no gate lets in."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path, self.reason = path, reason


def _clean(value, path: Path):
    if isinstance(value, dict):
        return {key: _clean(below, (*path, key)) for key, below in value.items()}
    if isinstance(value, list):
        return [_clean(below, (*path, place)) for place, below in enumerate(value)]
    if isinstance(value, float) and value.is_integer():
        # To the schema 1.0 is a whole number.
        return int(value)
    if isinstance(value, str):
        try:
            return normalise(value) if text_at(path).is_running else gate(value)
        except ValidationError as error:
            raise _Refused(path, error.messages[0]) from error
    return value


def _objections(data: dict) -> Iterator[tuple[Path, str]]:
    """Give what the schema cannot say, in the order in which people should hear it."""
    yield from _objections_to(data, ())
    for path, kind, said in documents_in(data):
        yield from _language(said, path)
        yield from (((*path, *keys), reason) for keys, reason in kind.objections(said))
        yield from _logos(said, path)


def _objections_to(value, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _objections_to(below, (*path, key))
    elif isinstance(value, list):
        for place, below in enumerate(value):
            yield from _objections_to(below, (*path, place))
    elif isinstance(value, str):
        yield from _objections_to_text(value, path)
    elif isinstance(value, int | float):
        yield from _objections_to_number(value, path)


def _objections_to_number(number: float, path: Path) -> Iterator[tuple[Path, str]]:
    asked = text_at(path)
    if asked.is_decimal:
        try:
            asked.column.run_validators(Decimal(str(number)))
        except ValidationError as error:
            yield path, error.messages[0]
    elif not 0 <= number <= LARGEST_NUMBER:
        yield (
            path,
            _("%(number)s is not between 0 and %(limit)s.")
            % {
                "number": number,
                "limit": LARGEST_NUMBER,
            },
        )


def _objections_to_text(text: str, path: Path) -> Iterator[tuple[Path, str]]:
    asked = text_at(path)
    if (isinstance(path[-1], int) or asked.is_needed) and _is_blank(text):
        yield path, _("This text must not be empty.")
    limit = asked.max_length
    length = max(len(text), len(search_key(text)) if asked.is_searched else 0)
    if limit is not None and length > limit:
        yield (
            path,
            _("The text is %(length)d characters long; at most %(limit)d fit.")
            % {
                "length": length,
                "limit": limit,
            },
        )


def _is_blank(text: str) -> bool:
    """Tell whether nothing of `text` would be seen: spaces, soft hyphens, joiners."""
    return not any(unicodedata.category(one)[0] in "LNPS" for one in text)


def _language(said: dict, path: Path) -> Iterator[tuple[Path, str]]:
    language = said.get("language")
    if language and not _LANGUAGE_TAG.fullmatch(language):
        yield (
            (*path, "language"),
            _("“%(found)s” is not a language code such as “sv” or “fi”.")
            % {"found": shown(language)},
        )


def _logos(said: dict, path: Path) -> Iterator[tuple[Path, str]]:
    """Ask for each picture once. One that is only named is refused: it could be anybody's file."""
    given = set()
    for at, logo in logos_in(said, path):
        if "data" in logo:
            try:
                read_logo(logo)
            except ValidationError as error:
                yield at, error.messages[0]
            given.add((logo["sha256"], logo["media_type"]))
        elif (logo["sha256"], logo["media_type"]) not in given:
            yield at, _("The picture itself is missing (“%(key)s”).") % {"key": shown("data")}
