"""How long is left of a consultation: the last day counts whole, in Swedish time."""

from datetime import date

import pytest
from django.utils import translation
from time_machine import travel

from consultation.days import days_left, time_left

LAST = date(2026, 12, 10)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("2026-11-25", "15 dagar kvar"),
        ("2026-12-08", "2 dagar kvar"),
        ("2026-12-09", "1 dag kvar"),
        ("2026-12-10", "sista dagen i dag"),
        ("2026-12-11", ""),
    ],
)
def test_the_days_after_today_are_counted_and_the_last_one_is_named(today, words):
    with travel(f"{today}T12:00:00+01:00"), translation.override("sv"):
        assert time_left(LAST) == words


@pytest.mark.parametrize(
    ("moment", "left"),
    [
        ("2026-12-09T22:59:59+00:00", 1),  # a second to midnight in Sweden
        ("2026-12-09T23:00:00+00:00", 0),
        ("2026-12-10T22:59:59+00:00", 0),
        ("2026-12-10T23:00:00+00:00", -1),
    ],
)
def test_the_day_turns_at_midnight_in_sweden(moment, left):
    with travel(moment):
        assert days_left(LAST) == left


def test_the_day_turns_an_hour_earlier_by_the_clock_of_the_world_in_summer():
    with travel("2026-06-30T22:00:00+00:00"):
        assert days_left(date(2026, 6, 30)) == -1
