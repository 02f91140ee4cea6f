"""From the signed agreement to a locked successor and its PDF: by mouse, and without JavaScript."""

import pytest

from tests.browser import story
from tests.browser.places import COORDINATOR, EDITOR, FORM, GOAL, SAVE, TEXT
from tests.browser.story import GOAL_WRITTEN, TEXT_WRITTEN

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_a_successor_is_written_in_place_locked_and_printed(visit, tmp_path):
    karin = visit()
    karin.sign_in(COORDINATOR)
    story.signed_is_locked(karin)
    draft = story.successor_is_prefilled(karin)

    karin.open_form(GOAL).locator("[name=text]").fill(GOAL_WRITTEN)
    with karin.settled():
        karin.page.click(f"{FORM} {SAVE}")
    assert GOAL_WRITTEN in karin.texts(GOAL).values()

    part = karin.open_form(TEXT).get_attribute("id")
    karin.page.locator(f"{FORM} {EDITOR}").press("Control+Home")
    karin.page.keyboard.type(f"{TEXT_WRITTEN}.")
    karin.page.keyboard.press("Enter")
    with karin.settled():
        karin.page.click(f"{FORM} {SAVE}")
    assert karin.texts(TEXT)[part].startswith(f"{TEXT_WRITTEN}.")
    # The margin tells at once who did it.
    assert GOAL_WRITTEN in karin.page.locator("#side").inner_text()

    story.history_says(karin, draft)
    story.locked_version(karin, draft)
    story.printed(karin, draft, tmp_path)


def test_a_successor_is_written_without_javascript(visit, tmp_path):
    karin = visit(java_script_enabled=False)
    karin.sign_in(COORDINATOR)
    story.signed_is_locked(karin)
    draft = story.successor_is_prefilled(karin)

    for selector, words in ((GOAL, GOAL_WRITTEN), (TEXT, f"<p>{TEXT_WRITTEN}.</p>")):
        block = karin.page.locator(selector).first
        block.hover()
        with karin.page.expect_navigation():
            block.locator(".tools a").first.click()
        field = karin.page.locator("textarea[name=text]")
        assert field.is_visible()
        field.fill(words)
        karin.press(f"{FORM} {SAVE}")
        # One lands where one was, and it says what was written.
        landed = karin.page.locator(f"[id='{karin.path.partition('#')[2]}']")
        assert GOAL_WRITTEN in landed.inner_text() or TEXT_WRITTEN in landed.inner_text()

    story.history_says(karin, draft)
    story.locked_version(karin, draft)
    story.printed(karin, draft, tmp_path)
