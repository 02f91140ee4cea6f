"""What the page of an agreement offers its reader is what the reader can do."""

import pytest

from agreements import acts
from agreements.acts import ACTS
from agreements.kind import AGREEMENT
from agreements.models import Agreement
from documents.acts import DECISIONS, DISCARD, Act, TextState
from tests import access_table as table
from tests.access_world import build_world

pytestmark = pytest.mark.django_db

#: The page of one also answers where the draft is kept, and says why; the other is read by all.
NOT_ALWAYS = {DISCARD.address, DECISIONS.address}
STATES = sorted(table.STATES)


def test_every_act_that_there_is_is_offered():
    there_are = {one for one in vars(acts).values() if isinstance(one, Act)}
    assert there_are == set(ACTS)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), build_world() as built:
        yield built


def seen_by(world, name, state):
    """The person and the agreement as they find it; None where it is not there for them."""
    people, agreements = world
    access = people[name].access
    seen = Agreement.objects.visible_to(access).filter(pk=agreements[state].pk)
    return access, seen.first()


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", sorted(table.MEMBERS))
def test_an_act_is_offered_to_those_whom_the_access_table_lets_do_it(world, name, state):
    access, agreement = seen_by(world, name, state)
    if agreement is None:
        assert name not in table.STATES[state].sees
        return
    for address in {act.address for act in ACTS} - NOT_ALWAYS:
        answer, _posted = table.status_expected(f"agreements:{address}", state, name)
        can = answer == 200
        offered = [act for act in ACTS if act.address == address]
        assert any(act.is_offered(access, agreement) for act in offered) is can, address


@pytest.mark.parametrize("name", ["karin", "rut"])
def test_a_draft_that_someone_else_was_shown_is_not_offered_to_be_discarded(world, name):
    shown, unseen = seen_by(world, name, "for comments"), seen_by(world, name, "draft")

    assert DISCARD.is_offered(*unseen)
    assert not DISCARD.is_offered(*shown)


@pytest.mark.parametrize(
    ("state", "address"),
    [
        ("draft", "share"),
        ("for comments", "lock"),
        ("sent", "lock"),
        ("locked", "register_signed"),
        ("locked and sent", "register_signed"),
        ("signed", None),
    ],
)
def test_one_act_leads_on_in_each_state(world, state, address):
    act = AGREEMENT.next_act(world[1][state])

    assert (act and act.address) == address


def test_every_act_has_a_state_and_every_state_an_act():
    assert {state for act in ACTS for state in act.states} == set(TextState)
    assert all(act.states for act in ACTS)
