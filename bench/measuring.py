"""What is measured, how often and against what."""

from functools import partial

from django.test import override_settings
from django.urls import reverse

from agreements.models import Agreement
from bench.consulting import consultation_of
from bench.content import agreement
from bench.pages import Pages
from bench.planning import measure_plans
from bench.printing import Printing
from bench.report import Result, show
from bench.timing import Task, interleave
from bench.word import WordFile
from bench.world import World
from documents.models import Change
from documents.reading import read_tree

#: The 200 rows whose past is read, and how many changes each of them has been through.
ROWS, CHANGES = 200, 50


def measure() -> list[Result]:
    """Build what is needed, time it, print a table for each measure and return all its lines."""
    world = World()
    drafts = {size: world.add(agreement(size)) for size in (30, 300)}
    world.add_many(200 - len(drafts))
    lines = []
    with override_settings(ROOT_URLCONF="bench.urls"):
        lines += _pages(world, drafts)
        lines += _size(world, drafts)
        lines += _consultation(world, drafts)
        lines += _lock(world, drafts[30])
        lines += measure_plans(world, _bare(world))
    lines += _past(world)
    lines += _print(drafts[30])
    lines += _word(world)
    return lines


def _bare(world: World) -> Task:
    address = reverse("bare")
    return Task("a view that does nothing", lambda: world.get(address))


def _pages(world: World, drafts: dict[int, Agreement]) -> list[Result]:
    short, long = Pages(world, drafts[30]), Pages(world, drafts[300])
    bare = _bare(world)
    listing = reverse("agreements:list", args=[world.access.partnership.slug])
    lines = [
        Result(Task("list of 200 agreements", lambda: world.get(listing)), bare, aim=15),
        Result(Task("agreement, 30 sections", partial(short.get, "detail")), bare, most_queries=15),
        Result(Task("agreement, 300 sections", partial(long.get, "detail")), bare, most_queries=15),
        Result(Task("fragment to edit a text", short.fragment, short.text_to_edit), bare),
        Result(Task("save a text", short.save, short.edited), bare, most_queries=12),
        Result(Task("history", partial(short.get, "history")), bare),
    ]
    interleave([bare, *(line.task for line in lines)], rounds=25)
    show("Pages and acts, against a bare view behind the same middleware", lines)
    return lines


def _size(world: World, drafts: dict[int, Agreement]) -> list[Result]:
    """Hold a draft of 300 sections against one of 30: ten times the text, at most twice as slow
    for each section; what is saved does not depend on how much stands around it."""
    short, long = Pages(world, drafts[30]), Pages(world, drafts[300])
    pages = [
        Task(f"page, {size} sections", partial(one.get, "detail"))
        for size, one in ((30, short), (300, long))
    ]
    saves = [
        Task(f"save a text, {size} sections", one.save, one.edited)
        for size, one in ((30, short), (300, long))
    ]
    interleave([*pages, *saves], rounds=25)
    page, save = Result(pages[1], pages[0], aim=20), Result(saves[1], saves[0], aim=1.5)
    show("300 sections against 30: the page (10 would be the same for each section)", [page])
    show("300 sections against 30: saving", [save])
    return [page, save]


def _consultation(world: World, drafts: dict[int, Agreement]) -> list[Result]:
    few = consultation_of(world, drafts[30], 20)
    many = consultation_of(world, drafts[300], 200)
    interleave([few, many], rounds=15)
    lines = [Result(many, few, aim=10, most_queries=few.queries)]
    show("A consultation with 200 comments against one with 20", lines)
    return lines


def _lock(world: World, draft: Agreement) -> list[Result]:
    """Time the lock by itself: it is so slow that it would lengthen every round of the others."""
    pages, bare = Pages(world, draft), _bare(world)
    lines = [Result(Task("lock, 30 sections (two PDFs)", pages.lock, pages.unlock), bare)]
    interleave([bare, lines[0].task], rounds=5)
    pages.unlock()
    show("Locking, against the same view", lines)
    return lines


def _past(world: World) -> list[Result]:
    document = world.add_with_past(agreement(60, goals=40, duties=17), CHANGES)
    assert world.rows(document) == ROWS, world.rows(document)
    changes = list(Change.objects.of(document.document))
    live = Task("live", lambda: read_tree(document))
    past = {"as of the change before the last": changes[1], "as of the middle": changes[25]}
    lines = [
        Result(Task(name, partial(read_tree, document, change)), live, aim=5)
        for name, change in past.items()
    ]
    interleave([live, *(line.task for line in lines)], rounds=25)
    show(f"Reading {ROWS} rows that have each been through {CHANGES} changes", lines)
    return lines


def _print(draft: Agreement) -> list[Result]:
    ours, alone = Printing(draft).tasks()
    interleave([alone, ours], rounds=7)
    lines = [Result(ours, alone, aim=1.3)]
    show("Printing 30 sections, against WeasyPrint alone on the same HTML", lines)
    return lines


def _word(world: World) -> list[Result]:
    """Write and read about fifty pages."""
    measure, tasks = WordFile(world.add(agreement(150))).tasks()
    interleave([measure, *tasks], rounds=5)
    lines = [Result(task, measure) for task in tasks]
    show("Fifty pages of Word", lines)
    return lines
