"""A plan begins with its name and its time; the rows come on its own page."""

from datetime import date

import pytest
from django.urls import reverse

from plans.models import Plan
from tests.desk import errors, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def new(karin):
    """The address of the page where a plan begins."""
    return reverse("plans:new", args=[karin.access.partnership.slug])


def test_an_empty_room_says_what_it_is_for_and_offers_the_first_step(karin, client_for, new):
    listing = client_for(karin).get(new.removesuffix("ny/"))

    assert "Ingen plan ännu" in text_of(listing)
    assert f'href="{new}"' in listing.content.decode()


def test_who_may_not_write_one_is_not_offered_it(ines, client_for, new):
    listing = client_for(ines).get(new.removesuffix("ny/"))

    assert f'href="{new}"' not in listing.content.decode()


def test_it_begins_with_a_title_alone(karin, client_for, new):
    client = client_for(karin)
    response = client.post(new, {"title": "Handlingsplan"}, follow=True)

    plan = Plan.objects.get()
    assert (plan.title, plan.period_from, plan.document.drafting_organisation) == (
        "Handlingsplan",
        None,
        karin.organisation,
    )
    assert "Inga aktiviteter ännu" in text_of(response)


def test_what_was_written_is_kept_when_the_days_are_the_wrong_way_round(karin, client_for, new):
    response = client_for(karin).post(
        new, {"title": "Plan", "period_from": "2027-05-01", "period_to": "2027-04-01"}
    )

    assert response.status_code == 422
    assert "Sista dagen är före första dagen" in " ".join(errors(response).values())
    assert 'value="Plan"' in response.content.decode()
    assert not Plan.objects.exists()


def test_its_period_is_that_of_the_form(karin, client_for, new):
    client_for(karin).post(
        new,
        {
            "title": "Åtgärdsplan",
            "label": "Åtgärdsplan",
            "period_from": "2027-01-01",
            "period_to": "2028-12-31",
        },
    )

    plan = Plan.objects.get()
    assert (plan.label, plan.period_from, plan.period_to) == (
        "Åtgärdsplan",
        date(2027, 1, 1),
        date(2028, 12, 31),
    )
