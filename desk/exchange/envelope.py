"""What surrounds the documents of an exchange file: its format, and under which key each stands.

`overens/2` is the format from now on. It holds documents of every kind, or none of a kind; a file
in `overens-agreement/1`, which holds one agreement, is one of its files and stays readable.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.exchange.schema import FORMATS, schema
from desk.exchange.strict import FETCH_ANEW, Path, shown
from documents.kinds import DocumentKind, kinds

#: What is said of documents that the format has a place for, until a kind here reads them.
_NOT_YET = {
    "promise_sets": gettext_lazy("Citizen promises cannot be imported yet."),
    "pictures": gettext_lazy("Situational pictures cannot be imported yet."),
    "indicators": gettext_lazy("Indicators cannot be imported yet."),
    "follow_ups": gettext_lazy("Follow-ups cannot be imported yet."),
}


def put_in(data: dict, kind: DocumentKind, said: dict) -> None:
    """Put what a file says of a document of `kind` in the file `data`, after others of the kind."""
    if schema()["properties"][kind.in_file]["type"] == "array":
        data.setdefault(kind.in_file, []).append(said)
    elif kind.in_file in data:
        data.setdefault(kind.more_in_file, []).append(said)
    else:
        data[kind.in_file] = said


def documents_in(data: dict) -> Iterator[tuple[Path, DocumentKind, dict]]:
    """Give every document of a file that a kind here reads: its place, its kind, what is said."""
    for kind in kinds().values():
        for key in kind.keys_in_file:
            said = data.get(key)
            if isinstance(said, list):
                yield from (((key, place), kind, one) for place, one in enumerate(said))
            elif said is not None:
                yield (key,), kind, said


def in_todays_form(data: dict) -> dict:
    """Return `data` with every document in the form in which it is written today."""
    said = dict(data)
    for (key, *place), kind, one in documents_in(data):
        today = kind.in_todays_form(one)
        if today is one:
            continue
        if place:
            said[key] = [*said[key][: place[0]], today, *said[key][place[0] + 1 :]]
        else:
            said[key] = today
    return said


def refusals(data: dict) -> Iterator[tuple[Path, str]]:
    """Give why nobody here reads the file, whatever else it says, in sentences with their places.

    It is in no format that is known, or nothing in it is of a kind that is; or something is of a
    kind that is not, and to leave that out in silence would be to lose it.
    """
    if "format" not in data:
        missing = _("The key “%(key)s” is missing.") % {"key": "format"}
        yield ("format",), f"{missing} {FETCH_ANEW}"
        return
    if data["format"] not in FORMATS:
        old, new = FORMATS
        other = _("This program reads the formats “%(new)s” and “%(old)s”, not “%(found)s”.") % {
            "new": new,
            "old": old,
            "found": shown(data["format"]),
        }
        yield ("format",), f"{other} {FETCH_ANEW}"
        return
    is_empty = next(documents_in(data), None) is None
    read = {kind.in_file for kind in kinds().values()}
    for key, not_yet in _NOT_YET.items():
        if key not in read and isinstance(data.get(key), list) and data[key]:
            what_to_do = (
                _("The file has nothing else that can be imported.")
                if is_empty
                else _("Leave the list empty, and the rest can be imported.")
            )
            yield (key,), f"{not_yet} {what_to_do}"
    if is_empty and data["format"] == FORMATS[-1]:
        yield (
            (),
            _("There is nothing to import: the file has no document. Choose a file that has one."),
        )
