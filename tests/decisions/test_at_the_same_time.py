"""Two who decide, answer or lock in the same second (PostgreSQL; SQLite lets one write)."""

import pytest
from django.core import mail
from django.db import connection

from decisions import answering
from decisions.choices import AnswerKind, LetterKind, Outcome
from decisions.deciding import DecidedBefore, TakenBackBefore
from decisions.letters import write
from decisions.models import Answer, Decision, Matter
from decisions.submitting import NotWaiting
from desk import deciding, workflow
from desk.taking_back import take_back_decision
from documents.changes import DocumentLocked, WrongState, change
from documents.choices import TextState
from plans.models import Activity
from tests.decisions.conftest import PROPOSAL, decide, fresh, stored
from tests.documents.test_at_the_same_time import errors, together

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="the tests' SQLite lies in memory: one connection"
    ),
]


def test_two_who_register_in_the_same_second_register_one_decision(plan, matter, karin):
    results = together(
        lambda: decide(plan, karin, matter, Outcome.ADOPTED, paragraph="1"),
        lambda: decide(plan, karin, matter, Outcome.REFERRED_BACK, note="Nej"),
        lambda: decide(plan, karin, matter, Outcome.ADOPTED, paragraph="1"),
    )

    assert errors(results) == [DecidedBefore, DecidedBefore]
    made = Decision.objects.get()
    states = {Outcome.ADOPTED: TextState.BINDING, Outcome.REFERRED_BACK: TextState.DRAFT}
    assert stored(plan).text_state == states[made.outcome]


def test_two_who_submit_in_the_same_second_lock_one_version(plan, steering_group, karin):
    step = deciding.Step(steering_group, "decides")

    def submit():
        return deciding.submit(fresh(plan), steps=[step], proposal=PROPOSAL, by=karin.actor)

    together(submit, submit)

    assert stored(plan).versions.count() == 1


def test_an_answer_in_the_second_of_the_decision_is_before_it_or_refused(
    plan, matter, karin, malte
):
    seat = answering.seat_of(malte.user, matter)

    def answer():
        return answering.answer(matter, seat, said=AnswerKind.NO_REMARKS, comment="")

    answered, decided = together(answer, lambda: decide(plan, karin, matter))

    assert isinstance(decided, Decision)
    assert isinstance(answered, Answer | NotWaiting)


def test_a_member_who_answers_in_two_windows_at_once_has_answered_once(matter, malte):
    seat = answering.seat_of(malte.user, matter)

    def answer(said):
        return lambda: answering.answer(matter, seat, said=said, comment="")

    together(answer(AnswerKind.RAISE), answer(AnswerKind.BIASED), answer(AnswerKind.RAISE))

    assert Answer.objects.count() == 1


def test_an_edit_in_the_second_of_the_decision_is_in_the_text_or_refused(plan, matter, karin):
    """What binds is what the rows say, whoever comes first."""
    workflow.reopen(fresh(plan), by=karin.actor)
    row = Activity.objects.filter(document=plan.document_id).order_by("pk").first()

    def edit():
        with change(by=karin.actor, document=stored(plan)):
            row.text = "Vandra på morgonen"
            row.save()

    edited, decided = together(edit, lambda: decide(plan, karin, matter))

    document = stored(plan)
    if isinstance(decided, Decision):
        assert isinstance(edited, DocumentLocked)
        assert document.binding_version.sha256 == matter.version.sha256
    else:
        assert isinstance(decided, WrongState)
        assert document.text_state == TextState.DRAFT


def test_a_decision_is_taken_back_once_by_two_in_the_same_second(plan, matter, karin):
    decision = decide(plan, karin, matter)

    def take_back():
        take_back_decision(fresh(plan), decision, by=karin.actor)

    results = together(take_back, take_back)

    assert set(errors(results)) <= {TakenBackBefore, WrongState}
    assert len(errors(results)) == 1
    assert stored(plan).text_state == TextState.LOCKED
    assert Matter.objects.waiting().get() == matter


def test_a_decision_that_is_taken_back_while_a_revision_is_begun_leaves_one_true_state(
    plan, matter, karin
):
    decision = decide(plan, karin, matter)

    taken_back, _revised = together(
        lambda: take_back_decision(fresh(plan), decision, by=karin.actor),
        lambda: workflow.revise(fresh(plan), by=karin.actor),
    )

    # Nobody has written in a revision that has just been begun.
    assert taken_back is None
    assert stored(plan).text_state == TextState.LOCKED


def test_two_who_write_to_the_members_at_once_write_to_each_once(matter, stina, malte):
    mail.outbox.clear()

    def send():
        waiting = Matter.objects.with_all()
        return write(waiting, LetterKind.ASKED, page_of=lambda _matter: "https://example.org/")

    together(send, send, send)

    assert sorted(one.to[0] for one in mail.outbox) == sorted([stina.user.email, malte.user.email])
