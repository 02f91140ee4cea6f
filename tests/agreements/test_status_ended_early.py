"""What an agreement is when it was extended, terminated or replaced."""

from datetime import date, timedelta

import pytest

from agreements.choices import RenewalRule
from agreements.status import State, Status, Successor, Validity, state_on
from tests.agreements.test_status import AFTER, DAY, FIRST, LAST, RULES, dated, status

LATER = date(2028, 12, 31)


@pytest.mark.parametrize("rule", RULES)
def test_an_extension_moves_the_last_day(rule):
    validity = dated(renewal_rule=rule, extended_to=(LATER,))

    assert state_on(validity, LAST + DAY) == State(Status.IN_FORCE, LATER)
    assert state_on(validity, LATER) == State(Status.IN_FORCE, LATER)
    assert status(validity, LATER + DAY) == AFTER[rule][0]


def test_the_last_of_several_extensions_counts():
    validity = dated(extended_to=(LATER, date(2029, 6, 30)))

    assert status(validity, date(2029, 6, 30)) == Status.IN_FORCE
    assert status(validity, date(2029, 7, 1)) == Status.EXPIRED


@pytest.mark.parametrize("rule", RULES)
def test_an_extension_until_further_notice_prolongs_after_the_last_day_there_was(rule):
    validity = dated(renewal_rule=rule, extended_to=(LATER, None))

    assert state_on(validity, LATER) == State(Status.IN_FORCE, LATER)
    assert state_on(validity, LATER + DAY) == State(Status.PROLONGED)


def test_a_yearly_agreement_that_was_extended_counts_from_the_new_last_day():
    validity = dated(renewal_rule="yearly", extended_to=(date(2028, 6, 30),))

    assert state_on(validity, date(2028, 7, 1)).until == date(2029, 6, 30)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("terminated_on", [FIRST - DAY, FIRST, LAST, LAST + 90 * DAY])
def test_from_its_day_a_termination_ends_everything(rule, terminated_on):
    facts = {"renewal_rule": rule, "extended_to": (None,)}
    before = status(dated(**facts), terminated_on - DAY)
    validity = dated(**facts, terminated_on=terminated_on)

    assert status(validity, terminated_on - DAY) == before
    assert state_on(validity, terminated_on) == State(Status.TERMINATED)
    assert state_on(validity, terminated_on + 900 * DAY) == State(Status.TERMINATED)


@pytest.mark.parametrize(
    ("signed_on", "valid_from", "takes_over"),
    [
        (LAST - 40 * DAY, LAST + DAY, LAST + DAY),  # signed before its first day
        (LAST + 40 * DAY, LAST + DAY, LAST + 40 * DAY),  # signed after its first day
        (LAST + DAY, LAST + DAY, LAST + DAY),
        (LAST - 40 * DAY, LAST - 20 * DAY, LAST - 20 * DAY),  # begins before the old one ends
        (LAST + 40 * DAY, None, LAST + 40 * DAY),
        (None, LAST + DAY, LAST + DAY),
    ],
)
@pytest.mark.parametrize("signed", [True, None])
def test_a_successor_takes_over_on_the_later_of_its_signing_and_its_first_day(
    signed, signed_on, valid_from, takes_over
):
    successor = Successor(signed=signed, signed_on=signed_on, valid_from=valid_from)
    without = dated(renewal_rule="until_further_notice")
    validity = dated(renewal_rule="until_further_notice", successors=(successor,))

    assert status(validity, takes_over - DAY) == status(without, takes_over - DAY)
    assert state_on(validity, takes_over) == State(Status.SUPERSEDED)
    assert state_on(validity, takes_over + 900 * DAY) == State(Status.SUPERSEDED)


def test_an_unsigned_successor_replaces_nothing():
    successor = Successor(signed=False, signed_on=FIRST, valid_from=FIRST)

    assert status(dated(successors=(successor,)), LAST) == Status.IN_FORCE


def test_a_signed_successor_without_any_day_replaces_nothing():
    assert status(dated(successors=(Successor(signed=True),)), LAST) == Status.IN_FORCE


def test_the_first_of_several_successors_counts():
    early, late = (Successor(signed=True, valid_from=day) for day in (LAST, LATER))

    assert status(dated(successors=(late, early)), LAST - DAY) == Status.IN_FORCE
    assert status(dated(successors=(late, early)), LAST) == Status.SUPERSEDED


def test_an_agreement_without_dates_is_superseded_too():
    validity = Validity(signed=None, successors=(Successor(signed=True, valid_from=FIRST),))

    assert status(validity, FIRST - DAY) == Status.VALIDITY_UNKNOWN
    assert status(validity, FIRST) == Status.SUPERSEDED


@pytest.mark.parametrize("rule", [RenewalRule.UNTIL_FURTHER_NOTICE, RenewalRule.YEARLY])
@pytest.mark.parametrize("until", [date(2026, 5, 31), date(2028, 3, 31)])
def test_the_last_day_known_is_the_one_before_it_ends_early(rule, until):
    ended = (
        dated(renewal_rule=rule, terminated_on=until + DAY),
        dated(renewal_rule=rule, successors=(Successor(signed=True, valid_from=until + DAY),)),
    )
    for validity in ended:
        assert state_on(validity, until).until == until
        assert state_on(validity, until - timedelta(days=30)).until == until
