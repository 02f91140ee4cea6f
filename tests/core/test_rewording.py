"""Words found as a reader sees them, and replaced without losing emphasis, lists or links."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from core.rewording import Sought
from core.richtext import MAX_LENGTH, normalise, plain

ALL = range(1000)


@pytest.mark.parametrize(
    ("sought", "text", "found"),
    [
        (Sought("polisen", ""), "Polisen och lokalpolisen", ["Polisen", "polisen"]),
        (Sought("polisen", "", match_case=True), "Polisen, polisen", ["polisen"]),
        (Sought("polis", "", whole_words=True), "polis, polisen, lokal\u00adpolis", ["polis"]),
        (Sought("tryggheten", ""), "trygg\u00adheten", ["trygg\u00adheten"]),
        (Sought("lag (2023:196)", ""), "Lag\u00a0(2023:196)", ["Lag\u00a0(2023:196)"]),
        (Sought("ett två", ""), "ett\ntvå", []),
        (Sought("a.c", ""), "abc", []),
        (Sought(" ", ""), "a b", []),
        # What says already what would come in its place is left alone.
        (Sought("polisen", "Polisen"), "Polisen, polisen", ["polisen"]),
        (Sought("avtal", "avtal"), "Avtal, avtal", []),
    ],
)
def test_what_a_reader_sees_is_found(sought, text, found):
    assert [hit.found for hit in sought.hits(text)] == found


def test_the_words_around_are_whole_and_of_the_same_line():
    (hit,) = Sought("mitt", "").hits(f"Över\n{'ord ' * 40}mitt {'ord ' * 40}\nUnder")

    assert hit.before.startswith("…ord ")
    assert hit.after.endswith(" ord…")
    assert "Över" not in hit.before
    assert "Under" not in hit.after


def test_only_what_is_chosen_is_replaced():
    sought = Sought("rådet", "Styrgruppen & co")

    assert sought.replaced("Rådet, rådet, rådet", {0, 2}) == (
        "Styrgruppen & co, rådet, Styrgruppen & co"
    )
    assert sought.replaced_in_rich("<p>Rådet, rådet</p><ul><li><p>rådet</p></li></ul>", {1, 2}) == (
        "<p>Rådet, Styrgruppen &amp; co</p><ul><li><p>Styrgruppen &amp; co</p></li></ul>"
    )


@pytest.mark.parametrize(
    ("sought", "after"),
    [
        (Sought("rådet", "styrgruppen"), "Styrgruppen möts. Och styrgruppen."),
        (Sought("Rådet", "styrgruppen"), "styrgruppen möts. Och styrgruppen."),
        (Sought("rådet", "styrgruppen", match_case=True), "Rådet möts. Och styrgruppen."),
        (Sought("rådet", "Brå"), "Brå möts. Och Brå."),
    ],
)
def test_a_sentence_goes_on_beginning_with_a_capital(sought, after):
    assert sought.replaced("Rådet möts. Och rådet.", ALL) == after


@pytest.mark.parametrize(
    ("html", "after"),
    [
        (
            "<p>Det <strong>lokala rådet</strong> är</p>",
            "<p>Det <strong>Styrgruppen</strong> är</p>",
        ),
        ("<p>Det lokala <em>rådet</em> är</p>", "<p>Det Styrgruppen är</p>"),
        ("<p>Det <em>lokala</em> rådets</p>", "<p>Det <em>Styrgruppen</em>s</p>"),
        (
            '<p><a href="https://bra.se">lokala rådet</a></p>',
            '<p><a href="https://bra.se">Styrgruppen</a></p>',
        ),
        ("<p>lokala<br>rådet</p>", "<p>lokala<br>rådet</p>"),
        ("<p>lokala</p><p>rådet</p>", "<p>lokala</p><p>rådet</p>"),
        ("<h3>Lokala rådet</h3><p>R&amp;D</p>", "<h3>Styrgruppen</h3><p>R&amp;D</p>"),
    ],
)
def test_the_new_words_look_like_the_first_letter_of_the_old(html, after):
    assert Sought("lokala rådet", "Styrgruppen").replaced_in_rich(html, ALL) == after


def test_words_are_deleted_with_the_space_they_leave():
    assert Sought("lokala", "").replaced_in_rich("<p>Det lokala rådet</p>", ALL) == (
        "<p>Det rådet</p>"
    )


def test_markup_is_neither_found_nor_made():
    html = '<p><strong>p</strong> <a href="https://strong.se">länk</a></p>'

    assert Sought("strong", "em").hits_in_rich(html) == []
    assert Sought("länk", "<em>").replaced_in_rich(html, ALL).endswith("&lt;em&gt;</a></p>")


def test_a_text_that_becomes_too_long_is_refused():
    with pytest.raises(ValidationError):
        Sought("a", "b" * 300).replaced_in_rich(f"<p>{'a' * (MAX_LENGTH // 200)}</p>", range(10**6))


@given(st.text(alphabet="ab <>&\u00ad", max_size=40), st.sampled_from(["a", "ab", "b a"]))
def test_rich_text_says_afterwards_what_plain_text_would(text, words):
    html = normalise(f"<p>{text.replace('&', '&amp;').replace('<', '&lt;')}</p>")
    sought = Sought(words, "X")

    assert plain(sought.replaced_in_rich(html, ALL)) == sought.replaced(plain(html), ALL)
