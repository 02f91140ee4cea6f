"""A word too long for its line: nothing scrolls sideways for it."""

import pytest

from tests.browser.places import COORDINATOR, GOAL, SAVE
from tests.browser.test_phone import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LONG = "samverkansöverenskommelseuppföljningsansvarsfördelningsdokumentation"
#: The window itself grows with what stands in it on a phone, so it is asked for by its number.
WIDTH = "document.documentElement.scrollWidth"


def save(visitor, selector, field, text):
    """Write `text` in a field of the form at `selector`, and save."""
    form = visitor.open_form(selector)
    form.locator(f"[name={field}]").fill(text)
    with visitor.settled():
        form.locator(SAVE).click()


def test_on_a_phone_a_long_word_in_a_message_or_in_a_place_found_scrolls_nothing_sideways(visit):
    visitor = visit(COORDINATOR, **PHONE)
    page, draft = visitor.page, visitor.start_draft()
    save(visitor, GOAL, "text", LONG * 2)
    page.reload()
    page.locator("[data-take-back]").tap()
    page.locator(".messages li").wait_for()
    assert page.evaluate(WIDTH) == 390

    save(visitor, ".block.heading:has(+ .block:not(.structured))", "heading", LONG * 2)
    page.goto(f"{draft}ersatt/?sok=e&med=a")
    page.locator(".places small", has_text=LONG).first.wait_for()
    assert page.evaluate(WIDTH) == 390


def test_a_heading_too_long_for_its_line_is_divided_with_a_hyphen(visit):
    visitor = visit(COORDINATOR, viewport={"width": 820, "height": 900})
    visitor.start_draft()
    save(visitor, ".block.heading", "heading", LONG)

    heading = visitor.page.locator(".section h2", has_text="sam").first
    words = heading.inner_text()
    assert words.replace("\u00ad", "") == LONG
    assert "\u00ad" in words
