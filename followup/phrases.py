"""What is said of reports, the same beside a row and on its page."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from core.days import in_words
from followup.choices import Mark, State
from followup.models import Outcome, Report
from followup.standing import Standing
from followup.totals import Total, Why, total

#: State → how it looks (`templates/includes/tag.html`).
LOOKS = {
    State.NOT_STARTED: "idle",
    State.ONGOING: "going",
    State.DONE: "ok",
    State.PARTLY_DONE: "going",
    State.NOT_DONE: "ended",
    State.DROPPED: "ended",
    State.REGULAR_WORK: "ok",
}


def state(standing: Standing) -> str:
    """Say how far a row has come; "" where nobody has said."""
    return standing.status.get_state_display() if standing.status else ""


def deviation(standing: Standing) -> str:
    """Say why it went otherwise than meant; "" where nobody has said."""
    return standing.status.deviation if standing.status else ""


def comment(standing: Standing) -> str:
    """Say how it goes as it was described last; "" where nobody has."""
    return standing.comment.text if standing.comment else ""


def who(report: Report) -> str:
    """Say who reported and when: “Karin Ström, Luleå kommun, 30 november 2026 10:12”."""
    at = date_format(timezone.localtime(report.at), "DATETIME_FORMAT")
    return ", ".join(one for one in (report.name, report.organisation_name, at) if one)


def number(one: Outcome | Total) -> str:
    """Say a number as it was reported: “drygt 20”, “minst 200”, “20–25”; "" where none was."""
    if getattr(one, "words", ""):
        return one.words
    if one.value is None:
        most = one.value_to
        return "" if most is None else _("at most %(value)s") % {"value": _decimal(most)}
    said = _decimal(one.value)
    if one.value_to is not None and one.value_to != one.value:
        said = f"{said}–{_decimal(one.value_to)}"
    if one.mark == Mark.AT_LEAST:
        return _("at least %(number)s") % {"number": said}
    if one.mark == Mark.ABOUT:
        return _("about %(number)s") % {"number": said}
    return said


def _decimal(value: Decimal) -> str:
    whole = value == value.to_integral_value()
    shown = value.quantize(Decimal(1)) if whole else value.normalize()
    return number_format(shown, force_grouping=True)


def period(one: Outcome) -> str:
    """Say of which period an outcome is, in its own words and in days."""
    return in_words(one.period_text, one.period_from, one.period_to)


def by_measure(outcomes: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    """Return the outcomes of a row by what is counted, the one first reported first."""
    found: dict[str, list[Outcome]] = {}
    for one in reversed(list(outcomes)):
        found.setdefault(one.measure, []).insert(0, one)
    return found


def totals(outcomes: Iterable[Outcome]) -> list[tuple[str, Total]]:
    """Return what the outcomes of a row come to, for each thing that is counted."""
    return [(measure, total(found)) for measure, found in by_measure(outcomes).items()]


def short(outcomes: Iterable[Outcome]) -> str:
    """Say in few words what came of a row: “301 fotpatrullpass”; of more than one, each."""
    said = []
    for measure, sum_ in totals(outcomes):
        # Where there is no total, the latest report stands for them.
        one = sum_ if sum_.value is not None else (*sum_.counted, *sum_.apart)[0]
        words = " ".join(part for part in (number(one), measure) if part)
        if sum_.value is None and period(one):
            words = f"{words} ({period(one)})"
        said.append(words or getattr(one, "text", ""))
    return "; ".join(one for one in said if one)


def why(sum_: Total) -> list[str]:
    """Say in sentences how a total was reckoned, where that is not plain."""
    said = [
        _("%(part)s lies in %(whole)s and is not counted again.")
        % {"part": _named(one), "whole": _named(_whole(one, sum_))}
        for one in sum_.contained
    ]
    if sum_.why == Why.OVERLAPPING:
        said.append(_("The periods overlap, so the numbers are shown and not summed."))
    elif sum_.why == Why.UNDATED:
        said.append(
            _("It is not known of which days each number is, so they are shown and not summed.")
        )
    elif sum_.why == Why.UNKNOWN_KIND:
        said.append(
            _("It is not known whether the numbers can be added, so they are shown and not summed.")
        )
    return list(dict.fromkeys(said))


def _whole(one: Outcome, sum_: Total) -> Outcome:
    """Return the counted outcome whose period has that of `one`."""
    return next(
        other
        for other in sum_.counted
        if other.period_from
        and other.period_to
        and other.period_from <= one.period_from
        and one.period_to <= other.period_to
    )


def _named(one: Outcome) -> str:
    return f"{number(one)} ({period(one)})"
