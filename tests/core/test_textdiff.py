"""The difference between two texts as a reader sees it, and how long it may take."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.textdiff import Paragraph, Run, counts, textdiff

PIECES = ["ett", "två", "tre", ",", " ", "\n\n", "å ä ö", "."]
TEXTS = st.lists(st.sampled_from(PIECES)).map("".join)


def side(paragraphs, kind):
    """Give one side of a difference without its white space."""
    runs = [run for paragraph in paragraphs for run in paragraph.runs]
    return "".join("".join(run.text for run in runs if run.kind in ("equal", kind)).split())


def test_equal_texts_have_only_equal_paragraphs():
    assert textdiff("a\n\nb", "a\n\n\n b \n") == [
        Paragraph("equal", (Run("equal", "a"),)),
        Paragraph("equal", (Run("equal", "b"),)),
    ]


def test_whole_words_are_struck_and_added_inside_a_paragraph():
    (paragraph,) = textdiff("Vi ska öka tryggheten, nu.", "Vi ska stärka tryggheten, nu.")
    assert paragraph == Paragraph(
        "change",
        (
            Run("equal", "Vi ska"),
            Run("delete", " öka"),
            Run("insert", " stärka"),
            Run("equal", " tryggheten, nu."),
        ),
    )


def test_a_word_struck_first_does_not_run_into_the_next():
    (paragraph,) = textdiff("Alla barn leker", "barn leker")
    assert paragraph.runs == (Run("delete", "Alla"), Run("equal", " barn leker"))


def test_nothing_crosses_a_paragraph_border():
    old = "Syftet är trygghet.\n\nMålet är att minska brott."
    new = "Syftet är trygghet.\n\nHelt nya ord här.\n\nMålet är att minska antalet brott."
    assert [paragraph.kind for paragraph in textdiff(old, new)] == ["equal", "insert", "change"]


def test_a_paragraph_with_other_words_is_replaced_not_mixed():
    assert [p.kind for p in textdiff("Hund och katt", "Polis, kommun")] == ["delete", "insert"]


def test_words_are_counted():
    assert counts(textdiff("ett två tre fyra", "ett två fyra fem sex")) == (2, 1)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_out_of_the_difference(old, new):
    found = textdiff(old, new)
    assert side(found, "delete") == "".join(old.split())
    assert side(found, "insert") == "".join(new.split())


LONG = "\n\n".join(f"Stycke {n} om trygghet, samverkan och brott i kommunen." for n in range(900))
HOSTILE = {
    "one paragraph of 14 kB": ("ord och ton " * 1200, "ton och ord " * 1200),
    "the same three words turned round": ("ord och ton " * 500, "ton och ord " * 500),
    "the same three paragraphs turned round": ("a\n\nb\n\nc\n\n" * 300, "a\n\nc\n\nb\n\n" * 300),
    "one paragraph of 100 kB": ("a b " * 25_000, "b c " * 25_000),
    "a thousand changed paragraphs": (LONG, LONG.replace("brott", "våld")),
    "fifty thousand short paragraphs": ("a\n\n" * 50_000, "b\n\n" * 50_000),
    "all paragraphs the same": ("a b\n\n" * 900, "a c\n\n" * 900),
    "the same paragraphs the other way round": (LONG, "\n\n".join(LONG.split("\n\n")[::-1])),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_two_texts_take_long(name):
    old, new = HOSTILE[name]
    start = time.process_time()
    found = textdiff(old, new)
    assert time.process_time() - start < 12
    assert side(found, "delete") == "".join(old.split())
    assert side(found, "insert") == "".join(new.split())
