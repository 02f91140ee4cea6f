"""What a decision does to the text: it binds, opens, is locked anew, or only is recorded."""

import pytest

from decisions.choices import Outcome, Part
from decisions.deciding import ChangesNotWritten, DecidedBefore, TextMovedOn
from decisions.models import Body, Decision, Matter
from decisions.submitting import BeforeThem, NotWaiting, Step
from desk import deciding, workflow
from desk.exchange.exporting import stored_content
from documents.choices import TextState
from tests.decisions.conftest import decide, fresh, rewrite, stored, submit


def test_submitting_locks_the_text_and_sends_it_to_those_who_sit_in_the_body(plan, matter, malte):
    assert stored(plan).text_state == TextState.LOCKED
    assert matter.version == stored(plan).locked_version
    sent = plan.document.sharings.get()
    assert (sent.organisation, sent.version) == (malte.organisation, matter.version)


def test_a_body_that_meets_about_a_locked_text_gets_that_version(plan, karin, steering_group):
    version = workflow.lock(plan, by=karin.actor)

    (matter,) = submit(plan, karin, Step(steering_group, Part.DECIDES))

    assert matter.version == version


def test_what_is_adopted_binds_and_says_the_same(plan, matter, karin):
    decision = decide(plan, karin, matter, paragraph="12")

    document = stored(plan)
    assert document.text_state == TextState.BINDING
    assert document.binding_version.sha256 == matter.version.sha256
    assert decision.version == matter.version == document.binding_version.signed_text


def test_what_is_adopted_with_changes_is_the_text_as_it_was_rewritten(plan, matter, karin):
    workflow.reopen(fresh(plan), by=karin.actor)
    rewrite(plan, karin)

    decision = decide(plan, karin, matter, Outcome.ADOPTED_WITH_CHANGES, paragraph="12")

    document = stored(plan)
    assert document.text_state == TextState.BINDING
    assert stored_content(document.binding_version).activities[0].text == "Vandra på morgonen"
    assert decision.version != matter.version
    assert decision.version.sha256 == document.binding_version.sha256
    assert stored_content(matter.version).activities[0].text == "Vandra på kvällen"


def test_changes_that_nobody_has_written_are_not_adopted(plan, matter, karin):
    with pytest.raises(ChangesNotWritten):
        decide(plan, karin, matter, Outcome.ADOPTED_WITH_CHANGES)

    workflow.reopen(fresh(plan), by=karin.actor)
    with pytest.raises(ChangesNotWritten):
        decide(plan, karin, matter, Outcome.ADOPTED_WITH_CHANGES)
    assert not Decision.objects.exists()
    assert stored(plan).text_state == TextState.DRAFT


def test_what_has_been_rewritten_since_cannot_be_adopted_as_it_stood(plan, matter, karin):
    workflow.reopen(fresh(plan), by=karin.actor)
    rewrite(plan, karin)

    with pytest.raises(TextMovedOn):
        decide(plan, karin, matter)
    workflow.lock(fresh(plan), by=karin.actor)
    with pytest.raises(TextMovedOn):
        decide(plan, karin, matter)
    assert stored(plan).text_state == TextState.LOCKED


def test_what_was_opened_and_left_as_it_was_is_adopted_as_it_stood(plan, matter, karin):
    workflow.reopen(fresh(plan), by=karin.actor)

    decide(plan, karin, matter)

    document = stored(plan)
    assert document.text_state == TextState.BINDING
    assert document.binding_version.signed_text == matter.version
    assert document.versions.count() == 2


def test_what_is_referred_back_is_opened_and_no_other_body_goes_on(
    plan, steering_group, board, karin
):
    first, second = submit(
        plan, karin, Step(steering_group, Part.PREPARES), Step(board, Part.DECIDES, place=2)
    )

    decide(plan, karin, first, Outcome.REFERRED_BACK, note="Skriv om punkt 2.")

    assert stored(plan).text_state == TextState.DRAFT
    assert not Matter.objects.waiting().exists()
    with pytest.raises(NotWaiting):
        decide(plan, karin, second)


def test_what_is_tabled_is_put_before_the_body_again(plan, matter, karin):
    decide(plan, karin, matter, Outcome.TABLED)

    again = Matter.objects.waiting().get()
    assert (again.version, again.body, again.proposal) == (
        matter.version,
        matter.body,
        matter.proposal,
    )
    decide(plan, karin, again)
    assert stored(plan).text_state == TextState.BINDING


@pytest.mark.parametrize(
    "outcome",
    [Outcome.APPROVED, Outcome.REJECTED, Outcome.NOTED, Outcome.ENDORSED, Outcome.DROPPED],
)
def test_anything_else_is_recorded_and_leaves_the_text_alone(plan, matter, karin, outcome):
    decide(plan, karin, matter, outcome)

    assert stored(plan).text_state == TextState.LOCKED
    assert Decision.objects.get().outcome == outcome


def test_the_text_binds_when_the_last_of_those_who_decide_has_adopted_it(
    plan, steering_group, board, karin
):
    first, second = submit(
        plan, karin, Step(steering_group, Part.DECIDES), Step(board, Part.DECIDES)
    )

    decide(plan, karin, first)
    assert stored(plan).text_state == TextState.LOCKED
    decide(plan, karin, second)

    assert stored(plan).text_state == TextState.BINDING
    about = Decision.objects.about(stored(plan).binding_version)
    assert [one.body_name for one in about] == ["Styrgruppen", "Socialnämnden"]


def test_who_decides_after_changes_decides_on_the_changed_text(plan, steering_group, board, karin):
    told = Body.objects.create(partnership=board.partnership, name="KS", kind="board")
    first, _second, _third = submit(
        plan,
        karin,
        Step(steering_group, Part.DECIDES),
        Step(board, Part.DECIDES, place=2),
        Step(told, Part.INFORMED, place=3),
    )
    workflow.reopen(fresh(plan), by=karin.actor)
    rewrite(plan, karin)

    decide(plan, karin, first, Outcome.ADOPTED_WITH_CHANGES)

    left, informed = Matter.objects.waiting().order_by("place")
    assert (left.body, informed.body) == (board, told)
    assert left.version == informed.version == stored(plan).locked_version
    decide(plan, karin, left)
    about = Decision.objects.about(stored(plan).binding_version)
    assert [one.body_name for one in about] == ["Styrgruppen", "Socialnämnden"]


def test_a_step_that_was_skipped_is_over_when_the_text_binds(plan, steering_group, board, karin):
    submit(
        plan,
        karin,
        Step(board, Part.PREPARES),
        Step(steering_group, Part.DECIDES, place=2),
    )
    told = Body.objects.create(partnership=board.partnership, name="KS", kind="board")
    submit(plan, karin, Step(told, Part.INFORMED, place=3))

    decide(plan, karin, Matter.objects.get(body=steering_group))

    assert [one.body for one in Matter.objects.waiting()] == [told]


def test_a_decision_is_registered_once(plan, matter, karin):
    decide(plan, karin, matter, Outcome.NOTED)

    with pytest.raises(DecidedBefore):
        decide(plan, karin, matter, Outcome.ADOPTED)
    assert Decision.objects.count() == 1


def test_a_revision_that_is_adopted_takes_the_place_of_what_bound(
    plan, matter, steering_group, karin
):
    decide(plan, karin, matter)
    workflow.revise(fresh(plan), by=karin.actor)
    rewrite(plan, karin)
    (revised,) = submit(plan, karin, Step(steering_group, Part.DECIDES))
    assert stored(plan).text_state == TextState.LOCKED_REVISION

    decide(plan, karin, revised)

    document = stored(plan)
    assert document.text_state == TextState.BINDING
    assert document.binding_version.sha256 == revised.version.sha256


def test_an_agreement_that_is_endorsed_still_waits_to_be_signed(draft, steering_group, karin):
    (matter,) = submit(draft, karin, Step(steering_group, Part.DECIDES))

    decide(draft, karin, matter, Outcome.ADOPTED)

    assert stored(draft).text_state == TextState.LOCKED


def test_what_the_minutes_say_later_is_printed_in_a_new_version_of_the_same_text(
    plan, matter, karin
):
    decision = decide(plan, karin, matter)
    before = stored(plan).binding_version

    deciding.complete_decision(fresh(plan), decision, by=karin.actor, paragraph="12")

    after = stored(plan).binding_version
    assert after.pk != before.pk
    assert after.sha256 == before.sha256
    assert Decision.objects.get().paragraph == "12"
    deciding.complete_decision(fresh(plan), decision, by=karin.actor, paragraph="12")
    assert stored(plan).binding_version == after


def test_a_later_version_takes_the_place_of_the_one_that_a_body_has(
    plan, matter, steering_group, board, karin
):
    with pytest.raises(BeforeThem):
        submit(plan, karin, Step(steering_group, Part.DECIDES))
    (other,) = submit(
        plan, karin, Step(steering_group, Part.DECIDES), Step(board, Part.INFORMED, place=2)
    )
    workflow.reopen(fresh(plan), by=karin.actor)
    rewrite(plan, karin)
    (later,) = submit(plan, karin, Step(steering_group, Part.DECIDES))

    assert other.body == board
    assert set(Matter.objects.waiting()) == {later, other}
    with pytest.raises(NotWaiting):
        decide(plan, karin, matter)


def test_who_adopts_what_already_binds_is_added_also_while_it_is_revised(
    plan, steering_group, board, karin
):
    first, told = submit(
        plan, karin, Step(steering_group, Part.DECIDES), Step(board, Part.INFORMED, place=2)
    )
    decide(plan, karin, first)
    workflow.revise(fresh(plan), by=karin.actor)
    rewrite(plan, karin)

    decide(plan, karin, told)

    document = stored(plan)
    assert document.text_state == TextState.REVISION
    about = Decision.objects.about(document.binding_version)
    assert [one.body_name for one in about] == ["Styrgruppen", "Socialnämnden"]


def test_a_revision_that_changed_nothing_is_adopted_like_any_other(
    plan, matter, steering_group, karin
):
    decide(plan, karin, matter)
    workflow.revise(fresh(plan), by=karin.actor)
    (again,) = submit(plan, karin, Step(steering_group, Part.DECIDES))

    decide(plan, karin, again)

    document = stored(plan)
    assert document.text_state == TextState.BINDING
    assert document.binding_version.signed_text == again.version
