"""The page follows the reader and the writer: contents, titles, fields in view."""

import pytest

from tests.browser.places import COORDINATOR, FORM, SAVE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

CURRENT = "document.querySelector('.toc [aria-current]').hash.slice(1)"
#: How far a field with the focus reaches behind the buttons of its form.
COVERED = """() => {
  const field = document.activeElement;
  const buttons = field.closest("form.edit")?.querySelector(":scope > .actions");
  if (!buttons || buttons.contains(field)) return 0;
  return field.getBoundingClientRect().bottom - buttons.getBoundingClientRect().top;
}"""


@pytest.fixture
def desk(visit):
    """The coordinator with a draft of her own in front of her."""
    visitor = visit(COORDINATOR)
    visitor.start_draft()
    return visitor


def test_the_contents_mark_where_one_writes_and_both_ends_of_the_page(desk):
    sections = desk.page.eval_on_selector_all(".text .section", "all => all.map(one => one.id)")
    listed = desk.page.eval_on_selector_all(".toc a", "all => all.map(one => one.hash.slice(1))")
    assert desk.page.evaluate(CURRENT) == listed[0]

    desk.page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    desk.page.locator(f".toc [aria-current][href$='#{listed[-1]}']").wait_for()

    form = desk.open_form(".section:has(.parties) .party > .block")
    inside = form.evaluate("form => form.closest('.section').id")
    assert inside in sections
    desk.page.locator(f".toc [aria-current][href$='#{inside}']").wait_for()


def test_the_way_here_has_the_new_title_as_soon_as_it_is_saved(desk):
    desk.open_form(".front")
    desk.page.fill(f"{FORM} [name=title]", "Ett nytt namn")
    with desk.settled():
        desk.page.click(f"{FORM} {SAVE}")

    assert desk.page.locator(".crumbs [aria-current]").inner_text().startswith("Ett nytt namn")


@pytest.mark.parametrize("width", [1280, 820, 390])
def test_no_field_that_one_comes_to_by_keyboard_is_behind_the_buttons(desk, width):
    desk.page.set_viewport_size({"width": width, "height": 700})
    desk.open_form(".front")

    for _step in range(25):
        desk.page.keyboard.press("Tab")
        assert desk.page.evaluate(COVERED) <= 0, desk.focused("name")
