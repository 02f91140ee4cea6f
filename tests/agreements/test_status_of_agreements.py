"""The state of stored agreements: the seeds by their facts, and how many queries it takes."""

from dataclasses import replace
from datetime import date

import pytest

from agreements import signing, tree
from agreements.models import Agreement
from agreements.status import State, Status
from agreements.validity import state, states
from desk import workflow
from tests.factories import make_agreement, small_tree

pytestmark = pytest.mark.usefixtures("without_pdf")


def bare_tree(**changed):
    return replace(
        small_tree(key=None, **changed),
        parties=(tree.Party(organisation="Umeå kommun", kind="municipality"),),
        sections=(),
        goals=(),
        bodies=(),
        duties=(),
    )


@pytest.fixture
def umea(olof):
    """The agreement of Umeå 2017–2020, signed 8 November 2016 (`domain.md` rows 66, 68, 75)."""
    return make_agreement(
        bare_tree(
            title="Överenskommelse 2017-2020",
            signed=True,
            signed_on=date(2016, 11, 8),
            valid_from=date(2017, 1, 1),
            valid_to=date(2020, 12, 31),
            renewal_rule="until_further_notice",
        ),
        by=olof,
    )


def successor_of(agreement, by, **changed):
    facts = {"signed": False, "valid_from": date(2021, 1, 1), "valid_to": date(2024, 12, 31)}
    named = tree.Superseded(reference=str(agreement.key), title="Den förra")
    return make_agreement(bare_tree(**facts | changed, supersedes=(named,)), by=by)


@pytest.mark.parametrize(
    ("day", "status", "until"),
    [
        (date(2016, 12, 1), Status.NOT_STARTED, None),
        (date(2016, 12, 31), Status.NOT_STARTED, None),
        (date(2017, 1, 1), Status.IN_FORCE, date(2020, 12, 31)),
        (date(2020, 12, 31), Status.IN_FORCE, date(2020, 12, 31)),
        (date(2021, 1, 1), Status.PROLONGED, None),
        (date(2026, 11, 1), Status.PROLONGED, None),
    ],
)
def test_umea_without_a_successor(umea, day, status, until):
    assert state(umea, day) == State(status, until)


def test_umea_is_prolonged_until_its_successor_is_signed(umea, olof):
    successor_of(umea, olof)
    assert state(umea, date(2021, 3, 1)).status == Status.PROLONGED

    successor_of(umea, olof, signed=True, signed_on=date(2021, 2, 15))
    assert state(umea, date(2021, 2, 14)) == State(Status.PROLONGED, date(2021, 2, 14))
    assert state(umea, date(2021, 2, 15)) == State(Status.SUPERSEDED)


def test_umea_holds_to_its_last_day_when_the_successor_is_signed_early(umea, olof):
    successor_of(umea, olof, signed=True, signed_on=date(2020, 11, 30))

    assert state(umea, date(2020, 12, 31)).status == Status.IN_FORCE
    assert state(umea, date(2021, 1, 1)).status == Status.SUPERSEDED


def test_registering_the_successor_as_signed_supersedes(umea, olof):
    successor = successor_of(umea, olof)
    workflow.lock(successor, by=olof.actor)
    assert state(umea, date(2021, 3, 1)).status == Status.PROLONGED

    signing.register_signed(successor, signed_on=date(2021, 2, 1), signed_at="Umeå", by=olof.actor)
    assert state(umea, date(2021, 3, 1)).status == Status.SUPERSEDED


def test_lulea_ends_on_its_last_day(karin):
    agreement = make_agreement(bare_tree(signed=True), by=karin)

    assert state(agreement, date(2023, 12, 31)).status == Status.NOT_STARTED
    assert state(agreement, date(2027, 12, 31)) == State(Status.IN_FORCE, date(2027, 12, 31))
    assert state(agreement, date(2028, 1, 1)) == State(Status.EXPIRED)


def test_a_draft_takes_no_query(draft, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert state(draft).status == Status.DRAFT


def test_a_registered_extension_counts(signed):
    assert state(signed, date(2028, 12, 31)) == State(Status.IN_FORCE, date(2028, 12, 31))
    assert state(signed, date(2029, 1, 1)) == State(Status.EXPIRED)


def test_the_states_of_many_take_one_query(umea, olof, django_assert_num_queries):
    for _time in range(3):
        successor_of(umea, olof, signed=True)
    agreements = list(Agreement.objects.order_by("pk"))

    with django_assert_num_queries(1):
        found = states(agreements, date(2021, 1, 1))

    assert [found[one.pk].status for one in agreements] == [Status.SUPERSEDED] + [
        Status.IN_FORCE
    ] * 3
