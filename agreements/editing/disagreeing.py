"""Where the words of a draft say something else of its validity than its facts do.

Nobody has looked the sentences through, so only what surely is meant of this agreement is told.
"""

import re
from collections.abc import Iterator
from datetime import date

from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from agreements import tree
from agreements.choices import AgreementKind, RenewalRule
from agreements.manuscript.recognition.validity import (
    is_other_rule,
    says_renewal,
    stated_period,
)
from core.richtext import plain
from desk.editing.pointer import Pointer
from intake.reading.list_marks import mark_of
from intake.recognition import headings
from intake.recognition.dates import Period, period, points
from intake.recognition.sentences import sentences

# Without one of these words no sentence says anything of validity: most texts need no reading.
_TELLING = ("gäll", "giltig", "löp", "i kraft", "omfattar", "valid", "appl", "förläng", "prolong")
_TELLING += ("exten", "fortsätt", "tills vidare", "until", "19", "20")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# A heading of what was, or of something that has years of its own.
_OF_OTHER_YEARS = re.compile(
    r"tidigare|föregående|förra|uppfölj|utvärder|lägesbild|resultat|erfarenhet|bakgrund|historik|"
    r"statistik|utveckling|genomför|ersätt|tillägg|förläng|plan(?:en|er|erna)?\b|löfte|bilaga|"
    r"previous|background|evaluation",
    re.IGNORECASE,
)
_SHOWN = 160


def disagreements(content: tree.AgreementTree) -> Iterator[Pointer]:
    """Give what the title, the headings and the text say otherwise than the days and the rule.

    The text of an amendment speaks of the agreement that it amends, and is left alone.
    """
    yield from _facts(content)
    if content.kind == AgreementKind.AMENDMENT:
        return
    yield from _titles(content)
    for _place, section in content.walk_sections():
        yield from _heading(content, section)
        yield from _texts(content, section)


def _facts(content: tree.AgreementTree) -> Iterator[Pointer]:
    """Give where the facts in words say something else than the facts."""
    days = {str(day.year) for day in (content.valid_from, content.valid_to) if day}
    sentence = ""
    if days and not days.issuperset(_YEAR.findall(content.validity_text)):
        sentence = _("The printed validity names other years than the first and last day.")
    elif _is_other_period(content, period(content.validity_text), content.validity_text):
        sentence = _("The printed validity names other days than the first and last day.")
    if sentence:
        yield Pointer(sentence, "agreement", content.key, at="validity_text")
    if is_other_rule(content.renewal_rule, content.renewal_text):
        yield Pointer(
            _("The renewal in words says “%(said)s”, but “%(rule)s” is chosen.")
            % {"said": _short(content.renewal_text), "rule": _rule(content)},
            "agreement",
            content.key,
            at="renewal_text",
        )


def _titles(content: tree.AgreementTree) -> Iterator[Pointer]:
    for name, words in (
        ("title", _("The title names the years %(said)s, but the agreement is valid %(days)s.")),
        (
            "subtitle",
            _("The subtitle names the years %(said)s, but the agreement is valid %(days)s."),
        ),
    ):
        said = _years(getattr(content, name))
        last = content.valid_to and content.valid_to.year
        if said and (_is_outside(content, said) or (last and said.last.year != last)):
            sentence = words % {"said": _span(said), "days": _days(content)}
            yield Pointer(sentence, "agreement", content.key, at=name)


def _heading(content: tree.AgreementTree, section: tree.Section) -> Iterator[Pointer]:
    said = _years(section.heading)
    if said and _is_outside(content, said):
        sentence = _(
            "The heading “%(heading)s” names other years: the agreement is valid %(days)s."
        )
        sentence %= {"heading": _short(section.heading), "days": _days(content)}
        yield Pointer(sentence, "section", section.key)


def _texts(content: tree.AgreementTree, section: tree.Section) -> Iterator[Pointer]:
    under = _is_about_validity(section.heading)
    for part in section.parts:
        if not (isinstance(part, tree.TextPart) and _may_say(part.text)):
            continue
        for sentence in _sentences(part.text):
            where = {"said": _short(sentence), "section": section.heading}
            if _is_other_period(content, stated_period(sentence, under=under), sentence):
                told = (
                    _("“%(said)s” stands in “%(section)s”, but the facts say: valid %(days)s.")
                    if section.heading
                    else _("“%(said)s” stands in the text, but the facts say: valid %(days)s.")
                )
                yield Pointer(told % (where | {"days": _days(content)}), "part", part.key)
            if is_other_rule(content.renewal_rule, sentence) and says_renewal(
                sentence, under=under
            ):
                told = (
                    _("“%(said)s” stands in “%(section)s”, but “%(rule)s” is chosen in the facts.")
                    if section.heading
                    else _("“%(said)s” stands in the text, but “%(rule)s” is chosen in the facts.")
                )
                yield Pointer(told % (where | {"rule": _rule(content)}), "part", part.key)


def _sentences(html: str) -> Iterator[str]:
    """Give the sentences of running text that stand in no list."""
    for block in plain(html).split("\n\n"):
        if mark_of(block) is None and _may_say(block):
            yield from filter(_may_say, sentences(" ".join(block.split())))


def _may_say(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in _TELLING)


def _is_about_validity(heading: str) -> bool:
    """Tell whether a heading says that what follows is about validity, and is no plan in time."""
    return bool(headings.VALIDITY.match(headings.words(heading))) and not re.match(
        r"tids?plan", headings.words(heading), re.IGNORECASE
    )


def _is_other_period(content: tree.AgreementTree, said: Period | None, words: str) -> bool:
    """Tell whether a period that `words` say differs from the days; years only by their year."""
    if said is None or not (content.valid_from or content.valid_to):
        return False
    in_days = any(point.is_day for point in points(words))

    def differs(one: date, other: date) -> bool:
        return one != other if in_days else one.year != other.year

    if said.first and content.valid_from and differs(said.first, content.valid_from):
        return True
    return bool(said.last and (not content.valid_to or differs(said.last, content.valid_to)))


def _years(text: str) -> Period | None:
    """Return the span of years that a title or heading says of the agreement, or None."""
    said = period(text) if not _OF_OTHER_YEARS.search(text) else None
    if said and said.first and said.last and said.first.year < said.last.year:
        return said
    return None


def _is_outside(content: tree.AgreementTree, said: Period) -> bool:
    """Tell whether some of the years said are not among those of the validity."""
    first, last = content.valid_from, content.valid_to
    return bool((first and said.first.year < first.year) or (last and said.last.year > last.year))


def _span(said: Period) -> str:
    return f"{said.first.year}–{said.last.year}"


def _days(content: tree.AgreementTree) -> str:
    first, last = _day(content.valid_from), _day(content.valid_to)
    if first and last:
        return _("%(first)s to %(last)s") % {"first": first, "last": last}
    if first:
        return _("from %(first)s, without a last day") % {"first": first}
    return _("until %(last)s") % {"last": last}


def _day(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""


def _rule(content: tree.AgreementTree) -> str:
    return str(RenewalRule(content.renewal_rule).label)


def _short(text: str) -> str:
    return Truncator(" ".join(text.split())).chars(_SHOWN)
