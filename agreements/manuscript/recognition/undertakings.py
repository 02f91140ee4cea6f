"""Where a text says what a party shall do, and which party: “Polisen åtar sig att: …”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agreements.choices import ParagraphRole
from agreements.manuscript.recognition import headings
from agreements.manuscript.recognition.marks import Marks
from agreements.manuscript.recognition.organisations import is_known

# What a party is called when its name has been said.
_CALLED = re.compile(
    r"(?:kommunen|polisen|polismyndigheten|lokalpolisområdet|regionen|länsstyrelsen|staden|bolaget|"
    r"bostadsbolaget|kommunstyrelsen|\w+nämnden|the municipality|the police)\Z",
    re.IGNORECASE,
)
_PROMISES = (
    r"(?:åtar\s+sig|förbinder\s+sig|ansvarar\s+för|svarar\s+för|"
    r"har\s+(?:\w+\s+){0,3}ansvar(?:et)?\s+för)"
)
_WHO = r"(?P<who>[^\W\d_][^,.;:()]{1,60}?)"
_PROMISED = re.compile(rf"{_WHO}\s+{_PROMISES}\b", re.IGNORECASE)
_OUGHT = re.compile(rf"{_WHO}\s+(?:{_PROMISES}|ska|skall|bör|shall|should)\b", re.IGNORECASE)
_RESPONSIBILITY = re.compile(
    r"(?:\w+\s+)?(?:ansvar\w*|åtagande\w*|uppgifter|uppdrag)\b|roller\b|vem\s+gör\s+vad|"
    r"(?:roles|responsibilities|commitments)\b",
    re.IGNORECASE,
)
_OF_ONE = re.compile(
    r"(?P<who>.{3,60}?)(?:s\s+(?:ansvar\w*|åtagande\w*|uppgifter|uppdrag|roll))?\Z", re.IGNORECASE
)


@dataclass(frozen=True)
class Setting:
    """Where a paragraph stands: an item of what `who` shall do, or under responsibilities."""

    who: str = ""
    is_under_responsibilities: bool = False

    def says(self, sentence: str) -> str:
        """Return the party that `sentence` begins with and says shall do something, or ""."""
        pattern = _OUGHT if self.is_under_responsibilities else _PROMISED
        found = pattern.match(sentence)
        return found["who"].strip() if found and _is_party(found["who"]) else ""


def settings(marks: Marks) -> list[Setting]:
    """Return the setting of each paragraph of `marks`, whose headings are marked."""
    found = [Setting()] * len(marks.roles)
    is_under = False
    for head, places in marks.sections():
        title = "" if head is None else headings.words(marks.paragraphs[head].text)
        owner = _owner(title)
        # Under "Roller och ansvar" each party can have a heading of its own.
        is_under = bool(_RESPONSIBILITY.match(title)) or (is_under and bool(owner))
        for at, who in _items(marks, places, owner if is_under else "", is_under=is_under):
            found[at] = Setting(who, is_under)
        for at in places:
            if not found[at].who:
                found[at] = Setting("", is_under)
    return found


def _items(marks: Marks, places: range, owner: str, *, is_under: bool) -> Iterator[tuple[int, str]]:
    """Give the items of lists that a party leads to, or that stand right under its heading."""
    who = owner
    for at in places:
        one = marks.paragraphs[at]
        if one.is_item:
            if who and marks.roles[at] in ("", ParagraphRole.DUTY):
                yield at, who
            continue
        leads = one.text.endswith((":", " att"))
        found = _OUGHT.match(one.text) if leads and len(one.text) <= 200 else None
        if found and _is_party(found["who"]):
            who = found["who"].strip()
        else:
            who = _owner(one.text.rstrip(":")) if leads or is_under else ""


def _owner(title: str) -> str:
    """Return the party of a heading such as “Kommunens åtaganden” or “Polisen”, or ""."""
    found = _OF_ONE.match(title)
    return found["who"] if found and _is_party(found["who"]) else ""


def _is_party(who: str) -> bool:
    who = who.strip()
    return bool(_CALLED.match(who)) or (
        who[:1].isupper() and len(who.split()) <= 6 and is_known(who)
    )
