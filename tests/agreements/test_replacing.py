"""Words are replaced in the whole draft: shown first, chosen one by one, done as one step."""

import pytest

from agreements.kind import AGREEMENT
from core.rewording import Sought
from desk.editing.replacing import places
from desk.forms.replacing import ReplaceForm
from documents.choices import Command
from tests.desk import fields, form_of, page, text_of
from tests.factories import small_tree

pytestmark = pytest.mark.django_db


def shown(desk, sok, med, **choices):
    """The page that shows where the words stand."""
    return desk.get(desk.url("replace", sok=sok, med=med, **choices))


def lines(response):
    """Each place: what stands in its line."""
    return [
        " ".join(one.text_content().split())
        for one in page(response).xpath("//ul[@class='places']/li")
    ]


def replace(desk, sok, med, **changed):
    """Look for the words and replace them wherever they stand."""
    sent = {"sok": sok, "med": med} | fields(shown(desk, sok, med))
    return desk.post(desk.url("replace"), sent | changed)


def rows(desk):
    """Every row of the agreement as it is stored."""
    return [
        row
        for model in AGREEMENT.models
        for row in model.objects.filter(document_id=desk.agreement.document_id)
        .order_by("pk")
        .values()
    ]


def write(desk, kind, **values):
    """Give a row other words, as a person does."""
    row = desk.row(kind, kind="text") if kind == "part" else desk.row(kind)
    assert desk.fill_in(desk.at("edit", row), **values).status_code == 302


def test_the_places_come_from_top_to_bottom_with_what_they_stand_in():
    found = places(small_tree(), Sought("e", "E"))

    order = [place.row for place in found]
    assert order.index("party") < order.index("part") < order.index("goal") < order.index("duty")
    assert len({place.token for place in found}) == len(found)


def test_the_words_are_shown_and_nothing_is_written(desk):
    write(desk, "goal", text="Öka tryggheten på Storgatan.")
    before = rows(desk)

    (line,) = lines(shown(desk, "storgatan", "torget"))

    assert line == "Mål: Öka tryggheten på [struket: Storgatan] [tillagt: Torget] ."
    assert rows(desk) == before


def test_the_words_are_replaced_in_one_change_and_taken_back_in_one_step(desk):
    write(desk, "goal", text="Rådet ska öka tryggheten.")
    write(
        desk, "part", text="<p>Till <strong>rådet</strong>:</p><ul><li><p>Rådet möts</p></li></ul>"
    )
    write(desk, "duty", text="Rådet möts.", responsible="Rådet\nPolisen")
    before, number = rows(desk), len(desk.changes())

    response = replace(desk, "Rådet", "Styrgruppen")

    assert response.status_code == 302
    assert desk.row("goal").text == "Styrgruppen ska öka tryggheten."
    assert desk.row("part", kind="text").text == (
        "<p>Till <strong>Styrgruppen</strong>:</p><ul><li><p>Styrgruppen möts</p></li></ul>"
    )
    assert (desk.row("duty").text, desk.row("duty").responsible) == (
        "Styrgruppen möts.",
        ["Styrgruppen", "Polisen"],
    )
    assert len(desk.changes()) == number + 1
    latest = desk.changes()[0]
    assert latest.command == Command.REPLACE
    assert latest.entries[-1]["fields"] == ["Styrgruppen", "5"]

    assert desk.post(desk.url("undo", latest.pk)).status_code == 302
    assert rows(desk) == before


def test_history_says_it_in_one_line(desk):
    write(desk, "goal", text="Rådet och rådet.")
    desk.client.cookies["django_language"] = "en"
    replace(desk, "rådet", "nämnden")

    history = text_of(desk.get(desk.url("history")))
    assert "replaced “rådet” with “nämnden” in 2 places" in history
    write(desk, "goal", text="Nu tryggt.")
    replace(desk, "nu", "")
    assert "deleted “nu” in 1 place" in text_of(desk.get(desk.url("history")))
    # What was changed can be looked at, as any change.
    assert desk.get(desk.url("change", desk.changes()[0].pk)).status_code == 200


def test_what_is_not_chosen_stays(desk):
    write(desk, "goal", text="Rådet och rådet.")
    first = page(shown(desk, "rådet", "nämnden")).xpath("//input[@name='take']/@value")[0]

    replace(desk, "rådet", "nämnden", take=first)

    assert desk.row("goal").text == "Nämnden och rådet."


def test_a_text_that_was_changed_meanwhile_stops_it_all(desk):
    write(desk, "goal", text="Rådet ett.")
    write(desk, "part", text="<p>Rådet två.</p>")
    form = fields(shown(desk, "rådet", "nämnden"))
    write(desk, "goal", text="Rådet tre.")
    before = rows(desk)

    response = desk.post(desk.url("replace"), form)

    assert response.status_code == 409
    assert rows(desk) == before
    assert len(lines(response)) == 2
    assert page(response).xpath("//*[@role='alert']")
    # What stands as it stood is still chosen, the other place waits to be chosen anew.
    assert len(page(response).xpath("//input[@name='take'][@checked]")) == 1


def test_what_no_longer_fits_is_told_by_name_and_nothing_is_written(desk):
    write(desk, "section", heading="Mål " * 60)
    write(desk, "goal", text="Mål")
    before = rows(desk)
    for instead in ("M" * 290, ""):
        response = replace(desk, "mål", instead)

        assert response.status_code == 422
        assert page(response).xpath("//ul[contains(@class, 'errorlist')]")
        assert rows(desk) == before


@pytest.mark.parametrize(
    "sent",
    [
        {"sok": "", "med": "x"},
        {"sok": "mål", "med": "mål", "lika": "on"},
        {"sok": "a" * 201, "med": ""},
        {"sok": "\x00", "med": ""},
        {"sok": "mål", "med": "mat"},
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_the_words_are_kept(desk, sent):
    response = desk.post(desk.url("replace"), sent)

    assert response.status_code == 422
    form = page(response).xpath("//main//form")[0]
    assert form.xpath(".//input[@name='med']")[0].get("value", "") == sent["med"]


def test_words_that_stand_nowhere_are_said_to(desk):
    assert "finns-inte" in text_of(shown(desk, "finns-inte", "x"))
    assert form_of(shown(desk, "finns-inte", "x")).get("method") == "get"


def test_whole_words_and_capitals_are_minded_where_that_is_asked(desk):
    write(desk, "goal", text="Polis, polisen, polis.")

    assert len(lines(shown(desk, "polis", "x"))) >= 3
    assert len(lines(shown(desk, "Polis", "x", hela="on", lika="on"))) == 1
    assert ReplaceForm({"sok": "a", "med": "b  c"}).is_valid()


def test_whole_words_are_looked_for_unless_one_asks_otherwise(desk):
    assert page(desk.get(desk.url("replace", sok="polisen"))).xpath(
        "//input[@name='hela']/@checked"
    )
    write(desk, "goal", text="Möta polisen, med kommunpolisen.")

    whole = shown(desk, "polisen", "Polismyndigheten", hela="on")

    assert "[tillagt: Polismyndigheten] , med kommunpolisen." in " ".join(lines(whole))
    assert "1 ställe till står inne i ett längre ord" in text_of(whole)


def test_what_stands_inside_a_longer_word_is_marked_and_not_chosen_beforehand(desk):
    write(desk, "goal", text="Möta polisen, med kommunpolisen.")
    before = len(lines(shown(desk, "kommunpolisen", "x")))

    inside = page(shown(desk, "polisen", "Polismyndigheten")).xpath(
        "//ul[@class='places']/li[contains(., 'inne i ett längre ord')]"
    )
    replace(desk, "polisen", "Polismyndigheten")

    assert len(inside) == before == 1
    assert not inside[0].xpath(".//input/@checked")
    assert desk.row("goal").text == "Möta Polismyndigheten, med kommunpolisen."


def test_many_places_come_in_portions(desk, monkeypatch):
    monkeypatch.setattr("desk.views.replacing.MOST", 3)
    write(desk, "goal", text="hej " * 5)

    assert len(lines(shown(desk, "hej", "hallå"))) == 3
    replace(desk, "hej", "hallå")
    assert desk.row("goal").text.count("hallå") == 3


def test_the_page_asks_a_constant_number_of_queries(desk, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        shown(desk, "e", "E")
