"""What is measured of plans: 200 activities × 12 columns, and 2,000 activities in 40 plans."""

from functools import partial

from bench.plan_content import PASTED, plan
from bench.plan_pages import PlanPages
from bench.printing import Printing
from bench.report import Result, show
from bench.sheets import cells_of, write_alone
from bench.timing import Task, interleave
from bench.world import World

ROWS = 200
#: The paste: rows, columns. The narrow one has as many rows.
BLOCK, NARROW = (30, len(PASTED)), (30, 2)
#: Session, account, membership: what is asked at the door.
AT_THE_DOOR = 3


def measure_plans(world: World, bare: Task) -> list[Result]:
    """Time one large plan against `bare`, and then a plan among many against itself alone."""
    few = _Few(world, bare)
    pages = PlanPages(world, world.add(plan(ROWS)))
    lines = _pages(pages, bare)
    lines += _excel(pages)
    lines += _lock(pages, bare)
    lines += _print(pages)
    return lines + few.among(40)


def _pages(pages: PlanPages, bare: Task) -> list[Result]:
    pages.two_versions()
    narrow = Task(f"paste {NARROW[0]} × {NARROW[1]}", pages.paste, partial(pages.block, *NARROW))
    tasks = [
        Task("table", partial(pages.get, "table")),
        Task("the plan as a text, being edited", partial(pages.get, "detail")),
        Task("page of one activity", pages.row),
        Task("save a cell", pages.save, pages.cell),
        Task(f"paste {BLOCK[0]} × {BLOCK[1]}", pages.paste, partial(pages.block, *BLOCK)),
        Task("poll, nothing new", pages.poll, pages.newest),
        Task("redline of two versions", pages.compare),
    ]
    interleave([bare, narrow, *tasks], rounds=9)
    table, text, row, save, paste, poll, redline = tasks
    lines = [
        Result(table, bare, aim=30, most_queries=20),
        Result(text, bare),
        Result(row, bare),
        Result(save, bare, aim=10, most_queries=12),
        Result(paste, bare, aim=100, most_queries=narrow.queries),
        Result(poll, bare, most_queries=AT_THE_DOOR + 1),
        Result(redline, bare),
    ]
    show(f"A plan of {ROWS} rows × 12 columns, against the same view", lines)
    return lines


def _excel(pages: PlanPages) -> list[Result]:
    content = pages.excel()
    cells = cells_of(content)
    written = Task("XlsxWriter alone", partial(write_alone, cells))
    read = Task("openpyxl alone", partial(cells_of, content))
    out = Task("Excel out", pages.excel)
    looked_at = Task("Excel in, looked at row by row", partial(pages.upload, content))
    interleave([written, read, out, looked_at], rounds=5)
    lines = [Result(out, written), Result(looked_at, read)]
    for line in lines:
        show("Excel, with the whole request, against the library alone", [line])
    return lines


def _lock(pages: PlanPages, bare: Task) -> list[Result]:
    lines = [Result(Task(f"lock, {ROWS} rows (two PDFs)", pages.lock, pages.unlock), bare)]
    interleave([bare, lines[0].task], rounds=1)
    pages.unlock()
    show("Locking a plan, against the same view", lines)
    return lines


def _print(pages: PlanPages) -> list[Result]:
    """Time the reading version, which is portrait, against WeasyPrint on the same HTML."""
    ours, alone = Printing(pages.plan).tasks()
    interleave([alone, ours], rounds=3)
    lines = [Result(ours, alone, aim=1.3)]
    show(f"Printing {ROWS} rows, against WeasyPrint alone on the same HTML", lines)
    return lines


class _Few:
    """The pages of a plan of 50 rows, timed while it is alone and again among many."""

    def __init__(self, world: World, bare: Task) -> None:
        self.world, self.bare = world, bare
        self.pages = PlanPages(world, world.add(plan(50)))
        self.alone, self.speed = self._timed()

    def among(self, plans: int) -> list[Result]:
        """Add plans of as many rows until there are `plans`; hold each page against before."""
        for number in range(2, plans + 1):
            self.world.add(plan(50, title=f"Aktivitetsplan {number}"))
        tasks, speed = self._timed()
        lines = []
        for task, alone in zip(tasks, self.alone, strict=True):
            # They cannot take turns, so both are told in views that do nothing.
            task.times = [one * self.speed / speed for one in task.times]
            lines.append(Result(task, alone, aim=1.2, most_queries=alone.queries))
        print(f"\n{50 * plans} rows in {plans} plans, each page against the same alone")
        for line in lines:
            show(line.task.name, [line])
        return lines

    def _timed(self) -> tuple[list[Task], float]:
        bare = Task(self.bare.name, self.bare.run)
        tasks = [
            Task("table", partial(self.pages.get, "table")),
            Task("plan as a text", partial(self.pages.get, "detail")),
            Task("page of one activity", self.pages.row),
            Task("history", partial(self.pages.get, "history")),
            Task("save a cell", self.pages.save, self.pages.cell),
        ]
        interleave([bare, *tasks], rounds=15)
        return tasks, bare.median
