"""What a file may call a row that stands in a tree, when another row points to it."""

from agreements.kind import AGREEMENT
from desk.exchange.places import places_by_word

SAID = {
    "sections": [
        {"heading": "Mål", "key": "k1", "sections": [{"heading": "Skolan"}, {"heading": ""}]},
        {},
        {"heading": "Skolan"},
        {"heading": "2"},
    ]
}


def named(word):
    return places_by_word(SAID, AGREEMENT, "section").get(word)


def test_a_row_is_named_by_its_key_its_text_its_texts_from_the_top_or_its_place():
    assert named("k1") == named("Mål") == named("1") == (1,)
    assert named("Mål / Skolan") == named("1.1") == (1, 1)


def test_of_two_with_one_text_the_first_is_meant():
    assert named("Skolan") == (1, 1)
    assert named("3") == (3,)


def test_a_text_comes_before_a_place_that_reads_the_same():
    assert named("2") == (4,)
    assert named("#2") == (2,)


def test_nothing_is_named_by_no_words():
    assert named("") is None
    assert named("Mål / ") is None
