"""What a new draft does not take along from the old agreement that its text comes from."""

import re
from dataclasses import replace
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.manuscript.proposal import Facts, RecognisedParty
from intake.recognition.dates import points

_DAYS = ("document_date", "signed_on", "valid_from", "valid_to")
_WORDS = ("signed_at", "validity_text")
_TITLES = ("title", "subtitle")
_BEFORE_YEARS = re.compile(
    r"(?:\s+(?:för|under))?(?:\s+(?:åren|perioden|tiden|år))?[\s,(–-]*\Z", re.IGNORECASE
)


def is_old(facts: Facts, today: date) -> bool:
    """Tell whether the text is an agreement that was signed, or that has ended."""
    return facts.is_signed or bool(facts.valid_to and facts.valid_to < today)


def begun_anew(now: Facts, read: Facts) -> Facts:
    """Return `now` without the old dates, places, numbers and years of the text that was `read`.

    What a person wrote instead of what was read stays.
    """
    kept = {name: getattr(now, name) for name in (*_DAYS, *_WORDS)}
    numbers = {party.name: party.registry_number for party in read.parties}
    return replace(
        now,
        **{name: None for name in _DAYS if kept[name] == getattr(read, name)},
        **{name: "" for name in _WORDS if kept[name] == getattr(read, name)},
        **{
            name: _without_years(getattr(now, name))
            for name in _TITLES
            if getattr(now, name) == getattr(read, name)
        },
        parties=tuple(_party(party, numbers.get(party.name)) for party in now.parties),
        is_begun_anew=True,
    )


def left_behind(now: Facts, read: Facts) -> list[str]:
    """Return, in words, what `begun_anew` leaves out."""
    anew = begun_anew(now, read)
    said = []
    if now.document_date != anew.document_date:
        said.append(_("date %(date)s") % {"date": _day(now.document_date)})
    for signing in _signings(now, anew):
        said.append(_("signed %(place)s") % {"place": signing})
    if (now.valid_from, now.valid_to) != (anew.valid_from, anew.valid_to):
        days = " – ".join(filter(None, (_day(now.valid_from), _day(now.valid_to))))
        said.append(_("valid %(days)s") % {"days": days})
    elif now.validity_text != anew.validity_text:
        said.append(_("how long it is valid"))
    for old, new in zip(now.parties, anew.parties, strict=True):
        if old.registry_number != new.registry_number:
            said.append(_("registry number %(number)s") % {"number": old.registry_number})
    if (now.title, now.subtitle) != (anew.title, anew.subtitle):
        said.append(_("the years in the title"))
    return said


def _party(party: RecognisedParty, number: str | None) -> RecognisedParty:
    return replace(
        party,
        registry_number="" if party.registry_number == number else party.registry_number,
        signatories=tuple(replace(one, signed_on=None, signed_at="") for one in party.signatories),
    )


def _signings(now: Facts, anew: Facts) -> list[str]:
    """Return where and when it was signed, as a whole and by each, where that is left out."""
    found: dict[date | None, str] = {}
    if (now.signed_on, now.signed_at) != (anew.signed_on, anew.signed_at):
        found[now.signed_on] = now.signed_at
    for person in (one for party in now.parties for one in party.signatories):
        if person.signed_on:
            found.setdefault(person.signed_on, person.signed_at)
    in_order = sorted(found.items(), key=lambda one: one[0] or date.max)
    return [" ".join(filter(None, (place, _day(on)))) for on, place in in_order]


def _without_years(text: str) -> str:
    """Return a title without the years or days it names and the words that lead to them."""
    found = points(text)
    if not found:
        return text
    before = _BEFORE_YEARS.sub("", text[: found[0].start])
    after = text[found[-1].end :].lstrip(" ,)–-")
    whole = f"{before} {after}".strip()
    return whole or text


def _day(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""
