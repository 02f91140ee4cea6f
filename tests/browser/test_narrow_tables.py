"""On a phone the rows of a table stand under each other, and each cell says its own head."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

#: A row that generates no box of its own shows its cells, whatever it is clipped to.
IS_SHOWN = """row => {
  const { display, clipPath } = getComputedStyle(row);
  return display === "contents" || (display !== "none" && clipPath !== "inset(50%)");
}"""


@pytest.mark.parametrize("name", ["signed agreement", "draft"])
@pytest.mark.parametrize(("width", "shown"), [(1440, True), (820, True), (390, False)])
def test_the_row_of_heads_is_shown_only_where_the_cells_stand_beside_each_other(
    enter, name, width, shown
):
    page = enter(name).page
    page.set_viewport_size({"width": width, "height": 844})

    heads = page.eval_on_selector_all(
        ":is(.seats, .duties) > :is(thead, .head)", f"rows => rows.map({IS_SHOWN})"
    )

    assert heads
    assert set(heads) == {shown}
