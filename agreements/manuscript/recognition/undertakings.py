"""Where a text says what a party shall do, and which party: “Polisen åtar sig att: …”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agreements.choices import ParagraphRole
from agreements.manuscript.recognition.marks import Marks
from intake.recognition import headings
from intake.recognition.intervals import intervals
from intake.recognition.organisations import is_known

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
_WHO = r"(?P<who>[^\W\d_][^.;:()]{1,100}?)"
_PROMISED = re.compile(rf"{_WHO}\s+{_PROMISES}\b", re.IGNORECASE)
# That "parterna ska samverka" is a principle; what they undertake is a task.
_PARTIES_PROMISE = re.compile(r"parterna\s+(?:åtar|förbinder)\s+sig\b", re.IGNORECASE)
_PARTIES_OUGHT = re.compile(r"parterna\s+(?:ska|skall|bör)\b", re.IGNORECASE)
_OUGHT = re.compile(rf"{_WHO}\s+(?:{_PROMISES}|ska|skall|bör|shall|should)\b", re.IGNORECASE)
# "Polisen ska", over its list.
_LEADS = re.compile(r"(?::|\s(?:att|ska|skall|bör))\Z")
# Someone, or a body, that does something for a party.
_AT_WORK = re.compile(
    r"(?:[^\W\d]+s\s+)?(?:[^\W\d]+\s+)?(?:[^\W\d]*(?:chefen|direktören|samordnaren?|strategen?|"
    r"polisen|rådet|gruppen|styrelsen|nämnden|förvaltningen))\Z",
    re.IGNORECASE,
)
# "Både kommunen och polisen": each of them.
_EACH = re.compile(r"både\s+", re.IGNORECASE)
_AND = re.compile(r"\s*,\s+|\s+(?:och|samt|liksom)\s+(?:också\s+|även\s+)?")
_AS_WELL_AS = re.compile(r"så\s?väl\s+(.+?)\s+som\s+", re.IGNORECASE)
_ALL = re.compile(
    r"(?:(?:båda|alla|samtliga)\s+parter(?:na)?|(?:vardera|respektive)\s+part(?:en)?)\Z",
    re.IGNORECASE,
)
_RESPONSIBILITY = re.compile(
    r"(?:\w+\s+)?(?:ansvar\w*|åtagande\w*|skyldighet\w*|uppgifter|uppdrag)\b|roller\b|vem\s+gör\s+vad|"
    r"(?:roles|responsibilities|commitments)\b",
    re.IGNORECASE,
)
_OF_ONE = re.compile(
    r"(?P<who>.{3,60}?)"
    r"(?:s\s+(?:ansvar\w*|åtagande\w*|skyldighet\w*|uppgifter|uppdrag|roll))?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Setting:
    """Where a paragraph stands: an item of what `who` shall do, or under responsibilities."""

    who: tuple[str, ...] = ()
    is_under_responsibilities: bool = False

    def says(self, sentence: str) -> tuple[str, ...]:
        """Return the parties that `sentence` begins with and says shall do something."""
        # That someone ought to is a principle; with how often, it is a task.
        has_rhythm = bool(intervals(sentence))
        is_task = self.is_under_responsibilities or has_rhythm
        found = (_OUGHT if is_task else _PROMISED).match(sentence)
        if _PARTIES_PROMISE.match(sentence) or (has_rhythm and _PARTIES_OUGHT.match(sentence)):
            return ("Parterna",)
        return _parties(found["who"], at_work=is_task) if found else ()


def each_of(who: str) -> tuple[str, ...]:
    """Return those that “både kommunen och polisen” names, each by itself."""
    who = _AS_WELL_AS.sub(r"\1 och ", who.strip(), count=1)
    return tuple(_AND.split(_EACH.sub("", who, count=1)))


def settings(marks: Marks) -> list[Setting]:
    """Return the setting of each paragraph of `marks`, whose headings are marked."""
    found = [Setting()] * len(marks.roles)
    is_under = False
    for head, places in marks.sections():
        title = "" if head is None else headings.words(marks.paragraphs[head].text)
        owner = _owner(title)
        # Under "Roller och ansvar" each party can have a heading of its own.
        is_under = bool(_RESPONSIBILITY.match(title)) or (is_under and bool(owner))
        for at, who in _items(marks, places, owner if is_under else (), is_under=is_under):
            found[at] = Setting(who, is_under)
        for at in places:
            if not found[at].who:
                found[at] = Setting((), is_under)
    return found


def _items(
    marks: Marks, places: range, owner: tuple[str, ...], *, is_under: bool
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give the items of lists that parties lead to, or that stand right under their heading."""
    who = owner
    for at in places:
        one = marks.paragraphs[at]
        if one.is_item:
            if who and marks.roles[at] in ("", ParagraphRole.DUTY):
                yield at, who
            continue
        text = headings.words(one.text) if one.text[:1].isdigit() else one.text
        leads = bool(_LEADS.search(text))
        found = _OUGHT.match(text) if leads and len(one.text) <= 200 else None
        who = _parties(found["who"]) if found else ()
        if leads and _PARTIES_PROMISE.match(one.text):
            who = ("Parterna",)
        if not who and (leads or is_under):
            who = _owner(one.text.rstrip(":"))


def _owner(title: str) -> tuple[str, ...]:
    """Return the parties of a heading such as “Kommunens åtaganden” or “Polisen”."""
    found = _OF_ONE.match(title)
    return _parties(found["who"]) if found else ()


def _parties(who: str, *, at_work: bool = False) -> tuple[str, ...]:
    """Return the parties that the beginning of a sentence names, each; empty unless all are.

    With `at_work` also who is at work for them: “kommunpolisen”, “styrgruppen”.
    """
    parts = each_of(who)
    if len(parts) == 1 and _ALL.match(parts[0]):
        return parts
    is_one = all(_is_party(part) or (at_work and _AT_WORK.match(part)) for part in parts)
    return parts if is_one else ()


def _is_party(who: str) -> bool:
    who = who.strip()
    return bool(_CALLED.match(who)) or (
        who[:1].isupper() and len(who.split()) <= 6 and is_known(who)
    )
