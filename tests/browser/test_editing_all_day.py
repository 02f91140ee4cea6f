"""Editing all day: by keys alone, with drafts that outlive the browser, and with words to find."""

import pytest

from tests.browser.axe import faults
from tests.browser.places import COORDINATOR, EDITOR, FORM, GOAL, TEXT

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TOLD = "#desk-bar [role=status]"


@pytest.fixture
def desk(visit):
    """The coordinator with a draft of her own in front of her, and nothing but keys."""
    visitor = visit(COORDINATOR)
    visitor.start_draft()
    return visitor


def press(desk, key):
    """Press what fetches something from the server."""
    with desk.settled():
        desk.page.keyboard.press(key)


def go_to(desk, selector):
    """Press j until the first block that fits has the focus."""
    wanted = desk.page.locator(f"{selector} [data-act=edit]").first.get_attribute("id")
    for _press in range(60):
        desk.page.keyboard.press("j")
        if desk.focused() == wanted:
            return wanted
    raise AssertionError(f"The keys do not come to {selector}")


def test_a_text_is_written_moved_and_deleted_by_keys_alone(desk):
    keys, texts = desk.page.keyboard, desk.texts(TEXT)
    keys.press("?")
    assert desk.page.locator("#keys").is_visible()
    assert faults(desk.page, "#keys") == []
    keys.press("Escape")

    first = go_to(desk, TEXT)
    press(desk, "n")
    desk.page.locator(f"{FORM} {EDITOR}:focus").wait_for()
    keys.type("Skrivet utan mus")
    press(desk, "Control+Enter")
    added = desk.focused()
    assert desk.page.locator(TOLD).inner_text().startswith("Sparat")
    assert list(desk.texts(TEXT).values())[1] == "Skrivet utan mus"

    press(desk, "Alt+ArrowUp")
    assert list(desk.texts(TEXT).values())[0] == "Skrivet utan mus"
    assert desk.focused() == added
    press(desk, "Delete")
    press(desk, "Enter")
    assert desk.texts(TEXT) == texts
    assert desk.focused() == first
    assert desk.page.locator("[data-take-back]").is_visible()

    keys.press("?")
    desk.page.get_by_label("Enbokstavstangenter").uncheck()
    keys.press("Escape")
    focused = desk.focused()
    keys.press("j")
    assert desk.focused() == focused


def test_a_text_that_was_not_saved_outlives_the_window_but_not_the_sign_out(visit):
    desk = visit()
    desk.sign_in(COORDINATOR)  # a session of its own, which ends here
    desk.start_draft()
    desk.open_form(TEXT)
    desk.page.keyboard.type("Halvskrivet ")
    desk.page.evaluate("window.dispatchEvent(new Event('pagehide'))")  # as when it is closed
    left, path = desk.context.storage_state(), desk.path
    desk.page.close(run_before_unload=False)

    again = visit(None, storage_state=left)
    again.go(path)
    assert again.page.locator("#kept").is_visible()
    assert faults(again.page, "#kept") == []
    with again.settled():
        again.page.locator("#kept button").first.click()
    again.page.locator(f"{FORM} {EDITOR}:focus").wait_for()
    assert again.page.locator(f"{FORM} {EDITOR}").inner_text().startswith("Halvskrivet ")
    press(again, "Escape")
    assert again.page.locator("#kept").is_visible()
    with again.settled():
        again.page.locator("#kept button").first.click()
    press(again, "Control+s")
    assert next(iter(again.texts(TEXT).values())).startswith("Halvskrivet ")
    assert not again.page.locator("#kept").is_visible()

    again.open_form(GOAL).locator("[name=text]").press_sequentially("Hemligt")
    again.page.on("dialog", lambda dialog: dialog.accept())
    again.page.click(".me summary")
    again.press(".me form[action$='/logout/'] button")
    assert "draft" not in again.page.evaluate("Object.keys(localStorage).join()")


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
