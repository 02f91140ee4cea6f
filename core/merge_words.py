"""Putting two edits of one text together finer than by paragraph: by sentence, then by word.

Sentences that only one has touched are taken from that one. Inside a sentence that both have
touched, words are put together unasked only where both have done nothing but add: two replaced
words can each be right and the sentence wrong. Where a person reads the result before it is
written (`is_read`), words are put together that stand apart.
"""

from collections.abc import Sequence
from itertools import chain

from core.merge import Piece, agreed, merge, only_add, saved_first, stand_apart
from core.richtext_blocks import Block, join, split
from core.words import Token, paragraphs_of, sentences_of, words_of


def merge_words(
    base: Sequence[str | Block],
    saved: Sequence[str | Block],
    written: Sequence[str | Block],
    *,
    is_read: bool = False,
) -> list[Piece]:
    """Give the pieces of `saved` and `written`, paragraphs that were both made from `base`.

    As `core.merge.merge`, but paragraphs that both have changed are put together where they can
    be. Where they cannot, the piece is what each has, and its `both` has twice only what met.
    """
    return [
        _finer(piece, is_read) if piece.saved and piece.written and piece.is_conflict else piece
        for piece in merge(base, saved, written)
    ]


def merge_texts(
    base: str, saved: str, written: str, *, is_read: bool = False
) -> tuple[str, list[Piece]]:
    """Put two rich texts together; give the whole, which has both where they met, and the pieces.

    The pieces are of blocks (`core.richtext_blocks`).
    """
    pieces = merge_words(split(base), split(saved), split(written), is_read=is_read)
    return join(saved_first(pieces)), pieces


def _finer(piece: Piece, is_read: bool) -> Piece:
    sides = (sentences_of(words_of(one)) for one in (piece.base, piece.saved, piece.written))
    sentences = [_sentences(one, is_read) if one.is_conflict else one for one in merge(*sides)]
    whole = tuple(paragraphs_of(chain.from_iterable(saved_first(sentences))))
    if any(one.is_conflict for one in sentences):
        return Piece(piece.saved, piece.written, piece.base, whole)
    return agreed(whole)


def _sentences(piece: Piece, is_read: bool) -> Piece:
    """Put together what both have made of the same sentences, word by word."""
    base, saved, written = (
        list(chain.from_iterable(one)) for one in (piece.base, piece.saved, piece.written)
    )
    words = merge(base, saved, written)
    joined: tuple[Token, ...] = tuple(saved_first(words))
    met = sum(one.is_conflict for one in words)
    if only_add(base, saved, written) or (is_read and stand_apart(base, saved, written)):
        return agreed((joined,))
    # Words that met in several places would come out as a mixture that nobody can read.
    is_readable = met <= 1
    return Piece(piece.saved, piece.written, piece.base, (joined,) if is_readable else None)
