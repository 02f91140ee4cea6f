"""When something is done, in few words."""

from datetime import date

import pytest
from django.utils import translation

from core.days import span
from plans import phrases
from plans.tree import Activity


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2027, 1, 1), date(2027, 12, 31), "2027"),
        (date(2026, 1, 1), date(2027, 12, 31), "2026–2027"),
        (date(2027, 5, 1), date(2027, 5, 31), "1–31 maj 2027"),
        (date(2027, 5, 1), date(2027, 5, 1), "1 maj 2027"),
        (date(2027, 4, 1), date(2027, 9, 30), "1 april – 30 september 2027"),
        (date(2026, 4, 1), date(2027, 9, 30), "1 april 2026 – 30 september 2027"),
        (date(2027, 4, 1), None, "från 1 april 2027"),
        (None, date(2027, 9, 30), "senast 30 september 2027"),
        (None, None, ""),
    ],
)
def test_a_time_is_said_with_each_month_and_year_once(first, last, said):
    with translation.override("sv"):
        assert span(first, last) == said


def test_words_come_first_and_days_beside_them():
    activity = Activity(text="Vandra", when_text="riskhelger", when_to=date(2027, 9, 30))
    with translation.override("sv"):
        assert phrases.when(activity) == "riskhelger (senast 30 september 2027)"
