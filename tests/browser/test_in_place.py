"""Adding, moving and cancelling where one stands, without losing the focus or what was written."""

import pytest

from tests.browser.places import CANCEL, COORDINATOR, EDITOR, FORM, GOAL, SAVE, TEXT

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def desk(visit):
    """The coordinator with a draft of her own in front of her."""
    visitor = visit(COORDINATOR)
    visitor.start_draft()
    return visitor


def test_the_buttons_that_move_a_goal_keep_the_focus(desk):
    second = desk.goals()[1]
    rest = {goal: text for goal, text in desk.texts(GOAL).items() if goal != second}

    for step in ("down", "up", "up", "down", "in", "out"):
        button = desk.page.locator(f"#{step}-{second.removeprefix('goal-')}")
        button.focus()
        with desk.settled():
            desk.page.keyboard.press("Enter")
        assert desk.focused() == f"{step}-{second.removeprefix('goal-')}", step
        if step == "in":
            assert desk.page.locator(f"#{desk.goals()[0]} + ul #{second}").count() == 1

    assert desk.goals()[1] == second
    assert {goal: text for goal, text in desk.texts(GOAL).items() if goal != second} == rest


def test_the_page_stays_where_it_is_when_a_goal_is_moved(desk):
    second = desk.goals()[1]
    button = desk.page.locator(f"#down-{second.removeprefix('goal-')}")
    button.focus()
    before = desk.page.evaluate("scrollY")

    with desk.settled():
        desk.page.keyboard.press("Enter")

    assert abs(desk.page.evaluate("scrollY") - before) < 100
    assert 0 < button.bounding_box()["y"] < desk.page.viewport_size["height"]


def test_a_new_goal_is_written_in_place_and_its_edit_link_has_the_focus(desk):
    with desk.settled():
        desk.page.locator(".add[href$='/goal/ny/']").first.click()
    assert desk.focused("name") == "text"
    desk.page.keyboard.type("Ett mål som är nytt")
    with desk.settled():
        desk.page.click(f"{FORM} {SAVE}")

    new = [goal for goal, text in desk.texts(GOAL).items() if text == "Ett mål som är nytt"]
    assert len(new) == 1
    assert desk.focused() == f"edit-{new[0].removeprefix('goal-')}"


def test_cancel_brings_back_the_text_and_the_focus(desk):
    for kind in (GOAL, TEXT, ".party > .block", ".section > .heading"):
        texts = desk.texts(kind)
        form = desk.open_form(kind)
        desk.page.keyboard.type("Ångrat")
        with desk.settled():
            form.locator(CANCEL).click()

        assert desk.page.locator(FORM).count() == 0
        assert desk.texts(kind) == texts
        assert desk.focused().startswith("edit-")


def test_cancel_keeps_what_was_written_until_one_discards_it(desk):
    texts = desk.texts(TEXT)
    form = desk.open_form(TEXT)
    desk.page.keyboard.type("Ångrat ")
    with desk.settled():
        form.locator(CANCEL).click()

    kept = desk.page.locator("#kept")
    assert kept.is_visible()
    assert desk.texts(TEXT) == texts
    told = desk.page.locator("#desk-bar [role=status]").inner_text()
    assert told == "Din text är inte sparad, men ligger kvar i den här webbläsaren."
    with desk.settled():
        kept.get_by_role("button", name="Öppna").click()
    editor = desk.page.locator(f"{FORM} {EDITOR}")
    editor.wait_for()
    assert editor.inner_text().startswith("Ångrat ")
    with desk.settled():
        desk.page.click(f"{FORM} {CANCEL}")
    kept.get_by_role("button", name="Släng").click()
    assert not kept.is_visible()

    with desk.settled():
        desk.open_form(TEXT).locator(CANCEL).click()  # nothing was written
    assert not kept.is_visible()


def test_cancelling_a_new_row_leaves_the_link_that_adds_one(desk):
    link = desk.page.locator(".add[href$='/goal/ny/']").first
    with desk.settled():
        link.click()
    desk.page.click(f"{FORM} {CANCEL}")

    assert desk.page.locator(FORM).count() == 0
    assert desk.focused("href") == link.get_attribute("href")

    with desk.settled():
        link.click()
    desk.page.locator(f"{FORM} [name=text]").press_sequentially("Nytt mål")
    desk.page.click(f"{FORM} {CANCEL}")
    desk.page.locator("#kept").wait_for()


def test_a_refused_form_stays_and_leads_to_the_fault(desk):
    form = desk.open_form(GOAL)
    form.locator("[name=text]").fill("")
    with desk.settled():
        form.locator(SAVE).click()

    assert desk.page.locator(f"{FORM} .errorlist").count() == 1
    assert desk.focused("aria-invalid") == "true"


def test_what_is_written_elsewhere_survives_what_is_done_meanwhile(desk):
    text = desk.open_form(TEXT).get_attribute("id")
    desk.page.keyboard.type("Halvskrivet ")
    editor = desk.page.locator(f"{FORM} {EDITOR}")

    for selector, button in ((GOAL, CANCEL), (GOAL, SAVE), (".add[href$='/section/ny/']", SAVE)):
        other = desk.open_form(selector)
        if selector != GOAL:
            other.locator("[name=heading]").fill("Ett nytt avsnitt")
        with desk.settled():
            other.locator(button).click()
        assert editor.inner_text().startswith("Halvskrivet "), (selector, button)
    with desk.settled():
        first = desk.goals()[0].removeprefix("goal-")
        desk.page.locator(f"#down-{first}").dispatch_event("click")
    assert editor.inner_text().startswith("Halvskrivet ")

    editor.press("End")
    with desk.settled():
        desk.page.click(f"{FORM} {SAVE}")
    assert desk.page.locator(FORM).count() == 0
    assert desk.texts(TEXT)[text].startswith("Halvskrivet ")
