"""Editing a row through its form, as a fragment on the page and as a page of its own."""

import pytest

from agreements.kind import AGREEMENT
from tests.desk import errors, fields, form_of, page, text_of

ROWS = AGREEMENT.edited_rows

#: Row: what is written, and what the history then says in English.
EDITS = {
    "agreement": ({"title": "Ny titel"}, "changed the facts of the agreement"),
    "section": ({"heading": "Parterna"}, "→ “Parterna”"),
    "part": ({"text": "<p>Målen delas av alla.</p>"}, "changed the text in “Mål”"),
    "goal": ({"text": "Öka tryggheten mycket."}, "changed the goal “Öka tryggheten mycket.”"),
    "party": ({"registry_number": "KS 2024/1"}, "changed the party Luleå kommun"),
    "signatory": ({"title": "Ordförande"}, "changed the signatory Kerstin Berg"),
    "body": ({"meets": "varje månad"}, "changed the body Styrgrupp"),
    "seat": ({"organisation": "Luleå kommun"}, "changed the seat Kommundirektör, Luleå kommun"),
    "duty": ({"decided_by": "Kommunstyrelsen"}, "changed the duty “Planen ska uppdateras"),
    "appendix": ({"title": "Adresser"}, "→ “Adresser”"),
}


def row_to_edit(desk, kind):
    return desk.row(kind, kind="text") if kind == "part" else desk.row(kind)


def test_every_kind_of_row_is_tried():
    assert set(EDITS) == set(ROWS)


@pytest.mark.parametrize("htmx", [False, True])
@pytest.mark.parametrize("kind", EDITS)
def test_what_is_written_is_saved_as_one_change_and_said_in_the_history(desk, kind, htmx):
    written, words = EDITS[kind]
    row = row_to_edit(desk, kind)
    before = len(desk.changes())

    response = desk.fill_in(desk.at("edit", row), htmx, **written)

    assert response.status_code == 302
    assert response["Location"] == f"{desk.url('detail')}#{kind}-{row.key}"
    saved = row_to_edit(desk, kind)
    assert {name: getattr(saved, name) for name in written} == written
    assert len(desk.changes()) == before + 1
    assert [entry["key"] for entry in desk.changes()[0].entries] == [str(row.key)]
    desk.client.cookies["django_language"] = "en"
    assert words in text_of(desk.get(desk.url("history")))


@pytest.mark.parametrize("kind", EDITS)
def test_saving_without_changing_anything_leaves_no_trace(desk, kind):
    row = row_to_edit(desk, kind)
    before = desk.changes()

    assert desk.fill_in(desk.at("edit", row)).status_code == 302

    assert desk.changes() == before
    assert not ROWS[kind].model.history.filter(key=row.key).exclude(history_type="+").exists()


@pytest.mark.parametrize("kind", EDITS)
def test_a_fragment_is_the_form_alone_and_posts_to_the_address_it_came_from(desk, kind):
    row = row_to_edit(desk, kind)
    url = desk.at("edit", row)

    alone, whole = desk.get(url, htmx=True), desk.get(url)

    assert page(alone).tag == "form"
    assert b"<html" not in alone.content
    assert form_of(alone).get("action") == form_of(alone).get("hx-post") == url
    assert form_of(alone).get("id") in (f"{kind}-{row.key}", f"{kind}-{row.key}-block")
    assert fields(alone) == fields(whole)
    assert page(whole).xpath("//main//h1")


@pytest.mark.parametrize("kind", EDITS)
def test_the_form_takes_a_place_that_the_page_has(desk, kind):
    shown = page(desk.get(desk.url("detail")))
    form = form_of(desk.get(desk.at("edit", row_to_edit(desk, kind)), htmx=True))

    assert len(shown.xpath(f"//*[@id='{form.get('id')}']")) == 1
    assert len(shown.xpath(f"//*[@id='{form.get('hx-target')[1:]}']")) == 1


def test_a_refused_form_lands_where_one_writes(desk):
    url = desk.at("edit", desk.row("goal"))

    response = desk.fill_in(url, htmx=True, text=" ")

    assert response.status_code == 422
    assert response["HX-Retarget"] == response["HX-Reselect"] == f"#{form_of(response).get('id')}"
    assert response["HX-Reswap"] == "outerHTML"
    assert list(errors(response)) == ["text"]


def test_after_saving_the_page_shows_the_new_words(desk):
    desk.fill_in(desk.at("edit", desk.row("goal")), text="Öka tryggheten & trivseln.")

    assert "Öka tryggheten & trivseln." in text_of(desk.get(desk.url("detail")))
