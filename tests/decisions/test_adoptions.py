"""Who has adopted a document, as a file holds it."""

from datetime import date

from decisions.adoptions import Adoption, adoptions_of, record_adoption
from decisions.choices import Outcome
from decisions.models import Decision
from desk import deciding
from documents.changes import change
from documents.choices import Command, TextState
from tests.decisions.conftest import decide, fresh, stored

FROM_A_FILE = [
    Adoption("Kommunstyrelsen", date(2024, 3, 5), "", "§ 41", "Efter yttrande"),
    Adoption("Styrgruppen", None, "våren 2024", "3", ""),
    Adoption(),
]


def test_adoptions_of_a_file_come_back_as_they_were(plan, karin, steering_group):
    with change(by=karin.actor, document=plan.document, command=Command.IMPORT):
        for one in FROM_A_FILE:
            record_adoption(plan.document, one)

    assert adoptions_of(plan.document) == FROM_A_FILE
    assert stored(plan).text_state == TextState.DRAFT
    bodies = Decision.objects.values_list("body__name", flat=True)
    assert list(bodies) == [None, "Styrgruppen", None]


def test_what_was_registered_here_is_read_as_an_adoption_too(plan, matter, karin):
    decide(plan, karin, matter, Outcome.TABLED)
    again = plan.document.matters.waiting().get()
    decide(plan, karin, again, paragraph="12")

    (adoption,) = adoptions_of(plan.document)
    assert (adoption.body, adoption.paragraph) == ("Styrgruppen", "12")


def test_the_adoption_of_a_text_that_binds_is_about_that_text(plan, matter, karin):
    decide(plan, karin, matter)
    with change(by=karin.actor, document=stored(plan), while_locked=True):
        record_adoption(stored(plan), FROM_A_FILE[0])

    about = Decision.objects.about(stored(plan).binding_version)
    assert [one.body_name for one in about] == ["Styrgruppen", "Kommunstyrelsen"]


def test_reading_them_is_one_query(plan, matter, karin, django_assert_num_queries):
    decide(plan, karin, matter)
    document = stored(plan)

    with django_assert_num_queries(1):
        adoptions_of(document)


def test_a_document_of_a_file_that_somebody_adopted_binds(plan, karin):
    deciding.take_over_adoptions(fresh(plan), FROM_A_FILE, by=karin.actor)

    document = stored(plan)
    assert document.text_state == TextState.BINDING
    assert Decision.objects.about(document.binding_version).count() == 3
    assert adoptions_of(document) == FROM_A_FILE


def test_a_document_of_a_file_that_nobody_adopted_stays_a_draft(plan, karin):
    deciding.take_over_adoptions(fresh(plan), [], by=karin.actor)

    assert stored(plan).text_state == TextState.DRAFT
