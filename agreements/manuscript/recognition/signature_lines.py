"""What one line of a signature block says: a party, a name, a title, or where and when."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from agreements.choices import Mandate
from intake.recognition.dates import points
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


@dataclass(frozen=True)
class Said:
    """A line and what it says: `more` is the title after a name in the same line."""

    kind: LineKind
    text: str = ""
    more: str = ""
    on: date | None = None


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
_POLITICAL = re.compile(r"ordförande|kommunalråd|regionråd|borgarråd|oppositionsråd|mayor", re.I)
_OFFICIAL = re.compile(
    r"direktör|chef|\bvd\b|polis|strateg|samordnare|rektor|intendent|landshövding|ceo|chief", re.I
)
_UNIT = re.compile(
    r"\w*(?:nämnd|nämnden|styrelse|styrelsen|förvaltning|förvaltningen|avdelning|avdelningen|enhet|"
    r"enheten|kontor|kontoret)\Z",
    re.IGNORECASE,
)
_WORD = r"[A-ZÅÄÖÉÜØ][a-zåäöéèüøæ]+|[A-ZÅÄÖÉÜØ]{2,}|[A-ZÅÄÖ]\."
_PART = rf"(?:{_WORD})(?:[-’'](?:{_WORD}))*"
_NAME = re.compile(
    rf"{_PART}(?:\s(?:{_PART}|von|af|de|van|der|den)){{0,3}}\s{_PART}(?:\s\([A-ZÅÄÖ]{{1,3}}\))?\Z"
)
_PLACE = re.compile(rf"(?:i\s)?({_PART}(?:\s{_PART})?)?\s*,?\s*(?:den|the)?\s*\Z")
# "Kalmar den": place and date still to be written.
_WAITS = re.compile(rf"(?:{_PART}(?:\s{_PART})?(?:,|\s)\s*den\s*){{1,3}}\Z")
_FOR = re.compile(r"(?:för|for|på uppdrag av)\s+", re.IGNORECASE)


def read_line(text: str) -> Said | None:
    """Return what a line of a signature block says; None for a line that belongs to no such block.

    The order of the questions matters: a title can hold the name of an organisation.
    """
    text = " ".join(text.split())
    if not text or len(text) > LONGEST:
        return None
    if _BLANK.match(text) or _WAITS.match(text):
        return Said(LineKind.FURNITURE)
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
    if with_title and _NAME.match(with_title[1]) and _TITLE.search(with_title[2]):
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
    return _organisation(text) or (Said(LineKind.NAME, text) if _NAME.match(text) else None)


def _organisation(text: str) -> Said | None:
    bare = _FOR.sub("", text, count=1)
    if bare != text and is_generic(bare):
        return Said(LineKind.ORGANISATION, bare)
    names = listed(bare)
    # "X kommun För polisen" is two columns in one line.
    whole = len(names) == 1 and len(names[0]) >= len(bare) - 2 and not _FOR.search(bare)
    return Said(LineKind.ORGANISATION, bare) if whole and is_known(bare) else None


def _signing(text: str) -> Said | None:
    found = points(text)
    if len(found) != 1 or not found[0].is_day or text[found[0].end :].strip(" ."):
        return None
    place = _PLACE.match(text[: found[0].start])
    if place is None:
        return None
    name = place[1] or ""
    return Said(LineKind.SIGNING, "" if is_known(name) else name, on=found[0].first)


def mandate_of(title: str) -> str:
    """Return on what ground someone with this title signs; "" when the title does not tell."""
    if _POLITICAL.search(title):
        return Mandate.POLITICAL.value
    return Mandate.OFFICIAL.value if _OFFICIAL.search(title) else ""
