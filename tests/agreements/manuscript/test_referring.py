"""Marks of lists and headings that a text refers to are kept, or it is told that they changed."""

import re

import pytest

from intake.reading.upload import read_html, read_text, read_upload
from intake.rich_text import running_text
from tests.agreements.manuscript.word_files import item, outline, paragraph, word_file

#: Like those of `word_files`: 3 has letters, 4 numbers the headings that are of it, 5 begins at 3.
NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{key}">'
    + "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, text in enumerate(texts)
    )
    + f'</w:abstractNum><w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'
    for key, kind, texts, start in (
        (2, "decimal", ["%1."], 1),
        (3, "lowerLetter", ["%1)"], 1),
        (4, "decimal", ["%1", "%1.%2"], 1),
        (5, "decimal", ["%1)"], 3),
        (6, "lowerLetter", ["(%1)"], 1),
    )
)


def word(*body):
    return read_upload("a.docx", word_file(*body, parts={"numbering": NUMBERING}))


def heading(text, level=0):
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="4"/></w:numPr>'
    return paragraph(text, style=f"Rubrik{level + 1}", properties=place)


BETWEEN = paragraph("Däremellan dricker vi kaffe.")


@pytest.mark.parametrize(
    ("read", "begins", "mark"),
    [
        (lambda: read_text("Vi ska\na) lysa,\nb) sjunga."), "lysa,", "a)"),
        (lambda: read_text("Så gör vi:\n1. Lyser.\n2. Ser.\n\nVi vilar.\n\n3. Sjunger.\n4. Går."),
         "Sjunger.", "3."),
        (lambda: word(BETWEEN, item("lysa,", kind=3), item("sjunga.", kind=3)), "lysa,", "a)"),
        (lambda: word(item("Lyser", kind=2), item("Ser", kind=2), BETWEEN, item("Sjunger", kind=2),
              item("Går", kind=2)), "Sjunger", "3."),
    ],
)  # fmt: skip
def test_lists_that_are_numbered_otherwise_here_are_told_of(read, begins, mark, in_english):
    (note,) = read().notes
    assert f"“{begins}” is numbered from 1 here; its first mark was “{mark}”" in note


def test_lists_right_after_one_another_stay_apart_and_each_is_told_of(in_english):
    marks = [(3, "a"), (3, "b"), (5, "c"), (5, "d"), (6, "e"), (6, "f")]
    read = word(BETWEEN, *(item(text, kind=kind) for kind, text in marks))

    (html,) = running_text(read.paragraphs[1:])
    lists = [f"<ol><li><p>{a}</p></li><li><p>{b}</p></li></ol>" for a, b in ("ab", "cd", "ef")]
    assert html == "".join(lists)
    assert [re.findall("“(.*?)”", note) for note in read.notes] == [
        ["a", "a)"], ["c", "3)"], ["e", "(a)"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "lists"),
    [
        ("1. lyser\n2. ser\n1. går\n2. står", 2),
        ("1. lyser\n2. ser\n3) går\n4) står", 1),  # the numbers go on, whatever stands round them
        ("g) lyser\nh) ser\ni) går\nj) står", 1),  # letters, of which i is also a Roman number
    ],
)
def test_a_list_ends_where_its_numbers_begin_anew(typed, lists):
    (html,) = running_text(read_text(f"Vi ska\n{typed}").paragraphs[1:])
    assert html.count("<ol>") == lists


def test_lists_that_keep_their_marks_are_not():
    assert read_text("Så gör vi:\n1. Lyser.\n2. Ser.\n- ibland\n3. Går.").notes == []
    assert word(item("Lyser", kind=2), item("Ser", kind=2)).notes == []
    assert read_html("<p>Vi:</p><ol><li>lyser</li><li>ser</li></ol>").notes == []


def test_letters_of_a_pasted_list_are_told_of():
    assert len(read_html('<p>Vi:</p><ol type="a"><li>lyser</li><li>ser</li></ol>').notes) == 1
    assert len(read_html('<p>Vi:</p><ol start="3"><li>lyser</li><li>ser</li></ol>').notes) == 1


def test_numbers_that_word_counts_for_headings_are_kept_where_the_text_refers_to_one():
    def shown(said):
        body = [heading("Bakgrund"), BETWEEN, heading("Arbete"), heading("Styrgrupp", 1), BETWEEN]
        return outline(word(*body, paragraph(said)).paragraphs)

    assert [one for one in shown("Se avsnitt 2.1.") if one.startswith("#")] == [
        "# 1 Bakgrund", "# 2 Arbete", "## 2.1 Styrgrupp",
    ]  # fmt: skip
    for elsewhere in ("Se 7 kap. 3 § socialtjänstlagen.", "Vi ses 2 gånger.", "Se avsnitt 5."):
        assert "# Bakgrund" in shown(elsewhere)
