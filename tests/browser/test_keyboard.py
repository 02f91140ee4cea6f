"""The same by keyboard alone: what has the focus is seen, and it is not lost on the way."""

import pytest

from demo.accounts import PASSWORD
from tests.browser import story
from tests.browser.places import COORDINATOR, FORM, GOAL, SAVE, TEXT
from tests.browser.story import GOAL_WRITTEN, TEXT_WRITTEN

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

#: The element with the focus is on the screen, and drawn otherwise than without it.
SEEN = """async () => {
  await new Promise(requestAnimationFrame);
  const one = document.activeElement, style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  return one !== document.body && box.bottom > 0 && box.top < innerHeight && box.width > 0 &&
    one.checkVisibility({opacityProperty: true}) && parseFloat(style.outlineWidth) >= 2 &&
    style.outlineStyle !== "none";
}"""


@pytest.fixture
def karin(visit):
    """A window in which nobody has signed in."""
    return visit()


def tab_to(karin, selector, presses=160):
    """Press Tab until what fits has the focus; every stop on the way is seen."""
    for _press in range(presses):
        karin.page.keyboard.press("Tab")
        assert karin.page.evaluate(SEEN), karin.page.evaluate(
            "document.activeElement.outerHTML.slice(0, 200)"
        )
        if karin.page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not come to {selector}")


def enter(karin):
    """Press Enter where it leads to another page."""
    with karin.page.expect_navigation():
        karin.page.keyboard.press("Enter")


def test_a_successor_is_written_by_keyboard_alone(karin, tmp_path):
    keys = karin.page.keyboard
    karin.go("/konto/login/")
    tab_to(karin, "[name=login]")
    keys.type(COORDINATOR)
    tab_to(karin, "[name=password]")
    keys.type(PASSWORD)
    enter(karin)
    signed = karin.find_agreement("2024–2027")
    tab_to(karin, f"a[href='{signed}']")
    enter(karin)
    karin.page.keyboard.press("Tab")
    assert karin.focused("class") == "skip"
    keys.press("Enter")
    tab_to(karin, ".offers summary")
    keys.press("Enter")
    tab_to(karin, ".offers a[href$='/kopiera/']")
    enter(karin)
    tab_to(karin, "main button[type=submit]")
    enter(karin)
    draft = karin.path

    for selector, words in ((TEXT, f"{TEXT_WRITTEN}. "), (GOAL, GOAL_WRITTEN)):
        link = karin.page.locator(f"{selector} .tools a").first.get_attribute("id")
        tab_to(karin, f"[id='{link}']")
        with karin.settled():
            keys.press("Enter")
        if selector == TEXT:
            karin.page.locator(f"{FORM} [contenteditable]:focus").wait_for()
        else:
            keys.press("Control+A")
        keys.type(words)
        tab_to(karin, f"{FORM} {SAVE}")
        with karin.settled():
            keys.press("Enter")
        assert karin.focused() == link
        assert karin.page.evaluate(SEEN)

    story.history_says(karin, draft)
    story.locked_version(karin, draft)
    story.printed(karin, draft, tmp_path)
