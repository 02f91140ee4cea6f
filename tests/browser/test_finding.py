"""Words are found as one reads them, listed with what stands around, and replaced in one step."""

import pytest

from tests.browser.axe import faults
from tests.browser.places import COORDINATOR, EDITOR, FORM, GOAL, TEXT

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

COUNT, HITS = "#desk-bar output", "#desk-bar .hits li"


@pytest.fixture
def desk(visit):
    """The coordinator with a draft of her own in front of her."""
    visitor = visit(COORDINATOR)
    visitor.start_draft()
    return visitor


def look_for(desk, words, key="/"):
    """Open the search, write the words and wait for what is found."""
    desk.page.keyboard.press(key)
    desk.page.fill("#find", "")
    desk.page.keyboard.type(words)
    desk.page.locator(COUNT).filter(has_text="av").wait_for()


def test_words_are_found_also_where_a_heading_hyphenates_them(desk):
    page = desk.page
    page.keyboard.press("/")
    page.keyboard.type("arbetssätt")
    count = page.locator("#desk-bar output")
    count.filter(has_text="av").wait_for()
    hits = page.evaluate("[...CSS.highlights.get('found')].map(hit => hit.toString())")
    assert {hit.replace("\u00ad", "").lower() for hit in hits} == {"arbetssätt"}
    assert count.inner_text() == f"1 av {len(hits)}"

    page.keyboard.press("Shift+Enter")
    assert count.inner_text() == f"{len(hits)} av {len(hits)}"
    page.keyboard.press("Escape")
    assert not page.evaluate("CSS.highlights.has('found')")
    assert page.evaluate("document.activeElement.closest('.block') !== null")


def test_the_hits_are_listed_with_their_heading_and_the_words_around(desk):
    page = desk.page
    look_for(desk, "styrgrupp")
    lines = page.locator(HITS)
    count = lines.count()
    assert page.locator(COUNT).inner_text() == f"1 av {count}"
    assert count > 1
    assert lines.first.locator("mark").inner_text().lower() == "styrgrupp"
    assert lines.first.locator("small").inner_text()
    assert faults(page, "#desk-bar") == []

    page.keyboard.press("F3")
    assert page.locator(COUNT).inner_text().startswith("2 av")
    lines.last.locator("button").click()
    assert page.locator(COUNT).inner_text() == f"{count} av {count}"
    assert page.locator(f"{HITS} [aria-current]").count() == 1
    assert page.evaluate(
        """() => { const { top, bottom } = [...CSS.highlights.get("found-here")][0]
          .getBoundingClientRect(); return top > 44 && bottom < innerHeight }"""
    )


def test_what_one_writes_is_found_too_and_one_goes_on_there(desk):
    page = desk.page
    desk.open_form(TEXT)
    page.keyboard.type("Kvartetten spelar. ")
    look_for(desk, "kvartetten", key="Control+Shift+F")
    assert page.locator(HITS).count() == 1

    page.keyboard.press("Escape")
    assert page.evaluate("getSelection().toString()") == "Kvartetten"
    assert page.locator(f"{FORM} {EDITOR}:focus").count() == 1
    page.keyboard.type("Kvintetten")
    assert "Kvintetten spelar." in page.locator(EDITOR).inner_text()

    goal = desk.open_form(GOAL)
    goal.locator("[name=text]").fill("En trio")
    look_for(desk, "trio", key="Control+Shift+F")
    page.keyboard.press("Escape")
    assert goal.locator("[name=text]").evaluate(
        "one => one === document.activeElement && one.value.slice(one.selectionStart) === 'trio'"
    )


def test_without_a_hit_the_focus_goes_back_to_where_it_was(desk):
    page = desk.page
    page.keyboard.press("j")
    place = desk.focused()
    page.keyboard.press("/")
    page.keyboard.type("finnsinte")
    page.wait_for_timeout(400)
    page.keyboard.press("Escape")

    assert desk.focused() == place


def test_words_are_replaced_from_the_search(desk):
    page, before = desk.page, desk.texts(TEXT)
    look_for(desk, "polisen")
    page.locator("[data-replace]").click()
    assert page.input_value("[name=sok]") == "polisen"
    page.fill("[name=med]", "ordningsmakten")
    desk.press("main form[method=get] [type=submit]")
    assert faults(page) == []
    number = page.locator(".places li").count()
    page.locator(".places input").first.uncheck()
    desk.press("main form[method=post] [type=submit]")

    assert number > 1
    assert f"{number - 1}" in page.locator(".messages").inner_text()
    assert page.locator("[data-take-back]").inner_text().count("ordningsmakten") == 1
    with desk.settled():
        page.locator("[data-take-back]").click()
    assert desk.texts(TEXT) == before
