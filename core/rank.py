"""The order of rows as a string per row, so that a move writes one row.

Ranks are base 62 ("a0", "a1", "a0V" …) and ordered by code point: digits, capitals, small letters.
Python and SQLite's BINARY do so by themselves, PostgreSQL needs collation "C": use `RankField`.
"""

from fractional_indexing import BASE_62_DIGITS, FIError, generate_key_between
from fractional_indexing import generate_n_keys_between as _keys_between

from core.collation import CodePointCharField

RANK_LENGTH = 200


class RankField(CodePointCharField):
    """Where a row keeps its rank. Empty means not placed yet."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", RANK_LENGTH)
        super().__init__(*args, **kwargs)


def between(before: str | None, after: str | None) -> str:
    """Give a rank after `before` and before `after`; None stands for the open end.

    Raises `ValueError` when one is no rank or `before` is not less than `after`. Always putting
    rows into the same gap adds a character about every sixth time, so a rank fills its column
    after more than a thousand such moves; `first_ranks` then gives the siblings fresh ones.
    """
    for rank in (before, after):
        if rank is not None and (not rank or set(rank) - set(BASE_62_DIGITS)):
            raise ValueError(f"not a rank: {rank!r}")
    try:
        return generate_key_between(before, after)
    except FIError as error:
        raise ValueError(str(error)) from error


def first_ranks(n: int) -> list[str]:
    """Give `n` ranks in order for rows that have none: a0, a1 … with room between them."""
    return _keys_between(None, None, n)
