"""A Word file that comes back unchanged gives no change."""

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements import tree
from agreements.kind import AGREEMENT
from core.richtext import normalise
from demo import lulea, umea
from desk.exchange.decoding import decode
from desk.word.reading import read_word_file
from desk.word.regions import regions
from intake.reading.word import read_word
from tests import factories
from tests.agreements.word.files import Edited, compared, file_of, word_file

pytestmark = pytest.mark.any_database

WORDS = st.text(st.sampled_from("aåäö \u00a0\u00ad\u2011&<>\"'1."), min_size=1, max_size=8)
TAGS = st.sampled_from(
    ["{}", "<strong>{}</strong>", "<em>{}</em>", "{}<br>och", "<strong>{}</strong> <em>b</em>"]
)
LINKS = st.just('<a href="https://example.org/å?a=1&amp;b=2">{}</a>')


def escaped(words):
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


INLINE = st.builds(
    lambda parts: "".join(shape.format(escaped(words)) for shape, words in parts),
    st.lists(st.tuples(TAGS | LINKS, WORDS), min_size=1, max_size=3),
)
PARAGRAPHS = INLINE.map("<p>{}</p>".format)
HEADINGS = st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["h3", "h4"]), INLINE)


def lists(items):
    """Lists of items that begin with a paragraph and go on with paragraphs and deeper lists."""
    item = st.builds(
        lambda first, rest: f"<li>{first}{''.join(rest)}</li>",
        PARAGRAPHS,
        st.lists(items, max_size=2),
    )
    return st.builds(
        lambda tag, inside: f"<{tag}>{''.join(inside)}</{tag}>",
        st.sampled_from(["ul", "ol"]),
        st.lists(item, min_size=1, max_size=3),
    )


LISTS = lists(st.recursive(PARAGRAPHS, lambda inner: inner | lists(inner), max_leaves=4))
TEXTS = st.lists(PARAGRAPHS | HEADINGS | LISTS, max_size=5).map("".join).map(normalise)


def texts_in(file):
    """The running texts that a file holds."""
    found = regions(read_word_file(file).lines)
    assert not any(found.beside.values())
    return [value for mark, value in found.values.items() if mark.code == "part"]


def without_logos(content):
    """A draft of a text from a file, whose logotypes nobody has stored."""
    parties = tuple(replace(one, logo=None) for one in content.parties)
    return replace(content, signed=False, parties=parties)


def of_texts(*texts):
    """A tree of one section with these texts."""
    parts = tuple(tree.TextPart(key=uuid4(), text=text) for text in texts)
    section = tree.Section(key=uuid4(), heading="Mål", parts=parts)
    return tree.AgreementTree(key=uuid4(), title="Överenskommelse", sections=(section,))


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_rich_text_comes_back_as_it_went(first, second):
    assert texts_in(file_of(of_texts(first, second))) == [first, second]


def full_tree():
    """Return the small agreement with a section for each block, and the goals once more."""
    small = factories.small_tree()
    blocks = ["bodies", "duties", "validity", "signatures", "appendices", "goals"]
    parts = tuple(
        tree.BlockPart(key=uuid4(), block=block, style="numbered" if block == "goals" else "")
        for block in blocks
    )
    more = tree.Section(key=uuid4(), heading="Allt", parts=parts)
    return replace(small, sections=(*small.sections, more), renewal_text="Förlängs ett år.")


@pytest.mark.parametrize(
    "content",
    [
        factories.small_tree(),
        full_tree(),
        replace(full_tree(), sections=()),
        without_logos(decode(AGREEMENT, lulea.AGREEMENT_2024["agreement"])),
        without_logos(decode(AGREEMENT, umea.AGREEMENT_2017["agreement"])),
    ],
    ids=["small", "every block", "blocks alone", "Luleå", "Umeå"],
)
def test_a_file_that_is_not_edited_says_nothing_new(content, karin, without_pdf):
    agreement = factories.make_agreement(content, by=karin)

    found = compared(agreement, word_file(agreement))

    assert found.proposals == []
    assert found.notes == []


DATED = "<p>Gäller 1 januari 2027–31 december 2030, åren 2027–2030. Möte i <em>maj 2028</em>.</p>"


def test_a_date_that_is_kept_on_one_line_in_word_comes_back_as_it_was_written():
    file = file_of(of_texts(DATED))

    assert "31\u00a0december\u00a02030" in "".join(one.text for one in Edited(file).paragraphs)
    assert texts_in(file) == [DATED]


def test_a_new_agreement_made_of_the_file_has_no_spaces_of_print():
    said = "".join(one.text for one in read_word(file_of(of_texts(DATED))).paragraphs)
    assert "31 december 2030" in said
    assert "\u00a0" not in said
