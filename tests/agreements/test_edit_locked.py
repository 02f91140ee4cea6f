"""A locked agreement is not edited: a page says so, also to a form that was opened before."""

import pytest
from django.db import connection

from desk import workflow
from tests.desk import Desk, fields, page, text_of


@pytest.fixture
def locked(desk, karin):
    """Return (url, data) of forms opened before the agreement was locked."""
    goal = desk.row("goal")
    opened = {
        desk.at("edit", goal): fields(desk.get(desk.at("edit", goal))) | {"text": "För sent"},
        desk.url("add", "goal"): {"text": "För sent"},
        desk.at("move", goal): {"direction": "down"},
        desk.at("delete", goal): {},
    }
    workflow.lock(desk.agreement, by=karin.actor)
    return opened


@pytest.mark.parametrize("htmx", [False, True])
def test_every_form_meets_a_page_that_says_so_and_nothing_is_saved(desk, locked, htmx):
    before = desk.changes()

    for url, data in locked.items():
        response = desk.post(url, data, htmx)
        assert response.status_code == 409, url
        assert page(response).xpath("string(//main//h1)") == "Texten har låsts"
        assert desk.get(url).status_code == 409, url

    assert desk.changes() == before
    assert desk.row("goal").text == "Öka tryggheten."


def test_who_locked_it_is_said_and_where_it_stands_now(colleague, desk, locked):
    url, data = next(iter(locked.items()))

    told = colleague.post(url, data)
    assert "Karin Ström låste en version medan du hade dokumentet öppet" in text_of(told)
    assert page(told).xpath("//main//a[@class='ds-button']/@href") == [desk.url("detail")]
    assert "Du låste en version medan" in text_of(desk.post(url, data))


def test_a_fragment_that_is_refused_does_not_replace_what_was_written(desk, locked):
    """Of what is refused htmx shows 422 alone, so the form stays with its text."""
    url, data = next(iter(locked.items()))

    response = desk.post(url, data, htmx=True)

    assert response.status_code == 409
    assert "HX-Retarget" not in response


def test_the_page_of_a_locked_agreement_has_no_tools_and_no_editor(desk, locked):
    shown = page(desk.get(desk.url("detail")))

    assert not shown.xpath("//*[@class='tools']")
    assert not shown.xpath("//a[contains(@class, 'add')]")
    assert not [src for src in shown.xpath("//script/@src") if "prose" in src or "edit" in src]


def test_it_shows_the_locked_text_and_not_the_rows(desk, locked):
    with connection.cursor() as cursor:  # behind the back of the program
        cursor.execute("UPDATE agreements_goal SET text = 'Ändrad bakvägen'")

    assert "Ändrad bakvägen" not in text_of(desk.get(desk.url("detail")))


def test_reopened_it_is_edited_again_by_the_form_that_was_refused(desk, locked, karin):
    workflow.reopen(desk.agreement, by=karin.actor)
    url, data = next(iter(locked.items()))

    assert desk.post(url, data).status_code == 302
    assert desk.row("goal").text == "För sent"


def test_a_reader_of_an_open_draft_has_no_tools_either(desk, stina, client_for):
    shown = page(Desk(client_for(stina), desk.agreement).get(desk.url("detail")))

    assert not shown.xpath("//*[@class='tools']")
    assert not shown.xpath("//a[contains(@class, 'add')]")


def test_the_reading_view_has_no_tools(desk):
    shown = page(desk.get(desk.url("detail") + "?las"))

    assert not shown.xpath("//*[@class='tools'] | //aside[@id='side']")
    assert shown.xpath("//main[@class='reading']")
