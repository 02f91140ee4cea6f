"""What a file says of how it goes, out and in again."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from followup.choices import Effect, Mark, State
from followup.in_file import OutcomeInFile, RowInFile, record, reports_of
from followup.models import Outcome, Status
from followup.reporting import report_outcome, report_status, withdraw
from tests.followup.conftest import LAMPS, MEETS, WALKS

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(plan, row):
    """What a file says of two rows, every value of it."""
    return {
        row(LAMPS): RowInFile(
            state=State.NOT_DONE,
            effect=Effect.NONE,
            deviation="Lamporna var slut.",
            follow_on="Nytt avtal.",
        ),
        row(WALKS): RowInFile(
            outcomes=(
                OutcomeInFile(
                    key=uuid4(),
                    measure="vandringar",
                    period_from=date(2027, 5, 1),
                    period_to=date(2027, 7, 31),
                    period_text="sommaren",
                    value=Decimal("61.5"),
                    value_to=Decimal(80),
                    mark=Mark.ABOUT,
                    words="drygt 60",
                    text="Färre än tänkt.",
                    by="Polisen",
                    reported_on=date(2027, 8, 15),
                ),
                OutcomeInFile(key=uuid4(), words="flera gånger"),
                OutcomeInFile(key=uuid4(), value_to=Decimal(20)),
            )
        ),
    }


def test_what_is_recorded_is_read_again_whole(plan, said, reporter):
    assert record(plan.document, said, reporter=reporter) == 4
    assert reports_of(plan.document) == said


def test_the_same_file_twice_makes_nothing_more(plan, said, reporter):
    record(plan.document, said, reporter=reporter)

    assert record(plan.document, said, reporter=reporter) == 0
    assert record(plan.document, reports_of(plan.document), reporter=reporter) == 0
    assert (Status.objects.count(), Outcome.objects.count()) == (1, 3)


def test_outcomes_without_keys_are_known_again_and_two_alike_are_two(plan, row, reporter):
    twice = {row(MEETS): RowInFile(outcomes=(OutcomeInFile(value=Decimal(1)),) * 2)}

    assert record(plan.document, twice, reporter=reporter) == 2
    assert record(plan.document, twice, reporter=reporter) == 0
    assert len(reports_of(plan.document)[row(MEETS)].outcomes) == 2


def test_an_outcome_with_a_known_key_that_says_something_else_corrects_it(plan, row, reporter):
    made = report_outcome(plan.document, row(WALKS), reporter=reporter, value=20)
    file = {row(WALKS): RowInFile(outcomes=(OutcomeInFile(key=made.key, value=Decimal(23)),))}

    assert record(plan.document, file, reporter=reporter) == 1
    assert [one.value for one in reports_of(plan.document)[row(WALKS)].outcomes] == [23]


def test_a_file_has_the_latest_report_and_no_outcome_that_was_taken_back(plan, row, reporter):
    report_status(plan.document, row(WALKS), reporter=reporter, state=State.ONGOING)
    report_status(plan.document, row(WALKS), reporter=reporter, state=State.DONE)
    withdraw(
        report_outcome(plan.document, row(WALKS), reporter=reporter, value=20), reporter=reporter
    )

    assert reports_of(plan.document) == {row(WALKS): RowInFile(state=State.DONE)}


def test_nothing_is_recorded_where_one_report_cannot_be(plan, row, said, reporter):
    wrong = said | {row(MEETS): RowInFile(state="late")}

    with pytest.raises(ValidationError):
        record(plan.document, wrong, reporter=reporter)
    assert not Status.objects.exists()
    assert not Outcome.objects.exists()


def test_the_reports_of_a_document_are_read_in_two_queries(
    plan, said, reporter, django_assert_num_queries
):
    record(plan.document, said, reporter=reporter)

    with django_assert_num_queries(2):
        reports_of(plan.document)
