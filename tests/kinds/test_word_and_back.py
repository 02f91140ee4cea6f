"""What a person does to a row in the Word file of its document is told of when the file returns."""

from copy import deepcopy

import pytest
from django.db import models

from desk.word.actions import AddItem, AddSection, Delete, SetField
from desk.word.marks import Mark
from documents.tree import walk
from tests.agreements.word.files import compared
from tests.desk import fields
from tests.kinds.examples import EACH_KIND, KINDS
from tests.kinds.test_editing import add, first, now
from tests.kinds.test_files import NOT_PRINTED, brought_back, word_file

pytestmark = pytest.mark.any_database

#: What is done to a row in the program only, and why. Everything else can be done in Word.
NOT_IN_WORD = {
    ("party", "add"): "an organisation is chosen from the register",
    ("party", "delete"): "much hangs on a party",
    ("body", "add"): "its facts stand in many places",
    ("body", "delete"): "much hangs on a body",
    ("signatory", "add"): "signs for a party",
    ("signatory", "delete"): "signs for a party",
    ("signatory", "move"): "stands in a column of its party",
    ("duty", "add"): "its facts are chosen",
    ("duty", "delete"): "its facts are chosen",
    ("duty", "move"): "stands in a table of facts",
    ("appendix", "add"): "a heading begins a section",
    ("heading", "add"): "a heading begins a section",
    ("responsible", "add"): "who does what is put together from many facts",
    ("basis", "add"): "what a plan rests on is put together from many facts",
    ("measure", "add"): "how much is meant is put together from many facts",
    ("extension", "add"): "a decision has its days",
    ("plan_signatory", "add"): "who signs is put together from many facts",
}
#: Words that are not needed, and yet not emptied in Word.
NOT_EMPTIED = {
    "party": "the organisation stands there instead",
    "seat": "its row of the table would be gone",
    "duty": "its subject stands there instead",
}
#: Sections and texts are tried with their own ways in the tests of Word files.
RUNNING_TEXT = ("section", "part")


def rows_that(act):
    """The rows of each kind that one can `act` on in Word."""
    return [
        pytest.param(kind, name, id=f"{kind.name}-{name}")
        for kind in KINDS
        for name, row in kind.edited_rows.items()
        if row.can_be_added and name not in RUNNING_TEXT and (name, act) not in NOT_IN_WORD
    ]


def places_that(holds):
    """The places in Word whose column `holds`."""
    return [
        pytest.param(kind, row.name, place, id=f"{kind.name}-{place.code}")
        for kind in KINDS
        for row in kind.rows
        for place in row.word
        if place.column and place.code not in NOT_PRINTED and row.name not in RUNNING_TEXT
        if holds(row.model._meta.get_field(place.column))
    ]


def siblings(desk, name):
    """The nodes of the first two rows of a kind that stand beside each other."""
    if len(first(desk, name).siblings()) == 1:
        assert add(desk, name).status_code == 302
    one, other = first(desk, name).siblings()[:2]
    nodes = {node.key: node for node in walk(now(desk))}
    return nodes[one.key], nodes[other.key]


def lines_of(file, desk, node):
    """The paragraphs of a row in a Word file, where its block prints it."""
    places = desk.kind.rows_by_name[node.ROW].word
    codes = [place.code for place in places if not place.is_front]
    names = [Mark(code, node.key).name() for code in codes]
    return [one for one in file.paragraphs if any(name in one._p.xml for name in names)]


def whole(line):
    """What a person takes when they take a line: the row of a table, or else the paragraph."""
    return next(iter(line._p.xpath("ancestor::w:tr")), line._p)


@pytest.mark.parametrize(("kind", "name"), rows_that("delete"), indirect=["kind"])
def test_a_row_that_is_deleted_in_word_is_proposed_for_deletion(desk, name):
    node, _other = siblings(desk, name)
    file = word_file(desk)
    for line in [line for one in walk(node) for line in lines_of(file, desk, one)]:
        if (gone := whole(line)).getparent() is not None:
            gone.getparent().remove(gone)

    found = compared(desk.agreement, file.file)

    acts = [action for one in found.proposals for action in one.actions]
    assert acts == [Delete(name, node.key)]


@pytest.mark.parametrize(("kind", "name"), rows_that("move"), indirect=["kind"])
def test_a_row_that_is_moved_in_word_is_told_of(desk, name):
    node, other = siblings(desk, name)
    file = word_file(desk)
    (moved, *_), (*_, after) = lines_of(file, desk, node), lines_of(file, desk, other)
    if whole(moved) is whole(after):  # columns beside each other
        after._p.addnext(moved._p)
    else:
        whole(after).addnext(whole(moved))

    found = compared(desk.agreement, file.file)

    assert [note for note in found.notes if "har flyttats i filen" in note]


@pytest.mark.parametrize(("kind", "name"), rows_that("add"), indirect=["kind"])
def test_what_is_written_after_a_row_in_word_is_another(desk, name):
    *_, last = [node for node in walk(now(desk)) if name == node.ROW]
    file = word_file(desk)
    line = lines_of(file, desk, last)[0]
    new = deepcopy(whole(line))
    for mark in new.xpath(".//w:bookmarkStart | .//w:bookmarkEnd"):
        mark.getparent().remove(mark)
    for text in new.xpath(".//w:t"):
        text.text = ""
    new.xpath(".//w:t")[0].text = "Nyskrivet"
    whole(line).addnext(new)

    found = compared(desk.agreement, file.file)

    (added,) = [one for each in found.proposals for one in each.actions if isinstance(one, AddItem)]
    assert (added.row, added.text) == (name, "Nyskrivet")


@pytest.mark.parametrize(
    ("kind", "name", "place"),
    places_that(lambda column: isinstance(column, models.TextField)),
    indirect=["kind"],
)
def test_the_lines_of_a_long_text_survive_an_edit_in_word(desk, karin, name, place):
    row = first(desk, name)
    text = place.parts_by.join(["Första raden", "Andra raden"])
    desk.fill_in(desk.at("edit", row), **{place.column: text})
    file = word_file(desk)
    file.replace("Första", "Nyskrivet")

    shown = brought_back(desk, file.file)
    assert desk.post(desk.url("take_in"), fields(shown)).status_code == 302

    assert getattr(first(desk, name), place.column) == text.replace("Första", "Nyskrivet")


@pytest.mark.parametrize(
    ("kind", "name", "place"), places_that(lambda column: column.blank), indirect=["kind"]
)
def test_words_that_are_not_needed_can_be_emptied_in_word(desk, name, place):
    nodes = [one for one in walk(now(desk)) if name == one.ROW and getattr(one, place.column)]
    mark = Mark(place.code, nodes[0].key)
    file = word_file(desk)
    for line in [one for one in file.paragraphs if mark.name() in one._p.xml]:
        for run in line.runs:
            run.text = ""

    found = compared(desk.agreement, file.file)

    emptied = [(SetField(mark, ""),)] if place.code not in NOT_EMPTIED else []
    assert [each.actions for each in found.proposals] == emptied


@pytest.mark.parametrize("kind", EACH_KIND, indirect=True)
def test_a_heading_that_is_written_under_the_title_begins_the_first_section(desk):
    lines = word_file(desk).paragraphs
    title = next(one.code for one in desk.kind.top.word if one.column == "title")
    begun, ended = (
        next(place for place, line in enumerate(lines) if f"o_{code}_" in line._p.xml)
        for code in (title, "sect")
    )
    for place in range(begun, ended):
        file = word_file(desk)
        file.write_after(file.paragraphs[place].text, "Allra först", style="Heading 1")

        found = compared(desk.agreement, file.file)

        ((added,),) = [each.actions for each in found.proposals]
        assert isinstance(added, AddSection)
        assert (added.heading, added.parent, added.after) == ("Allra först", None, None)
