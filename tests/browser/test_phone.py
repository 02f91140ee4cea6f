"""On a phone: the caret where one tapped, a bar of one row, and a menu that moves nothing."""

import pytest

from tests.browser.axe import faults
from tests.browser.places import CANCEL, COORDINATOR, DEMO_DRAFT, EDITOR, FORM, GOAL, SAVE, TEXT

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
CENTRE = "one => one.scrollIntoView({ block: 'center', behavior: 'instant' })"
#: The line that the caret stands in, between the buttons of the editor and those that save.
CARET = """() => {
  const { top, bottom } = getSelection().getRangeAt(0).getBoundingClientRect();
  const over = document.querySelector(".prose-menubar").getBoundingClientRect().bottom;
  const under = document.querySelector("form.edit > .actions").getBoundingClientRect().top;
  return over <= top && bottom <= under;
}"""


@pytest.fixture
def phone(visit):
    """The coordinator on a phone, with a draft of her own in front of her."""
    visitor = visit(COORDINATOR, **PHONE)
    visitor.start_draft()
    visitor.page.locator(".remark").first.wait_for(state="attached")
    return visitor


def test_a_text_opens_with_the_caret_where_one_tapped_and_in_view(phone):
    page = phone.page
    texts = page.locator(TEXT)
    block = max(texts.all(), key=lambda one: one.locator("p").count())
    last = block.locator("p").last
    last.evaluate(CENTRE)
    last.tap(position={"x": 60, "y": 10})
    block.locator(".tools a").first.tap()
    page.locator(f"{FORM} {EDITOR}:focus").wait_for()
    last_paragraph = page.locator(f"{FORM} {EDITOR} p").last.inner_text()
    assert page.evaluate(CARET)
    page.set_viewport_size({"width": 390, "height": 480})  # the keyboard comes
    page.wait_for_timeout(100)
    assert page.evaluate(CARET)

    page.keyboard.type("§")
    words = page.locator(f"{FORM} {EDITOR} p").last.inner_text()
    assert words.replace("§", "") == last_paragraph
    assert 0 < words.index("§") < len(last_paragraph)
    menu = page.locator(".prose-menubar")
    assert menu.bounding_box()["height"] < 60
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_text_opened_by_the_keys_elsewhere_has_the_caret_at_its_start(phone):
    page = phone.page
    page.locator(TEXT).first.tap(position={"x": 60, "y": 30})
    phone.open_form(page.locator(TEXT).nth(1).evaluate("one => `[id='${one.id}']`"))
    page.keyboard.type("§")

    assert page.locator(f"{FORM} {EDITOR}").inner_text().startswith("§")


def test_the_bar_stays_one_row_when_one_saves_and_searches(phone):
    page = phone.page
    bar = page.locator("#desk-bar")
    height = bar.bounding_box()["height"]
    assert height < 60
    form = phone.open_form(GOAL)
    with phone.settled():
        form.locator(SAVE).click()
    assert "Sparat" in bar.inner_text()
    assert bar.bounding_box()["height"] == height

    page.wait_for_timeout(600)  # the page comes to rest
    below = page.locator(".sheet").bounding_box()["y"]
    box = page.locator("[data-find]").bounding_box()
    page.touchscreen.tap(box["x"] + 10, box["y"] + 20)  # Playwright's own tap scrolls to a target
    page.keyboard.type("qqq")
    page.wait_for_timeout(600)
    assert bar.bounding_box()["height"] == height
    assert page.locator(".sheet").bounding_box()["y"] == below
    assert faults(page, "#desk-bar") == []


def test_in_a_window_as_narrow_with_a_mouse_what_is_told_stands_in_the_bar_whole(visit):
    visitor = visit(COORDINATOR, viewport=PHONE["viewport"])
    page = visitor.page
    visitor.start_draft()
    form = visitor.open_form(GOAL)
    form.locator("[name=text]").fill("Ett annat mål.")
    with visitor.settled():
        form.locator(SAVE).click()

    told = page.locator("#desk-bar .told [role=status]")
    assert "Sparat" in told.inner_text()
    assert told.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert told.bounding_box()["width"] > 70
    assert page.locator("#desk-bar").bounding_box()["height"] < 60


def test_the_contents_open_over_the_page_and_lead_to_a_section(phone):
    page = phone.page
    page.evaluate("scrollTo({ top: 3000, behavior: 'instant' })")
    page.locator("button.contents").tap()
    link = page.locator("nav.contents a").nth(1)
    assert link.bounding_box()["height"] >= 44
    assert faults(page, "nav.contents") == []
    anchor = link.get_attribute("href")
    link.tap()

    page.wait_for_timeout(600)
    assert not page.locator("nav.contents").is_visible()
    box = page.locator(anchor).bounding_box()
    assert 44 <= box["y"] < 422


def test_more_opens_above_the_bar_with_commenting_nearest_and_deleting_farthest(phone):
    page = phone.page
    block = page.locator(GOAL).nth(1)
    block.evaluate(CENTRE)
    block.tap(position={"x": 40, "y": 12})
    tools = block.locator(".tools")
    before = tools.bounding_box()
    tools.locator("summary").tap()

    assert tools.bounding_box() == before
    rows = [one.bounding_box()["y"] for one in tools.locator("details div > *").all()]
    assert rows == sorted(rows, reverse=True)
    assert rows[0] < before["y"]
    assert "Ta bort" in tools.locator("details div > *").last.inner_text()
    tools.locator("details button").tap()
    page.locator("[data-comment] textarea:focus").wait_for()
    page.locator(f"[data-comment] {CANCEL}").tap()


def test_a_comment_on_a_section_says_so_and_stands_where_it_was_written(phone):
    page = phone.page
    link = page.locator(".section .remark a", has_text="Syfte")
    link.evaluate(CENTRE)
    with phone.settled():
        link.tap()
    form = page.locator("[data-comment]")
    assert "Syfte" in form.locator(".about").inner_text()
    form.locator("textarea").fill("Är det här hela syftet?")
    top = form.bounding_box()["y"]
    with phone.settled():
        form.locator(SAVE).tap()

    thread = page.locator(".talk:visible .thread", has_text="Är det här hela syftet?")
    assert abs(thread.bounding_box()["y"] - top) < 30
    assert not page.title().startswith("Komment")


def test_what_was_missing_is_in_view_when_it_has_been_saved(phone):
    page = phone.page
    with phone.settled():
        page.locator("#side a[data-opens][href*='/party/']").first.tap()
    form = page.locator(FORM)
    form.locator("[name=registry_number]").fill("KS 2027/17")
    with phone.settled():
        form.locator(SAVE).tap()

    box = page.locator(".sheet", has_text="KS 2027/17").get_by_text("KS 2027/17").bounding_box()
    assert 44 < box["y"] < 800


def test_a_text_that_is_not_saved_is_told_of_where_it_stands(phone):
    page = phone.page
    phone.open_form(TEXT)
    page.keyboard.type("Halvskrivet ")
    page.wait_for_timeout(600)
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    mark = page.locator(".section .kept-here")
    with phone.settled():
        mark.locator("button").tap()

    assert page.locator(f"{FORM} {EDITOR}").inner_text().startswith("Halvskrivet ")
    assert mark.count() == 0


def test_escape_in_the_menu_of_the_editor_leads_back_to_the_text(visit):
    desk = visit(COORDINATOR)
    desk.start_draft()
    desk.open_form(TEXT)
    desk.page.click(".prose-menubar__selected")
    desk.page.locator(".prose-menubar__picker:popover-open").wait_for()
    desk.page.keyboard.press("Escape")

    desk.page.locator(f"{FORM} {EDITOR}:focus").wait_for()


def test_what_differs_comes_first_and_the_next_change_stays_in_reach(visit):
    visitor = visit(COORDINATOR, **PHONE)
    page = visitor.page
    page.goto(f"{visitor.find_agreement(DEMO_DRAFT)}jamfor/")
    assert page.locator(".compared").bounding_box()["y"] < 360
    assert page.locator(".texts select").first.is_hidden()

    for number in (1, 2, 3):
        page.locator(".to-and-fro [value='1']").tap()
        page.wait_for_url(f"**/#change-{number}")
    change = page.locator(".change:target").bounding_box()
    line = page.locator(".to-and-fro").bounding_box()
    assert line["y"] == 0
    assert line["height"] <= change["y"] < 200
    before = page.url
    page.locator(".to-and-fro [value='-1']").tap()
    page.wait_for_function("before => location.href !== before", arg=before)
    assert number_of(page.url) == number_of(before) - 1


def number_of(address):
    return int(address.rpartition("-")[2])


def test_the_contents_are_closed_by_what_opened_them_and_the_acts_take_the_width(phone):
    page = phone.page
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    for is_open in (True, False):
        page.locator(".desk-bar button.contents").tap()
        assert page.locator("#contents").is_visible() is is_open

    assert page.locator(".offers > a").bounding_box()["x"] <= 20


def test_the_history_begins_in_the_upper_half_with_its_choice_folded_until_something_is_chosen(
    visit,
):
    visitor = visit(COORDINATOR, **PHONE)
    page = visitor.page
    history = f"{visitor.find_agreement(DEMO_DRAFT)}historik/"
    page.goto(history)
    choice = page.locator(".list details.texts")
    assert choice.get_attribute("open") is None
    assert page.locator(".events li").first.bounding_box()["y"] < 422
    choice.locator("summary").tap()
    assert choice.locator("[name=vem]").is_visible()

    page.goto(f"{history}?fran=2020-01-01")
    assert page.locator(".list details.texts [name=vem]").is_visible()

    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(history)
    assert page.locator(".list details.texts [name=vem]").is_visible()
