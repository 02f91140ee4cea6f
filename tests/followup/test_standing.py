"""Late and in need of an update: two things, reckoned and never stored."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from followup.choices import State
from followup.models import Status
from followup.standing import STALE_AFTER, Standing

TODAY = date(2027, 6, 1)
YESTERDAY = TODAY - timedelta(days=1)


def reported(state, on=TODAY):
    """A report of that day."""
    return Status(
        state=state, at=datetime(on.year, on.month, on.day, 12, tzinfo=ZoneInfo("Europe/Stockholm"))
    )


@pytest.mark.parametrize(
    ("state", "is_late"),
    [
        (State.NOT_STARTED, True),
        (State.ONGOING, True),
        (State.PARTLY_DONE, True),
        (State.NOT_DONE, True),
        (State.DONE, False),
        (State.DROPPED, False),
        (State.REGULAR_WORK, False),
    ],
)
def test_a_row_is_late_when_its_last_day_has_passed_and_it_is_not_done_with(state, is_late):
    standing = Standing(reported(state), ends=YESTERDAY)

    assert standing.is_late(TODAY) == is_late


def test_a_row_that_nobody_has_reported_of_is_late_too():
    assert Standing(ends=YESTERDAY).is_late(TODAY)


def test_a_row_is_not_late_on_its_last_day_or_without_one():
    assert not Standing(ends=TODAY).is_late(TODAY)
    assert not Standing().is_late(TODAY)


def test_a_row_that_goes_on_needs_updating_when_nothing_has_been_heard_for_a_quarter():
    on_the_day = Standing(reported(State.ONGOING, TODAY - STALE_AFTER))
    before = Standing(reported(State.ONGOING, TODAY - STALE_AFTER - timedelta(days=1)))

    assert (on_the_day.needs_updating(TODAY), before.needs_updating(TODAY)) == (False, True)


@pytest.mark.parametrize("state", [State.DONE, State.NOT_DONE, State.DROPPED, State.REGULAR_WORK])
def test_nothing_more_is_expected_of_a_row_that_is_over(state):
    assert not Standing(reported(state, date(2020, 1, 1))).needs_updating(TODAY)


def test_a_row_that_nobody_has_reported_of_is_waited_for_from_when_the_text_binds():
    long_ago, lately = TODAY - STALE_AFTER - timedelta(days=1), TODAY - timedelta(days=10)

    assert Standing(binding_since=long_ago).needs_updating(TODAY)
    assert not Standing(binding_since=lately).needs_updating(TODAY)
    assert not Standing(binding_since=long_ago, begins=lately).needs_updating(TODAY)
    assert not Standing().needs_updating(TODAY)


def test_late_and_needs_updating_are_two_things():
    late = Standing(reported(State.ONGOING), ends=YESTERDAY)
    stale = Standing(reported(State.ONGOING, date(2026, 1, 1)), ends=date(2028, 1, 1))

    assert (late.is_late(TODAY), late.needs_updating(TODAY)) == (True, False)
    assert (stale.is_late(TODAY), stale.needs_updating(TODAY)) == (False, True)
