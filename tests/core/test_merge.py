"""Two edits of one text are put together, and where they meet nothing of either is lost."""

from hypothesis import given
from hypothesis import strategies as st

from core.merge import Piece, as_written, merge, saved_first
from core.richtext import normalise
from core.richtext_blocks import Block, join, split
from tests.core.test_richtext_properties import HTML

ITEMS = st.lists(st.sampled_from("abcde"), max_size=8)


def whole(base, saved, written):
    """The merged text of two edits that do not meet."""
    pieces = merge(base, saved, written)
    assert not any(piece.is_conflict for piece in pieces)
    return "".join(saved_first(pieces))


def test_edits_of_different_paragraphs_are_put_together():
    assert whole("abcd", "aBcd", "abcD") == "aBcD"
    assert whole("abcd", "aBcd", "abCd") == "aBCd"
    assert whole("abcd", "abd", "abcdE") == "abdE"
    assert whole("abcd", "Xabcd", "aBcd") == "XaBcd"


def test_what_both_put_in_the_same_place_is_all_there_and_once_where_it_is_the_same():
    assert whole("ab", "abX", "abY") == "abXY"
    assert whole("ab", "aXb", "aXb") == "aXb"


def test_what_both_changed_is_given_as_both_have_it():
    pieces = merge("abc", "aXc", "aYc!")

    assert pieces == [
        Piece(("a",), ("a",)),
        Piece(("X",), ("Y",), ("b",)),
        Piece(("c",), ("c",)),
        Piece(("!",), ("!",)),
    ]
    assert "".join(saved_first(pieces)) == "aXYc!"
    assert "".join(as_written(pieces)) == "aYc!"


def test_a_paragraph_that_one_deleted_and_the_other_rewrote_is_asked_about():
    (first, met, last) = merge("abc", "ac", "aBc")

    assert met == Piece((), ("B",), ("b",))
    assert not first.is_conflict
    assert not last.is_conflict


@given(ITEMS, ITEMS)
def test_one_edit_alone_is_taken_as_it_is(base, edited):
    for pieces in (merge(base, edited, base), merge(base, base, edited)):
        assert not any(piece.is_conflict for piece in pieces)
        assert saved_first(pieces) == as_written(pieces) == edited
    assert saved_first(merge(base, edited, edited)) == edited


@given(ITEMS, ITEMS, ITEMS)
def test_nothing_that_either_wrote_is_lost(base, saved, written):
    found = saved_first(merge(base, saved, written))

    for side in (saved, written):
        for item in set(side) - set(base):
            assert found.count(item) >= side.count(item)


@given(ITEMS, ITEMS, ITEMS)
def test_which_of_two_came_first_decides_the_order_only(base, saved, written):
    one, other = merge(base, saved, written), merge(base, written, saved)

    assert sorted(saved_first(one)) == sorted(saved_first(other))
    assert [p.is_conflict for p in one].count(True) == [p.is_conflict for p in other].count(True)


def test_the_blocks_of_a_text_are_its_paragraphs_and_the_items_of_its_lists():
    assert split("<p>A<br>b</p><ul><li><p>C</p><ol><li><p>d</p></li></ol></li></ul>") == [
        Block("<p>A<br>b</p>"),
        Block("<li><p>C</p><ol><li><p>d</p></li></ol></li>", "ul"),
    ]
    assert len(split("<ol><li><p>1</p></li></ol><ol><li><p>1</p></li><li><p>2</p></li></ol>")) == 2


@given(HTML)
def test_a_text_is_its_blocks_joined(html):
    normal = normalise(html)

    assert join(split(normal)) == normal
