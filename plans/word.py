"""A plan's activities in a Word file, under their headings."""

from desk.word.blocks import Blocks, mark
from documents.row_kinds import WordPlace
from documents.tree import Node
from plans import phrases
from plans.choices import Block
from plans.outline import groups


class PlanBlocks(Blocks):
    """Writes what a plan has: each activity with its facts as a list under it."""

    def front(self) -> None:
        """Write what the plan is, for which time and whose."""
        if facts := phrases.under_title(self.content):
            self.sheet.line("Subtitle", " · ".join(facts), mark("pline", self.content))

    def write(self, block: str, *, style: str, level: int) -> None:
        """Write a block, the activities under their headings; `level` is that at the top."""
        if block != Block.ACTIVITIES:
            super().write(block, style=style, level=level)
            return
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
                if said := phrases.answers_to(group.heading, self.content):
                    self.sheet.line("Small", " · ".join(said), mark("phans", group.heading))
            self.rows(group.activities, style=style)

    def words(self, place: WordPlace, node: Node) -> str:
        """Return what stands at a place; what is put together is said as on the page."""
        put_together = {
            "actw": lambda: phrases.when(node),
            "actm": lambda: " · ".join(phrases.more(node, self.content)),
            "bwish": lambda: "; ".join(node.wishes),
            "basis": lambda: phrases.basis(node),
            "probf": lambda: " · ".join(phrases.about_problem(node)),
            "causk": lambda: phrases.cause_kind(node),
            "ext": lambda: phrases.extension(node),
            "psign": lambda: phrases.signatory(node),
            "meas": lambda: phrases.measure(node),
            "resp": lambda: phrases.responsible(node),
        }
        said = put_together.get(place.code)
        return said() if said else super().words(place, node)
