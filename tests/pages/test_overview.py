"""The overview tells what was done lately, in documents of every kind."""

import pytest
from django.urls import reverse

from documents.changes import change
from documents.models import Document
from tests.desk import Desk, page, text_of

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
