"""When what comes back falls due, and what stands of it on a day."""

from datetime import date

import pytest

from core.intervals import Interval
from deadlines.choices import DutySubject, Strength
from deadlines.duties import Done, Duty, deadlines
from deadlines.reckoning import falls_due

TWO_YEARS, YEAR = Interval(2, "year"), Interval(1, "year")
NEW_YEAR = date(2024, 1, 1)


@pytest.mark.parametrize(
    ("every", "since", "last", "calendar", "by_the_day"),
    [
        # From when the agreement begins, where nothing has been done.
        (TWO_YEARS, NEW_YEAR, None, date(2025, 12, 31), date(2025, 12, 31)),
        (TWO_YEARS, date(2023, 7, 1), None, date(2025, 12, 31), date(2025, 6, 30)),
        (TWO_YEARS, NEW_YEAR, date(2025, 3, 14), date(2027, 12, 31), date(2027, 3, 14)),
        # What was done before the agreement began counts from when it begins.
        (TWO_YEARS, NEW_YEAR, date(2023, 11, 8), date(2025, 12, 31), date(2025, 12, 31)),
        (YEAR, None, date(2024, 2, 29), date(2025, 12, 31), date(2025, 2, 28)),
        (Interval(4, "year"), None, date(2024, 2, 29), date(2028, 12, 31), date(2028, 2, 29)),
        (Interval(1, "month"), None, date(2027, 1, 31), date(2027, 2, 28), date(2027, 2, 28)),
        (Interval(1, "quarter"), NEW_YEAR, None, date(2024, 3, 31), date(2024, 3, 31)),
        (Interval(1, "tertial"), None, date(2024, 12, 31), date(2025, 4, 30), date(2025, 4, 30)),
        (Interval(1, "week"), None, date(2027, 3, 26), date(2027, 4, 4), date(2027, 4, 2)),
        (Interval(10, "day"), None, date(2027, 3, 26), date(2027, 4, 5), date(2027, 4, 5)),
        (Interval(9000, "year"), NEW_YEAR, None, date.max, date.max),
        (YEAR, None, None, None, None),
    ],
)
def test_the_day_on_which_something_falls_due(every, since, last, calendar, by_the_day):
    assert falls_due(every, since=since, last=last, by_the_day=False) == calendar
    assert falls_due(every, since=since, last=last, by_the_day=True) == by_the_day


def duty(subject, every=None, **more):
    given = {"key": subject, "since": NEW_YEAR, "until": date(2027, 12, 31)}
    return Duty(subject=subject, every=every, **given | more)


def test_nothing_is_late_before_its_year_has_ended():
    (one,) = deadlines([duty(DutySubject.PLAN, TWO_YEARS)], [])

    assert not one.is_late(date(2025, 12, 31))
    assert one.is_soon(date(2025, 12, 31))
    assert one.is_late(date(2026, 1, 1))
    assert not one.is_soon(date(2025, 1, 1))


def test_what_was_done_meets_the_agreements_duty_and_the_laws():
    by_law = duty(DutySubject.PLAN, TWO_YEARS, key="law-1", since=date(2023, 7, 1))
    done = [
        Done(matter="plan", on=date(2026, 2, 3), words="Åtgärdsplan"),
        Done(matter="plan", on=date(2025, 5, 5)),
    ]

    found = deadlines([duty(DutySubject.PLAN, TWO_YEARS), by_law], done)

    assert {one.day for one in found} == {date(2028, 12, 31)}
    assert {one.done.words for one in found} == {"Åtgärdsplan"}


def test_a_weekly_picture_is_no_yearly_one_and_is_never_late():
    yearly = duty(DutySubject.SITUATIONAL_PICTURE, TWO_YEARS)
    weekly = duty(DutySubject.SITUATIONAL_PICTURE, Interval(1, "week"), key="weekly")
    done = Done(matter=weekly.matter, on=date(2026, 11, 27))

    last = {one.duty.key: one for one in deadlines([yearly, weekly], [done])}

    assert last["weekly"].done == done
    assert last["weekly"].day is None
    assert last[yearly.key].done is None
    assert last[yearly.key].day == date(2025, 12, 31)


def test_duties_of_no_common_subject_are_each_their_own():
    one, other = (duty(DutySubject.OTHER, YEAR, key=key) for key in ("a", "b"))

    found = deadlines([one, other], [Done(matter=one.matter, on=date(2026, 1, 15))])

    assert [(each.duty.key, each.day) for each in found] == [
        ("b", date(2024, 12, 31)),
        ("a", date(2027, 12, 31)),
    ]


def test_an_evaluation_is_due_when_the_agreement_ends_and_until_it_has_been_made():
    evaluation = duty(DutySubject.EVALUATION, strength=Strength.SHOULD)
    long_ago = Done(matter="evaluation", on=date(2019, 6, 1))

    (due,) = deadlines([evaluation], [long_ago])
    (met,) = deadlines([evaluation], [Done(matter="evaluation", on=date(2027, 9, 1))])

    assert due.day == date(2027, 12, 31)
    assert met.day is None


def test_what_has_a_day_comes_before_what_has_none():
    found = deadlines(
        [
            duty(DutySubject.GOAL_FOLLOWUP),
            duty(DutySubject.PLAN, TWO_YEARS),
            duty(DutySubject.PROMISES, YEAR),
        ],
        [],
    )

    assert [one.day for one in found] == [date(2024, 12, 31), date(2025, 12, 31), None]
