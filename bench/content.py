"""Agreements as large as the measurements ask for, as content trees."""

from datetime import date

from agreements import tree
from core.intervals import Interval

#: About what one section of a Swedish partnership agreement says.
_TEXT = (
    "<p>Parterna ska tillsammans verka för att minska brottsligheten och öka tryggheten i"
    " kommunen. Arbetet utgår från en gemensam lägesbild, och insatserna riktas dit behoven är"
    " störst. Uppföljning görs i styrgruppen, som beslutar om hur arbetet ska gå vidare.</p>"
    "<ul><li><p>kartlägga problembilden i kommunens olika delar</p></li>"
    "<li><p>genomföra trygghetsvandringar och medborgardialoger</p></li>"
    "<li><p>samordna insatserna med bostadsbolag och näringsliv</p></li></ul>"
    "<p>Avsnitt {number} omprövas när planen ses över.</p>"
)


def agreement(sections: int, *, goals: int = 12, duties: int = 10) -> tree.AgreementTree:
    """Return an unsigned agreement of `sections` sections, two in three of them under another.

    Each section has a heading and a text of some eighty words. Its rows are one for the agreement,
    two a section (and two blocks), four for parties and signatories, one each for the goals and
    duties, and sixteen for bodies and seats.
    """
    return tree.AgreementTree(
        title="Samverkansöverenskommelse",
        subtitle="Provköpings kommun och Lokalpolisområde Provköping",
        kind="agreement",
        signed=False,
        valid_from=date(2026, 1, 1),
        valid_to=date(2029, 12, 31),
        renewal_rule="none",
        parties=_parties(),
        sections=_sections(sections),
        goals=_goals(goals),
        bodies=_bodies(),
        duties=_duties(duties),
    )


def _sections(number: int) -> tuple[tree.Section, ...]:
    built, made = [], 0
    blocks = [tree.BlockPart(block="goals", style="dash"), tree.BlockPart(block="parties")]
    while made < number:
        made += 1
        text = tree.TextPart(text=_TEXT.format(number=made))
        block = (blocks.pop(),) if blocks else ()
        below = min(2, number - made)
        built.append(
            tree.Section(
                heading=f"{made}. Trygghet och brottsförebyggande arbete",
                parts=(text, *block),
                sections=tuple(_below(made + step) for step in range(1, below + 1)),
            )
        )
        made += below
    return tuple(built)


def _below(number: int) -> tree.Section:
    return tree.Section(
        heading=f"{number}. Samverkansformer",
        parts=(tree.TextPart(text=_TEXT.format(number=number)),),
    )


def _parties() -> tuple[tree.Party, ...]:
    return tuple(
        tree.Party(
            organisation=name,
            kind=kind,
            registry_number=registry,
            signatories=(tree.Signatory(name=person, title=title, order=order),),
        )
        for order, (name, kind, registry, person, title) in enumerate(
            (
                ("Provköpings kommun", "municipality", "KS 2025/1", "Anna Ek", "Kommunalråd"),
                ("Lokalpolisområde Provköping", "police", "A1/2025", "Bo Ask", "Lokalpolischef"),
            ),
            start=1,
        )
    )


def _goals(number: int) -> tuple[tree.Goal, ...]:
    """Return goals under one lead, as they are printed."""
    below = tuple(
        tree.Goal(text=f"Mål {step}: fler ska känna sig trygga.", kind="outcome")
        for step in range(1, number)
    )
    return (tree.Goal(text="Parterna ska nå följande mål:", goals=below),)


def _bodies() -> tuple[tree.Body, ...]:
    return tuple(
        tree.Body(
            name=name,
            kind=kind,
            decides=("plan",),
            meets="varje kvartal",
            seats=tuple(tree.Seat(title=f"Ledamot {step}") for step in range(1, 4)),
        )
        for name, kind in (
            ("Styrgrupp", "steering_group"),
            ("Arbetsgrupp", "working_group"),
            ("Lokalt råd", "working_group"),
            ("Områdesgrupp", "working_group"),
        )
    )


def _duties(number: int) -> tuple[tree.Duty, ...]:
    return tuple(
        tree.Duty(
            subject="plan",
            strength="must",
            every=Interval(2, "year"),
            responsible=("Styrgruppen",),
            section=(step,),
            text="Uppföljning görs i styrgruppen.",
        )
        for step in range(1, number + 1)
    )
