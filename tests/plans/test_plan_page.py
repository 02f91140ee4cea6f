"""A plan on its page and in the list: activities under their headings, each in its own words."""

import pytest
from django.urls import reverse

from desk import workflow
from documents.writing import kept_key
from plans.models import Activity, Heading
from tests.desk import errors, page, text_of
from tests.plans.conftest import SMALL

pytestmark = pytest.mark.django_db


def shown(desk):
    """The headings and activities in the order in which the page shows them."""
    rows = page(desk.get(desk.url("detail"))).xpath(
        "//*[contains(@class, 'group') or contains(@class, ' activity')]/*[1]"
    )
    for beside in [one for row in rows for one in row.xpath(".//div[@class='how-it-goes']")]:
        beside.drop_tree()  # how it goes is no part of the text
    return [" ".join(one.text_content().split()) for one in rows]


def test_activities_stand_under_their_headings_and_those_without_first(desk):
    assert shown(desk) == [
        "Träffas varje vecka",
        "Trygga torg Fokusområde",
        "1 Byt lamporna",
        "Färre känner sig otrygga",
        "2 Vandra på kvällen",
        "Skolan",
    ]


def test_who_does_what_and_when_is_said_in_the_words_of_the_plan(desk):
    said = text_of(desk.get(desk.url("detail")))

    assert "Luleå kommun, Gator: byter" in said
    assert "Fastighetsägarna medverkar" in said
    assert "riskhelger" in said
    assert "senast 31 maj 2027" in said


def test_what_the_title_says_is_not_said_again(desk):
    assert page(desk.get(desk.url("detail"))).xpath("//p[@class='subtitle']") == []


def test_an_activity_keeps_its_words_when_its_heading_is_deleted(desk, plan):
    heading = Heading.objects.get(text="Trygga torg")

    assert desk.post(desk.at("delete", heading), {}).status_code == 302

    assert [one for one in shown(desk) if "Byt lamporna" in one]
    assert Activity.objects.get(text="Byt lamporna").heading is None


def test_the_headings_to_choose_from_stand_as_in_the_plan(desk):
    response = desk.get(desk.url("add", "activity"))
    offered = page(response).xpath("//select[@name='heading']/option/text()")

    assert [one.strip() for one in offered[1:]] == [
        "Trygga torg",
        "Färre känner sig otrygga",
        "Skolan",
    ]


def test_an_activity_that_ends_before_it_begins_is_refused_where_it_stands(desk, plan):
    activity = Activity.objects.get(text="Byt lamporna")
    response = desk.fill_in(desk.at("edit", activity), when_from="2027-06-01")

    assert response.status_code == 422
    assert "Sista dagen är före första dagen" in " ".join(errors(response).values())


def test_a_responsible_without_a_name_is_refused_in_a_sentence(desk, plan):
    activity = Activity.objects.get(text="Byt lamporna")
    response = desk.post(
        f"{desk.url('add', 'responsible')}?under={activity.key}", {"person": "Eva Ek"}
    )

    assert response.status_code == 422
    assert "Ange vem det är" in text_of(response)


def test_the_list_says_what_each_plan_is(desk, plan, karin):
    listing = desk.get(reverse("plans:list", args=[karin.access.partnership.slug]))

    assert "Åtgärdsplan 2027" in text_of(listing)


def test_a_heading_of_another_plan_cannot_be_chosen(desk, plan, karin):
    other = workflow.create(
        SMALL,
        partnership=karin.access.partnership,
        drafting_organisation=karin.organisation,
        by=karin.actor,
        key_for=kept_key,
    )
    theirs = Heading.objects.filter(document=other.document).first()
    activity = Activity.objects.get(document=plan.document, text="Byt lamporna")

    response = desk.fill_in(desk.at("edit", activity), heading=str(theirs.pk))

    assert response.status_code == 422
    assert Activity.objects.get(pk=activity.pk).heading_id == activity.heading_id
