"""Days and periods as Swedish texts write them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb",
            "mars march mar",
            "april apr",
            "maj may",
            "juni june jun",
            "juli july jul",
            "augusti august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:19|20)\d\d"
# A year inside the number of a law, a case or a longer number is no year.
_POINT = re.compile(
    rf"(?<![\w/:.])(?:"
    rf"(?P<y1>{_YEAR})[-–.](?P<m1>\d{{1,2}})[-–.](?P<d1>\d{{1,2}})(?!-\d\d\b)"
    rf"|(?P<d2>\d{{1,2}}(?::?[ae])?|sista(?:\sdagen\si)?)\s(?P<m2>{_MONTH})"
    rf"(?:,?\s(?P<y2>{_YEAR}))?"
    rf"|(?P<d3>\d{{1,2}})/(?P<m3>\d{{1,2}})(?:[\s-](?P<y3>{_YEAR})|\s?[-–](?P<y9>\d\d)(?!\d))"
    rf"|(?P<d4>\d{{1,2}})\.(?P<m4>\d{{1,2}})\.(?P<y4>{_YEAR})"
    rf"|(?P<y7>{_YEAR})(?P<m7>[01]\d)(?P<d7>[0-3]\d)(?!\d|-\d\d\b)"
    rf"|(?P<y0>\d\d)(?P<m0>[01]\d)(?P<d0>[0-3]\d)(?![\d-])"
    rf"|(?P<m5>{_MONTH})\s(?P<y5>{_YEAR})"
    rf"|(?P<y8>{_YEAR})\s?[-–]\s?(?P<e8>\d\d)(?![-–.]?\d)"
    rf"|(?P<y6>{_YEAR})(?![-–]\d\d\b)"
    rf")(?![\w:/])",
    re.IGNORECASE,
)
_UNTIL = r"(?:till\s+och\s+med|t\.?\s?o\.?\s?m\.?|(?:längst|fram)\s+till|till|until|to|[-–—]{1,2})"
_FROM = r"(?:från\s+och\s+med|fr?\.?\s?o\.?\s?m\.?|från|med\s+början|from)"
_FILLING = r"\s*:?\s*(?:(?:den|dagen|dag|år|hela|(?:utgången|slutet)\s+av|och\s+med|the)\s+)*"
_ENDS = r"(?:upphör(?:\s+att\s+gälla)?|löper\s+ut|avslutas)(?:\s+efter)?"
_BETWEEN = re.compile(
    rf"\s*,?\s*(?:och\s+)?(?:(?:(?:gäller|löper)\s+)?{_UNTIL}|{_ENDS}){_FILLING}\Z",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*och\s+(?:den\s+)?\Z", re.IGNORECASE)
# "240101–261231"
_UNTIL_SIX = re.compile(rf"\s*,?\s*{_UNTIL}{_FILLING}\d{{6}}(?![\d-])", re.IGNORECASE)
_AFTER_SIX = re.compile(rf"\b\d{{6}}\s*,?\s*{_UNTIL}{_FILLING}\Z", re.IGNORECASE)
# "… från 2024-01-01 och gäller till dess att en ny tecknas, dock längst till 2027-12-31"
_GOES_ON_UNTIL = re.compile(
    rf"[^.]*\b(?:gäller|gälla|löper|längst)\b[^.]*?(?<!\w){_UNTIL}{_FILLING}\Z", re.IGNORECASE
)
# "2024, 2025 och 2026"
_LISTED = re.compile(r"\s*(?:,|,?\s(?:och|samt|and|&))\s*\Z", re.IGNORECASE)
_BEFORE_LAST = re.compile(rf"(?<!\w)(?:{_UNTIL}|{_ENDS}){_FILLING}\Z", re.IGNORECASE)
_BEFORE_FIRST = re.compile(rf"(?<!\w){_FROM}{_FILLING}\Z", re.IGNORECASE)
_INTO_FORCE = re.compile(r"\bi\s+kraft\s+(?:den\s+)?\Z", re.IGNORECASE)
_BEFORE_BOTH = re.compile(r"\bmellan\s+(?:den\s+)?\Z", re.IGNORECASE)
_BARE = re.compile(
    r"\W*(?:(?:från|och|med|till|den|åren?|år|under|perioden|period|"
    r"[tf]\.?(?:r\.?)?o\.?m\.?)\W*)?",
    re.IGNORECASE,
)
_WORDS_BETWEEN = re.compile(rf"(?<!\w)(?:{_FROM}|{_UNTIL})(?!\w)", re.IGNORECASE)
_YEARS = re.compile(r"\b([1-9]|två|tre|fyra|fem|sex)(?:\s*\([1-9]\))?\s+år\b", re.IGNORECASE)
_NUMBERS = {"två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6}
# What follows a period is about something else when it has words of its own.
_OTHER_CLAUSE = re.compile(r"\W*(?:[^\W\d]+\W+){2}")
# So far before a date stands what says how it is meant.
_REACH = 40
_YEAR_LONG = timedelta(days=364)


@dataclass(frozen=True)
class Point:
    """A date in a text: from `first` to `last`, the same day unless it is a month or years."""

    first: date
    last: date
    start: int
    end: int

    @property
    def is_day(self) -> bool:
        return self.first == self.last


@dataclass(frozen=True)
class Period:
    """The first and the last day that a text says, each None where it does not say it."""

    first: date | None
    last: date | None


def points(text: str) -> list[Point]:
    """Return the dates in `text`, in order; what looks like one and cannot be is left out.

    A day without a year ("1 januari – 31 december 2024") has the year of the date that follows.
    """
    found = []
    year = None
    for match in reversed(list(_POINT.finditer(text))):
        if match["y0"] and not _is_day_in_six(text, match):
            continue
        point = _point(match, year)
        if point is not None:
            year = point.first.year
            found.append(point)
    return found[::-1]


def first_day(text: str) -> date | None:
    """Return the first whole date in `text`, or None."""
    return next((one.first for one in points(text) if one.is_day), None)


def only_day(text: str) -> date | None:
    """Return the day that `text` is, “30 jan 2024” or “2024-01-30”, or None when it is no day."""
    found = points(text)
    return found[0].first if len(found) == 1 and found[0].is_day and is_bare(text) else None


def period(text: str) -> Period | None:
    """Return the period that `text` says, or None when it says none or more than one."""
    found = points(text)
    if len(found) > 1 and _are_years_in_a_row(text, found):
        return Period(found[0].first, found[-1].last)
    if not found or len(found) > 2:
        return None
    before = text[max(0, found[0].start - _REACH) : found[0].start]
    if len(found) == 2:
        between = text[found[0].end : found[1].start]
        begins = _BEFORE_FIRST.search(before) or _INTO_FORCE.search(before)
        joined = (
            _BETWEEN.match(between)
            or (_AND.match(between) and _BEFORE_BOTH.search(before))
            or (begins and _GOES_ON_UNTIL.match(between))
        )
        said = Period(found[0].first, found[1].last) if joined else None
    elif _BEFORE_LAST.search(before):
        said = Period(None, found[0].last)
    elif found[0].is_day or _BEFORE_FIRST.search(before):
        said = Period(found[0].first, None)
    else:
        said = Period(found[0].first, found[0].last)
    if said and said.first and said.last and said.last < said.first:
        return None
    return said


def leading_period(text: str) -> Period | None:
    """Return the period that `text` says before it names another day: “2024–2027, … under 2026”.

    None when it does not begin with a first and a last day, or names another period after them.
    """
    found = points(text)
    if len(found) < 3 or not _BETWEEN.match(text[found[0].end : found[1].start]):
        return None
    rest = text[found[1].end :]
    if _BETWEEN.search(text[found[-2].end : found[-1].start]) or not _OTHER_CLAUSE.match(rest):
        return None
    return period(text[: found[1].end])


def years_from(text: str) -> Period | None:
    """Return the period of “under fyra år från och med den 1 mars 2024”, or None."""
    found = points(text)
    length = _YEARS.search(text)
    if length is None or len(found) != 1 or not found[0].is_day:
        return None
    first = found[0].first
    before = text[max(0, found[0].start - _REACH) : found[0].start]
    if not (_BEFORE_FIRST.search(before) or _INTO_FORCE.search(before)):
        return None
    years = _NUMBERS.get(length[1].lower()) or int(length[1])
    # From a day that every year has, so that 29 February too has its like.
    known = first.replace(day=min(first.day, 28))
    after = known.replace(year=first.year + years) + (first - known)
    return Period(first, after - timedelta(days=1))


def is_bare(text: str) -> bool:
    """Tell whether `text` is dates and the words between them, and nothing else."""
    rest, end = "", 0
    for point in points(text):
        rest += text[end : point.start] + " "
        end = point.end
    rest = _WORDS_BETWEEN.sub(" ", rest + text[end:])
    return end > 0 and all(_BARE.fullmatch(word) for word in rest.split())


def _are_years_in_a_row(text: str, found: list[Point]) -> bool:
    """Tell whether all dates are whole years, one after the other, listed with nothing between."""
    return all(one.last - one.first >= _YEAR_LONG for one in found) and all(
        other.first == one.last + timedelta(days=1) and _LISTED.match(text[one.end : other.start])
        for one, other in pairwise(found)
    )


def _is_day_in_six(text: str, match: re.Match) -> bool:
    """Tell whether six digits, “240101”, are a day: by what stands before them, or between two."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    after = text[match.end() : match.end() + _REACH]
    beside = (_BEFORE_FIRST, _BEFORE_LAST, _AFTER_SIX)
    return bool(_UNTIL_SIX.match(after)) or any(one.search(before) for one in beside)


def _point(match: re.Match, year_after: int | None) -> Point | None:
    parts = {name[0]: value for name, value in match.groupdict().items() if value}
    year = int(parts["y"]) if "y" in parts else year_after
    if year is None:
        return None
    year += 2000 if year < 100 else 0
    month = parts.get("m", "").lower().rstrip(".")
    number = int(month) if month.isdigit() else _MONTHS.get(month)
    try:
        if "d" in parts:
            day = re.match(r"\d*", parts["d"])[0] or monthrange(year, number)[1]
            first = last = date(year, number, int(day))
        elif number:
            first = date(year, number, 1)
            last = date(year, number, monthrange(year, number)[1])
        else:
            first, last = date(year, 1, 1), date(_last_year(year, parts.get("e")), 12, 31)
    except ValueError:
        return None
    return Point(first, last, match.start(), match.end())


def _last_year(first: int, short: str | None) -> int:
    """Return the last year of “2024–27”; what can be a month (“2024–11”) is no year.

    Raises ValueError.
    """
    if short is None:
        return first
    last = first // 100 * 100 + int(short)
    if int(short) <= 12 or last <= first:
        raise ValueError(short)
    return last
