"""The sentences of the panel of an agreement's status do not contradict one another."""

from datetime import date

import pytest

from agreements.after_signing.later_decisions import Termination, register_termination
from tests.agreements.test_status_of_agreements import successor_of
from tests.desk import Desk, page
from tests.factories import make_agreement, signed_tree

ENDS, GOES_ON = "Upphör då om ingen ny", "Förlängs därefter tills vidare om ingen ny"


def told(client, agreement):
    """The status as its panel says it."""
    desk = Desk(client, agreement)
    shown = page(desk.get(desk.url("detail")))
    return " ".join(shown.xpath("string(//*[strong[@class='state']])").split())


@pytest.fixture
def karins(client_for, karin):
    return client_for(karin)


def test_an_agreement_in_force_says_what_happens_after_its_last_day(signed, karins):
    assert ENDS in told(karins, signed)


def test_one_that_is_terminated_says_when_it_ends_and_not_that_it_may_go_on(signed, karin, karins):
    register_termination(signed, Termination(first_day=date(2028, 1, 1)), by=karin.actor)

    words = told(karins, signed)

    assert "Till och med 31 december 2027." in words
    assert "Förlängd till och med 31 december 2028." in words
    assert "Uppsagd från och med den 1 januari 2028." in words
    assert ENDS not in words


def test_one_with_a_signed_successor_says_that_it_is_replaced_and_nothing_else(
    signed, karin, karins
):
    successor_of(signed, karin, title="Nästa", valid_from=date(2029, 1, 1), valid_to=None)
    assert ENDS in told(karins, signed)  # the next one is a draft

    successor_of(
        signed,
        karin,
        title="Nästa igen",
        signed=True,
        signed_on=date(2026, 5, 1),
        valid_from=date(2029, 1, 1),
        valid_to=None,
    )
    words = told(karins, signed)
    assert "Ersatt av Nästa igen" in words
    assert ENDS not in words


@pytest.mark.parametrize(("day", "is_said"), [("2027-07-01", False), ("2030-01-01", True)])
def test_one_that_goes_on_until_a_termination_after_its_last_day_still_says_so(
    karin, karins, without_pdf, day, is_said
):
    made = make_agreement(signed_tree(renewal_rule="until_further_notice", extensions=()), by=karin)
    termination = Termination(first_day=date.fromisoformat(day))
    register_termination(made, termination, by=karin.actor)

    assert (GOES_ON in told(karins, made)) == is_said
