"""A kind of document is declared in one place, and a row left out of anything is noticed."""

import os
import re
import subprocess
import sys
from dataclasses import fields, replace
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.utils.functional import Promise

from agreements.kind import AGREEMENT
from agreements.rows import APPENDIX, GOAL
from config.kinds import apps_of
from desk.exchange import schema
from documents.acts import EVERY_ACT
from documents.kinds import UnknownKind, kind_named, kinds, word_places
from documents.row_kinds import WordPlace
from documents.tree import Node, TextPart
from tests.kinds.toy.kind import ENTRY

KINDS = list(kinds().values())
ROWS = [pytest.param(row, id=f"{kind.name}-{row.name}") for kind in KINDS for row in kind.rows]
#: Texts that are not searched, and why: a number is looked up where it was given.
NOT_SEARCHED = {
    ("party", "registry_number"): "an authority's own number; replacing words must not touch it",
    ("plan", "registry_number"): "an authority's own number; replacing words must not touch it",
    ("party", "part_of"): "names the organisations above, as the register has them",
    ("body", "decides"): "chosen from a list",
    ("part", "block"): "chosen from a list",
    ("heading", "goals"): "chosen among those of the agreement",
    ("activity", "goals"): "chosen among those of the agreement",
    ("party", "logo_alternative_text"): "says what a picture shows, not what is agreed",
}
#: Rows that no form edits, and why.
NOT_EDITED = {"supersession": "which agreement replaces it is noted by an act"}


def is_written(field) -> bool:
    """Tell whether a person writes words in a column: a text, or a list with a line for each."""
    return isinstance(field, models.CharField | models.TextField | models.JSONField) and (
        not field.choices
    )


def rows_in(hint) -> set[type[Node]]:
    """The nodes that a field's type says it holds."""
    if isinstance(hint, type) and issubclass(hint, Node):
        return {hint}
    if get_origin(hint) in (tuple, Union, UnionType):
        return {node for one in get_args(hint) for node in rows_in(one)}
    return set()


@pytest.mark.parametrize("row", ROWS)
def test_every_row_in_the_tree_is_named_by_the_row_that_it_stands_in(row):
    for node in row.nodes:
        hints = get_type_hints(node)
        standing = {
            one.name: {below.ROW for below in rows_in(hints[one.name])}
            for one in fields(node)
            if rows_in(hints[one.name])
        }
        if TextPart in row.nodes:
            assert not standing
        else:
            assert {name: {below} for name, below in row.below.items()} == standing
        assert row.name == node.ROW


@pytest.mark.parametrize("row", ROWS)
def test_every_text_that_a_person_writes_is_searched(row):
    if not row.is_edited:
        return
    forms = {row.form_to_add, row.form} if isinstance(row.form, type) else {row.form_to_add}
    columns = {name for form in forms for name in form._meta.fields}
    written = {name for name in columns if is_written(row.model._meta.get_field(name))}
    left_out = {column for name, column in NOT_SEARCHED if name == row.name}
    left_out |= row.links.keys()
    assert {*row.texts} == written - left_out


@pytest.mark.parametrize("row", ROWS)
def test_every_row_is_edited_by_a_person(row):
    assert row.is_edited == (row.name not in NOT_EDITED)


@pytest.mark.parametrize("row", ROWS)
def test_what_a_reader_is_told_of_a_row_has_a_name_in_their_language(row):
    # A change of a column whose name is a plain string is not said in the history.
    names = {column.name: column.verbose_name for column in row.said_columns}
    assert {name for name, said in names.items() if not isinstance(said, Promise)} == set()


@pytest.mark.parametrize("row", ROWS)
def test_the_code_of_a_place_in_word_is_one_that_a_bookmark_can_have(row):
    for place in row.word:
        assert re.fullmatch("[a-z]{1,5}", place.code)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_table_of_a_kind_is_declared_once_and_points_only_to_those_before(kind):
    assert len(set(kind.models)) == len(kind.models)
    seen = set()
    for model in kind.models:
        seen.add(model)
        above = {
            field.related_model
            for field in model._meta.concrete_fields
            if field.is_relation and field.related_model in kind.models
        }
        assert above <= seen


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_can_be_done_to_any_document_is_offered_once(kind):
    assert set(EVERY_ACT) <= set(kind.acts)
    assert len(set(kind.acts)) == len(kind.acts)


def test_a_place_in_word_belongs_to_one_row():
    assert word_places()["goal"] == (GOAL, GOAL.word[0])


def test_a_kind_that_is_not_declared_is_an_error_that_names_it():
    with pytest.raises(UnknownKind, match="“recipe”"):
        kind_named("recipe")


def test_a_row_that_is_edited_and_has_no_words_is_refused_by_name():
    with pytest.raises(ImproperlyConfigured, match="“appendix” has no words for: moved, deleted"):
        replace(APPENDIX, phrases={"added": "a", "changed": "b"})
    with pytest.raises(ImproperlyConfigured, match="“appendix” has no add_label"):
        replace(APPENDIX, add_label="")


def test_a_row_declared_twice_or_not_at_all_is_refused_by_name():
    with pytest.raises(ImproperlyConfigured, match="declares rows twice: appendix"):
        replace(AGREEMENT, rows=(*AGREEMENT.rows, APPENDIX))
    with pytest.raises(ImproperlyConfigured, match="does not declare: appendix"):
        replace(AGREEMENT, rows=tuple(row for row in AGREEMENT.rows if row is not APPENDIX))


def test_a_kind_that_no_file_can_hold_as_it_says_is_refused_by_name(monkeypatch):
    unknown = replace(AGREEMENT, in_file="recipes")
    monkeypatch.setattr(schema, "kinds", lambda: {"agreement": unknown})
    with pytest.raises(ImproperlyConfigured, match="“agreement” stands under “recipes” in a file"):
        schema.schema.__wrapped__()


def test_a_row_that_would_be_read_nowhere_is_refused_by_name():
    with pytest.raises(ImproperlyConfigured, match="no other has in its `below`: entry"):
        replace(AGREEMENT, rows=(*AGREEMENT.rows, ENTRY))
    with_seats = replace(AGREEMENT.top, below=AGREEMENT.top.below | {"seats": "seat"})
    with pytest.raises(ImproperlyConfigured, match="“seat” is in the `below` of “agreement”, but"):
        replace(AGREEMENT, rows=(with_seats, *AGREEMENT.rows[1:]))
    block = replace(AGREEMENT.blocks["duties"], rows="seat")
    with pytest.raises(ImproperlyConfigured, match="“duties” prints rows that do not stand under"):
        replace(AGREEMENT, blocks={"duties": block})


@pytest.mark.parametrize(
    "named",
    [
        {"texts": ("title", "colour")},
        {"values": {"colour": {}}},
        {"unsaid": ("colour",)},
        {"word": (WordPlace(code="app", column="colour"),)},
        {"word": (WordPlace(code="app", chosen="colour"),)},
    ],
    ids=["texts", "values", "unsaid", "word", "chosen in word"],
)
def test_a_column_that_the_table_does_not_have_is_refused_by_name(named):
    with pytest.raises(ImproperlyConfigured, match="“appendix” names columns .* not have: colour"):
        replace(APPENDIX, **named)


def test_what_stands_under_a_row_is_moved_when_it_comes_under_another():
    places = {model.ROW: model.PLACE for model in AGREEMENT.models}
    assert places["seat"] == {"rank", "body_id"}
    assert "parent_id" in places["goal"]
    assert places["agreement"] == set()


@pytest.mark.parametrize(
    ("declared", "reason"),
    [
        ([], "DOCUMENT_KINDS names no kind"),
        ("agreements.kind.AGREEMENT", "DOCUMENT_KINDS names no kind"),
        (["recipes.kind.RECIPE"], "“recipes.kind.RECIPE”, but there is no recipes/kind.py"),
        (["core.kind.RECIPE"], "“core.kind.RECIPE”, but there is no core/kind.py"),
        (["agreements.rows.GOAL"], "“agreements.rows.GOAL”, which is no declaration"),
        ([*["agreements.kind.AGREEMENT"] * 2, "a.kind.B"], "“agreements.kind.AGREEMENT” twice"),
    ],
)
def test_what_is_named_in_the_settings_and_is_no_kind_is_told_with_the_reason(declared, reason):
    with pytest.raises(ImproperlyConfigured, match=reason):
        apps_of(declared)


@pytest.mark.parametrize(
    ("declared", "reason"),
    [
        (["agreements.kind.RECIPE"], "“agreements.kind.RECIPE”: .*does not define"),
        (["agreements.kind.lacks_parties"], "“agreements.kind.lacks_parties”, which is no kind"),
        (
            [
                "agreements.kind.AGREEMENT",
                "tests.kinds.toy.kind.NOTEBOOK",
                "agreements.kind.AGREEMENT",
            ],
            "declared twice: agreement.$",
        ),
    ],
)
def test_what_only_a_declaration_can_tell_is_told_when_it_is_read(settings, declared, reason):
    settings.DOCUMENT_KINDS = declared
    with pytest.raises(ImproperlyConfigured, match=reason):
        kinds.__wrapped__()


def test_two_kinds_of_one_folder_are_one_app():
    assert apps_of(["agreements.kind.A", "agreements.kind.B"]) == ["agreements"]


@pytest.mark.parametrize("named", ["recipes.kind.RECIPE", "agreements.kind.RECIPE"])
def test_the_program_does_not_start_on_a_kind_that_is_none_and_says_it_in_a_sentence(
    named, tmp_path
):
    source = (settings.BASE_DIR / "config" / "settings.py").read_text()
    (tmp_path / "other_settings.py").write_text(
        source.replace("agreements.kind.AGREEMENT", named).replace(
            "BASE_DIR = Path(__file__).resolve().parent.parent",
            f"BASE_DIR = Path({str(settings.BASE_DIR)!r})",
        )
    )
    started = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "other_settings", "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert started.returncode != 0
    (sentence,) = started.stderr.splitlines()
    assert sentence.startswith(f"Överens: DOCUMENT_KINDS names “{named}”")
