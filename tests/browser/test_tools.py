"""The tools of a block never cover text, come when one hovers or focuses, and fit a finger."""

import pytest

from tests.browser.axe import faults
from tests.browser.places import COORDINATOR, DEMO_DRAFT, EDITOR, FORM, GOAL, SAVE, TEXT

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}

#: Which tools lie over which text when they are shown with their menu opened, block by block. Those
#: that stand at the end of the window do so by nature, as the buttons of a form.
COVERED = """() => {
  const texts = () => {
    const boxes = [];
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || parent.closest(".tools, .visually-hidden, .adds, .count")) continue;
      if (!parent.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) boxes.push([box, node.data.trim().slice(0, 40)]);
    }
    return boxes;
  };
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
  return [...document.querySelectorAll(".desk .tools")].flatMap(tools => {
    if (getComputedStyle(tools).position === "fixed") return [];
    tools.querySelector("a").focus({ preventScroll: true });
    for (const menu of tools.querySelectorAll("details")) menu.open = true;
    const shown = tools.getBoundingClientRect();
    return texts().filter(([box]) => over(shown, box))
      .map(([, text]) => `${tools.parentElement.id} covers “${text}”`);
  });
}"""

#: Tools that are less than 24 px wide or high, or 44 px high where a finger is the mouse.
SMALL = """least => [...document.querySelectorAll(".tools :is(a, button, summary), .add, .toc a")]
  .filter(one => one.checkVisibility())
  .map(one => [one.getBoundingClientRect(), one])
  .filter(([box]) => box.height < least || box.width < 24).map(([, one]) => one.outerHTML)"""


def middle(locator):
    """The point that a pointer aims at."""
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def open_draft(visitor):
    """Open the demo's draft, which nobody changes here."""
    visitor.go(visitor.find_agreement(DEMO_DRAFT))
    return visitor.page


def test_the_tools_cover_no_text(visit):
    page = open_draft(visit(COORDINATOR))

    for width in (1000, 1240, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(COVERED) == [], width


def test_the_tools_come_to_the_pointer_and_to_the_focus(visit):
    page = open_draft(visit(COORDINATOR))
    block = page.locator(GOAL).nth(1)
    tools = block.locator(".tools")
    assert tools.evaluate("one => getComputedStyle(one).opacity") == "0"

    block.hover()
    page.wait_for_timeout(400)
    assert tools.evaluate("one => getComputedStyle(one).opacity") == "1"
    page.mouse.move(*middle(tools.locator("a").first), steps=20)
    page.wait_for_timeout(400)
    page.mouse.move(*middle(tools.locator("summary")), steps=5)
    page.mouse.down()
    page.mouse.up()
    assert tools.locator("details").get_attribute("open") is not None
    assert faults(page, ".tools:has(details[open])") == []  # the menu lies over the margin

    page.mouse.move(0, 0)
    other = page.locator(TEXT).first.locator(".tools")
    other.locator("a").first.focus()
    page.wait_for_timeout(200)
    assert other.evaluate("one => getComputedStyle(one).opacity") == "1"


def test_a_finger_finds_every_tool(visit):
    page = open_draft(visit(COORDINATOR, **PHONE))

    assert page.locator(f"{GOAL} .tools a").first.is_visible()
    assert page.evaluate(SMALL, 44 - 12) == []
    assert page.evaluate(COVERED) == []


#: Where each block begins on the page, and how long the page is.
PLACES = """() => [document.documentElement.scrollHeight, scrollY, ...[...document
  .querySelectorAll(".block")].map(one => one.getBoundingClientRect().top)].map(Math.round)"""


@pytest.mark.parametrize("width", [390, 820])
def test_a_tap_moves_nothing_and_brings_the_tools_to_where_they_are_seen(visit, width):
    page = open_draft(visit(COORDINATOR, **PHONE | {"viewport": {"width": width, "height": 844}}))
    page.locator(".count").first.wait_for()  # the comments have come to their places
    for block in (page.locator(TEXT).nth(2), page.locator(GOAL).nth(1)):
        block.evaluate("one => one.scrollIntoView({ block: 'center', behavior: 'instant' })")
        before = page.evaluate(PLACES)
        block.tap(position={"x": 40, "y": 12})
        assert page.evaluate(PLACES) == before
        edit = block.locator(".tools a").first
        assert edit.evaluate("one => one === document.activeElement")
        box = edit.bounding_box()
        assert 44 < box["y"] <= 844 - box["height"]
    block.locator(".tools summary").tap()
    assert page.evaluate(PLACES) == before
    assert faults(page, ".tools:has(details[open])") == []


@pytest.mark.parametrize("options", [{}, PHONE], ids=["desk", "phone"])
def test_the_buttons_of_the_editor_stay_under_the_bar(visit, options):
    visitor = visit(COORDINATOR, **options)
    page = open_draft(visitor)
    page.set_viewport_size({"width": page.viewport_size["width"], "height": 420})
    form = visitor.open_form(TEXT)
    # On a phone the search lies over the bar and reaches further down.
    page.locator("[data-find]").click()
    page.wait_for_timeout(100)
    surface = form.locator(EDITOR)
    surface.evaluate("""one => scrollTo({
      top: scrollY + one.getBoundingClientRect().bottom - innerHeight, behavior: "instant" })""")
    page.wait_for_timeout(100)
    under = page.evaluate("""Math.max(...[...document.querySelectorAll("#desk-bar, #desk-bar form")]
      .map(one => one.getBoundingClientRect().bottom))""")
    buttons = form.locator(".prose-menubar").bounding_box()

    assert surface.bounding_box()["y"] < under
    assert abs(buttons["y"] - under) < 2


def test_escape_closes_the_menu_of_a_block_and_keeps_the_place(visit):
    page = open_draft(visit(COORDINATOR))
    menu = page.locator(TEXT).first.locator(".tools details")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")

    assert menu.get_attribute("open") is None
    assert menu.locator("summary").evaluate("one => one === document.activeElement")


def test_the_menu_of_a_phone_opens_and_leads_on(visit):
    page = open_draft(visit(COORDINATOR, **PHONE))
    page.tap(".menu summary")
    panel = page.locator(".menu .panel")
    assert panel.bounding_box()["width"] == 390
    assert faults(page) == []

    page.keyboard.press("Escape")
    assert not panel.is_visible()
    page.tap(".menu summary")
    with page.expect_navigation():
        panel.locator(".rooms a").first.tap()
    assert page.url.endswith("/trygg-i-lulea/")


def test_the_account_menu_opens_and_closes(visit):
    page = open_draft(visit(COORDINATOR))
    page.click(".me summary")
    assert page.locator(".me .panel form").first.is_visible()
    assert faults(page) == []
    page.mouse.click(700, 600)
    assert not page.locator(".me .panel").is_visible()


@pytest.mark.parametrize("options", [{}, PHONE], ids=["desk", "phone"])
def test_forms_opened_in_place_are_accessible(visit, options):
    visitor = visit(COORDINATOR, **options)
    page = open_draft(visitor)
    goal = visitor.open_form(GOAL)
    visitor.open_form(TEXT)
    visitor.open_form(".party > .block")
    goal.locator("[name=text]").fill("")
    with visitor.settled():
        goal.locator(SAVE).click()

    assert page.locator(FORM).count() == 3
    assert page.locator(f"{FORM} .errorlist").count() == 1
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
