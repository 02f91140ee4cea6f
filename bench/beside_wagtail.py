"""The same work in Överens and in Wagtail, in one run, on PostgreSQL with production settings.

Wagtail has a snippet of the same twelve columns with drafts, revisions and a workflow, in an
environment of its own that `make bench-wagtail` makes: it is no part of the program.
"""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from django.db import connection

from bench.plan_content import COLUMNS, plan
from bench.plan_pages import PlanPages
from bench.report import Result, show
from bench.timing import Task, interleave
from bench.world import World
from plans.columns import BY_NAME

ROWS = 200
#: At least five times as fast.
AIM = 1 / 5
_HERE = Path(__file__).parent / "wagtail"
_DATABASE = "overens_bench_wagtail"


def measure_beside_wagtail(python: Path) -> list[Result]:
    """Time the work of one who keeps a plan of 200 rows; `python` is that of Wagtail's environment.

    Raises RuntimeError where the database is not PostgreSQL or Wagtail answers otherwise than
    usual.
    """
    if connection.vendor != "postgresql":
        raise RuntimeError("Set DATABASE_URL to a PostgreSQL server: Wagtail is measured on one.")
    world = World()
    pages = PlanPages(world, world.add(plan(ROWS)))
    pages.two_versions()
    ours = {
        "list": Task("list of 200 rows, 12 columns", partial(pages.get, "table")),
        "form": Task("form of a row", pages.form),
        "save": Task("save what was written in a row", pages.save, pages.cell),
        "history": Task("history of a row", pages.row),
        "compare": Task("what a change did", pages.change),
    }
    with _wagtail(python, _rows()) as ask:
        theirs = {
            name: Task(
                f"Wagtail: {task.name}", partial(ask, "run", name), partial(ask, "prepare", name)
            )
            for name, task in ours.items()
        }
        interleave([task for name in ours for task in (ours[name], theirs[name])], rounds=15)
    lines = [Result(task, theirs[name], aim=AIM) for name, task in ours.items()]
    for line in lines:
        show(line.task.name.capitalize(), [line])
    return lines


def _rows() -> list[list[str]]:
    """Return what the cells of the plan say, for the other site to keep."""
    content = plan(ROWS)
    columns = [BY_NAME[name] for name in COLUMNS]
    return [[one.says(row, content) for one in columns] for row in content.activities]


@contextmanager
def _wagtail(python: Path, rows: list[list[str]]) -> Iterator:
    """Start the other site on an empty database; give what lets it do something and waits."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {_DATABASE}")
        cursor.execute(f"CREATE DATABASE {_DATABASE}")
    named = connection.settings_dict
    database = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _DATABASE,
        **{name: named[name] for name in ("HOST", "PORT", "USER", "PASSWORD")},
    }
    site = subprocess.Popen(
        [python, "serve.py"],
        cwd=_HERE,
        env={
            "PATH": os.environ["PATH"],
            "DATABASE": json.dumps(database),
            "ROWS": json.dumps(rows),
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def ask(*words: str) -> None:
        print(*words, file=site.stdin, flush=True)
        _wait()

    def _wait() -> None:
        if not site.stdout.readline():
            raise RuntimeError("Wagtail stopped; what it says stands above.")

    try:
        _wait()
        yield ask
    finally:
        site.stdin.close()
        site.wait()
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {_DATABASE}")
