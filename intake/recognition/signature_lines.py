"""What one line of a signature block says: a party, a name, a title, or where and when."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from intake.recognition.dates import points
from intake.recognition.headings import has_verb
from intake.recognition.names import PART, is_name
from intake.recognition.organisations import is_generic, is_known, listed

LONGEST = 100


class LineKind(StrEnum):
    """The kinds of lines."""

    ORGANISATION = "organisation"
    NAME = "name"
    TITLE = "title"
    UNIT = "unit"
    SIGNING = "signing"
    FURNITURE = "furniture"
    #: It belongs to the block, and what it says cannot be told.
    OTHER = "other"


@dataclass(frozen=True)
class Said:
    """A line and what it says: `more` is the title after a name in the same line.

    `on` is the day of a signature, also beside a name; `opens` tells that the lines of a party
    begin here (“För X kommun”).
    """

    kind: LineKind
    text: str = ""
    more: str = ""
    on: date | None = None
    opens: bool = False


_BLANK = re.compile(r"[_.…\-–—\s]{3,}\Z")
_RUN_OF_BLANKS = re.compile(r"[_.…]{3,}|_+")
_LABEL = re.compile(
    r"(?P<place>ort\s*(?:och|,|/|&)?\s*datum|datum\s*(?:och|,|/)\s*ort|ort|datum|date|"
    r"place and date)|(?P<name>namnförtydligande|namn|name)|(?P<title>titel|befattning|title)|"
    r"(?P<sign>namnteckning|underskrift|signatur|signature)|(?P<party>organisation|myndighet|part|för(?=\s*:))",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"ordförande\b|\bordf\b|\w*råd\b|borgmästare|direktör\b|\w*chef(?:en)?\b|\bvd\b|verkställande|"
    r"kommunpolis\b|polismästare|samordnare\b|sekreterare\b|\brektor\b|\w*strateg\b|landshövding|"
    r"intendent|kommissarie|\btf\b|t\.f\.|biträdande|\bvice\b|ledamot\b|\w*ansvarig\b|\bchair\b|"
    r"\bmayor\b|director\b|commissioner\b|\bchief\b|\bhead of\b|\bceo\b|koordinator\b",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\w*(?:nämnd|nämnden|styrelse|styrelsen|förvaltning|förvaltningen|avdelning|avdelningen|enhet|"
    r"enheten|kontor|kontoret)\Z",
    re.IGNORECASE,
)
_PLACE = re.compile(rf"(?:i\s)?({PART}(?:\s{PART})?)?\s*,?\s*(?:den|the)?\s*\Z")
# "Kalmar den": place and date still to be written.
_WAITS = re.compile(rf"(?:{PART}(?:\s{PART})?(?:,|\s)\s*den\s*){{1,3}}\Z")
_FOR = re.compile(r"(?:för|for|på uppdrag av)\s+", re.IGNORECASE)
# "Undertecknat digitalt av Anna Ek 2025-02-04 10:22"
_SIGNED = re.compile(
    r"(?:(?:digitalt|elektroniskt)\s+)?(?:undertecknad|undertecknat|signerad|signerat|signed)\b"
    r"(?:\s+(?:digitalt|elektroniskt|digitally|med\s+(?:bankid|e-legitimation)))?"
    r"(?P<by>\s+(?:av|by)\b|(?=\s*:))?\s*:?\s*",
    re.IGNORECASE,
)
# What may follow the day of a digital signature: its time.
_TIME = re.compile(
    r"[ ,]*(?:kl\.?\s*)?(?:\d\d?[:.]\d\d(?:[:.]\d\d)?(?:\s+\(?[A-Z]{3,4}\)?)?)?[ .]*\Z"
)
_ABOVE_A_NAME = {LineKind.ORGANISATION, LineKind.SIGNING, LineKind.FURNITURE}
_ABOVE_A_NAME |= {LineKind.TITLE, LineKind.UNIT}
_LONGEST_NAME = 60


def read_line(text: str) -> Said | None:
    """Return what a line of a signature block says; None for a line that belongs to no such block.

    The order of the questions matters: a title can hold the name of an organisation.
    """
    text = " ".join(text.split())
    return _read(text) if text and len(text) <= LONGEST else None


# The same few lines are looked at from several sides.
@lru_cache(maxsize=500)
def _read(text: str) -> Said | None:
    if _BLANK.match(text) or _WAITS.match(text):
        return Said(LineKind.FURNITURE)
    signed = _SIGNED.match(text)
    if signed:
        return _signed(text[signed.end() :], is_by=signed["by"] is not None)
    label = _LABEL.match(text)
    if label and (label.end() == len(text) or text[label.end()] in ":_.… "):
        rest = _RUN_OF_BLANKS.sub("", text[label.end() :]).strip(" :.…")
        if not rest or rest == "-":
            return Said(LineKind.FURNITURE)
        if text[label.end() :].lstrip()[:1] == ":" or label["place"]:
            return _labelled(label, rest)
        return None
    blank = _RUN_OF_BLANKS.sub(" ", text).strip()
    if blank != text:
        # "Kalmar den ____ 2022" still waits for its date; "_____ Anna Ek" is a name.
        said = read_line(blank) if len(blank) < len(text) else None
        waits = said is None or said.kind == LineKind.SIGNING
        return Said(LineKind.FURNITURE) if waits and len(blank.split()) <= 4 else said
    return _unlabelled(text)


def unread(before: Said | None, text: str, after: Said | None, *, in_party: bool) -> Said | None:
    """Return what a line that says nothing by itself is by its place, or None.

    Between the lines `before` and `after` of a signature block somebody's name stands, however it
    is written: under “För X kommun”, or above a title. `in_party` tells that such a line stands
    above; then whatever is short belongs to the block.
    """
    if before is None or len(text) > _LONGEST_NAME or text[-1:] in ".:;,!?" or "\n" in text:
        return None
    may_be_name = len(text.split()) <= 7 and not re.search(r"[\d@:]", text) and not has_verb(text)
    if may_be_name and before.opens and (after is None or after.kind != LineKind.NAME):
        return Said(LineKind.NAME, text)
    if may_be_name and after is not None and after.kind == LineKind.TITLE:
        return Said(LineKind.NAME if before.kind in _ABOVE_A_NAME else LineKind.TITLE, text)
    return Said(LineKind.OTHER, text) if in_party and after is not None else None


def _signed(rest: str, *, is_by: bool) -> Said | None:
    """Return what follows “Undertecknat”: nothing yet, where and when, or (`is_by`) by whom."""
    if not rest:
        return Said(LineKind.FURNITURE)
    if not is_by:
        return _signing(rest)
    day = next((one for one in points(rest) if one.is_day), None)
    if day and not _TIME.match(rest, day.end):
        return None
    who = rest[: day.start].strip(" ,–-").removesuffix(" den").rstrip(" ,") if day else rest
    said = _unlabelled(who)
    if said is None or said.kind not in (LineKind.NAME, LineKind.ORGANISATION):
        return None
    return replace(said, on=day.first) if day and said.kind == LineKind.NAME else said


def _labelled(label: re.Match, rest: str) -> Said | None:
    if (label["place"] or "").lower() == "ort":
        return Said(LineKind.SIGNING, rest) if _PLACE.match(rest) else Said(LineKind.FURNITURE)
    if label["party"]:
        return _organisation(rest)
    if label["place"]:
        return _signing(rest) or (Said(LineKind.FURNITURE) if len(rest) < 12 else None)
    if label["title"]:
        return Said(LineKind.TITLE, rest)
    said = _unlabelled(rest)
    return said if said and said.kind == LineKind.NAME else None


def _unlabelled(text: str) -> Said | None:
    signing = _signing(text)
    if signing:
        return signing
    if text[-1:] in ".:;!?" and not re.search(r"\b(?:ab|tf|ordf)\.\Z", text, re.IGNORECASE):
        bare = text.rstrip(":")
        return _organisation(bare) if text.endswith(":") else None
    with_title = re.match(r"([^,–/]{4,60}?)\s*[,–/]\s*(.{2,})", text)
    if with_title and is_name(with_title[1]) and _TITLE.search(with_title[2]):
        return Said(LineKind.NAME, with_title[1], with_title[2])
    if re.search(r":\s", text):
        return None  # "Kommunen: Anna Ek, säkerhetschef" tells whom to call
    titles = list(_TITLE.finditer(text))
    if any(one[0][0].isupper() for one in titles[1:]) and not text.isupper():
        # Two columns that became one line: whose is which cannot be told.
        return None
    if titles and len(text.split()) <= 9:
        return Said(LineKind.TITLE, text)
    if _UNIT.match(text):
        return Said(LineKind.UNIT, text)
    return _organisation(text) or (Said(LineKind.NAME, text) if is_name(text) else None)


def _organisation(text: str) -> Said | None:
    bare = _FOR.sub("", text, count=1)
    opens = bare != text
    if opens and is_generic(bare):
        return Said(LineKind.ORGANISATION, bare, opens=True)
    names = listed(bare)
    # "X kommun För polisen" is two columns in one line.
    whole = len(names) == 1 and len(names[0]) >= len(bare) - 2 and not _FOR.search(bare)
    return Said(LineKind.ORGANISATION, bare, opens=opens) if whole and is_known(bare) else None


def _signing(text: str) -> Said | None:
    found = points(text)
    if len(found) != 1 or not found[0].is_day or not _TIME.match(text, found[0].end):
        return None
    place = _PLACE.match(text[: found[0].start])
    if place is None:
        return None
    name = place[1] or ""
    return Said(LineKind.SIGNING, "" if is_known(name) else name, on=found[0].first)
