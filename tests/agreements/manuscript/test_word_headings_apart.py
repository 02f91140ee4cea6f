"""A heading that a line break parts from the text under it is a heading, and text is text."""

import pytest

from intake.reading.upload import read_upload
from tests.agreements.manuscript.word_files import item, outline, paragraph, run, word_file

BREAK = "<w:r><w:br/></w:r>"
LONG = (
    "Kommunen och polisen ska träffas fyra gånger om året och gå igenom lägesbilden, som tas "
    "fram av arbetsgruppen inför varje möte."
)
LONGER = f"{LONG} {LONG} {LONG}"


def bold(text):
    return run(text, "<w:b/>")


def read(*body):
    return read_upload("a.docx", word_file(*body)).paragraphs


@pytest.mark.parametrize("heading", [bold("Uppföljning"), run("Uppföljning")])
def test_a_line_over_long_text_is_a_paragraph_of_its_own(heading):
    assert outline(read(paragraph(heading, BREAK, LONG))) == ["Uppföljning", LONG]


def test_several_bold_lines_in_one_paragraph_are_each_parted_from_their_text():
    body = paragraph(bold("Syfte"), BREAK, LONG, BREAK, bold("Mål"), BREAK, LONG)

    assert outline(read(body)) == ["Syfte", LONG, "Mål", LONG]


def test_a_heading_of_words_own_keeps_its_level_and_gives_up_the_text():
    body = paragraph(f"Uppföljning</w:t><w:br/><w:t>{LONGER}", style="Rubrik2")

    assert outline(read(body)) == ["## Uppföljning", LONGER]


def test_numbered_headings_with_their_text_in_the_item_are_headings():
    body = [item([bold(word), BREAK, run(LONG)], kind=2) for word in ("Syfte", "Mål")]

    assert outline(read(*body)) == ["# Syfte", LONG, "# Mål", LONG]


@pytest.mark.parametrize(
    "lines",
    [
        ("Parterna träffas vid behov, dock", "minst fyra gånger om året, för att gå igenom allt."),
        ("Arbetet leds av styrgruppen.", LONG),
        ("kommunen och polisen", LONG),
    ],
)
def test_running_text_that_a_line_break_divides_stays_whole(lines):
    first, second = lines

    assert len(read(paragraph(first, BREAK, second))) == 1


def test_a_bullet_with_a_bold_first_line_stays_one_item():
    assert len(read(item([bold("Fältarbete"), BREAK, run(LONG)]))) == 1
