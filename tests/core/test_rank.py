"""Ranks: a row can be put between any two others, and every database sorts it there."""

import sqlite3

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from core.rank import RANK_LENGTH, RankField, between, first_ranks


def ranks_after_moves(places):
    ranks = []
    for place in places:
        at = place % (len(ranks) + 1)
        before = ranks[at - 1] if at else None
        after = ranks[at] if at < len(ranks) else None
        ranks.insert(at, between(before, after))
    return ranks


@given(st.lists(st.integers(0, 1000), max_size=60))
def test_every_row_lands_where_it_was_put(places):
    ranks = ranks_after_moves(places)
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)


@given(st.lists(st.integers(0, 1000), max_size=60))
def test_bytes_are_ordered_as_text(places):
    ranks = ranks_after_moves(places)
    assert sorted(ranks, key=str.encode) == sorted(ranks)


def test_sqlite_orders_ranks_as_python_does():
    ranks = ranks_after_moves([0, 0, 1, 5, 3, 2, 0, 7, 1, 0, 0, 4] * 20)
    with sqlite3.connect(":memory:") as database:
        database.execute("create table t (rank varchar(200))")
        database.executemany("insert into t values (?)", [(rank,) for rank in reversed(ranks)])
        assert [row[0] for row in database.execute("select rank from t order by rank")] == ranks


@pytest.mark.django_db
def test_the_database_in_use_orders_a_rank_column_as_python_does():
    ranks = ["A1", "Zz", "a0", "a0V", "a1", "aA", "aa", "b00"]
    collation = RankField().db_parameters(connection)["collation"]
    collate = f' collate "{collation}"' if collation else ""
    values = " union all ".join(["select %s as rank"] * len(ranks))
    with connection.cursor() as cursor:
        cursor.execute(f"select rank from ({values}) t order by rank{collate}", ranks[::-1])
        assert [row[0] for row in cursor.fetchall()] == ranks


def test_first_ranks_are_short_and_ordered_and_leave_room():
    ranks = first_ranks(500)
    assert ranks == sorted(set(ranks))
    assert max(map(len, ranks)) == 3
    assert ranks[3] < between(ranks[3], ranks[4]) < ranks[4]
    assert first_ranks(0) == []


def test_a_thousand_moves_into_the_same_gap_fit_the_column():
    low, high = first_ranks(2)
    for _ in range(1000):
        high = between(low, high)
    assert len(high) <= RANK_LENGTH


@pytest.mark.parametrize(
    ("before", "after"),
    [("a1", "a0"), ("a0", "a0"), ("", None), (None, "a0å"), ("7", None), ("a00", None), ("b", "c")],
)
def test_what_is_no_gap_is_refused(before, after):
    with pytest.raises(ValueError, match="."):
        between(before, after)
