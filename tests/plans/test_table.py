"""The table of a plan: what is shown of it, in which order, under which heads."""

import pytest
from django.urls import reverse

from documents.changes import change
from plans.columns import UNDER
from plans.models import SavedView
from tests.desk import Desk, page, text_of

pytestmark = pytest.mark.django_db


def test_rows_stand_under_their_headings_as_in_the_plan(grid):
    assert grid.shown() == [
        ["Utan rubrik"],
        ["Träffas varje vecka", "", "", "", ""],
        ["Trygga torg Fokusområde"],
        [
            "Byt lamporna",
            "Luleå kommun, Gator: byter\nFastighetsägarna medverkar",
            "senast 31 maj 2027",
            "",
            "",
        ],
        ["Färre känner sig otrygga"],
        ["Vandra på kvällen", "", "riskhelger", "", ""],
        ["Skolan"],
    ]


def test_columns_stand_in_the_address_in_their_order(grid):
    shown = grid.shown("kolumn=when&kolumn=text&kolumn=number&kolumn=finns-inte&grupp=")

    assert shown[0] == ["riskhelger", "Vandra på kvällen", "2"]


def test_a_plan_is_shown_with_the_columns_of_its_own_paper_until_others_are_chosen(
    desk, plan, grid, karin
):
    plan.columns = ["Vem", "Åtgärd", "Vad har hänt", "När"]
    with change(by=karin.actor, document=plan.document):
        plan.save()

    assert grid.shown("grupp=")[1][1:] == ["Byt lamporna", "senast 31 maj 2027"]
    assert grid.shown("grupp=&kolumn=text")[1] == ["Byt lamporna"]
    csv = desk.get(desk.url("csv")).content.decode("utf-8-sig")
    assert csv.startswith("Ansvarig;Aktivitet;När;")
    saved = grid.save(("Byt lamporna", "area", "Torget", ""))
    assert saved.rows[0][1:] == ["Byt lamporna", "senast 31 maj 2027"]


def test_a_column_is_moved_a_step_by_an_address(desk):
    response = desk.get(f"{desk.url('table')}?kolumn=text&kolumn=when&flytta=when:-1")

    assert response.status_code == 302
    assert response["Location"].endswith("?kolumn=when&kolumn=text")


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("sok=LAMPORNA gator", ["Byt lamporna"]),
        ("sok=ingen", []),
        ("responsible=Fastighetsägarna", ["Byt lamporna"]),
        (f"heading=Trygga torg{UNDER}Färre känner sig otrygga", ["Vandra på kvällen"]),
        ("heading=Trygga torg", ["Byt lamporna", "Vandra på kvällen"]),
        ("heading=–", ["Träffas varje vecka"]),
        ("year=2027", ["Byt lamporna"]),
        ("responsible=–&responsible=Fastighetsägarna&heading=Trygga torg&sok=vandra",
         ["Vandra på kvällen"]),
    ],
)  # fmt: skip
def test_filters_stand_in_the_address(grid, query, texts):
    assert grid.texts(query) == texts


def test_how_many_are_shown_is_said(desk):
    said = text_of(desk.get(f"{desk.url('table')}?sok=lamporna"))

    assert "1 av 3 aktiviteter visas" in said


def test_rows_are_ordered_by_a_column_and_those_without_come_last(grid):
    assert grid.texts("grupp=&ordning=number") == [
        "Byt lamporna",
        "Vandra på kvällen",
        "Träffas varje vecka",
    ]
    assert grid.texts("grupp=&ordning=-text")[0] == "Vandra på kvällen"


def test_rows_are_grouped_by_who_does_them(grid):
    assert grid.shown("grupp=responsible&kolumn=text") == [
        ["Luleå kommun, Gator"],
        ["Byt lamporna"],
        ["Ej angivet"],
        ["Vandra på kvällen"],
        ["Träffas varje vecka"],
    ]


def test_every_row_leads_to_its_page_without_a_script(desk):
    tree = page(desk.get(desk.url("table")))
    activity = desk.row("activity", text="Byt lamporna")
    links = tree.xpath(f"//tr[@id='activity-{activity.key}']//a/@href")

    shown = text_of(desk.get(links[0]))
    assert "Luleå kommun, Gator: byter" in shown
    assert desk.at("edit", activity) in desk.get(links[0]).content.decode()


def test_what_is_written_is_never_a_part_of_the_page(desk, grid):
    grid.save(("Byt lamporna", "area", '<script>"&', ""))
    answer = grid.save(("Byt lamporna", "area", "<b>fel", "något annat"))

    assert "&lt;b&gt;fel" in answer.html
    for html in (desk.get(desk.url("table")).content.decode(), answer.html):
        assert "<b>fel" not in html
        assert '<script>"' not in html
    assert grid.shown("kolumn=text&kolumn=area&grupp=")[1] == ["Byt lamporna", '<script>"&']


def test_who_only_reads_is_offered_no_editor(client_for, rut, stina, plan):
    html = (
        Desk(client_for(stina), plan)
        .get(reverse("plans:table", args=["trygg-i-lulea", plan.pk]))
        .content.decode()
    )

    assert "data-editor-of" not in html
    assert 'aria-readonly="true"' in html


def test_a_view_is_kept_and_shared_and_deleted_by_its_owner_only(desk, plan, client_for, stina):
    kept = f"{desk.url('keep_view')}?kolumn=text&kolumn=when"
    assert desk.post(kept, {"name": "Tider", "is_shared": "on"}).status_code == 302
    assert desk.post(kept, {"name": "Tider", "is_shared": "on"}).status_code == 302
    view = SavedView.objects.get()

    theirs = Desk(client_for(stina), plan)
    assert "Tider" in text_of(theirs.get(theirs.url("table")))
    assert theirs.post(theirs.url("forget_view", view.pk)).status_code == 404
    assert desk.post(desk.url("forget_view", view.pk)).status_code == 302
    assert not SavedView.objects.exists()


def test_a_view_of_ones_own_is_nobody_elses(desk, plan, client_for, stina):
    desk.post(f"{desk.url('keep_view')}?kolumn=text", {"name": "Bara min"})

    theirs = Desk(client_for(stina), plan)
    assert "Bara min" not in text_of(theirs.get(theirs.url("table")))


def test_what_a_colleague_has_changed_is_told_once(desk, plan, grid):
    latest = desk.changes()[0].pk
    address = desk.url("table_news")
    assert desk.get(f"{address}?efter={latest}").status_code == 204

    grid.save(("Byt lamporna", "area", "Porsön", ""))

    told = desk.get(f"{address}?efter={latest}").json()
    assert [one["keys"] for one in told["changes"]] == [[grid.key("Byt lamporna")]]
    assert "Karin Ström ändrade aktiviteten" in told["changes"][0]["words"]
    assert desk.get(f"{address}?efter={told['latest']}").status_code == 204
    assert desk.get(f"{address}?efter=x").status_code == 204


def test_the_page_of_a_row_has_its_own_history_and_comments(desk, plan, grid):
    activity = desk.row("activity", text="Byt lamporna")
    desk.post(f"{desk.url('comment')}?row=activity&key={activity.key}", {"text": "Vilka lampor?"})
    grid.save(("Byt lamporna", "area", "Porsön", ""), ("Vandra på kvällen", "area", "Örnäset", ""))

    said = text_of(desk.get(desk.url("table_row", activity.key)))

    assert "Vilka lampor?" in said
    assert "ändrade aktiviteten ”Byt lamporna”: område – → Porsön" in said
    assert "Örnäset" not in said
