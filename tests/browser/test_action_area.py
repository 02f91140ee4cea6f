"""The page of an agreement: what can be done stays in reach, and the sheet begins early."""

import pytest

from tests.browser.axe import faults
from tests.browser.places import COORDINATOR, READER, SIGNED_PERIOD

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
TABLET = {"viewport": {"width": 820, "height": 1180}, "has_touch": True}
DESK = {"viewport": {"width": 1440, "height": 900}}
WINDOWS = pytest.mark.parametrize(
    "window",
    [
        pytest.param(PHONE, id="390"),
        pytest.param(TABLET, id="820"),
        pytest.param(DESK, id="1440"),
    ],
)
FIRST = ".offers > a.ds-button"
TO_END = "scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })"
#: What lies at the middle of an element is the element itself or something in it.
IS_ON_TOP = """one => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return one.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}"""


@WINDOWS
def test_what_leads_on_is_in_reach_at_the_end_of_a_long_agreement(visit, window):
    karin = visit(COORDINATOR, **window)
    karin.start_draft()
    page = karin.page
    assert page.locator(FIRST).inner_text() == "Dela"
    page.evaluate(TO_END)
    page.wait_for_timeout(200)

    assert page.evaluate("scrollY") > 3000
    assert page.locator(FIRST).evaluate(IS_ON_TOP)
    if window is not DESK:  # where it lies over the end of the window, the page ends above it
        end, area = page.locator("#side").bounding_box(), page.locator(".offers").bounding_box()
        assert end["y"] + end["height"] <= area["y"]
    page.locator(".offers summary").click()
    last = page.locator(".offers li a").last
    last.scroll_into_view_if_needed()
    assert last.evaluate(IS_ON_TOP)
    assert faults(page, "#desk-bar") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("Escape")
    assert not last.is_visible()
    assert page.evaluate("document.activeElement.matches('.offers summary')")


@WINDOWS
@pytest.mark.parametrize("who", [COORDINATOR, READER])
def test_contents_and_status_are_offered_once(visit, window, who):
    visitor = visit(who, **window)
    visitor.go(visitor.find_agreement(SIGNED_PERIOD))
    page = visitor.page

    contents = page.locator("button.contents, nav.toc").filter(visible=True)
    assert contents.count() == 1
    begins = page.locator("#side").bounding_box()["y"]
    led_to = page.locator("a[href='#side']").filter(visible=True).count()
    assert led_to == (1 if begins > window["viewport"]["height"] else 0)
    assert page.locator(".glance").count() == 0


def test_on_a_phone_the_sheet_begins_in_the_first_third(visit):
    for start in (lambda one: one.start_draft(), lambda one: one.find_agreement(SIGNED_PERIOD)):
        karin = visit(COORDINATOR, **PHONE)
        karin.go(start(karin))

        assert karin.page.locator(".sheet").bounding_box()["y"] <= 844 / 3


def test_on_a_phone_a_comparison_begins_in_the_first_third(visit):
    karin = visit(COORDINATOR, **PHONE)
    karin.go(f"{karin.find_agreement(SIGNED_PERIOD)}jamfor/")

    assert karin.page.locator(".sheet").bounding_box()["y"] <= 844 / 3


def test_on_a_phone_the_parties_share_a_line_above_the_title(visit):
    reader = visit(READER, **PHONE)
    reader.go(reader.find_agreement(SIGNED_PERIOD))
    first, second = (
        reader.page.locator(".masthead .organisation").nth(n).bounding_box() for n in (0, 1)
    )
    title = reader.page.locator(".sheet h1").bounding_box()

    assert first["y"] == second["y"]
    assert title["y"] + title["height"] < 844 * 3 / 4
    assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_to_a_guest_the_sheet_begins_in_the_first_third_too_and_the_answer_is_in_reach(enter):
    page = enter("draft, as asked").page
    page.set_viewport_size(PHONE["viewport"])
    page.reload()  # the contents fold as the page opens
    assert page.locator(".sheet").bounding_box()["y"] <= 844 / 3

    page.evaluate("scrollTo({ top: 2000, behavior: 'instant' })")
    answer = page.locator(".to-answer > a")
    assert answer.evaluate(IS_ON_TOP)
    answer.click()
    page.wait_for_timeout(300)
    assert 0 <= page.locator("#answer").bounding_box()["y"] < 844


def test_what_is_touched_on_a_phone_is_as_large_as_a_finger(visit):
    karin = visit(COORDINATOR, **PHONE)
    karin.start_draft()
    karin.page.locator(".offers summary").tap()

    for one in karin.page.locator(".offers :is(a, summary)").all():
        assert one.bounding_box()["height"] >= 44


def test_by_keyboard_what_can_be_done_comes_before_the_text(visit):
    karin = visit(COORDINATOR)
    karin.start_draft()
    follows = """() => {
      const after = (one, other) => one.compareDocumentPosition(other) & 4;
      const [first, more, sheet] = [".offers a", ".offers summary", ".sheet"].map((one) =>
        document.querySelector(one));
      return after(first, more) && after(more, sheet);
    }"""

    assert karin.page.evaluate(follows)


def test_after_undo_the_bar_offers_to_redo(visit):
    karin = visit(COORDINATOR)
    karin.start_draft()
    page = karin.page
    form = karin.open_form(".goals .block.goal")
    form.locator("[name=text]").fill("Ett annat mål")
    with karin.settled():
        form.locator(".actions [type=submit]").click()
    assert not page.locator("[data-make-again]").is_visible()
    with karin.settled():
        page.locator("[data-take-back]").click()
    page.locator("[data-make-again]:visible").wait_for()
    assert "Ett annat mål" not in page.locator(".sheet").inner_text()
    with karin.settled():
        page.locator("[data-make-again]").click()

    page.locator(".sheet", has_text="Ett annat mål").wait_for()
    assert "Gjort om" in page.locator("#desk-bar").inner_text()
