"""A decision that was registered by mistake is taken back or corrected; what was said stays."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import connection
from django.db.models import QuerySet

from decisions.choices import Outcome, Part
from decisions.deciding import Minutes, TakenBackBefore
from decisions.models import Decision, Matter
from decisions.submitting import GoneOn, Step
from desk import deciding, workflow
from desk.taking_back import take_back_decision
from documents.choices import Command, Reach, TextState
from documents.models import Version
from documents.visibility import changes_of
from tests.decisions.conftest import decide, fresh, rewrite, stored, submit
from tests.desk import fields, page, text_of


@pytest.fixture
def desk(desk_of, karin):
    """Karin at work with her plan."""
    return desk_of(karin)


@pytest.fixture
def take_back(plan, karin):
    """Return a function: a decision is taken back by Karin."""
    return lambda one: take_back_decision(fresh(plan), one, by=karin.actor, reason="Fel organ.")


def adopted_elsewhere(plan, karin, body="Kommunstyrelsen"):
    minutes = Minutes(outcome=Outcome.ADOPTED, on_text="mars 2025")
    return deciding.register_adopted(fresh(plan), minutes, by=karin.actor, body_name=body)


def test_an_adoption_that_was_a_mistake_binds_no_more_and_its_matter_waits(
    plan, matter, karin, ines, malte, take_back
):
    decision = decide(plan, karin, matter)

    take_back(decision)

    document = stored(plan)
    assert document.text_state == TextState.LOCKED
    assert document.locked_version == matter.version
    assert document.reach == Reach.NAMED
    seen = type(plan).objects.visible_to
    assert seen(malte.access).exists()  # it had been sent to him before the meeting
    assert not seen(ines.access).exists()
    assert not Decision.objects.exists()
    decide(plan, karin, Matter.objects.waiting().get(), paragraph="12")
    assert stored(plan).text_state == TextState.BINDING


def test_what_is_written_after_it_is_no_history_of_those_who_read_it_as_binding(
    plan, karin, per, take_back
):
    take_back(adopted_elsewhere(plan, karin))
    assert stored(plan).reach == Reach.DRAFTING
    workflow.reopen(fresh(plan), by=karin.actor)
    rewrite(plan, karin)

    workflow.share(
        fresh(plan),
        organisations=[per.organisation],
        kind="for_comments",
        on=stored(plan).created_at.date(),
        by=karin.actor,
    )

    seen = {one.command for one in changes_of(stored(plan), per.access)}
    assert Command.SHARE in seen
    assert Command.EDIT not in seen


def test_a_revision_that_was_not_adopted_leaves_the_text_before_it_binding(
    plan, matter, steering_group, karin, take_back
):
    decide(plan, karin, matter)
    before = stored(plan).binding_version
    workflow.revise(fresh(plan), by=karin.actor)
    rewrite(plan, karin)
    (revised,) = submit(plan, karin, Step(steering_group, Part.DECIDES))
    decision = decide(plan, karin, revised)
    deciding.complete_decision(fresh(plan), decision, by=karin.actor, paragraph="12")

    take_back(decision)

    document = stored(plan)
    assert document.text_state == TextState.LOCKED_REVISION
    assert (document.binding_version, document.locked_version) == (before, revised.version)
    assert document.reach == Reach.PARTNERSHIP


def test_what_was_stored_before_the_program_knew_says_what_it_took_the_place_of(
    plan, matter, steering_group, karin
):
    decision = decide(plan, karin, matter)
    deciding.complete_decision(fresh(plan), decision, by=karin.actor, paragraph="12")
    workflow.revise(fresh(plan), by=karin.actor)
    rewrite(plan, karin)
    (revised,) = submit(plan, karin, Step(steering_group, Part.DECIDES))
    decision = decide(plan, karin, revised)
    deciding.complete_decision(fresh(plan), decision, by=karin.actor, paragraph="3")
    known = dict(Version.objects.values_list("number", "replaces__number"))
    assert known == {1: None, 2: None, 3: None, 4: None, 5: 3, 6: 3}
    with connection.cursor() as cursor:  # as it was before the column
        cursor.execute("UPDATE documents_version SET replaces_id = NULL")

    # A migration sees the table without the rule that a stored version is final.
    plain = SimpleNamespace(objects=QuerySet(Version))
    then = SimpleNamespace(get_model=lambda *_: plain)
    import_module("documents.migrations.0010_replaces").tell_what_was_replaced(then, None)

    assert dict(Version.objects.values_list("number", "replaces__number")) == known


def test_nobody_takes_back_what_others_have_gone_on_from(plan, matter, karin, take_back):
    decision = decide(plan, karin, matter)
    workflow.revise(fresh(plan), by=karin.actor)
    rewrite(plan, karin)

    with pytest.raises(GoneOn):
        take_back(decision)
    decided = adopted_elsewhere(plan, karin)
    with pytest.raises(GoneOn):
        take_back(decision)
    assert set(Decision.objects.all()) == {decision, decided}
    take_back(decided)
    assert stored(plan).text_state == TextState.LOCKED_REVISION


def test_a_revision_that_nobody_has_written_in_hinders_nothing(plan, matter, karin, take_back):
    decision = decide(plan, karin, matter)
    workflow.revise(fresh(plan), by=karin.actor)

    take_back(decision)

    assert stored(plan).text_state == TextState.LOCKED


def test_what_another_body_has_adopted_too_goes_on_binding(plan, matter, karin, take_back):
    decide(plan, karin, matter)
    other = adopted_elsewhere(plan, karin)

    take_back(other)

    document = stored(plan)
    assert document.text_state == TextState.BINDING
    about = Decision.objects.about(document.binding_version)
    assert [one.body_name for one in about] == ["Styrgruppen"]


def test_a_text_that_one_of_two_has_still_to_adopt_binds_no_more(
    plan, steering_group, board, karin, take_back
):
    first, second = submit(
        plan, karin, Step(steering_group, Part.DECIDES), Step(board, Part.DECIDES)
    )
    mistaken = decide(plan, karin, first)
    decide(plan, karin, second)

    take_back(mistaken)

    assert stored(plan).text_state == TextState.LOCKED
    assert Matter.objects.waiting().get() == first
    decide(plan, karin, first)
    assert stored(plan).text_state == TextState.BINDING


def test_changes_that_were_passed_on_come_back_from_those_who_have_not_decided(
    plan, steering_group, board, karin, take_back
):
    first, second = submit(
        plan, karin, Step(steering_group, Part.DECIDES), Step(board, Part.DECIDES, place=2)
    )
    workflow.reopen(fresh(plan), by=karin.actor)
    rewrite(plan, karin)
    decision = decide(plan, karin, first, Outcome.ADOPTED_WITH_CHANGES)
    passed_on = Matter.objects.waiting().get()

    take_back(decision)

    assert set(Matter.objects.waiting()) == {first, second}
    decision = decide(plan, karin, first, Outcome.ADOPTED_WITH_CHANGES)
    passed_on = Matter.objects.waiting().get()
    decide(plan, karin, passed_on, Outcome.APPROVED)
    with pytest.raises(GoneOn, match="Socialnämnden"):
        take_back(decision)


def test_a_draft_that_was_not_referred_back_is_held_again_unless_it_has_been_written_in(
    plan, steering_group, board, karin, take_back
):
    first, second = submit(
        plan, karin, Step(steering_group, Part.PREPARES), Step(board, Part.DECIDES, place=2)
    )
    take_back(decide(plan, karin, first, Outcome.REFERRED_BACK))
    assert stored(plan).locked_version == first.version
    assert set(Matter.objects.waiting()) == {first, second}

    mistaken = decide(plan, karin, first, Outcome.REFERRED_BACK)
    rewrite(plan, karin)
    (later,) = submit(plan, karin, Step(board, Part.DECIDES))
    take_back(mistaken)

    assert stored(plan).locked_version == later.version
    assert set(Matter.objects.waiting()) == {first, later}


def test_what_was_not_tabled_waits_where_it_did(plan, matter, karin, take_back):
    take_back(decide(plan, karin, matter, Outcome.TABLED))

    assert Matter.objects.waiting().get() == matter


def test_a_body_that_has_a_later_version_is_not_asked_of_two(
    plan, matter, steering_group, karin, take_back
):
    noted = decide(plan, karin, matter, Outcome.NOTED)
    workflow.reopen(fresh(plan), by=karin.actor)
    rewrite(plan, karin)
    (later,) = submit(plan, karin, Step(steering_group, Part.DECIDES))

    take_back(noted)

    assert Matter.objects.waiting().get() == later


def test_the_page_takes_back_and_the_form_says_again_what_was_registered(desk, matter, karin):
    decision = decide(desk.agreement, karin, matter, paragraph="12", wording="att fastställa")

    shown = text_of(desk.get(desk.url("take_back_decision", decision.pk)))
    assert "Fastställd av Styrgruppen 20 november 2023, § 12" in shown
    assert "Texten slutar gälla" in shown
    desk.fill_in(desk.url("take_back_decision", decision.pk), reason="Det var presidiet.")

    kept = page(desk.get(desk.url("decisions")))
    assert "§ 12" in kept.xpath("string(//s)")
    assert "Karin Ström" in (words := " ".join(kept.text_content().split()))
    assert "Det var presidiet." in words
    assert "tog tillbaka ett beslut" in text_of(desk.get(desk.url("history")))
    form = fields(desk.get(desk.url("decide", matter.pk)))
    assert (form["paragraph"], form["wording"]) == ("12", "att fastställa")
    assert "outcome" not in form
    again = desk.post(desk.url("take_back_decision", decision.pk))
    assert again.status_code == 409
    assert "redan tagits tillbaka" in text_of(again)


def test_the_page_says_what_to_do_first_when_others_have_gone_on(desk, matter, karin):
    decision = decide(desk.agreement, karin, matter)
    opened = desk.get(desk.url("take_back_decision", decision.pk))
    workflow.revise(fresh(desk.agreement), by=karin.actor)
    rewrite(desk.agreement, karin)

    refused = desk.post(desk.url("take_back_decision", decision.pk), fields(opened))

    assert refused.status_code == 409
    assert "ta först tillbaka det som skrivits" in text_of(refused)
    assert Decision.objects.exists()


def test_what_is_corrected_says_what_it_said_before_and_the_text_is_printed_anew(
    desk, matter, karin
):
    decision = decide(desk.agreement, karin, matter, paragraph="12")
    before = stored(desk.agreement).binding_version

    sent = desk.fill_in(desk.url("minutes", decision.pk), paragraph="21", on="2023-11-21")

    assert sent.status_code == 302
    said = text_of(desk.get(desk.url("decisions")))
    assert "Fastställd av Styrgruppen 21 november 2023, § 21" in said
    assert "Paragraf i protokollet: 21, förut: 12" in said
    assert "21 november 2023, förut: 20 november 2023" in said
    after = stored(desk.agreement).binding_version
    assert (after.number, after.sha256) == (before.number + 1, before.sha256)


def test_the_body_of_a_decision_taken_elsewhere_is_corrected_as_a_name(desk, karin):
    decision = adopted_elsewhere(desk.agreement, karin, body="Kommunstyrelsn")

    desk.fill_in(desk.url("minutes", decision.pk), body_name="Kommunstyrelsen")

    assert Decision.objects.get().body_name == "Kommunstyrelsen"
    refused = desk.fill_in(desk.url("minutes", decision.pk), on_text="")
    assert refused.status_code == 422


def test_a_decision_is_taken_back_once(plan, matter, karin, take_back):
    decision = decide(plan, karin, matter, Outcome.NOTED)
    take_back(decision)

    with pytest.raises(TakenBackBefore):
        take_back(decision)
    with pytest.raises(TakenBackBefore):
        deciding.complete_decision(fresh(plan), decision, by=karin.actor, paragraph="3")
