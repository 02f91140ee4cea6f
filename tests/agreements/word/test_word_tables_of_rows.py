"""Seats and duties in a Word file: real tables, whose cells and rows come back."""

from copy import deepcopy
from dataclasses import replace
from io import BytesIO

import docx
import pytest

from agreements import tree
from agreements.models import Seat
from tests.agreements.word.files import Edited, compared, file_of, take, word_file
from tests.factories import make_agreement, small_tree

pytestmark = pytest.mark.any_database


@pytest.fixture
def agreement(karin):
    blocks = (tree.BlockPart(block="bodies"), tree.BlockPart(block="duties"))
    content = small_tree()
    section = tree.Section(heading="Grupper och åtaganden", parts=blocks)
    content = replace(content, sections=(*content.sections, section))
    return make_agreement(content, by=karin)


def tables(file):
    found = docx.Document(BytesIO(file)).tables
    return {one.rows[0].cells[0].text: one for one in found}


def said(row):
    return [cell.text for cell in row.cells]


def test_seats_and_duties_are_tables_with_a_head_on_every_page(agreement):
    found = tables(word_file(agreement))

    assert said(found["Plats"].rows[0]) == ["Plats", "Organisation", "Roll"]
    assert said(found["Plats"].rows[2]) == ["VD", "Lulebo", ""]
    assert said(found["Vad"].rows[0]) == ["Vad", "Ska/bör", "Hur ofta", "Beslutas av"]
    assert said(found["Vad"].rows[1])[1:] == ["Ska", "minst vartannat år", "Styrgrupp"]
    for table in found.values():
        if table.rows[0].cells[0].text in ("Plats", "Vad"):
            assert table.rows[0]._tr.trPr.xpath("w:tblHeader")


def test_a_file_that_comes_back_as_it_went_says_nothing_new(agreement):
    found = compared(agreement, word_file(agreement))

    assert (found.proposals, found.notes) == ([], [])


def test_what_is_changed_in_a_cell_is_read_in(agreement, karin):
    edited = Edited(word_file(agreement))
    edited.replace("Lulebo", "Lulebo AB")

    take(agreement, edited.file, karin)

    assert Seat.objects.get(title="VD").organisation == "Lulebo AB"


def test_a_seat_whose_cell_was_empty_gets_what_is_written_there(agreement, karin):
    edited = Edited(word_file(agreement))
    table = next(one for one in edited.document.tables if one.rows[0].cells[0].text == "Plats")
    table.rows[1].cells[1].paragraphs[0].add_run("Luleå kommun")

    take(agreement, edited.file, karin)

    assert Seat.objects.get(title="Kommundirektör").organisation == "Luleå kommun"


def test_a_row_that_was_added_is_a_seat_and_one_that_was_deleted_is_proposed_for_deletion(
    agreement, karin
):
    edited = Edited(word_file(agreement))
    table = next(one for one in edited.document.tables if one.rows[0].cells[0].text == "Plats")
    new = deepcopy(table.rows[2]._tr)
    for mark in new.xpath(".//w:bookmarkStart | .//w:bookmarkEnd"):
        mark.getparent().remove(mark)
    table.rows[2]._tr.addnext(new)
    for cell, words in zip(
        table.rows[3].cells, ("Skolchef", "Luleå kommun", "Ledamot"), strict=True
    ):
        cell.paragraphs[0].text = words
    first = table.rows[1]._tr
    first.getparent().remove(first)

    found = compared(agreement, edited.file)
    take(agreement, edited.file, karin)

    assert "Borttaget i filen" in {one.what for one in found.proposals}
    seats = Seat.objects.filter(body__name="Styrgrupp").order_by("rank")
    assert [(one.title, one.organisation, one.function) for one in seats] == [
        ("VD", "Lulebo", ""),
        ("Skolchef", "Luleå kommun", "member"),
    ]


def test_empty_tables_are_not_written():
    content = small_tree(bodies=(tree.Body(name="Rådet", kind="council"),), duties=())
    blocks = (tree.BlockPart(block="bodies"), tree.BlockPart(block="duties"))
    content = replace(content, sections=(tree.Section(heading="Grupper", parts=blocks),))

    assert not {"Plats", "Vad"} & set(tables(file_of(content)))
