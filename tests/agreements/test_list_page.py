"""The list of agreements, and making new ones from it."""

from datetime import date

import pytest
from django.urls import reverse

from agreements.models import Agreement, Party
from documents.models import Section
from tests.desk import errors, fields, page, text_of
from tests.factories import make_agreement, signed_tree

LIST, WAYS, NEW = (
    reverse(f"agreements:{name}", args=["trygg-i-lulea"])
    for name in ("list", "new", "from_template")
)


def titles(response):
    return page(response).xpath("//section[@class='list']//strong/a/text()")


def test_each_agreement_stands_once_under_its_status(desk, karin):
    make_agreement(signed_tree(title="Den gällande"), by=karin)
    make_agreement(
        signed_tree(
            title="Den gamla", valid_from=date(2010, 1, 1), valid_to=date(2012, 1, 1), extensions=()
        ),
        by=karin,
    )

    shown = titles(desk.get(LIST))

    assert len(shown) == 3
    assert shown[0].startswith("Den gällande")
    assert shown[2].startswith("Den gamla")


def test_a_signed_agreement_without_dates_is_not_said_to_be_in_force(desk, karin):
    unknown = signed_tree(
        title="Utan dagar", signed_on=None, valid_from=None, valid_to=None, extensions=()
    )
    make_agreement(unknown, by=karin)

    found = page(desk.get(LIST)).xpath("//section[@class='list'][.//a[contains(., 'Utan')]]")

    assert "Undertecknade, giltighetstiden är inte känd" in found[0].text_content()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("SAMVERKANSÖVERENSKOMMELSE", 1),
        ("luleå polisområde", 1),
        ("finns inte", 0),
        ("%", 0),
        ("_", 0),
        ("   ", 1),
    ],
)
def test_a_search_finds_titles_whatever_their_case(desk, words, found):
    response = desk.client.get(LIST, {"sok": words})

    assert len(titles(response)) == found
    assert page(response).xpath("//input[@name='sok']/@value") in ([words.strip()], [])


def test_whoever_may_not_write_is_not_offered_to(desk, stina, client_for):
    assert WAYS not in client_for(stina).get(LIST).content.decode()
    assert WAYS in desk.get(LIST).content.decode()


def test_a_new_agreement_has_headings_parties_and_its_dates(desk):
    data = {
        "title": "Ny överenskommelse",
        "kind": "agreement",
        "parties": "Luleå kommun\r\n\r\n  Polisen \r\n",
        "valid_from": "2028-01-01",
        "valid_to": "2031-12-31",
    }

    response = desk.post(NEW, data)

    new = Agreement.objects.get(title="Ny överenskommelse")
    assert response["Location"] == reverse("agreements:detail", args=["trygg-i-lulea", new.pk])
    assert [
        one.organisation for one in Party.objects.filter(document=new.document).order_by("rank")
    ] == [
        "Luleå kommun",
        "Polisen",
    ]
    assert Section.objects.filter(document=new.document).count() > 4
    for tail in ("", "historik/", "export.json"):
        assert desk.get(response["Location"] + tail).status_code == 200


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "å" * 501),
        ("title", "\x00"),
        ("kind", "x"),
        ("valid_from", "2023-02-30"),
        ("valid_to", "2027-12-31"),
        ("parties", "å" * 301),
        ("parties", "a\x07b"),
    ],
)
def test_a_bad_new_agreement_is_refused_at_its_field(desk, field, value):
    good = {"title": "Ny", "kind": "agreement", "subtitle": "Kvar", "valid_from": "2028-01-01"}
    before = Agreement.objects.count()

    response = desk.post(NEW, good | {field: value})

    assert response.status_code == 422
    assert list(errors(response)) == [field]
    assert fields(response)["subtitle"] == "Kvar"
    assert Agreement.objects.count() == before


def test_a_copy_gets_the_next_period_and_replaces_the_earlier(desk, karin):
    earlier = make_agreement(signed_tree(subtitle="Åren 2024–2027", extensions=()), by=karin)
    url = reverse("agreements:start_from", args=["trygg-i-lulea", earlier.pk])
    opened = fields(desk.get(url))
    assert (opened["valid_from"], opened["valid_to"]) == ("2028-01-01", "2031-12-31")
    assert opened["subtitle"] == "Åren 2028–2031"

    response = desk.post(url, opened)

    shown = text_of(desk.get(response["Location"]))
    assert "KS 2023/17" not in shown
    assert earlier.succeeded_by.count() == 1
    assert list(errors(desk.post(url, opened | {"valid_to": "2020-01-01"}))) == ["valid_to"]
