"""The history page: one line for what was done at once, fifty to a page, and how it was then."""

from datetime import UTC, datetime

import pytest

from desk import workflow
from documents.changes import change
from tests.desk import errors, page, text_of


def lines(response):
    return [
        " ".join(one.text_content().split())
        for one in page(response).xpath("//ul[@class='events']//div[@class='what']")
    ]


def test_the_latest_stands_first_in_words_in_the_readers_language(desk, karin):
    desk.fill_in(desk.at("edit", desk.row("goal")), text="Öka tryggheten i Luleå.")

    swedish = lines(desk.get(desk.url("history")))[0]
    assert swedish == "Karin Ström, Luleå kommun ändrade målet ”Öka tryggheten i Luleå.”"
    desk.client.cookies["django_language"] = "en"
    shown = lines(desk.get(desk.url("history")))
    assert shown[0].endswith("changed the goal “Öka tryggheten i Luleå.”")
    assert shown[-1].endswith("created the document")


def test_what_was_done_at_once_is_one_line(desk, karin):
    with change(by=karin.actor, document=desk.agreement.document, reason="Efter mötet"):
        for text in ("Öka tryggheten.", "Bygga broar"):
            goal = desk.row("goal", text=text)
            goal.text = f"{text} Nu"
            goal.save()

    first = lines(desk.get(desk.url("history")))[0]

    assert "Öka tryggheten. Nu" in first
    assert "Bygga broar Nu" in first
    assert "Efter mötet" in first


def test_each_line_leads_to_the_document_as_it_was(desk):
    desk.fill_in(desk.at("edit", desk.row("goal")), text="Nytt")
    links = page(desk.get(desk.url("history"))).xpath("//span[@class='when']//a/@href")

    before = page(desk.get(links[1])).xpath("string(//article)")
    after = page(desk.get(links[0])).xpath("string(//article)")

    assert len(links) == 2
    assert "Öka tryggheten." in before
    assert "Nytt" in after
    assert not page(desk.get(links[1])).xpath("//*[@class='tools']")


def write_often(desk, who):
    for number in range(52):
        with change(by=who.actor, document=desk.agreement.document):
            goal = desk.row("goal")
            goal.text = f"Mål {number}"
            goal.save()


def test_fifty_stand_on_a_page(desk, karin):
    write_often(desk, karin)

    first, second = desk.get(desk.url("history")), desk.get(desk.url("history") + "?sida=2")

    assert (len(lines(first)), len(lines(second))) == (50, 3)
    assert page(first).xpath("//a[@href='?sida=2']")
    assert page(second).xpath("//a[@href='?sida=1']")


def test_stored_versions_are_listed_with_their_pdf(desk, karin):
    workflow.lock(desk.agreement, by=karin.actor)

    shown = desk.get(desk.url("history")).content.decode()

    assert desk.url("version", 1) in shown
    assert desk.url("version_pdf", 1) in shown


def test_the_name_stays_when_the_account_is_gone(desk, stina, client_for, karin):
    karin.user.delete()

    response = client_for(stina).get(desk.url("history"))

    assert response.status_code == 200
    assert "Karin Ström" in text_of(response)


def test_one_sees_what_one_person_did(desk, per, client_for, karin):
    desk.fill_in(desk.at("edit", desk.row("goal")), text="Karins mål")
    with change(by=per.actor, document=desk.agreement.document):
        goal = desk.row("goal")
        goal.text = "Pers mål"
        goal.save()

    (line,) = lines(desk.get(desk.url("history", vem="Per Lind")))

    assert "Pers mål" in line
    names = page(desk.get(desk.url("history"))).xpath("//select[@name='vem']/option/text()")
    assert names[1:] == ["Karin Ström", "Per Lind"]


def test_one_sees_what_was_done_on_some_days(desk):
    desk.fill_in(desk.at("edit", desk.row("goal")), text="I dag")
    made = desk.changes()[0]
    # Late in the evening here is another day in Greenwich.
    made.at = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    made.save()

    def shown(**days):
        return any("I dag" in line for line in lines(desk.get(desk.url("history", **days))))

    assert shown(fran="2026-03-02", till="2026-03-02")
    assert shown(till="2026-03-02")
    assert not shown(fran="2026-03-03")
    assert not shown(till="2026-03-01")


def test_what_is_chosen_stays_chosen_from_page_to_page(desk, karin):
    write_often(desk, karin)

    (later,) = page(desk.get(desk.url("history", vem="Karin Ström"))).xpath(
        "//nav//a[contains(@href, 'sida=2')]/@href"
    )

    assert "vem=Karin" in later
    assert len(lines(desk.get(desk.url("history") + later))) == 3


def test_where_nothing_fits_a_sentence_says_so_and_leads_back(desk):
    response = desk.get(desk.url("history", till="1999-01-01"))

    assert lines(response) == []
    assert page(response).xpath("//p[@role='status']")
    assert page(response).xpath("//a[@href='?']")


@pytest.mark.parametrize(
    "query",
    [
        {"vem": "Ingen"},
        {"fran": "i går"},
        {"till": "2026-02-30"},
        {"fran": "2026-03-02", "till": "2026-03-01"},
        {"vem": "%00"},
    ],
)
def test_what_cannot_be_chosen_is_said_at_its_field_and_everything_is_shown(desk, query):
    response = desk.get(desk.url("history", **query))

    assert response.status_code == 422
    assert errors(response).keys() & query.keys()
    assert lines(response)
