"""The period proposed for what follows on an agreement."""

from datetime import date

import pytest

from agreements.models import Agreement
from agreements.starting import period_after


@pytest.mark.parametrize(
    ("first", "last", "start", "end"),
    [
        # whole years
        ("2024-01-01", "2027-12-31", "2028-01-01", "2031-12-31"),
        ("2025-01-01", "2025-12-31", "2026-01-01", "2026-12-31"),
        ("2023-07-01", "2025-06-30", "2025-07-01", "2027-06-30"),
        ("2023-03-01", "2024-02-29", "2024-03-01", "2025-02-28"),
        ("2024-02-29", "2028-02-28", "2028-02-29", "2032-02-28"),
        # odd periods: as many days
        ("2024-01-01", "2024-01-10", "2024-01-11", "2024-01-20"),
        ("2024-05-05", "2024-05-05", "2024-05-06", "2024-05-06"),
        ("2024-02-29", "2027-02-27", "2027-02-28", "2030-02-26"),
        ("2016-11-08", "2020-12-31", "2021-01-01", "2025-02-23"),
        # unknown dates
        (None, "2027-12-31", "2028-01-01", None),
        ("2024-01-01", None, None, None),
        (None, None, None, None),
        # the end of the calendar, written for "until further notice"
        ("2024-01-01", "9999-12-31", None, None),
        ("2024-01-01", "9990-12-31", "9991-01-01", None),
        ("2024-01-02", "9990-12-31", "9991-01-01", None),
    ],
)
def test_it_begins_the_day_after_and_is_as_long(first, last, start, end):
    dates = [day and date.fromisoformat(day) for day in (first, last, start, end)]
    agreement = Agreement(valid_from=dates[0], valid_to=dates[1])

    assert period_after(agreement, date(2016, 1, 1)) == (dates[2], dates[3])


def test_what_was_extended_and_then_terminated_is_followed_from_the_termination():
    agreement = Agreement(
        valid_from=date(2024, 1, 1),
        valid_to=date(2027, 12, 31),
        extensions=[{"to": "2032-12-31", "decided_on": None, "text": ""}],
        terminated_on=date(2030, 1, 1),
    )

    found = period_after(agreement, date(2026, 1, 1))

    assert found == (date(2030, 1, 1), date(2033, 12, 31))


@pytest.mark.parametrize(
    ("today", "start", "end"),
    [
        (date(2021, 12, 31), date(2021, 1, 1), date(2024, 12, 31)),  # it is late, and goes on
        (date(2022, 1, 1), date(2023, 1, 1), date(2026, 12, 31)),
        (date(2026, 11, 22), date(2027, 1, 1), date(2030, 12, 31)),
    ],
)
def test_a_year_that_has_passed_is_not_proposed(today, start, end):
    agreement = Agreement(valid_from=date(2017, 1, 1), valid_to=date(2020, 12, 31))

    assert period_after(agreement, today) == (start, end)
