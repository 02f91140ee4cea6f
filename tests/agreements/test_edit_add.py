"""Adding a row of each kind: last among its siblings, under the row it was asked for."""

import pytest

from agreements.kind import AGREEMENT
from tests.desk import errors, fields, form_of, page, text_of

ROWS = AGREEMENT.edited_rows

#: Row: the row above by kind and words, what is written.
ADDED = {
    "section": (None, {"heading": "Sekretess"}),
    "part": ({"heading": "Parter"}, {"text": "<p>Dessutom.</p>"}),
    "goal": (None, {"text": "Ett mål till"}),
    "party": (None, {"organisation": "Lulebo", "kind": "housing_company"}),
    "signatory": ({"organisation": "Luleå kommun"}, {"name": "Eva Ny"}),
    "body": (None, {"name": "Brottsförebyggande rådet"}),
    "seat": ({"name": "Styrgrupp"}, {"title": "Ekonomichef"}),
    "duty": (None, {"subject": "renewal", "strength": "must"}),
    "appendix": (None, {"title": "Karta"}),
}


def add_url(desk, kind, above=None):
    if above is None:
        return desk.url("add", kind)
    return desk.url("add", kind, under=desk.row(ROWS[kind].under_model.ROW, **above).key)


def test_every_kind_that_can_be_more_than_one_is_tried():
    assert set(ADDED) == {name for name, kind in ROWS.items() if kind.can_be_added}


@pytest.mark.parametrize("htmx", [False, True])
@pytest.mark.parametrize("kind", ADDED)
def test_a_new_row_comes_last_and_is_one_change(desk, kind, htmx):
    above, written = ADDED[kind]
    before = len(desk.changes())

    response = desk.fill_in(add_url(desk, kind, above), htmx, **written)

    assert response.status_code == 302
    new = ROWS[kind].model.objects.order_by("pk").last()
    assert response["Location"].endswith(f"#{kind}-{new.key}")
    assert {name: getattr(new, name) for name in written} == written
    assert new.siblings()[-1] == new
    if above:
        assert getattr(new, ROWS[kind].under) == desk.row(ROWS[kind].under_model.ROW, **above)
    assert len(desk.changes()) == before + 1
    assert [entry["act"] for entry in desk.changes()[0].entries] == ["added"]
    assert f"{kind}-{new.key}" in desk.get(desk.url("detail")).content.decode()


@pytest.mark.parametrize("kind", ["section", "goal"])
def test_a_row_of_a_tree_can_be_added_under_another(desk, kind):
    above = desk.row(kind)

    desk.fill_in(desk.url("add", kind, under=above.key), **ADDED[kind][1])

    assert ROWS[kind].model.objects.order_by("pk").last().parent == above


@pytest.mark.parametrize("under", ["inte-en-nyckel", "%00", "1", "%ED%A0%80", "0" * 500])
@pytest.mark.parametrize("kind", ["section", "part", "goal", "signatory", "seat"])
def test_an_address_with_a_broken_key_is_not_there(desk, kind, under):
    url = f"{desk.url('add', kind)}?under={under}"

    assert desk.get(url).status_code == desk.post(url, ADDED[kind][1]).status_code == 404


@pytest.mark.parametrize("kind", ["part", "signatory", "seat"])
def test_what_must_stand_under_something_is_not_added_alone(desk, kind):
    assert desk.get(desk.url("add", kind)).status_code == 404


@pytest.mark.parametrize("kind", ["party", "body", "duty", "appendix"])
def test_what_stands_alone_is_not_added_under_anything(desk, kind):
    assert desk.get(desk.url("add", kind, under=desk.row("goal").key)).status_code == 404


@pytest.mark.parametrize("kind", ["agreement", "extension", "document", "nonsense"])
def test_there_are_no_other_kinds_to_add(desk, kind):
    assert desk.get(desk.url("add", kind)).status_code == 404


def test_a_block_takes_the_place_of_a_text(desk):
    url = add_url(desk, "part", {"heading": "Parter"})

    assert desk.fill_in(url, text="", block="duties", style="numbered").status_code == 302

    assert desk.row("part", block="duties").kind == "block"


def test_text_and_block_at_once_or_neither_is_refused_with_a_sentence(desk):
    url = add_url(desk, "part", {"heading": "Parter"})

    both = desk.fill_in(url, text="<p>Text</p>", block="duties")
    neither = desk.fill_in(url, text="", block="")

    assert both.status_code == neither.status_code == 422
    assert list(errors(both)) == ["block"]
    assert fields(both)["text"] == "<p>Text</p>"
    assert list(errors(neither)) == ["text"]


def test_a_refused_new_row_keeps_its_address_and_its_place(desk):
    url = add_url(desk, "signatory", {"organisation": "Luleå kommun"})

    refused = desk.fill_in(url, htmx=True, order="-1", name="Eva Ny")

    assert form_of(refused).get("action") == url
    assert fields(refused)["name"] == "Eva Ny"
    assert desk.post(url, fields(refused) | {"order": "3"}).status_code == 302


def test_the_page_links_to_every_way_of_adding(desk):
    document = page(desk.get(desk.url("detail"))).get_element_by_id("document")
    links = document.xpath(".//a[contains(@href, '/ny/')]/@href")

    for link in links:
        assert desk.get(link).status_code == 200, link
    assert {link.split("/")[-3] for link in links} == set(ADDED)
    assert "Sekretess" not in text_of(desk.get(desk.url("detail")))
