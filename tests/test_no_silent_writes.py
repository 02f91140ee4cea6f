"""Tracked rows are written one by one through `save` and `delete`, so that each leaves history."""

import ast
from pathlib import Path

from django.apps import apps
from django.conf import settings

from documents.kinds import tracked_models
from documents.models import DocumentRow
from documents.models.document import Document
from documents.models.version import VersionQuerySet

ROOT = Path(settings.BASE_DIR)
ROOMS = ["documents", "decisions", "agreements", "plans", "pages", "demo"]
SILENT = {"update", "bulk_create", "bulk_update", "aupdate", "abulk_create", "_raw_delete", "raw"}
#: What may be called so although it is no queryset of tracked rows: file, then the line's code.
HARMLESS = {
    ("documents/models/version.py", "super().update"),
}


def calls_in(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func


def is_of_a_set_or_mapping(function):
    """Tell whether the call is `name.update(…)` of a plain local, as dicts and sets are."""
    return function.attr == "update" and isinstance(function.value, ast.Name)


def test_no_queryset_writes_tracked_rows_in_silence():
    found = []
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if "migrations" in path.parts:
                continue
            found += [
                f"{path.relative_to(ROOT)}:{function.lineno} {ast.unparse(function)}"
                for function in calls_in(path)
                if function.attr in SILENT
                and not is_of_a_set_or_mapping(function)
                and (str(path.relative_to(ROOT)), ast.unparse(function)) not in HARMLESS
            ]

    assert found == []


def test_no_raw_sql_writes_anything():
    words = ("INSERT INTO", "UPDATE ", "DELETE FROM")
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.lstrip().startswith(words)
    ]

    assert found == []


def test_every_model_that_is_part_of_a_document_is_tracked():
    tracked = {model for model in apps.get_models() if issubclass(model, DocumentRow)}

    assert tracked == set(tracked_models())
    for model in tracked:
        assert {"change", "document", "key"} <= {
            field.name for field in model.history.model._meta.get_fields()
        }
        assert [index.fields for index in model.history.model._meta.indexes] == [
            ["document", "id", "history_id"]
        ]


def test_tracked_rows_have_no_many_to_many():
    """History reads many-to-many links as they are today: such links are rows of their own."""
    assert [model for model in tracked_models() if model._meta.many_to_many] == []


def test_a_document_with_history_is_not_deleted(draft):
    assert Document._meta.get_field("locked_version").remote_field.on_delete.__name__ == "PROTECT"
    assert issubclass(type(draft.document.versions.all()), VersionQuerySet)
