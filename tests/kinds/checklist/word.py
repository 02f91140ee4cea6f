"""A checklist's stages in Word."""

from django.utils.formats import date_format

from desk.word.blocks import Blocks, mark


class ChecklistBlocks(Blocks):
    """Says the days and the facts of steps too, which are no words of one column."""

    def front(self) -> None:
        """Write the day on which it begins."""
        if self.content.starts_on:
            begins = date_format(self.content.starts_on, "j F Y")
            self.sheet.line("Normal", begins, mark("begin", self.content))

    def words(self, place, node) -> str:
        """Return what stands at a place."""
        if place.code == "due":
            return date_format(node.due_on, "j F Y") if node.due_on else ""
        if place.code == "often":
            return node.facts
        return super().words(place, node)
