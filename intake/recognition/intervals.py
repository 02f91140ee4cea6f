"""How often something is to be done, as Swedish texts say it."""

import re

from core.intervals import Interval, IntervalUnit

_TIMES = {"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "sex": 6, "tolv": 12}
_YEAR = {1: (1, "year"), 2: (6, "month"), 3: (1, "tertial"), 4: (1, "quarter"), 6: (2, "month")}
_YEAR |= {12: (1, "month")}
_ORDINALS = {"vartannat": 2, "varannan": 2, "tredje": 3, "fjärde": 4, "femte": 5}
_UNITS = {
    "år": IntervalUnit.YEAR,
    "kvartal": IntervalUnit.QUARTER,
    "tertial": IntervalUnit.TERTIAL,
    "månad": IntervalUnit.MONTH,
    "vecka": IntervalUnit.WEEK,
}
_STEMS = {
    "års": IntervalUnit.YEAR,
    "kvartals": IntervalUnit.QUARTER,
    "tertial": IntervalUnit.TERTIAL,
    "månads": IntervalUnit.MONTH,
    "vecko": IntervalUnit.WEEK,
}
_UNIT = r"(?P<unit>år|kvartal|tertial|månad|vecka)"
_TIMES_A_UNIT = re.compile(
    r"\b(?P<times>en|ett|två|tre|fyra|sex|tolv|\d{1,2})\s*(?:gång(?:er)?|ggr)\s*"
    rf"(?:per|om|i|/)?\s*(?:varje\s+)?{_UNIT}(?:en|et|n)?\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    rf"\b(?:(?P<ordinal>vartannat|varannan)|var(?:t|je)?\s+(?P<nth>tredje|fjärde|femte)|varje)\s+{_UNIT}\b",
    re.IGNORECASE,
)
# "vecko-, månads- och kvartalsvis": the ending is shared.
_WISE = re.compile(r"\b(?P<stem>års|kvartals|tertial|månads|vecko)(?P<end>vis\b|-)", re.IGNORECASE)
_YEARLY = re.compile(r"\bårlig(?:en|t|a|)\b|\bannually\b|\bevery\s+year\b", re.IGNORECASE)
_HALF_YEARLY = re.compile(r"\bhalvårsvis\b|\bvarje\s+halvår\b", re.IGNORECASE)
# Most sentences say none, and to look for these is quicker than five patterns.
_WORDS = ("år", "kvartal", "tertial", "månad", "veck", "annually", "every")


def intervals(text: str) -> list[Interval]:
    """Return the intervals that a sentence says, each once, in their order."""
    lowered = text.lower()
    if not any(word in lowered for word in _WORDS):
        return []
    found: dict[int, Interval] = {}
    for match in _TIMES_A_UNIT.finditer(text):
        times = _TIMES.get(match["times"].lower()) or int(match["times"])
        interval = _share(times, _UNITS[match["unit"].lower()])
        if interval:
            found[match.start()] = interval
    for match in _EVERY.finditer(text):
        n = _ORDINALS.get((match["ordinal"] or match["nth"] or "").lower(), 1)
        found[match.start()] = Interval(n, _UNITS[match["unit"].lower()].value)
    wise = [(match["end"].lower(), match) for match in _WISE.finditer(text)]
    if any(end == "vis" for end, _match in wise):
        for _end, match in wise:
            found[match.start()] = Interval(1, _STEMS[match["stem"].lower()].value)
    for pattern, interval in ((_YEARLY, (1, "year")), (_HALF_YEARLY, (6, "month"))):
        for match in pattern.finditer(text):
            found[match.start()] = Interval(*interval)
    return list(dict.fromkeys(found[at] for at in sorted(found)))


def _share(times: int, unit: IntervalUnit) -> Interval | None:
    """Return what so many times in a unit comes to, or None where no unit says it."""
    if times == 1:
        return Interval(1, unit.value)
    if unit == IntervalUnit.YEAR and times in _YEAR:
        return Interval(*_YEAR[times])
    return None
