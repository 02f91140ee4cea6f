"""What someone who was asked and has no account does on a phone and at a desk."""

from datetime import date, timedelta

import pytest

from tests.browser.places import COORDINATOR, EDITOR
from tests.browser.test_consultation import FORM, SEND

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def guest(visit):
    """Vera on her phone, with the draft that she is asked about open."""
    desk, guest = visit(COORDINATOR), visit(**PHONE)
    draft = desk.start_draft()
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
    assert page.evaluate("document.activeElement.closest('.thread') !== null")
    assert abs(thread.bounding_box()["y"] - stood) < 60


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
