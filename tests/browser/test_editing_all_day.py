"""Editing all day: by keys alone, with drafts that outlive the browser, and steps back."""

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
    desk.page.get_by_label("Kortkommandon med en bokstav").uncheck()
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


def test_what_was_done_last_is_offered_back_also_after_a_reload_and_found_where_it_was(desk):
    page, before = desk.page, desk.texts(GOAL)
    link = go_to(desk, f":nth-match({GOAL}, 3)")
    press(desk, "Enter")
    page.keyboard.press("Control+A")
    page.keyboard.type("Skrivet i hast")
    press(desk, "Control+Enter")
    offer = page.locator("[data-take-back]")
    assert "Skrivet i hast" in offer.inner_text()

    page.reload()
    assert "Skrivet i hast" in offer.inner_text()
    page.evaluate("scrollTo(0, 0)")
    press(desk, "Control+z")
    assert desk.texts(GOAL) == before
    assert desk.focused() == link
    seen = "one => { const { top, bottom } = one.closest('.block').getBoundingClientRect();"
    seen += "return top > 0 && bottom < innerHeight }"
    assert page.locator(f"[id='{link}']").evaluate(seen)

    place = page.evaluate("scrollY")
    press(desk, "Control+y")
    assert "Skrivet i hast" in desk.texts(GOAL).values()
    assert desk.focused() == link
    assert page.evaluate("scrollY") == place


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("Control+z", "Inget som du har gjort här kan ångras nu."),
        ("Control+y", "Inget som du har ångrat kan göras om nu."),
        ("Control+Shift+z", "Inget som du har ångrat kan göras om nu."),
    ],
)
def test_a_step_back_that_there_is_not_is_said_in_a_sentence(desk, key, said):
    desk.page.keyboard.press(key)

    assert desk.page.locator(TOLD).inner_text() == said


@pytest.mark.parametrize("key", ["e", "n", "m", "c", "Delete"])
def test_whoever_lets_go_of_what_a_key_began_is_where_they_were(desk, key):
    desk.page.locator("#threads").wait_for(state="attached")
    link = go_to(desk, GOAL)
    desk.page.keyboard.press(key)
    desk.page.locator(f":is({FORM}):focus-within").wait_for()
    press(desk, "Escape") if key in "ec" else desk.page.keyboard.press("Escape")

    assert desk.page.locator(FORM).count() == 0
    assert desk.focused() == link
