"""The overview tells what was done lately, in documents of every kind."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from decisions.choices import Outcome
from decisions.deciding import Minutes
from desk import deciding, workflow
from documents.changes import change
from documents.models import Document
from documents.writing import kept_key
from plans.tree import Extension
from tests.desk import Desk, page, text_of
from tests.plans.conftest import SMALL

pytestmark = pytest.mark.django_db


def overview(client, slug="trygg-i-lulea"):
    return client.get(reverse("pages:overview", args=[slug]))


def latest(response):
    """The lines of the list of what was done."""
    return page(response).xpath("//section[h2[.='Senaste ändringar']]//li")


def test_a_document_that_is_no_agreement_is_told_of_without_a_link(
    draft, karin, partnership, client_for
):
    other = Document.objects.create(
        partnership=partnership, kind="recipe", drafting_organisation=karin.organisation
    )
    with change(by=karin.actor, document=other) as made:
        made.note(row="measure", key="1", act="added", name="Fler vuxna ute", fields=[])

    response = overview(client_for(karin))

    assert response.status_code == 200
    first, second = latest(response)
    assert "Karin Ström" in first.text_content()
    assert not first.xpath(".//a")
    assert second.xpath(".//a/@href") == [Desk(None, draft).url("history")]
    assert "Samverkansöverenskommelse" in text_of(response)


def write(desk, who, text):
    with change(by=who.actor, document=desk.agreement.document):
        row = desk.row("goal")
        row.text = text
        row.save()


def test_what_a_person_wrote_in_a_document_is_one_line(draft, karin, per, client_for):
    desk = Desk(client_for(karin), draft)
    for number in range(5):
        write(desk, karin, f"Mål {number}")
    write(desk, per, "Pers mål")
    write(desk, karin, "Karins mål")

    said = [" ".join(one.text_content().split()) for one in latest(overview(client_for(karin)))]

    assert len(said) == 4
    assert "ändrade målet ”Karins mål”" in said[0]
    assert said[1].startswith("Per Lind")
    assert "ändrade målet ”Mål 4”, ändrade målet ”Mål 3” och 3 ändringar till" in said[2]
    assert "skapade" in said[3]


def plan_of(karin, **facts):
    content = replace(SMALL, **facts)
    return workflow.create(
        content,
        partnership=karin.access.partnership,
        drafting_organisation=karin.organisation,
        by=karin.actor,
        key_for=kept_key,
    )


def adopted(plan, karin):
    minutes = Minutes(outcome=Outcome.ADOPTED, on_text="2026")
    deciding.register_adopted(plan, minutes, by=karin.actor, body_name="Styrgruppen")


def lines_under(response, heading):
    found = page(response).xpath(f"//section[h2[.='{heading}']]//li")
    return [" ".join(one.text_content().split()) for one in found]


def test_plans_are_listed_by_whether_they_hold(karin, ines, client_for, without_pdf):
    today = timezone.localdate()
    days = {
        "Höstens plan": (today, today),
        "Fjolårets plan": (None, today - timedelta(days=1)),
        "Nästa års plan": (today + timedelta(days=1), None),
    }
    for title, (first, last) in days.items():
        adopted(plan_of(karin, title=title, period_from=first, period_to=last), karin)
    plan_of(karin, title="Utkastet")

    shown = overview(client_for(karin))

    (nothing, now) = lines_under(shown, "Gällande")
    assert nothing == "Ingen överenskommelse gäller just nu."
    assert now.startswith("Höstens plan")
    assert now.endswith(f"Gäller till {date_format(today, 'j F Y')}")
    assert [one.split(" Ä")[0][:14] for one in lines_under(shown, "Ännu inte i kraft")] == [
        "Nästa års plan"
    ]
    assert lines_under(shown, "Utkast")[0].startswith("Utkastet")
    assert not lines_under(overview(client_for(ines)), "Utkast")


def test_a_plan_that_was_extended_holds_longer_and_a_revision_is_no_news_to_others(
    karin, ines, client_for, without_pdf
):
    last = timezone.localdate() - timedelta(days=30)
    extended = Extension(key=None, text="tills vidare")
    plan = plan_of(karin, period_from=None, period_to=last, extensions=(extended,))
    adopted(plan, karin)
    workflow.revise(plan, by=karin.actor)

    (_nothing, own) = lines_under(overview(client_for(karin)), "Gällande")
    (_nothing, others) = lines_under(overview(client_for(ines)), "Gällande")

    assert own.endswith("Gäller Revideras")
    assert others.endswith("Gäller")
