"""The page of deadlines: what is to be done by when, who says so, and noting that it was done."""

import pytest
from django.urls import reverse
from django.utils import timezone
from time_machine import travel

from deadlines.models import Fulfilment, LawDuty
from decisions.adoptions import Adoption
from desk import deciding, workflow
from documents.writing import kept_key
from tests.desk import errors, fields, page, text_of
from tests.plans.conftest import SMALL

pytestmark = pytest.mark.django_db

PAGE = reverse("pages:deadlines", args=["trygg-i-lulea"])


@pytest.fixture(autouse=True)
def _in_march():
    with travel("2026-03-01 12:00", tick=False):
        yield


@pytest.fixture(autouse=True)
def by_law():
    """The law asks for a plan as well, and nothing else."""
    LawDuty.objects.all().delete()
    return LawDuty.objects.create(
        subject="plan", text="En plan beslutas.", source="5 §", every_n=2, every_unit="year"
    )


def groups(response):
    """The lines under each heading."""
    return {
        section.xpath("string(h2)"): [" ".join(line.text_content().split()) for line in lines]
        for section in page(response).xpath("//section[h2]")
        if (lines := section.xpath(".//li"))
    }


def adopted(karin, on):
    """A plan that the steering group adopted on a day."""
    plan = workflow.create(
        SMALL,
        partnership=karin.access.partnership,
        drafting_organisation=karin.organisation,
        by=karin.actor,
        key_for=kept_key,
    )
    deciding.take_over_adoptions(plan, [Adoption("Styrgruppen", on=on)], by=karin.actor)
    return plan


def test_each_duty_says_until_when_and_in_whose_words(signed, karin, client_for):
    found = groups(client_for(karin).get(PAGE))

    (plan,) = found["Dagen har passerat"]
    assert "Skulle ha gjorts senast 31 december 2025" in plan
    assert "Planen ska uppdateras minst vartannat år." in plan
    assert "Ska · minst vartannat år · görs av Luleå kommun, Polisen" in plan
    (evaluation,) = found["Senare"]
    assert "Senast 31 december 2028" in evaluation
    # The law asks for the same; from when is not known.
    assert "En plan beslutas.” 5 §" in plan
    assert "okänt från när det räknas" in plan


def test_an_adopted_plan_meets_the_duties_by_itself(signed, karin, client_for, without_pdf):
    adopted(karin, timezone.localdate())

    found = groups(client_for(karin).get(PAGE))

    assert "Dagen har passerat" not in found
    later = " ".join(found["Senare"])
    assert later.count("Senast 31 december 2028") >= 2
    assert "Senast gjort 1 mars 2026: Åtgärdsplan 2027." in later


def test_what_was_done_elsewhere_is_noted_and_taken_back(signed, karin, rut, ines, client_for):
    client = client_for(rut)
    duty = page(client.get(PAGE)).xpath("//a[contains(., 'Notera som gjort')]/@href")[0]

    refused = client.post(duty, {"on": "2026-03-02", "words": "Beslut i KS"})
    assert refused.status_code == 422
    assert errors(refused)["on"].startswith("Ange en dag som har varit")
    assert fields(refused)["words"] == "Beslut i KS"

    client.post(duty, {"on": "2026-02-10", "words": "Beslut i KS"})
    found = groups(client_for(ines).get(PAGE))
    assert "Dagen har passerat" not in found
    assert "noterat av Rut" in found["Noterat för hand"][0]

    noted = Fulfilment.objects.get()
    client.post(reverse("pages:forget_done", args=["trygg-i-lulea", noted.pk]))
    assert "Dagen har passerat" in groups(client.get(PAGE))
    assert Fulfilment.objects.get().taken_back_by == str(rut.user)


def test_a_partnership_can_count_by_the_day(signed, karin, client_for, without_pdf):
    adopted(karin, timezone.localdate())
    client = client_for(karin)

    client.post(
        reverse("pages:count_deadlines", args=["trygg-i-lulea"]), {"counts_by_the_day": "on"}
    )

    assert "Senast 1 mars 2028" in text_of(client.get(PAGE))


def test_the_agreement_says_beside_its_duty_until_when(signed, karin, client_for):
    response = client_for(karin).get(
        reverse("agreements:detail", args=["trygg-i-lulea", signed.pk])
    )

    (line,) = page(response).xpath("//*[@class='mark small'][contains(., '2025')]")
    assert line.text_content() == (
        "Skulle ha gjorts senast 31 december 2025. Inget är noterat som gjort."
    )


def test_another_organisations_draft_of_a_plan_meets_nothing(signed, per, karin, client_for):
    workflow.create(
        SMALL,
        partnership=per.access.partnership,
        drafting_organisation=per.organisation,
        by=per.actor,
        key_for=kept_key,
    )

    assert "Dagen har passerat" in groups(client_for(karin).get(PAGE))


def test_a_duty_that_is_not_there_is_not_found(karin, client_for):
    url = reverse("pages:note_done", args=["trygg-i-lulea", "law-0"])

    assert client_for(karin).get(url).status_code == 404
