"""What someone who was asked and has no account does on a phone and at a desk."""

from datetime import date, timedelta

import pytest

from tests.browser.places import COORDINATOR, EDITOR
from tests.browser.test_consultation import FORM, SEND

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

THIRD = 844 / 3
#: How many texts stand before a conversation.
BEFORE = """one => [...document.querySelectorAll(".sheet .block")].filter(
  (block) => block.compareDocumentPosition(one) & 4).length"""
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def sheet(page):
    """How far down the draft begins."""
    return page.locator(".sheet").evaluate("one => one.getBoundingClientRect().top + scrollY")


@pytest.fixture
def desk(visit):
    """The coordinator, who has a draft."""
    desk = visit(COORDINATOR)
    desk.draft = desk.start_draft()
    return desk


@pytest.fixture
def guest(visit, desk):
    """Vera on her phone, with the draft that she is asked about open."""
    guest, draft = visit(**PHONE), desk.draft
    desk.go(f"{draft}samrad/ny/")
    desk.page.fill("[name=last_day]", (date.today() + timedelta(days=9)).isoformat())
    desk.page.fill("[name=others]", "Vera Lund <vera@example.org>, Bostadsbolaget")
    desk.press("main form:last-of-type [type=submit]")
    guest.page.goto(desk.page.locator("input[readonly]").input_value())
    guest.press("main form >> nth=0 >> [type=submit]")
    return guest


def test_a_comment_at_the_end_of_a_section_has_the_focus_and_stands_where_it_was_written(guest):
    page = guest.page
    with guest.settled():
        page.locator(".section .remark a", has_text="Syfte").click()
    page.locator(f"{FORM} textarea").fill("Skriv ut hur ofta.")
    stood = page.locator(FORM).bounding_box()["y"]
    with guest.settled():
        page.click(SEND)

    thread = page.locator(".thread:visible")
    assert "Skriv ut hur ofta." in thread.inner_text()
    assert guest.focused("aria-controls") == thread.locator("xpath=..").get_attribute("id")
    assert abs(thread.bounding_box()["y"] - stood) < 60
    before = thread.evaluate(BEFORE)
    page.reload()
    page.locator(".section .count").click()
    assert thread.evaluate(BEFORE) == before  # the same place in the section


def test_a_form_on_a_page_of_its_own_keeps_to_the_margin_and_has_the_focus(guest):
    page = guest.page
    at_purpose = guest.page.locator(".section .remark a", has_text="Syfte").get_attribute("href")
    page.goto(at_purpose)
    assert guest.focused("name") == "text"
    page.goto(page.locator("[formaction]").first.get_attribute("formaction"))
    page.locator(f"{EDITOR}:focus").wait_for()

    form = page.locator(FORM).bounding_box()
    assert form["x"] >= 12
    assert form["x"] + form["width"] <= 390 - 12
    for one in page.locator(".prose-menubar button").filter(visible=True).all():
        box = one.bounding_box()
        assert form["x"] < box["x"]
        assert box["x"] + box["width"] < form["x"] + form["width"]


def test_what_was_said_is_led_to_from_the_list_and_taken_back_where_it_stood(guest):
    page = guest.page
    assert not page.locator("#comments").is_visible()  # no heading over nothing
    with guest.settled():
        page.locator(".section .remark a", has_text="Syfte").click()
    page.locator(f"{FORM} textarea").fill("Skriv ut hur ofta.")
    with guest.settled():
        page.click(SEND)
    page.reload()
    page.locator("#threads a", has_text="Syfte").click()
    page.locator(".thread", has_text="Skriv ut hur ofta.").filter(visible=True).wait_for()

    guest.press(".thread:visible form button")

    told = page.locator(".section .notice")
    assert told.inner_text() == "Din kommentar är tillbakatagen."
    assert 0 <= told.bounding_box()["y"] < 844
    assert not page.locator("#comments").is_visible()


def test_the_sheet_begins_in_the_first_third_also_when_one_has_answered_and_is_answered(
    guest, desk
):
    page, draft = guest.page, desk.draft
    assert sheet(page) <= THIRD
    with guest.settled():
        page.locator(".section .remark a", has_text="Syfte").click()
    page.locator(f"{FORM} textarea").fill("Skriv ut hur ofta.")
    with guest.settled():
        page.click(SEND)
    link = page.url
    page.locator("#answer [value=remarks]").check()
    guest.press("#answer [type=submit]")
    assert "Tack" in page.locator(".asked summary").inner_text()
    assert sheet(page) <= THIRD
    desk.go(f"{draft}kommentarer/")
    with desk.settled():
        desk.page.locator(".thread .adds a").first.click()
    desk.page.locator(f"{FORM} textarea").fill("Varje kvartal.")
    with desk.settled():
        desk.page.click(SEND)
    page.goto(link)
    assert "1 svar på det du skrev" in page.locator(".asked summary").inner_text()
    assert sheet(page) <= THIRD


def test_contents_and_answer_are_in_reach_wherever_one_reads(guest):
    page = guest.page
    page.evaluate("scrollTo({ top: 2000, behavior: 'instant' })")
    contents, answer = page.locator(".to-answer button"), page.locator(".to-answer > a")
    contents.click()
    assert page.locator("#contents").is_visible()
    contents.click()
    assert not page.locator("#contents").is_visible()
    contents.click()
    page.locator("#contents a", has_text="Syfte").click()
    assert 0 <= page.locator(".section", has_text="Syfte").first.bounding_box()["y"] < 844
    answer.click()
    answer.wait_for(state="hidden")  # it leads nowhere that one is not
    assert contents.is_visible()
