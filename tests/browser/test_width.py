"""Forms and redlines use the width of the window: nothing hangs at its left side."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

#: How far from the middle the page's own part of the window is, how much of it is empty at the
#: right of everything in it, and how much of the window it takes up.
MEASURED = """() => {
  const main = document.querySelector("main");
  const { left, right } = main.getBoundingClientRect();
  const all = main.querySelectorAll(":scope > *, .narrow > *, .beside > *");
  const last = Math.max(...[...all].map((one) => one.getBoundingClientRect().right));
  return {
    aside: Math.abs(left - (document.documentElement.clientWidth - right)),
    empty: right - parseFloat(getComputedStyle(main).paddingRight) - last,
    share: (right - left) / innerWidth,
  };
}"""
FORMS = [
    "replace words",
    "compare",
    "what was changed",
    "proposed wording",
    "letterhead",
    "from a template, refused",
    "share",
    "registration",
    "edit duty",
    "move goal",
]


@pytest.mark.parametrize("width", [820, 1440])
@pytest.mark.parametrize("name", FORMS)
def test_a_form_or_a_redline_stands_in_the_middle_and_fills_its_part_of_the_window(
    enter, name, width
):
    page = enter(name).page
    page.set_viewport_size({"width": width, "height": 900})

    found = page.evaluate(MEASURED)
    assert found["aside"] <= 2
    assert found["empty"] <= 2
    assert found["share"] >= 0.65
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_is_sought_stays_in_view_beside_the_places(enter):
    page = enter("replace words").page
    page.set_viewport_size({"width": 1440, "height": 500})
    page.locator(".places li").last.scroll_into_view_if_needed()

    asked, places = (page.locator(one).bounding_box() for one in (".asked", ".places"))
    assert 0 <= asked["y"] < 500
    assert asked["x"] + asked["width"] < places["x"]


def test_what_is_short_in_a_form_stands_side_by_side(enter):
    page = enter("from a template, refused").page
    first, last = (
        page.locator(f"[name={name}]").bounding_box() for name in ("valid_from", "valid_to")
    )

    assert first["y"] == last["y"]
