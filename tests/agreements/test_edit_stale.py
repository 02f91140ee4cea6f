"""Two people edit the same row: neither text is lost, and neither overwrites the other unseen."""

import pytest
from django.utils.timezone import localtime
from time_machine import travel

from documents.changes import change
from tests.desk import fields, form_of, page, text_of


@pytest.mark.parametrize("htmx", [False, True])
def test_the_second_to_save_sees_both_texts_and_nothing_is_saved(desk, colleague, htmx):
    url = desk.at("edit", desk.row("goal"))
    opened = fields(desk.get(url, htmx))
    colleague.fill_in(url, text="Pers lydelse")

    response = desk.post(url, opened | {"text": "Karins lydelse"}, htmx)

    assert response.status_code == (422 if htmx else 409)
    assert desk.row("goal").text == "Pers lydelse"
    assert "Pers lydelse" in page(response).xpath("string(//*[@class='saved'])")
    assert fields(response)["text"] == "Karins lydelse"
    assert "Per Lind" in text_of(response)


def test_when_the_other_saved_is_written_as_times_are_elsewhere(desk, colleague):
    mine = desk.at("edit", desk.row("goal"))
    opened = fields(desk.get(mine))
    with travel(localtime().replace(hour=14, minute=10), tick=False):
        colleague.fill_in(mine, text="Polisens text")

    refused = text_of(desk.post(mine, opened | {"text": "Kommunens text"}))

    assert "kl. 14.10. " in refused
    assert "14.10)" in refused
    assert "14:10" not in refused


def test_saving_once_more_is_a_choice_and_then_works(desk, colleague):
    url = desk.at("edit", desk.row("goal"))
    opened = fields(desk.get(url))
    colleague.fill_in(url, text="Pers lydelse")
    refused = desk.post(url, opened | {"text": "Karins lydelse"})

    assert desk.post(url, fields(refused)).status_code == 302

    assert desk.row("goal").text == "Karins lydelse"
    assert [one.name for one in desk.changes()[:2]] == ["Karin Ström", "Per Lind"]


def test_a_third_text_in_between_is_shown_too(desk, colleague):
    url = desk.at("edit", desk.row("goal"))
    opened = fields(desk.get(url))
    colleague.fill_in(url, text="Pers första")
    refused = desk.post(url, opened | {"text": "Karins"})
    colleague.fill_in(url, text="Pers andra")

    again = desk.post(url, fields(refused))

    assert again.status_code == 409
    assert page(again).xpath("//*[@class='saved']//ins/text()") == ["andra"]


def test_running_text_is_shown_as_text_and_kept_as_it_was_written(desk, colleague):
    url = desk.at("edit", desk.row("part", kind="text"))
    opened = fields(desk.get(url))
    colleague.fill_in(url, text="<ul><li><p>Pers punkt</p></li></ul>")

    response = desk.post(url, opened | {"text": "<p>Karins <strong>text</strong></p>"})

    assert page(response).xpath("//*[@class='saved']//ins/text()") == ["- Pers punkt"]
    assert page(response).xpath("//*[@class='written']//ins/text()") == ["Karins text"]
    assert page(response).xpath("//*[@class='saved']//del/text()") == ["Målen är gemensamma."]
    assert fields(response)["text"] == "<p>Karins <strong>text</strong></p>"


@pytest.mark.parametrize("seen", [{}, {"seen": ""}, {"seen": "0" * 64}, {"seen": "\x00å"}])
def test_a_form_that_does_not_say_what_it_saw_counts_as_stale(desk, seen):
    url = desk.at("edit", desk.row("goal"))

    response = desk.post(url, {"text": "Från ett gammalt formulär"} | seen)

    assert response.status_code == 409
    assert desk.row("goal").text == "Öka tryggheten."
    assert fields(response)["text"] == "Från ett gammalt formulär"


def test_someone_elses_change_of_another_row_or_place_is_no_conflict(desk, colleague):
    goal = desk.row("goal")
    opened = fields(desk.get(desk.at("edit", goal)))
    colleague.fill_in(desk.at("edit", desk.row("goal", text="Bygga broar")), text="Broar")
    colleague.post(desk.at("move", goal), {"direction": "down"})

    response = desk.post(desk.at("edit", goal), opened | {"text": "Karins"})

    assert response.status_code == 302
    assert desk.row("goal").text == "Karins"


@pytest.mark.parametrize("htmx", [False, True])
def test_what_was_written_on_a_row_that_is_gone_is_shown_to_be_copied(desk, per, htmx):
    goal = desk.row("goal", text="Minska brottsligheten")
    opened = fields(desk.get(desk.at("edit", goal)))
    with change(by=per.actor, document=desk.agreement.document):
        goal.delete()

    response = desk.post(desk.at("edit", goal), opened | {"text": "Karins <b>text</b>"}, htmx)

    assert response.status_code == (422 if htmx else 409)
    assert page(response).xpath("string(//textarea)").strip() == "Karins <b>text</b>"
    assert "Per Lind" in text_of(response)
    if htmx:
        assert response["HX-Retarget"] == f"#goal-{goal.key}"
        assert page(response).xpath(f"//*[@id='{response['HX-Reselect'][1:]}']//textarea")


def test_running_text_of_a_row_that_is_gone_is_copied_without_tags(desk, per):
    part = desk.row("part", kind="text")
    opened = fields(desk.get(desk.at("edit", part)))
    with change(by=per.actor, document=desk.agreement.document):
        part.delete()
    written = "<p>Först R&amp;D.</p><ul><li><p>Sedan <strong>mer</strong></p></li></ul>"

    response = desk.post(desk.at("edit", part), opened | {"text": written})

    assert page(response).xpath("string(//textarea)").strip() == "Först R&D.\n\n- Sedan mer"


def test_a_choice_on_a_row_that_is_gone_is_said_in_words(desk, per):
    block = desk.row("part", block="goals")
    opened = fields(desk.get(desk.at("edit", block)))
    with change(by=per.actor, document=desk.agreement.document):
        block.delete()

    response = desk.post(desk.at("edit", block), opened | {"style": "dash"})

    assert page(response).xpath("//textarea/text()")[0].strip() == "Streck"


def test_a_row_that_never_was_is_not_there(desk):
    url = desk.url("edit", "goal", "00000000-0000-4000-8000-000000000000")

    assert desk.get(url).status_code == desk.post(url, {"text": "x"}).status_code == 404


def test_a_refused_second_try_keeps_the_form_on_the_page(desk, colleague):
    url = desk.at("edit", desk.row("goal"))
    opened = fields(desk.get(url, htmx=True))
    colleague.fill_in(url, text="Pers")

    response = desk.post(url, opened | {"text": "Karins"}, htmx=True)

    assert response["HX-Retarget"] == f"#{form_of(response).get('id')}"
    assert fields(response)["seen"] != opened["seen"]


def test_a_stale_text_that_is_also_too_long_is_shown_and_refused_in_words(desk, colleague):
    url = desk.at("edit", desk.row("part", kind="text"))
    opened = fields(desk.get(url))
    colleague.fill_in(url, text="<p>Pers lydelse</p>")

    response = desk.post(url, opened | {"text": "<p>" + "lång " * 60_000 + "</p>"})

    assert response.status_code == 409
    assert "Pers lydelse" in text_of(response)
