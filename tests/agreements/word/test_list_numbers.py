"""Lists that Word numbers otherwise than the program are told of before they are taken in."""

import pytest
from docx.oxml import parse_xml

from desk.word.list_numbers import notes_on_numbers
from desk.word.reading import read_word_file
from tests.agreements.word.files import Edited
from tests.agreements.word.test_take_in_page import reviewed
from tests.desk import text_of

pytestmark = pytest.mark.any_database

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
#: A paragraph of the running text of the small agreement, after which lists are written.
PLACE = "Styrgruppen möts varje kvartal."


class WithLists(Edited):
    """A file in which Word numbers lists by itself."""

    def define(self, number, kind, text, start=1):
        """Put a list in the file, `number` its id."""
        root = self.document.part.numbering_part.element
        abstract = parse_xml(
            f'<w:abstractNum {NAMESPACE} w:abstractNumId="{number}"><w:lvl w:ilvl="0">'
            f'<w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
            "</w:lvl></w:abstractNum>"
        )
        root.findall(f"{{{root.nsmap['w']}}}abstractNum")[-1].addnext(abstract)
        root.append(
            parse_xml(
                f'<w:num {NAMESPACE} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
            )
        )

    def write_item_after(self, words, text, number):
        """Write an item of the list `number`."""
        self.write_after(words, text, style="Normal")._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {NAMESPACE}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
            )
        )


@pytest.fixture
def lists(desk):
    made = WithLists(desk.get(desk.url("word")).content)
    made.define(801, "lowerLetter", "(%1)")
    made.define(802, "decimal", "%1)", start=3)
    made.define(803, "decimal", "%1.")
    return made


def notes(file):
    return notes_on_numbers(read_word_file(file).lines)


def test_letters_and_a_list_that_begins_at_3_are_each_told_of_in_the_review(desk, lists):
    lists.write_item_after(PLACE, "ledet ett", 801)
    lists.write_item_after("ledet ett", "ledet två", 801)
    lists.write_item_after("ledet två", "punkt tre", 802)
    lists.write_item_after("punkt tre", "punkt fyra", 802)

    told = text_of(reviewed(desk, lists.file))

    assert "Listan som börjar med ”ledet ett” numreras här från 1" in told
    assert "dess första märke var ”(a)”" in told
    assert "Listan som börjar med ”punkt tre” numreras här från 1" in told
    assert "dess första märke var ”3)”" in told
    assert "ledet två” numreras" not in told


def test_a_list_that_goes_on_after_a_paragraph_is_told_of(lists, in_english):
    lists.write_item_after(PLACE, "lyser", 803)
    lists.write_after("lyser", "Däremellan vilar vi.", style="Normal")
    lists.write_item_after("Däremellan", "sjunger", 803)

    (note,) = notes(lists.file)
    assert "“sjunger” is numbered from 1 here; its first mark was “2.”" in note


def test_a_list_from_1_and_a_goal_that_is_written_on_are_not(lists):
    lists.write_item_after(PLACE, "lyser", 803)
    lists.write_item_after("Bygga broar", "Bygga hus", 802)

    assert notes(lists.file) == []
