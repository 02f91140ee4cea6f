"""The columns that a plan's table can have, each declared once.

The page's table, print, Word, Excel and CSV read what stands here, and what is written into a
cell goes the same way back. A column is one entry of `COLUMNS`; its name is what addresses, saved
views and files call it, so it never changes. Pure: a cell is said of a node and its tree.
"""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from followup import phrases as followed
from followup.choices import State
from plans import people, phrases, when
from plans.column import Column, Editor
from plans.tree import Heading, PlanTree

#: Between a heading and the one that it stands under.
UNDER = " › "


def rows_said(names: Iterable[str]) -> frozenset[str] | None:
    """Return the kinds of rows that cells of these columns are said of; None for the whole plan."""
    kinds = [BY_NAME[name].of for name in names]
    return None if None in kinds else frozenset({"activity"}.union(*kinds))


def heading_name(heading_at: tuple[int, ...], plan: PlanTree) -> str:
    """Return the heading at a place in the tree with those that it stands under."""
    return UNDER.join(one.text for one in _down(plan.headings, heading_at))


def heading_names(plan: PlanTree) -> list[str]:
    """Return every heading of a plan by its name, from top to bottom."""
    return list(_names(plan.headings, ""))


def _names(headings: tuple[Heading, ...], above: str) -> Iterator[str]:
    for one in headings:
        name = f"{above}{one.text}"
        yield name
        yield from _names(one.headings, f"{name}{UNDER}")


def _down(headings: tuple[Heading, ...], place: tuple[int, ...]) -> Iterator[Heading]:
    for number in place:
        yield headings[number - 1]
        headings = headings[number - 1].headings


def _when(said: str) -> dict[str, str]:
    told = when.read(said)
    days = {"when_from": told.first, "when_to": told.last}
    return {"when_text": told.words} | {name: str(one or "") for name, one in days.items()}


def _text(name: str, **more) -> dict:
    """Return what a column is that says one text of the activity as it stands."""
    return {
        "name": name,
        "says": lambda activity, _plan: getattr(activity, name),
        "fields": (name,),
        "of": (),
    } | more


def _day(name: str, **more) -> dict:
    return _text(
        name,
        says=lambda activity, _plan: str(getattr(activity, name) or ""),
        editor=Editor.DAY,
        is_printed=False,
        **more,
    )


#: In the order of the table.
COLUMNS = (
    Column(
        label=_("No."),
        width=4,
        also_called=("nr", "nummer", "punkt", "no", "#"),
        **_text("number"),
    ),
    Column(
        label=_("Activity"),
        editor=Editor.TEXT,
        width=30,
        is_usual=True,
        also_called=("åtgärd", "åtgärder", "aktiviteter", "insats", "insatser", "vad"),
        **_text("text"),
    ),
    Column(
        label=_("Description"),
        editor=Editor.TEXT,
        width=20,
        also_called=("beskrivning av aktivitet", "beskrivning av åtgärd", "hur"),
        **_text("description"),
    ),
    Column(
        name="heading",
        label=_("Heading"),
        says=lambda activity, plan: heading_name(activity.heading, plan) or activity.heading_words,
        fields=("heading",),
        of=("heading",),
        editor=Editor.CHOICE,
        choices=heading_names,
        width=15,
        also_called=("fokusområde", "mål", "målområde", "område/mål", "prioriterat område"),
    ),
    Column(
        name="problems",
        label=_("Problem"),
        says=lambda activity, plan: "\n".join(phrases.problems(activity, plan)),
        fields=("problems",),
        of=("problem",),
        editor=Editor.LIST,
        width=14,
        also_called=("problembild", "problemområde", "brottsproblem"),
    ),
    Column(
        name="causes",
        label=_("Cause"),
        says=lambda activity, plan: "\n".join(phrases.causes(activity, plan)),
        fields=("causes",),
        of=("problem", "cause"),
        editor=Editor.LIST,
        width=14,
        also_called=("orsaker", "bakomliggande orsak", "orsaksanalys"),
    ),
    Column(
        name="goals",
        label=_("Goals of the agreement"),
        says=lambda activity, _plan: "\n".join(activity.goals),
        fields=("goals",),
        of=(),
        editor=Editor.LIST,
        width=14,
        also_called=("mål i överenskommelsen",),
    ),
    Column(
        name="part_of",
        label=_("Part of"),
        says=lambda activity, plan: phrases.part_of(activity, plan),
        fields=("part_of",),
        width=12,
        also_called=("del av",),
    ),
    Column(
        label=_("Operative goal"),
        editor=Editor.TEXT,
        width=20,
        also_called=("operativa mål", "delmål", "aktivitetsmål"),
        **_text("operative_goal"),
    ),
    Column(
        name="responsible",
        label=_("Responsible"),
        says=lambda activity, _plan: people.write(activity.responsible),
        rows="responsible",
        of=("responsible",),
        editor=Editor.LIST,
        width=20,
        is_usual=True,
        also_called=("vem", "ansvariga", "huvudansvarig", "vem gör vad", "utförare"),
    ),
    Column(
        name="when",
        label=_("When"),
        says=lambda activity, _plan: when.say(activity),
        fields=("when_text", "when_from", "when_to"),
        of=(),
        reads=_when,
        sorts=lambda activity: str(activity.when_from or activity.when_to or ""),
        width=14,
        is_usual=True,
        also_called=("tid", "tidplan", "tidsplan", "tidpunkt", "när i tid", "period"),
    ),
    Column(
        label=_("Begins"),
        width=9,
        also_called=("start", "startdatum", "från"),
        **_day("when_from"),
    ),
    Column(
        label=_("Done by"),
        width=9,
        also_called=("klart", "klart senast", "slut", "slutdatum", "deadline", "till"),
        **_day("when_to"),
    ),
    Column(
        label=_("Area"),
        width=12,
        is_usual=True,
        also_called=("plats", "geografiskt område", "var", "stadsdel"),
        **_text("area"),
    ),
    Column(label=_("Target group"), width=12, also_called=("målgrupper",), **_text("target_group")),
    Column(label=_("Method"), width=12, also_called=("arbetssätt",), **_text("method")),
    Column(
        name="tags",
        label=_("Tags"),
        says=lambda activity, _plan: "\n".join(activity.tags),
        fields=("tags",),
        of=(),
        editor=Editor.LIST,
        width=10,
        also_called=("typ", "typ av insats", "kategori"),
    ),
    Column(
        label=_("Cost"), width=10, also_called=("budget", "resurser", "kostnader"), **_text("cost")
    ),
    Column(
        label=_("Follow-up"),
        editor=Editor.TEXT,
        width=16,
        is_usual=True,
        also_called=("hur följs den upp", "uppföljning/utvärdering", "mäts"),
        **_text("followed_up"),
    ),
    Column(
        label=_("Documentation"),
        editor=Editor.TEXT,
        width=14,
        also_called=("dokumenteras",),
        **_text("documentation"),
    ),
    Column(label=_("Contact"), width=12, also_called=("kontakt",), **_text("contact")),
    Column(
        label=_("Where it came from"),
        editor=Editor.TEXT,
        width=14,
        also_called=("bakgrund", "ursprung"),
        **_text("origin"),
    ),
    Column(
        name="promised_by",
        label=_("Promises it carries out"),
        says=lambda activity, _plan: "\n".join(activity.promised_by),
        fields=("promised_by",),
        of=(),
        editor=Editor.LIST,
        width=12,
        also_called=("löfte", "medborgarlöfte"),
    ),
    Column(
        name="measures",
        label=_("Measures"),
        says=lambda activity, _plan: "\n".join(map(phrases.measure, activity.measures)),
        opens="table_row",
        of=("measure",),
        width=12,
    ),
    Column(
        name="status",
        label=_("Status"),
        reported=followed.state,
        of=(),
        source=lambda standing: standing.status,
        editor=Editor.CHOICE,
        choices=lambda _plan: [str(label) for label in State.labels],
        sorts=lambda standing: standing.state and str(State.values.index(standing.state)),
        width=10,
        also_called=("läge", "nuläge", "genomförandestatus"),
    ),
    Column(
        name="outcome",
        label=_("Outcome"),
        reported=lambda standing: followed.short(standing.numbers),
        of=(),
        source=lambda standing: next(iter(standing.numbers), None),
        opens="followed",
        width=12,
        also_called=("resultat", "utfall/resultat", "resultat/utfall"),
    ),
    Column(
        name="deviation",
        label=_("Deviation"),
        reported=followed.deviation,
        of=(),
        source=lambda standing: standing.status,
        editor=Editor.TEXT,
        width=14,
        also_called=("avvikelser", "orsak till avvikelse"),
    ),
    Column(
        name="comment",
        label=pgettext_lazy("how it goes", "Comment"),
        reported=followed.comment,
        of=(),
        source=lambda standing: standing.comment,
        editor=Editor.TEXT,
        width=16,
        also_called=("kommentarer", "anteckning", "anteckningar", "lägesbeskrivning", "så går det"),
    ),
)
BY_NAME = {column.name: column for column in COLUMNS}
USUAL = tuple(column.name for column in COLUMNS if column.is_usual)
