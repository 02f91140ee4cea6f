"""Plain text, of a file or pasted: paragraphs, lines that stand alone, lists."""

import pytest
from django.core.exceptions import ValidationError

from intake.reading.upload import read_text, read_upload
from tests.agreements.manuscript.word_files import outline


def lines(text):
    return outline(read_text(text).paragraphs)


def test_lines_that_a_page_width_broke_are_joined_and_short_lines_are_not():
    assert lines(
        "Överenskommelse om samverkan mellan\nEkeby kommun och polisen\n"
        "\n"
        "Kommunen och polisen ska samarbeta för att Ekeby ska vara en trygg\n"
        "kommun. Arbetet ska vara lång-\nsiktigt, och brotts-\noch drogförebyggande\n"
        "insatser samordnas.\n"
        "\n"
        "Kerstin Berg\nkommunalråd\nEkeby kommun\n"
    ) == [
        "Överenskommelse om samverkan mellan Ekeby kommun och polisen",
        "Kommunen och polisen ska samarbeta för att Ekeby ska vara en trygg kommun. Arbetet ska "
        "vara långsiktigt, och brotts- och drogförebyggande insatser samordnas.",
        "Kerstin Berg", "kommunalråd", "Ekeby kommun",
    ]  # fmt: skip


def test_a_list_without_marks_keeps_its_lines():
    members = ["kommunalrådet,", "kommundirektören,", "chefen för lokalpolisområdet."]
    lead = "Trygghetsrådet är styrgrupp för arbetet. I rådet ingår:"
    assert lines("\n".join([lead, *members])) == [lead, *members]
    # Two lines that the width of a page broke are none.
    broken = "Följande har arbetat med detta: Ekeby kommun,\npolisen,\nregionen och många fler."
    assert len(lines(broken)) == 1


def test_a_sentence_that_was_broken_over_a_blank_line_goes_on():
    assert lines(
        "Planen utgår från det som alla parter vet om\n\nläget här.\n\nAnna Ek\n\nkommunalråd"
    ) == [
        "Planen utgår från det som alla parter vet om läget här.",
        "Anna Ek",
        "kommunalråd",
    ]


def test_marks_at_the_start_of_lines_make_lists():
    assert lines(
        "Målen är att:\n- minska brotten\n  i centrum\n    • bland unga\n- öka tryggheten\n\n"
        "1. först\n2. sedan\n   - under det\n3. sist\n\na) alfa\nb) beta\n"
    ) == [
        "Målen är att:", "- minska brotten i centrum", "  - bland unga", "- öka tryggheten",
        "1. först", "1. sedan", "  - under det", "1. sist", "  1. alfa", "  1. beta",
    ]  # fmt: skip


def test_a_number_alone_is_that_of_a_heading_and_stays():
    assert lines("1. Inledning\n\nRådet leder arbetet.\n\n2.1 Styrgrupp\n\n3 Uppföljning") == [
        "1. Inledning", "Rådet leder arbetet.", "2.1 Styrgrupp", "3 Uppföljning",
    ]  # fmt: skip


def test_signatures_beside_each_other_are_columns():
    assert lines(
        "För Ekeby kommun              För polisen\n\n"
        "Kerstin Berg                  Per Ek\nkommunalråd                   polischef\n"
    ) == [
        "[1] För Ekeby kommun", "[1] Kerstin Berg", "[1] kommunalråd",
        "[2] För polisen", "[2] Per Ek", "[2] polischef",
    ]  # fmt: skip


def test_lines_of_a_table_of_contents_are_left_out_and_told_of():
    reading = read_text("Uppdrag ......... 2\nMål . . . . . . . 3\n\nUppdrag\n")

    assert outline(reading.paragraphs) == ["Uppdrag"]
    assert reading.notes == ["Innehållsförteckningen utelämnades; överenskommelsen får en egen."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_file_is_read_in_the_encodings_that_programs_write(encoding):
    reading = read_upload("utkast.txt", "Räkmacka – åäö\r\n\r\n”Ja”".encode(encoding))

    assert outline(reading.paragraphs) == ["Räkmacka – åäö", "”Ja”"]


@pytest.mark.parametrize("text", ["." * 60_000, "x " * 1_000_001, "x\n" * 21_000, "x\0"])
def test_text_that_is_too_much_or_cannot_be_kept_is_refused(text):
    with pytest.raises(ValidationError):
        read_text(text)


def test_note_to_a_word_with_a_star_is_text_and_no_item():
    text = "- Fältgrupper*\n- Vandringar**\n\n\n\nVi leder.\n\n* Två och två.\n\n** I maj."
    kinds = [(one.kind, one.text) for one in read_text(text).paragraphs]
    assert kinds[-2:] == [("text", "* Två och två."), ("text", "** I maj.")]
    starred = [one.kind for one in read_text("Vi vill ha:\n* ljus*\n* sång").paragraphs]
    assert starred == ["text", "item", "item"]
