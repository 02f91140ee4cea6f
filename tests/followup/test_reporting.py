"""Reports are only added: the latest counts, and the earlier ones stay."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from desk.exchange.exporting import stored_content
from desk.views.fetching import current_tree
from documents.changes import WrongState
from followup.choices import Effect, Mark, State
from followup.models import Outcome, ReportIsFinal, Status
from followup.reported import counting
from followup.reporting import correct, report_outcome, report_status, withdraw
from plans.models import Plan
from tests.followup.conftest import LAMPS, WALKS

pytestmark = pytest.mark.django_db


def of_row(plan, key):
    return Status.objects.filter(document=plan.document, row=key)


def test_a_report_is_kept_with_who_and_when_and_the_latest_comes_first(plan, row, reporter):
    report_status(plan.document, row(LAMPS), reporter=reporter, state=State.ONGOING)
    report_status(
        plan.document, row(LAMPS), reporter=reporter, state=State.DONE, effect=Effect.GOOD
    )

    latest, earlier = of_row(plan, row(LAMPS))

    assert (latest.state, earlier.state) == (State.DONE, State.ONGOING)
    assert (latest.name, latest.organisation_name) == ("Karin Ström", "Luleå kommun")
    assert latest.at > earlier.at


def test_a_report_is_never_changed_and_never_deleted(plan, row, reporter):
    made = report_status(plan.document, row(LAMPS), reporter=reporter, state=State.ONGOING)

    made.state = State.DONE
    for refused in (made.save, made.delete, of_row(plan, row(LAMPS)).delete):
        with pytest.raises(ReportIsFinal):
            refused()
    with pytest.raises(ReportIsFinal):
        of_row(plan, row(LAMPS)).update(state=State.DONE)
    assert of_row(plan, row(LAMPS)).get().state == State.ONGOING


def test_a_report_is_no_change_of_the_text_nor_in_its_hash(plan, row, reporter, karin):
    before = plan.document.changes.count(), plan.document.binding_version.sha256
    report_status(plan.document, row(LAMPS), reporter=reporter, state=State.DONE)

    after = Plan.objects.visible_to(karin.access).get(pk=plan.pk)
    assert (after.document.changes.count(), after.document.binding_version.sha256) == before
    assert current_tree(after) == stored_content(after.document.binding_version)


def test_a_state_that_there_is_not_is_refused(plan, row, reporter):
    with pytest.raises(ValidationError):
        report_status(plan.document, row(LAMPS), reporter=reporter, state="late")


def test_an_outcome_is_corrected_and_what_it_was_before_stays(plan, row, reporter):
    first = report_outcome(
        plan.document, row(WALKS), reporter=reporter, value=20, mark=Mark.ABOUT, words="drygt 20"
    )
    correct(first, reporter=reporter, value=23, mark=Mark.EXACT)

    said = Outcome.objects.filter(document=plan.document)

    assert [one.value for one in said] == [23, 20]
    assert [one.value for one in counting(said)] == [23]


def test_an_outcome_that_is_taken_back_counts_no_longer_and_stays_to_be_read(plan, row, reporter):
    first = report_outcome(plan.document, row(WALKS), reporter=reporter, value=20)
    withdraw(first, reporter=reporter)

    said = Outcome.objects.filter(document=plan.document)

    assert counting(said) == []
    assert [one.value for one in said] == [20, 20]


def test_what_someone_else_has_corrected_meanwhile_is_not_corrected_again(plan, row, reporter):
    first = report_outcome(plan.document, row(WALKS), reporter=reporter, value=20)
    correct(first, reporter=reporter, value=23)

    with pytest.raises(WrongState):
        correct(first, reporter=reporter, value=24)
    with pytest.raises(WrongState):
        withdraw(first, reporter=reporter)


@pytest.mark.parametrize(
    "said",
    [
        {"value": 5, "value_to": 4},
        {"value": Decimal(10) ** 12},
        {"value": 5, "mark": "perhaps"},
        {"value": 5, "period_from": "2027-02-01", "period_to": "2027-01-01"},
    ],
)
def test_an_outcome_that_cannot_be_is_refused(plan, row, reporter, said):
    with pytest.raises(ValidationError):
        report_outcome(plan.document, row(WALKS), reporter=reporter, **said)
    assert not Outcome.objects.exists()
