"""Two edits of one paragraph are put together by sentence and word, and nothing is lost."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.merge import as_written, saved_first
from core.merge_words import merge_texts, merge_words
from core.richtext import normalise, plain
from core.richtext_blocks import join, split
from core.words import Word, paragraphs_of, words_of
from tests.core.test_richtext_properties import HTML

BASE = "Parterna möts två gånger per år. De talar."
TEXTS = st.lists(st.sampled_from(["möts", "De", "ofta", "i", ".", ","]), max_size=9).map(" ".join)


def put(base, saved, written):
    """The text that two edits that do not meet become."""
    pieces = merge_words([base], [saved], [written])
    assert not any(piece.is_conflict for piece in pieces)
    return "\n\n".join(saved_first(pieces))


def put_html(base, saved, written):
    """The rich text that two edits become, and whether they met."""
    text, pieces = merge_texts(base, saved, written)
    return text, any(piece.is_conflict for piece in pieces)


def in_the_box(base, saved, written):
    """What is offered to whoever has to choose."""
    pieces = merge_words([base], [saved], [written])
    assert any(piece.is_conflict for piece in pieces)
    assert as_written(pieces) == [written]
    return "\n\n".join(saved_first(pieces))


def test_words_that_both_added_in_different_places_are_joined():
    one = BASE.replace("möts", "möts alltid")
    other = BASE.replace("per år", "per år i Luleå")

    assert put(BASE, one, other) == ("Parterna möts alltid två gånger per år i Luleå. De talar.")
    assert put(BASE, f"Här står: {BASE}", f"{BASE} De skriver.") == (
        f"Här står: {BASE} De skriver."
    )


def test_different_sentences_are_each_taken_from_the_one_who_changed_it():
    assert put(BASE, BASE.replace("två", "fyra"), BASE.replace("De talar.", "De skriver.")) == (
        "Parterna möts fyra gånger per år. De skriver."
    )
    assert put(BASE, BASE.replace(" De talar.", ""), BASE.replace("möts", "ses")) == (
        "Parterna ses två gånger per år."
    )


@pytest.mark.parametrize(
    ("saved", "written", "joined"),
    [
        ("fyra gånger", "två möten", None),  # words next to each other
        (
            "fyra gånger",
            "två gånger om året",
            "Parterna möts fyra gånger om året per år. De talar.",
        ),
        ("alltid två gånger", "ofta två gånger", None),  # put in at the same place
        ("fyra gånger", "fyra gånger", "Parterna möts fyra gånger per år. De talar."),
    ],
)
def test_where_a_person_reads_it_first_words_that_stand_apart_are_joined(saved, written, joined):
    one, other = (BASE.replace("två gånger", words) for words in (saved, written))

    pieces = merge_words([BASE], [one], [other], is_read=True)

    assert any(piece.is_conflict for piece in pieces) == (joined is None)
    if joined:
        assert saved_first(pieces) == [joined]


def test_the_same_words_in_the_same_place_come_once():
    one = BASE.replace("per år", "per år i Luleå")

    assert put(BASE, one, one.replace("De talar", "De talar ofta")) == (
        "Parterna möts två gånger per år i Luleå. De talar ofta."
    )
    assert put(BASE, f"{BASE} Klart.", f"Nu. {BASE} Klart.") == f"Nu. {BASE} Klart."


def test_sentences_that_both_added_in_the_same_place_stand_after_one_another():
    assert put(BASE, f"{BASE} De skriver.", f"{BASE} De läser.") == f"{BASE} De skriver. De läser."


def test_words_that_met_are_asked_about_and_only_they_stand_twice():
    assert in_the_box(BASE, BASE.replace("två", "fyra"), BASE.replace("två", "sex")) == (
        BASE.replace("två", "fyra sex")
    )
    assert in_the_box(BASE, BASE.replace("möts", "möts ofta"), BASE.replace("möts", "möts ej")) == (
        BASE.replace("möts", "möts ofta ej")
    )


def test_two_replaced_words_of_one_sentence_are_asked_about_but_not_doubled():
    one, other = BASE.replace("två", "fyra"), BASE.replace("per år", "i månaden")

    assert in_the_box(BASE, one, other) == "Parterna möts fyra gånger i månaden. De talar."


def test_a_sentence_that_both_rewrote_all_over_stands_twice_whole():
    one, other = "Alla ses två dagar per vecka.", "Ingen sover två nätter per månad."

    assert in_the_box("Parterna möts två gånger per år.", one, other) == f"{one} {other}"


def test_a_paragraph_that_one_deleted_is_asked_about():
    (piece,) = merge_words([BASE], [], [f"{BASE} De skriver."])

    assert piece.is_conflict


def test_marks_links_line_ends_and_list_items_are_kept():
    base = "<p>Ett <strong>två tre</strong> fyra.<br>Fem</p><ul><li><p>sex sju</p></li></ul>"
    saved = base.replace("två tre", "två och tre").replace("sju", "sju åtta")
    written = base.replace("Fem", 'Fem <a href="/mer">med mer</a>').replace(
        "sex", "<em>nu</em> sex"
    )

    assert put_html(base, saved, written) == (
        '<p>Ett <strong>två och tre</strong> fyra.<br>Fem <a href="/mer">med mer</a></p>'
        "<ul><li><p><em>nu</em> sex sju åtta</p></li></ul>",
        False,
    )


def test_one_who_divides_a_paragraph_and_one_who_adds_to_it_are_put_together():
    assert put_html(
        "<p>Ett två. Tre fyra.</p>",
        "<p>Ett två.</p><p>Tre fyra.</p>",
        "<p>Ett två. Tre och fyra.</p>",
    ) == ("<p>Ett två.</p><p>Tre och fyra.</p>", False)


def test_a_list_in_a_list_stays_whole():
    base = "<ul><li><p>Ett</p><ul><li><p>Två</p></li></ul></li></ul>"
    saved, written = base.replace("Ett", "Ett nu"), base.replace("Två", "Två sedan")

    text, met = put_html(base, saved, written)

    assert met
    assert (text.count("Ett nu"), text.count("Två sedan")) == (1, 1)


@pytest.mark.parametrize(
    "text", ["Ett.\n  Två  (tre)", "5 % av 3,5\u00a0miljoner – kl. 8", "§ 2\n"]
)
def test_a_plain_paragraph_is_its_words_joined(text):
    assert paragraphs_of(words_of([text])) == [text]


@given(HTML)
def test_a_rich_text_is_its_words_joined(html):
    normal = normalise(html)

    again = join(paragraphs_of(words_of(split(normal))))

    assert plain(normalise(again)).split() == plain(normal).split()
    assert normalise(again) == again


@given(TEXTS, TEXTS, TEXTS)
def test_no_word_that_either_has_and_the_other_did_not_strike_is_lost(base, saved, written):
    pieces = merge_words(
        [base] if base else [], [saved] if saved else [], [written] if written else []
    )
    found = Counter(" ".join(saved_first(pieces)).split())

    for side in (saved, written):
        assert not Counter(side.split()) - Counter(base.split()) - found


@given(TEXTS, TEXTS, st.data())
def test_what_was_only_added_is_all_there_in_both_their_orders(one, other, data):
    base = " ".join([one, other]).split()
    sides = []
    for mark in ("saved", "written"):
        at = data.draw(st.integers(0, len(base)))
        word = f"{mark}{data.draw(st.integers(1, 3))}"
        sides.append(" ".join([*base[:at], word, *base[at:]]))
    pieces = merge_words([" ".join(base)], *([side] for side in sides))

    found = [token.text for token in words_of(saved_first(pieces)) if isinstance(token, Word)]
    for side in sides:
        wanted = iter(found)
        assert all(word in wanted for word in side.split()), found
