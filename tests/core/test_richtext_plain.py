"""Rich text as plain text, and its headings under a section."""

import pytest

from core.richtext import normalise, plain, shift_headings


def test_a_blank_line_between_blocks_and_dashes_before_items():
    html = normalise("<h2>Mål</h2><p>Vi ska:</p><ul><li>öka<li>minska</ul><p>Slut &amp; klart</p>")
    assert plain(html) == "Mål\n\nVi ska:\n\n- öka\n- minska\n\nSlut & klart"


def test_numbered_and_nested_items():
    html = normalise("<ol><li>a<ul><li>b<li>c</ul><li>d<p>e<br>f</p></ol><ul><li>g</ul>")
    assert plain(html) == "1. a\n  - b\n  - c\n2. d\n\n  e\n  f\n- g"


def test_an_item_without_own_text_goes_on_in_its_list():
    assert plain("<ul><li><ul><li><p>a</p></li></ul></li></ul>") == "  - a"


@pytest.mark.parametrize(
    ("html", "level", "shifted"),
    [
        ("<h3>a</h3><h4>b</h4><h3>c</h3>", 2, "<h3>a</h3><h4>b</h4><h3>c</h3>"),
        ("<h3>a</h3><h4>b</h4>", 3, "<h4>a</h4><h5>b</h5>"),
        ("<h4>a</h4><h3>b</h3><h4>c</h4>", 2, "<h3>a</h3><h3>b</h3><h4>c</h4>"),
        ("<h3>a</h3><h4>b</h4>", 5, "<h6>a</h6><h6>b</h6>"),
        ("<p>h3</p>", 2, "<p>h3</p>"),
    ],
)
def test_headings_follow_the_level_of_their_section(html, level, shifted):
    assert shift_headings(html, level) == shifted
