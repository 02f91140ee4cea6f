"""Plans as large as the measurements ask for, as content trees."""

from datetime import date, timedelta

from documents.tree import Link
from plans import tree
from plans.choices import Comparator, HeadingKind, MeasureKind, ResponsibleRole

#: The twelve columns of the table that is measured.
COLUMNS = (
    *("number", "text", "heading", "problems", "operative_goal", "responsible"),
    *("when", "area", "target_group", "method", "followed_up", "contact"),
)
#: The eight that a block is pasted into, from the first on, all of them texts.
PASTED = (
    *("area", "target_group", "method", "followed_up", "contact", "cost", "documentation"),
    "origin",
)


def plan(rows: int, title: str = "Aktivitetsplan") -> tree.PlanTree:
    """Return a plan of `rows` activities under six headings, with all of `COLUMNS` filled in."""
    return tree.PlanTree(
        title=title,
        label="Aktivitetsplan",
        period_from=date(2027, 1, 1),
        period_to=date(2028, 12, 31),
        problems=tuple(
            tree.Problem(title=f"Problem {number}", causes=(tree.Cause(number="1", text="Orsak"),))
            for number in range(1, 5)
        ),
        headings=tuple(
            tree.Heading(text=f"Fokusområde {number}", kind=HeadingKind.FOCUS_AREA.value)
            for number in range(1, 7)
        ),
        activities=tuple(_activity(number) for number in range(1, rows + 1)),
    )


def _activity(number: int) -> tree.Activity:
    first = date(2027, 1, 1) + timedelta(days=number)
    return tree.Activity(
        number=str(number),
        text=f"Trygghetsvandring nummer {number} med boende, fastighetsägare och skolor",
        heading=(1 + number % 6,),
        problems=(Link(place=(1 + number % 4,)),),
        operative_goal="Fler ska känna sig trygga ute på kvällen i stadsdelen",
        area=f"Stadsdel {number % 9}",
        target_group="Boende och unga",
        method="Dialog och platsanalys",
        when_from=first,
        when_to=first + timedelta(days=60),
        followed_up="Enkät efter varje vandring, redovisas i arbetsgruppen",
        contact=f"Samordnare {number % 5}",
        responsible=(
            tree.Responsible(
                organisation="Provköpings kommun",
                function="Gata och park",
                does="kallar",
                role=ResponsibleRole.RESPONSIBLE.value,
            ),
            tree.Responsible(
                organisation="Lokalpolisområde Provköping",
                role=ResponsibleRole.CONTRIBUTES.value,
            ),
        ),
        measures=(
            tree.Measure(
                kind=MeasureKind.COUNT.value, comparator=Comparator.AT_LEAST.value, value=4
            ),
        ),
    )
