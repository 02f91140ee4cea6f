"""What a document prints in a Word file besides its running text."""

from collections.abc import Sequence

from desk.word.marks import Mark
from desk.word.sheet import Sheet
from desk.word.styles import HEADING_LEVELS, LIST_LEVELS
from documents.kinds import kind_of_tree
from documents.row_kinds import WordPlace
from documents.tree import DocumentTree, Node, below
from partnerships.models import Letterhead

#: The width of the text in twips: A4 less the margins of the printed document.
TEXT_WIDTH = 8500


def mark(code: str, node: Node) -> Mark | None:
    """Return the mark of a row's field; a tree of a stored version has no keys and no marks."""
    return Mark(code, node.key) if node.key else None


class Blocks:
    """Writes the blocks of `content`: each place of a row a list item, what is under it further in.

    A kind of document whose blocks look otherwise has a class of its own (`word_blocks`).
    """

    def __init__(self, sheet: Sheet, content: DocumentTree, letterhead: Letterhead) -> None:
        self.sheet, self.content, self.letterhead = sheet, content, letterhead
        self.kind = kind_of_tree(content)

    def masthead(self) -> None:
        """Write what stands above the title."""

    def front(self) -> None:
        """Write what stands between the title and the first section."""

    def write(self, block: str, *, style: str, level: int) -> None:
        """Write one block; `level` is that of Word's headings inside it."""
        self.rows(self.kind.printed_in(self.content, block), style=style)

    def rows(self, nodes: Sequence[Node], *, style: str) -> None:
        """Write `nodes` and what is under them as a list."""
        list_id = self.sheet.numbering.for_style(style or "plain")
        waiting = [(node, 0) for node in reversed(nodes)]
        while waiting:
            node, depth = waiting.pop()
            at = (list_id, min(depth, LIST_LEVELS - 1))
            for place in self.kind.rows_by_name[node.ROW].word:
                if said := self.words(place, node):
                    self.sheet.line("ListParagraph", said, mark(place.code, node), number=at)
            waiting += [(one, depth + 1) for one in reversed(below(node))]

    def words(self, place: WordPlace, node: Node) -> str:
        """Return what stands at a place: its column, or nothing.

        What is put together from several fields a class of its own says.
        """
        return getattr(node, place.column) if place.column else ""

    def closing(self) -> None:
        """Write what stands after the text."""

    def mark_of_document(self, column: str = "") -> Mark | None:
        """Return the mark of a column of the top row; without one, of what is put together."""
        places = [one for one in self.kind.top.word if one.column or not one.is_front]
        code = next((one.code for one in places if one.column == column), "")
        return mark(code, self.content) if code else None

    def heading(self, text: str, level: int, at: Mark | None) -> None:
        """Write a heading; what lies deeper than Word's last level shares it."""
        self.sheet.line(f"Heading{min(level, HEADING_LEVELS)}", text, at)
