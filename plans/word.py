"""A plan's activities in a Word file, under their headings."""

from desk.word.blocks import Blocks, mark
from documents.row_kinds import WordPlace
from documents.tree import Node
from plans import phrases
from plans.outline import groups


class PlanBlocks(Blocks):
    """Writes the activities of a plan: each with its facts as a list under it."""

    def front(self) -> None:
        """Write what the plan is, for which time and whose."""
        if facts := phrases.facts(self.content):
            self.sheet.line("Subtitle", " · ".join(facts), mark("pline", self.content))

    def write(self, block: str, *, style: str, level: int) -> None:
        """Write the activities under their headings; `level` is that of the headings at the top."""
        for group in groups(self.content):
            if group.heading:
                self.heading(
                    group.heading.text, level + group.depth - 1, mark("phead", group.heading)
                )
                if kind := phrases.kind(group.heading):
                    self.sheet.line("Small", kind, mark("phknd", group.heading))
                if group.heading.description:
                    self.sheet.line(
                        "Normal", group.heading.description, mark("phtxt", group.heading)
                    )
            self.rows(group.activities, style=style)

    def words(self, place: WordPlace, node: Node) -> str:
        """Return what stands at a place; what is put together is said as on the page."""
        put_together = {
            "actw": lambda: phrases.when(node),
            "actm": lambda: " · ".join(phrases.more(node)),
            "resp": lambda: phrases.responsible(node),
        }
        said = put_together.get(place.code)
        return said() if said else super().words(place, node)
