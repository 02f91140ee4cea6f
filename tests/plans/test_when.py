"""When something is done, read from one cell."""

from datetime import date

import pytest
from django.utils import translation

from plans import when
from plans.tree import Activity
from plans.when import When

MAY = (date(2027, 5, 1), date(2027, 5, 31))


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    "said",
    [
        When(),
        When("riskhelger"),
        When("", date(2027, 1, 1), date(2027, 12, 31)),
        When("", date(2026, 1, 1), date(2027, 12, 31)),
        When("", *MAY),
        When("", date(2027, 5, 1), date(2027, 5, 1)),
        When("", date(2027, 4, 1), date(2027, 9, 30)),
        When("", date(2026, 4, 1), date(2027, 9, 30)),
        When("", date(2027, 4, 1), None),
        When("", None, date(2027, 9, 30)),
        When("löpande (preliminärt)", None, date(2027, 9, 30)),
        When("maj", *MAY),
        When("maj 2027", *MAY),
    ],
)
def test_what_is_printed_is_read_as_it_was(said, language):
    with translation.override(language):
        printed = when.say(
            Activity(text="", when_text=said.words, when_from=said.first, when_to=said.last)
        )
        assert when.read(printed) == said


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("vid behov", When("vid behov")),
        ("innan planen löper ut", When("innan planen löper ut")),
        ("hösten 2026", When("hösten 2026")),
        ("maj 2027", When("maj 2027", *MAY)),
        ("2027-05-31", When("", MAY[1], MAY[1])),
        ("31 maj 2027", When("", MAY[1], MAY[1])),
        ("senast 31 maj 2027", When("", None, MAY[1])),
        ("senast 2027-05-31", When("", None, MAY[1])),
        ("klart senast 2027", When("klart senast 2027", None, date(2027, 12, 31))),
        ("från maj 2027", When("från maj 2027", MAY[0])),
        ("2027-13-45", When("2027-13-45")),
        ("1 maj 2027 och sedan", When("1 maj 2027 och sedan")),
        ("x (" * 1000, When("x (" * 1000)),
    ],
)
def test_words_are_kept_and_days_understood(said, read):
    with translation.override("sv"):
        assert when.read(said) == When(read.words.strip(), *read[1:])


def test_days_that_the_words_say_are_not_said_again():
    activity = Activity(text="", when_text="maj 2027", when_from=MAY[0], when_to=MAY[1])
    with translation.override("sv"):
        assert when.say(activity) == "maj 2027"
