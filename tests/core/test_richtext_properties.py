"""What holds for any rich text at all, and how long it may take."""

import re
import time
import unicodedata
from html import escape

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.richtext import normalise, paragraph, plain, shift_headings
from core.richtext_shape import Run

TAGS = ["p", "div", "ul", "ol", "li", "strong", "b", "em", "i", "a", "h1", "h3", "h4", "h6"]
TAGS += ["blockquote", "table", "td", "span", "script", "font"]
ALLOWED = {"p", "ul", "ol", "li", "strong", "em", "a", "h3", "h4", "blockquote", "br"}
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(
        ["<br>", "<hr>", "<img src=x>", "<a href='/x'>", "<a href='#ö\u0338'>", "<!--"]
    ),
    st.sampled_from(
        [" ", "\n", "\u00a0", "\u0338", "\u2add\u0338", "e", "\u0301", "&lt;", "&", "<"]
    ),
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=4),
)
HTML = st.lists(PIECES, max_size=30).map("".join)


RUNS = st.lists(
    st.builds(
        Run,
        st.text(
            st.one_of(
                st.sampled_from(" \n\tå&<>\"'\u00a0\u0338\u0301e"),
                st.characters(exclude_categories=["Cc", "Cs", "Cn"]),
            ),
            max_size=6,
        ),
        st.frozensets(st.sampled_from([("em", ""), ("strong", "")]), max_size=2).flatmap(
            lambda marks: st.sampled_from(
                [marks, marks | {("a", "https://umea.se/?a=1&b=2")}, marks | {("a", "data:,")}]
            )
        ),
    ),
    max_size=6,
)


def written(run):
    """The HTML that says a run, as a browser gives it when it is copied."""
    text = escape(run.text).replace("\n", "<br>")
    for tag, href in sorted(run.marks):
        attribute = f' href="{escape(href)}"' if href else ""
        text = f"<{tag}{attribute}>{text}</{tag}>"
    return text


@given(RUNS)
def test_a_paragraph_of_runs_is_what_normalising_their_html_gives(runs):
    html = "".join(written(run) for run in runs)
    assert paragraph(runs) == normalise(f"<p>{html}</p>")


@given(HTML)
def test_normalising_again_changes_nothing_and_nothing_unsafe_is_left(html):
    normal = normalise(html)
    assert normalise(normal) == normal
    assert unicodedata.normalize("NFC", normal) == normal
    assert set(re.findall(r"</?([a-z0-9]+)", normal)) <= ALLOWED
    cleaned = nh3.clean(normal, tags=ALLOWED, attributes={"a": {"href"}}, link_rel=None)
    assert cleaned.replace("&nbsp;", "\u00a0") == normal


@given(HTML)
def test_the_editors_own_shape_is_kept(html):
    normal = normalise(html)
    # What the editor adds on its way: a paragraph first in a list item, a break in empty ones.
    edited = normal.replace("<li><ul>", "<li><p><br></p><ul>") + "<p></p>"
    assert normalise(edited) == normal


@given(HTML, st.integers(1, 6))
def test_shifted_headings_skip_no_level(html, level):
    shifted = shift_headings(normalise(html), level)
    previous = level
    for number in re.findall(r"<h(\d)>", shifted):
        assert level < int(number) <= previous + 1 or int(number) == 6
        previous = int(number)


@given(HTML)
def test_plain_text_has_every_word_and_no_markup(html):
    normal = normalise(html)
    text = plain(normal)
    words = re.sub(r"<[^>]+>", " ", normal).replace("&lt;", "<").replace("&gt;", ">")
    words = words.replace("&amp;", "&")
    for word in words.split():
        assert word in text


HOSTILE = {
    "prose": "<p>Hej på dig, <strong>alla</strong> barn.</p>\n" * 2100,
    "spans": "<span>" * 5000 + "a" + "</span>" * 5000,
    "bold": "<b>x" * 25_000,
    "lists": "<ul><li>a" * 5000,
    "quotations": "<blockquote>" * 5000 + "a",
    "distinct inline tags reopened": "<p>"
    + "".join(f"<b i={n}>" for n in range(4000))
    + "<p>x" * 10_000,
    "unclosed quotes": '<b "' * 25_000,
    "comments": "<!--" * 25_000,
    "breaks": "a<br>" * 20_000,
    "links": "<a href=x>" * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hundred_thousand_characters_take_less_than_a_second(name):
    start = time.process_time()
    normalise(HOSTILE[name])
    assert time.process_time() - start < 6
