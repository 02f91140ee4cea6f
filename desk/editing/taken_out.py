"""What a deletion takes along, and what becomes of the blocks that stood in the text."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _

from documents import tree
from documents.choices import PartKind
from documents.kinds import DocumentKind, kind_of_tree
from documents.models import DocumentRow, Section, SectionPart


def goes_along(row: DocumentRow) -> list[str]:
    """Return the names of the rows that are deleted together with `row`, save for blocks.

    What a block prints is not deleted with it: `blocks_after` says what becomes of that.
    """
    names: list[str] = []
    for relation in row._meta.related_objects:
        if relation.on_delete is models.CASCADE:
            for child in getattr(row, relation.get_accessor_name()).all():
                names += [] if is_block(child) else [str(child)]
                names += goes_along(child)
    return names


def is_block(row: DocumentRow) -> bool:
    """Tell whether `row` is a place in the text where a block is printed."""
    return isinstance(row, SectionPart) and row.kind == PartKind.BLOCK


def noun_of(row: DocumentRow) -> str:
    """Return what sort of thing `row` is, as a question names it."""
    named = row._meta.get_field("block") if is_block(row) else row._meta
    return str(named.verbose_name)


def may_hold_blocks(row: DocumentRow) -> bool:
    """Tell whether the text can lose a block with `row`."""
    return isinstance(row, Section) or is_block(row)


def blocks_after(content: tree.DocumentTree, key: UUID) -> list[str]:
    """Return a sentence on each block of `content` that stands in the row `key`, or is it.

    Its rows stay when their place in the text is deleted.
    """
    gone = next((node for node in tree.walk(content) if node.key == key), None)
    taken = [one.block for one in tree.walk(gone) if isinstance(one, tree.BlockPart)]
    left = replace(content, sections=_without(content.sections, key))
    kind = kind_of_tree(content)
    return [
        sentence % {"block": str(kind.blocks[block].label).lower()}
        for block in dict.fromkeys(taken)
        for sentence in _becomes(kind, left, block)
    ]


def _becomes(kind: DocumentKind, left: tree.DocumentTree, block: str) -> Iterator[str]:
    asked = kind.blocks[block]
    if left.has_block(block):
        yield _("What the program prints here (%(block)s) also stands elsewhere in the text.")
    elif block in kind.closing_blocks(left):
        yield _("What the program prints here (%(block)s) is printed after the text instead.")
    elif not asked.rows:
        yield _(
            "What the program prints here (%(block)s) is not deleted: it stays among the facts, "
            "but is no longer printed."
        )
    elif asked.is_behind and kind.printed_in(left, block):
        yield _(
            "What the program prints here (%(block)s) is not deleted: it stays below the text, but "
            "is no longer printed in it."
        )


def _without(sections: tuple[tree.Section, ...], key: UUID) -> tuple[tree.Section, ...]:
    return tuple(
        replace(
            section,
            parts=tuple(part for part in section.parts if part.key != key),
            sections=_without(section.sections, key),
        )
        for section in sections
        if section.key != key
    )
