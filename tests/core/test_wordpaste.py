"""What other programs put on the clipboard, as the HTML that it means."""

import pytest

from core.richtext import normalise
from core.wordpaste import as_meant
from desk.forms.fields import RichTextField
from tests.clipboards import PROGRAMS, nested


@pytest.mark.parametrize("program", PROGRAMS)
def test_lists_headings_and_emphasis_become_elements(program):
    html, meant = PROGRAMS[program]

    assert normalise(as_meant(html)) == meant


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_text_that_is_saved_as_it_was_pasted_is_kept_as_it_was_meant(program):
    html, meant = PROGRAMS[program]

    assert RichTextField().clean(html) == meant


def test_html_of_our_own_is_left_alone():
    html = "<p>Rådet <strong>leder</strong></p><ul><li><p>ett</p></li></ul><p>a < b</p>"

    assert as_meant(html) is html


def test_a_list_changes_its_kind_and_ends_where_other_text_begins():
    item = "<p style='mso-list:l0 level{}'><span style='mso-list:Ignore'>{}</span>{}</p>".format
    html = item(1, "1.", "ett") + item(1, "·", "två") + "<p>text</p>" + item(2, "a)", "tre")

    assert normalise(as_meant(html)) == (
        "<ol><li><p>ett</p></li></ol><ul><li><p>två</p></li></ul><p>text</p>"
        "<ol><li><p>tre</p></li></ol>"
    )


@pytest.mark.parametrize(
    "html",
    [
        "<!--" * 50_000, "mso<p '" * 40_000, "<span style='" * 20_000, "mso" + "<" * 60_000,
        "<p style='mso-list:l0 level1'>" * 8_000, "<del>" * 40_000, "<p class=MsoToc1>" * 14_000,
        nested(5_000, "b"), nested(5_000, "div", "mso-x:y"), "<![if !supportLists]>" * 10_000,
    ],
    ids=range(10),
)  # fmt: skip
def test_broken_and_hostile_html_comes_out_as_no_more_than_went_in(html):
    assert len(as_meant(html)) <= len(html) + 100
