"""What an agreement is on the days around every border (the table in `docs/architecture.md`)."""

from datetime import date, timedelta

import pytest

from agreements.choices import RenewalRule
from agreements.status import State, Status, Successor, Validity, state_on

FIRST, LAST = date(2024, 1, 1), date(2027, 12, 31)
DAY = timedelta(days=1)
RULES = [*RenewalRule, ""]
#: Rule: what the agreement is the day after its last day, and without one.
AFTER = {
    RenewalRule.NONE: (Status.EXPIRED, Status.IN_FORCE),
    RenewalRule.UNTIL_FURTHER_NOTICE: (Status.PROLONGED, Status.IN_FORCE),
    RenewalRule.OPEN_ENDED: (Status.PROLONGED, Status.IN_FORCE),
    RenewalRule.UNTIL_TERMINATED: (Status.PROLONGED, Status.IN_FORCE),
    RenewalRule.YEARLY: (Status.PROLONGED_YEARLY, Status.IN_FORCE),
    RenewalRule.BY_MUTUAL_CONSENT: (Status.EXPIRED, Status.IN_FORCE),
    RenewalRule.UNKNOWN: (Status.EXPIRED_RENEWAL_UNKNOWN, Status.IN_FORCE_END_UNKNOWN),
    "": (Status.EXPIRED_RENEWAL_UNKNOWN, Status.IN_FORCE_END_UNKNOWN),
}


def dated(**changed):
    facts = {"signed": True, "valid_from": FIRST, "valid_to": LAST, "renewal_rule": "none"}
    return Validity(**facts | changed)


def status(validity, day):
    return state_on(validity, day).status


def test_every_rule_has_its_row():
    assert set(AFTER) == set(RULES)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("signed", [True, None])
def test_around_the_first_and_the_last_day(rule, signed):
    validity = dated(renewal_rule=rule, signed=signed)

    assert status(validity, FIRST - DAY) == Status.NOT_STARTED
    assert state_on(validity, FIRST) == State(Status.IN_FORCE, LAST)
    assert state_on(validity, LAST) == State(Status.IN_FORCE, LAST)
    assert status(validity, LAST + DAY) == AFTER[rule][0]
    assert status(validity, LAST + 3000 * DAY) == AFTER[rule][0]


@pytest.mark.parametrize("rule", RULES)
def test_without_a_last_day(rule):
    validity = dated(renewal_rule=rule, valid_to=None)

    assert status(validity, FIRST - DAY) == Status.NOT_STARTED
    assert state_on(validity, FIRST) == State(AFTER[rule][1])
    assert state_on(validity, FIRST + 9000 * DAY) == State(AFTER[rule][1])


@pytest.mark.parametrize("rule", RULES)
def test_a_draft_is_a_draft_whatever_its_dates(rule):
    facts = {"signed": False, "renewal_rule": rule, "terminated_on": FIRST}
    successor = Successor(signed=True, signed_on=FIRST)

    for day in (FIRST - DAY, FIRST, LAST, LAST + DAY):
        assert state_on(dated(**facts, successors=(successor,)), day) == State(Status.DRAFT)


@pytest.mark.parametrize("signed", [True, None])
@pytest.mark.parametrize("rule", RULES)
def test_no_dates_at_all(signed, rule):
    validity = Validity(signed=signed, renewal_rule=rule)

    assert state_on(validity, FIRST) == State(Status.VALIDITY_UNKNOWN)


def test_only_the_signing_day_is_known():
    validity = Validity(signed=True, signed_on=FIRST, renewal_rule="until_terminated")

    assert status(validity, FIRST - DAY) == Status.NOT_STARTED
    assert status(validity, FIRST) == Status.IN_FORCE


def test_only_the_last_day_is_known():
    validity = Validity(signed=None, valid_to=LAST, renewal_rule="none")

    assert status(validity, date(1985, 1, 1)) == Status.IN_FORCE
    assert status(validity, LAST) == Status.IN_FORCE
    assert status(validity, LAST + DAY) == Status.EXPIRED


def test_signing_after_the_first_day_does_not_move_the_first_day():
    validity = dated(signed_on=FIRST + 60 * DAY)

    assert status(validity, FIRST) == Status.IN_FORCE


@pytest.mark.parametrize(
    ("last", "day", "until"),
    [
        (date(2023, 6, 30), date(2023, 7, 1), date(2024, 6, 30)),
        (date(2023, 6, 30), date(2024, 6, 30), date(2024, 6, 30)),
        (date(2023, 6, 30), date(2024, 7, 1), date(2025, 6, 30)),
        (date(2023, 12, 31), date(2024, 1, 1), date(2024, 12, 31)),
        (date(2024, 2, 29), date(2025, 2, 28), date(2025, 2, 28)),
        (date(2024, 2, 29), date(2025, 3, 1), date(2026, 2, 28)),
        (date(2024, 2, 29), date(2028, 2, 28), date(2028, 2, 29)),
        (date(2024, 2, 29), date(2028, 2, 29), date(2028, 2, 29)),
        (date(2024, 2, 29), date(2028, 3, 1), date(2029, 2, 28)),
    ],
)
def test_a_yearly_agreement_is_prolonged_to_the_next_anniversary(last, day, until):
    validity = dated(renewal_rule="yearly", valid_from=None, valid_to=last)

    assert state_on(validity, day) == State(Status.PROLONGED_YEARLY, until)
