"""The order of the rooms holds (`[tool.importlinter]`), also where no import says it."""

import ast
from pathlib import Path

from django.conf import settings
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from documents.kinds import kinds

ROOT = Path(settings.BASE_DIR)
ROOMS = [
    "core",
    "accounts",
    "partnerships",
    "intake",
    "documents",
    "consultation",
    "deadlines",
    "followup",
    "decisions",
    "desk",
    "agreements",
    "plans",
    "pages",
    "demo",
    "config",
]
FILES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]


def test_each_room_imports_only_the_rooms_below_it(capsys):
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)

    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_every_room_is_under_the_contract():
    assert [room for room in ROOMS if not (ROOT / room / "__init__.py").exists()] == []
    contract = (ROOT / "pyproject.toml").read_text().split("layers = [")[1].split("]")[0]
    assert [room for room in ROOMS if room not in contract] == []


def test_imports_stand_at_the_top():
    deferred = [
        f"{path.relative_to(ROOT)} line {inner.lineno}"
        for path in FILES
        for function in ast.walk(ast.parse(path.read_text()))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(function)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]

    assert deferred == []


def test_what_is_for_documents_of_any_kind_names_none_of_them():
    words = [
        word
        for kind in kinds().values()
        for word in (f'"{kind.namespace}:', f'"{kind.namespace}/', f"document.{kind.top.name}")
    ]
    places = [(ROOT / room, "*.py") for room in ("documents", "consultation", "decisions", "desk")]
    templates = ("desk", "guest", "consultation", "includes")
    places += [(ROOT / "templates" / room, "*.html") for room in templates]
    naming = [
        f"{path.relative_to(ROOT)} names {word}"
        for place, files in places
        for path in sorted(place.rglob(files))
        for word in words
        if "migrations" not in path.parts and word in path.read_text()
    ]

    assert naming == []
