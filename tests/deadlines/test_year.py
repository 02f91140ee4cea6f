"""The year as a list and as a wheel: what falls due, what was done, what comes back."""

from datetime import date
from itertools import combinations
from math import hypot

import pytest
from django.urls import reverse
from time_machine import travel

from core.intervals import Interval
from deadlines import wheel
from deadlines.duties import Deadline, Duty
from deadlines.models import LawDuty, RecurringPattern
from tests.desk import errors, page

YEAR = reverse("pages:year", args=["trygg-i-lulea"])
#: Of a circle with numbers in `templates/pages/wheel.svg`.
RADIUS = 9
QUARTERS = ((3, 31), (6, 30), (9, 30), (12, 31))
NEW = reverse("pages:new_pattern", args=["trygg-i-lulea"])


def lines(response):
    """What the list says, line for line: number, words, days."""
    found = page(response).xpath("//*[@class='year']//li[not(@class='month')]")
    return [" ".join(one.text_content().split()) for one in found]


@pytest.mark.parametrize(
    ("every", "year", "days"),
    [
        (Interval(2, "year"), 2025, [date(2025, 12, 31)]),
        (Interval(2, "year"), 2026, []),
        (Interval(2, "year"), 2029, [date(2029, 12, 31)]),
        (
            Interval(1, "quarter"),
            2026,
            [date(2026, *day) for day in QUARTERS],
        ),
    ],
)
def test_what_comes_back_stands_in_each_year_that_it_falls_in(every, year, days):
    duty = Duty(key="a", subject="plan", every=every)
    deadline = Deadline(duty=duty, day=date(2025, 12, 31))

    assert list(wheel.falls_in(year, deadline, by_the_day=False)) == days


def test_a_month_without_a_day_is_the_whole_of_it_and_a_time_can_pass_the_turn_of_the_year():
    pattern = RecurringPattern(month=2)
    assert pattern.days_in(2027) == (date(2027, 2, 1), date(2027, 2, 28))
    assert RecurringPattern(month=2, day=29).days_in(2027) == (date(2027, 2, 28),) * 2
    christmas = RecurringPattern(month=12, day=20, to_month=1, to_day=8)
    assert christmas.days_in(2026) == (date(2026, 12, 20), date(2027, 1, 8))


def test_numbers_of_one_week_do_not_cover_each_other_and_those_of_one_day_are_one():
    days = (date(2026, 4, 28), date(2026, 4, 30), date(2026, 4, 30), date(2026, 5, 2))
    events = [wheel.Event(on=day, words="Fest", look="due") for day in days]

    found = wheel.spots(events)

    assert [spot.label for spot in found] == ["1", "2–3", "4"]
    assert (
        min(hypot(one.x - other.x, one.y - other.y) for one, other in combinations(found, 2))
        > 2 * RADIUS
    )


@pytest.mark.django_db
class TestThePage:
    @pytest.fixture(autouse=True)
    def _in_march(self):
        LawDuty.objects.all().delete()
        with travel("2026-03-01 12:00", tick=False):
            yield

    def test_the_list_says_what_the_wheel_shows(self, signed, karin, client_for):
        client = client_for(karin)
        client.post(NEW, {"name": "valborg", "month": 4, "day": 30, "note": "Fler vuxna ute"})

        response = client.get(YEAR, {"ar": 2028})

        assert lines(response) == [
            "1 ValborgFler vuxna ute 30 april",
            "2 Utvärdering av överenskommelsen, senast 31 december",
        ]
        numbers = page(response).xpath("//*[name()='svg']//*[name()='g']/*[name()='text']/text()")
        assert numbers == ["1", "2"]

    def test_a_day_that_the_month_does_not_have_is_refused(self, karin, client_for):
        response = client_for(karin).post(NEW, {"name": "Fest", "month": 4, "day": 31})

        assert response.status_code == 422
        assert errors(response)["day"] == "Månaden har 30 dagar."
        assert not RecurringPattern.objects.exists()

    @pytest.mark.parametrize("asked", ["", "x", "0", "99999999999999999999", "٢٠٢٨"])
    def test_a_year_that_is_none_shows_this_one_or_the_one_meant(self, ines, client_for, asked):
        response = client_for(ines).get(YEAR, {"ar": asked})

        assert response.status_code == 200
        assert "Inget är inlagt under året." in response.content.decode()
