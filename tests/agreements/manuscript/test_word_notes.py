"""What is not a Word file's text does not come along, and each such thing is told of."""

import pytest

from intake.reading.upload import read_upload
from tests.agreements.manuscript.word_files import (
    field,
    outline,
    paragraph,
    run,
    table,
    word_file,
)

PICTURE = "<w:r><w:drawing/></w:r>"
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{0}</w:txbxContent>"
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
).format


def read(*body, **more):
    return read_upload("Överenskommelse.docx", word_file(*body, **more))


def changed(kind, text):
    return f'<w:{kind} w:author="Karin"><w:r><w:t>{text}</w:t><w:delText/></w:r></w:{kind}>'


@pytest.mark.parametrize(
    ("body", "parts", "note"),
    [
        (paragraph("Ord", PICTURE, PICTURE), {}, "2 bilder utelämnades."),
        (
            paragraph("Ord"),
            {"comments": "<w:comment/><w:comment/><w:comment/>"},
            "3 kommentarer utelämnades.",
        ),
        (
            paragraph("Ord"),
            {"footnotes": '<w:footnote w:type="separator"/><w:footnote/>'},
            "1 fotnot utelämnades. Skriv i texten det som måste finnas med.",
        ),
        (paragraph("Ord", run("gömt", "<w:vanish/>")), {}, "Dold text utelämnades."),
        (
            paragraph("Ord") + "<w:altChunk/>",
            {},
            "1 del av filen kommer från en annan fil och utelämnades.",
        ),
    ],
)
def test_what_is_left_out_is_told(body, parts, note):
    reading = read(body, parts=parts)

    assert outline(reading.paragraphs) == ["Ord"]
    assert reading.notes == [note]


def test_macros_are_told_of_and_not_run():
    content = word_file(paragraph("Ord"), files={"word/vbaProject.bin": "Sub AutoOpen()"})

    reading = read_upload("Överenskommelse.docm", content)

    assert outline(reading.paragraphs) == ["Ord"]
    assert reading.notes == ["Filen innehöll makron. De kördes inte och utelämnades."]


def test_tracked_changes_are_accepted_and_counted():
    merged = paragraph("Rådet möts", properties="<w:rPr><w:del/></w:rPr>")
    reading = read(
        paragraph("Parterna ", changed("ins", "ska "), changed("del", "bör "), "samverka."),
        merged,
        paragraph(changed("moveFrom", "ofta"), " varje år."),
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('struken rad')}</w:tc></w:tr>"
        f"</w:tbl>",
    )

    assert outline(reading.paragraphs) == ["Parterna ska samverka.", "Rådet möts varje år."]
    assert reading.notes == [
        "Filen hade 3 spårade ändringar: det som infogats togs med (1), "
        "det som tagits bort utelämnades (2)."
    ]


def test_a_text_box_is_taken_in_once_after_its_paragraph():
    reading = read(paragraph("Före", BOX(paragraph("I rutan"))), paragraph("Efter"))

    assert outline(reading.paragraphs) == ["Före", "I rutan", "Efter"]
    assert reading.notes == ["1 textruta togs in som text, efter stycket som den var fäst vid."]


def test_a_table_of_contents_is_left_out_however_it_was_made():
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    reading = read(
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{paragraph('Innehåll')}"
        "</w:sdtContent></w:sdt>",
        paragraph(field(' TOC \\o "1-3" ', run("Uppdrag 2"))),
        paragraph("Uppdrag\t2", style="Innehll1"),
        paragraph("Uppdrag ............ 2"),
        paragraph("Uppdrag", style="Rubrik1"),
    )

    assert outline(reading.paragraphs) == ["# Uppdrag"]
    assert reading.notes == ["Innehållsförteckningen utelämnades; överenskommelsen får en egen."]


def test_a_field_that_never_ends_swallows_nothing():
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    endless = f'{begun}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'

    reading = read(paragraph(endless), paragraph("Ord"), paragraph(begun), paragraph("Fler ord"))

    assert outline(reading.paragraphs) == ["Ord", "Fler ord"]


def test_what_the_pages_say_at_their_top_comes_first_without_page_numbers():
    page = f"Sida {field(' PAGE ', run('1'))} (5)".split(" ", 1)
    reference = "".join(
        f'<w:{kind}Reference w:type="{pages}" r:id="{kind}{name}"/>'
        for kind, pages, name in (
            ("header", "default", ""), ("header", "first", "1"), ("footer", "default", ""),
        )
    )  # fmt: skip
    header = table(("Datum", "Diarienummer"), ("2024-03-01", "KS 2024/7")) + paragraph(
        "Ekeby kommun\tSida ", page[1]
    )
    reading = read(
        paragraph("Ekeby kommun"),
        f"<w:sectPr>{reference}</w:sectPr>",
        parts={
            "header": header,
            "header1": paragraph("Används inte"),
            "footer": paragraph("Storgatan 1, Ekeby") + paragraph("Dnr 7"),
        },
    )

    assert outline(reading.paragraphs) == [
        "[1] Datum", "[1] 2024-03-01", "[2] Diarienummer", "[2] KS 2024/7", "Dnr 7", "Ekeby kommun",
    ]  # fmt: skip
    assert reading.notes == [
        "Det som stod i sidhuvud och sidfot står först i texten.",
        "Utelämnat från sidfoten: ”Storgatan 1, Ekeby”.",
    ]


@pytest.mark.parametrize("mark", ["<w:strike/>", "<w:dstrike/>", '<w:rStyle w:val="Struken"/>'])
def test_struck_through_text_is_left_out_and_quoted(mark):
    styles = (
        '<w:style w:type="character" w:styleId="Struken"><w:name w:val="Struken"/>'
        "<w:rPr><w:strike/></w:rPr></w:style>"
    )
    reading = read(
        paragraph("Avtalet gäller ", run("till och ", mark), run("med 2023", mark), " i år."),
        paragraph("Parterna ", run("möts", '<w:strike w:val="0"/>')),
        parts={"styles": styles},
    )

    assert outline(reading.paragraphs) == [
        "Avtalet gäller  i år.".replace("  ", " "),
        "Parterna möts",
    ]
    assert reading.notes == ["Genomstruken text utelämnades, som borttagen: ”till och med 2023”."]


def test_a_paragraph_struck_through_by_its_style_is_left_out_and_quoted():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Utgar"><w:name w:val="Utgår"/>'
        "<w:rPr><w:strike/></w:rPr></w:style>"
    )
    reading = read(
        paragraph("Ord"), paragraph("Utgår helt", style="Utgar"), parts={"styles": styles}
    )

    assert outline(reading.paragraphs) == ["Ord"]
    assert reading.notes == ["Genomstruken text utelämnades, som borttagen: ”Utgår helt”."]


def test_words_at_the_bottom_of_the_pages_that_do_not_come_along_are_quoted():
    reference = '<w:footerReference w:type="default" r:id="footer"/>'
    reading = read(
        paragraph("Ord"),
        f"<w:sectPr>{reference}</w:sectPr>",
        parts={
            "footer": paragraph("Ekeby kommun\tStorgatan 1\tSida 1 (3)") + paragraph("Dnr 7"),
        },
    )

    assert outline(reading.paragraphs) == ["Dnr 7", "Ord"]
    assert reading.notes == [
        "Det som stod i sidhuvud och sidfot står först i texten.",
        "Utelämnat från sidfoten: ”Ekeby kommun”, ”Storgatan 1”.",
    ]
