"""Every column of a plan's table can be read, written and named."""

from dataclasses import fields, replace

import pytest
from django.utils import translation

from core.text import search_key
from desk import workflow
from documents.changes import change
from documents.tree import Link
from documents.writing import kept_key
from plans.columns import BY_NAME, COLUMNS, UNDER, rows_said
from plans.forms.rows import ActivityForm
from plans.table.reading import WHOLE, Part, RowsInHand
from plans.table.ready import READY_VIEWS
from plans.tree import Activity, PlanTree
from tests.any_tree import whole
from tests.plans.conftest import SMALL

NAMES = [column.name for column in COLUMNS]


def said(name, activity=SMALL.activities[1]):
    with translation.override("sv"):
        return BY_NAME[name].says(activity, SMALL)


def test_each_says_what_the_plan_says():
    assert said("text") == "Byt lamporna"
    assert said("heading", SMALL.activities[0]) == f"Trygga torg{UNDER}Färre känner sig otrygga"
    assert said("heading", SMALL.activities[2]) == ""
    assert said("responsible") == "Luleå kommun, Gator: byter\nFastighetsägarna medverkar"
    assert said("when") == "senast 31 maj 2027"
    assert (said("when_from"), said("when_to")) == ("", "2027-05-31")


@pytest.mark.parametrize("column", COLUMNS, ids=NAMES)
def test_each_says_nothing_in_an_empty_row_and_always_a_text(column):
    assert column.says(Activity(text=""), SMALL) == ""
    assert all(isinstance(column.says(one, SMALL), str) for one in SMALL.activities)


@pytest.mark.parametrize("column", COLUMNS, ids=NAMES)
def test_each_writes_fields_of_the_form_or_rows_or_is_reported_or_opens_a_page(column):
    ways = (column.fields, column.rows, column.reported or column.opens)
    assert sum(map(bool, ways)) == 1
    assert set(column.fields) <= set(ActivityForm.base_fields)
    if column.fields:
        assert set(column.data("2027")) == set(column.fields)


def test_each_says_the_same_when_only_the_rows_that_it_is_said_of_are_read(karin):
    content = whole(PlanTree)
    named = {"problems": (Link(place=(1,)),), "causes": (Link(place=(1, 1)),), "heading": (1,)}
    first = replace(content.activities[0], **named)
    within = Activity(text="En del av den", part_of=(Link(place=(1,)),))
    plan = workflow.create(
        replace(content, activities=(first, within)),
        partnership=karin.access.partnership,
        drafting_organisation=karin.organisation,
        by=karin.actor,
        key_for=kept_key,
    )
    with change(by=karin.actor, document=plan.document):
        of_all = RowsInHand(plan).plan()
        for column in (one for one in COLUMNS if not one.reported):
            kinds = rows_said([column.name])
            cells = [column.says(one, of_all) for one in of_all.activities]
            assert any(cells), column.name
            for one, cell in zip(of_all.activities, cells, strict=True):
                part = WHOLE if kinds is None else Part(kinds, frozenset({one.key}))
                read = RowsInHand(plan, part).plan()
                said = {inner.key: column.says(inner, read) for inner in read.activities}
                assert said[one.key] == cell, column.name


def test_no_name_is_there_twice_and_no_word_means_two_columns():
    words = [word for one in COLUMNS for word in {*one.also_called, search_key(str(one.label))}]
    with translation.override("sv"):
        labels = [search_key(str(one.label)) for one in COLUMNS]
    assert len(set(NAMES)) == len(NAMES)
    assert len(set(labels)) == len(labels)
    assert len(set(words)) == len(words)
    assert all(word == search_key(word) for one in COLUMNS for word in one.also_called)
    taken = {word: one.name for one in COLUMNS for word in one.also_called}
    assert all(taken.get(label, name) == name for label, name in zip(labels, NAMES, strict=True))


def test_everything_that_an_activity_says_has_a_column():
    edited = {name for column in COLUMNS for name in (*column.fields, column.rows)}
    # A heading that is none is said with the heading; measures are written on the row's own page.
    said_elsewhere = {"key", "copied_from", "heading_words", "measures"}
    assert {field.name for field in fields(Activity)} - said_elsewhere <= edited


def test_a_ready_view_names_columns():
    assert all(name in BY_NAME for view in READY_VIEWS for name in view.columns)
