"""What several outcomes come to, as the design says word for word."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from followup.choices import Mark, MeasureKind
from followup.totals import Why, total

COUNT, STOCK, LEVEL = MeasureKind.COUNT, MeasureKind.STOCK, MeasureKind.LEVEL


@dataclass(frozen=True)
class Said:
    """An outcome."""

    value: Decimal | None
    period_from: date | None = None
    period_to: date | None = None
    value_to: Decimal | None = None
    mark: str = Mark.EXACT
    words: str = ""
    reported_on: date | None = None


def said(value, first=None, last=None, **more):
    """An outcome of some months of 2018: `said(71, 5, 7)`."""
    ends = {3: 31, 6: 30, 7: 31, 8: 31, 9: 30, 12: 31}
    return Said(
        None if value is None else Decimal(value),
        first and date(2018, first, 1),
        last and date(2018, last, ends[last]),
        **more,
    )


def test_a_count_is_summed_over_periods_that_do_not_touch():
    found = total([said(10, 1, 3), said(40, 4, 6)], COUNT)

    assert (found.value, found.mark, found.why) == (50, Mark.EXACT, None)


def test_a_period_that_contains_others_counts_and_they_do_not():
    may_to_july, may_to_december = said(71, 5, 7), said(301, 5, 12)

    found = total([may_to_july, may_to_december], COUNT)

    assert found.value == 301
    assert (found.counted, found.contained) == ((may_to_december,), (may_to_july,))


def test_a_published_figure_is_never_worked_out_anew():
    """The whole year says less than its parts come to, and is what was published."""
    found = total([said(70, 1, 6), said(50, 7, 12), said(100, 1, 12)], COUNT)

    assert found.value == 100
    assert len(found.contained) == 2


def test_the_containing_period_is_summed_with_what_lies_outside_it():
    found = total([said(5, 1, 3), said(7, 5, 7), said(20, 5, 12)], COUNT)

    assert found.value == 25


def test_periods_that_overlap_in_part_are_shown_and_not_summed():
    outcomes = [said(71, 5, 8), said(300, 7, 12)]

    found = total(outcomes, COUNT)

    assert (found.value, found.why) == (None, Why.OVERLAPPING)
    assert list(found.counted) == outcomes


def test_two_reports_of_the_same_period_are_not_summed():
    assert total([said(71, 5, 8), said(30, 5, 8)], COUNT).why == Why.OVERLAPPING


def test_one_day_in_common_is_an_overlap():
    first = Said(Decimal(1), date(2018, 1, 1), date(2018, 3, 31))
    second = Said(Decimal(2), date(2018, 3, 31), date(2018, 6, 30))

    assert total([first, second], COUNT).why == Why.OVERLAPPING


def test_numbers_of_which_the_days_are_not_known_are_shown_and_not_summed():
    assert total([said(71, 5, 8), said(30)], COUNT).why == Why.UNDATED
    assert total([said(71, 5), said(30, 1, 3)], COUNT).why == Why.UNDATED


def test_one_number_is_the_total_whatever_is_known_of_its_days():
    assert total([said(30)], COUNT).value == 30
    assert total([said(30)]).value == 30


@pytest.mark.parametrize("kind", [STOCK, LEVEL])
def test_of_a_stock_and_of_a_level_the_latest_counts(kind):
    earlier, latest = said("31.5", 1, 3), said("26", 7, 12)

    for outcomes in ([earlier, latest], [latest, earlier]):
        found = total(outcomes, kind)
        assert (found.value, found.counted, found.apart) == (26, (latest,), (earlier,))


def test_of_a_level_that_was_told_twice_the_later_report_counts():
    first = said(26, 7, 12, reported_on=date(2019, 1, 10))
    second = said(27, 7, 12, reported_on=date(2019, 2, 1))

    assert total([first, second], LEVEL).value == 27


def test_what_nobody_says_how_to_add_is_shown_and_not_summed():
    """Shares of two years are no share: 31 % and 29 % are not 60 %."""
    assert total([said(31, 1, 3), said(29, 4, 6)]).why == Why.UNKNOWN_KIND
    assert total([said(71, 5, 7), said(301, 5, 12)]).value == 301


def test_what_was_said_in_words_only_is_shown_beside_the_sum():
    in_words = said(None, 7, 9, words="flera gånger")

    found = total([said(10, 1, 3), said(5, 4, 6), in_words], COUNT)

    assert (found.value, found.apart) == (15, (in_words,))
    assert total([in_words], COUNT).value is None


@pytest.mark.parametrize(
    ("marks", "sum_is"),
    [
        ((Mark.EXACT, Mark.EXACT), Mark.EXACT),
        ((Mark.EXACT, Mark.AT_LEAST), Mark.AT_LEAST),
        ((Mark.AT_LEAST, Mark.ABOUT), Mark.ABOUT),
        ((Mark.EXACT, ""), ""),
    ],
)
def test_a_sum_is_as_exact_as_the_least_exact_number_in_it(marks, sum_is):
    """Two exact numbers are never said to be at least so many."""
    outcomes = [said(1, 1, 3, mark=marks[0]), said(2, 4, 6, mark=marks[1])]

    assert total(outcomes, COUNT).mark == sum_is


def test_ranges_are_summed_at_both_ends():
    found = total([said(10, 1, 3, value_to=Decimal(15)), said(5, 4, 6)], COUNT)

    assert (found.value, found.value_to) == (15, 20)


def test_decimals_are_summed_without_a_rest():
    assert total([said("0.1", 1, 3), said("0.2", 4, 6)], COUNT).value == Decimal("0.3")


def test_nothing_comes_to_nothing():
    assert total([], COUNT).value is None
