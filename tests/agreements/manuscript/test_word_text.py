"""A Word file's text: headings, lists and emphasis stay, whoever's program made them."""

from intake.reading.upload import read_upload
from tests.agreements.manuscript.word_files import (
    WORDS,
    field,
    item,
    outline,
    paragraph,
    run,
    word_file,
)


def read(*body, **more):
    return read_upload("Överenskommelse.docx", word_file(*body, **more))


def lines(*body, **more):
    return outline(read(*body, **more).paragraphs)


def test_headings_keep_their_levels_whatever_their_styles_are_called():
    assert lines(
        paragraph("Samverkansöverenskommelse", style="Rubrik"),
        paragraph("Uppdrag", style="Rubrik1"),
        paragraph("Styrgrupp", style="Rubrik2"),
        paragraph("Beredning", style="Kommunrubrik"),
        paragraph("Arbetsgrupp", properties='<w:outlineLvl w:val="2"/>'),
        paragraph("Ord", style="Heading4"),
    ) == [
        "# Samverkansöverenskommelse", "# Uppdrag", "## Styrgrupp", "## Beredning",
        "### Arbetsgrupp", "#### Ord",
    ]  # fmt: skip


def test_a_heading_is_not_bold_and_a_bold_line_is_no_heading():
    heading, line, part = read(
        paragraph(run("Uppdrag", "<w:b/>"), style="Rubrik1"),
        paragraph("Mellanrubrik", style="Fet"),
        paragraph("Rådet ", run("leder", "<w:b/>"), run(" arbetet", '<w:b w:val="0"/><w:i/>')),
    ).paragraphs

    assert heading.html == "<p>Uppdrag</p>"
    assert (line.kind, line.is_bold) == ("text", True)
    assert line.html == "<p><strong>Mellanrubrik</strong></p>"
    assert not part.is_bold
    assert part.html == "<p>Rådet <strong>leder</strong><em> arbetet</em></p>"


def test_lists_keep_their_kind_and_depth():
    assert lines(
        item("ett"), item("under ett", level=1), item("två"),
        paragraph("längre in", style="Punktlista2"),
        item("först", kind=2), item("sedan", kind=2),
    ) == ["- ett", "  - under ett", "- två", "  - längre in", "1. först", "1. sedan"]  # fmt: skip


def test_lists_that_were_written_by_hand_become_real():
    symbol = run("·", '<w:rFonts w:ascii="Symbol"/>') + "<w:r><w:tab/></w:r>"
    indented = '<w:ind w:left="1440"/>'
    assert lines(
        paragraph(symbol, "minska brotten", style="Liststycke"),
        paragraph("o<w:tab/>bland unga".replace("<w:tab/>", "\t"), properties=indented),
        paragraph("•  öka tryggheten", style="Liststycke"),
        paragraph("Detta görs så här:"),
        paragraph("1. först"),
        paragraph("2. sedan"),
        paragraph("– 2019 var det inte så"),
    ) == [
        "- minska brotten", "  - bland unga", "- öka tryggheten",
        "Detta görs så här:", "1. först", "1. sedan", "  - 2019 var det inte så",
    ]  # fmt: skip


def test_a_numbered_line_that_stands_alone_is_a_heading_and_not_a_list():
    assert lines(
        item([run("Bakgrund", "<w:b/>")], kind=2),
        paragraph("Parterna har samverkat länge."),
        item([run("Mål", "<w:b/>")], kind=2),
        item([run("Delmål", "<w:b/>")], level=1, kind=2),
        paragraph("Målen gäller hela perioden."),
        paragraph("3. Uppföljning"),
        paragraph("Den görs varje år."),
    ) == [
        "# Bakgrund", "Parterna har samverkat länge.", "# Mål", "## Delmål",
        "Målen gäller hela perioden.", "3. Uppföljning", "Den görs varje år.",
    ]  # fmt: skip


def test_lines_of_a_signature_within_a_paragraph_are_parted_and_running_text_is_not():
    assert lines(
        paragraph("<w:r><w:t>Kerstin Berg</w:t><w:br/><w:t>kommunalråd</w:t></w:r>"),
        paragraph("<w:r><w:t>Rådet möts varje höst.</w:t><w:br/><w:t>Då antas planen.</w:t></w:r>"),
    ) == ["Kerstin Berg", "kommunalråd", "Rådet möts varje höst.", "Då antas planen."]


def test_links_keep_their_addresses_whether_relations_or_fields():
    relation = f'<w:hyperlink r:id="link1">{run("handboken")}</w:hyperlink>'
    by_field = field(' HYPERLINK "https://lag.example/" ', run("lagen"))

    (only,) = read(
        paragraph("Se ", relation, " och ", by_field), links=["https://bra.example/"]
    ).paragraphs

    assert only.html == (
        '<p>Se <a href="https://bra.example/">handboken</a> och '
        '<a href="https://lag.example/">lagen</a></p>'
    )


def test_a_file_in_strict_format_is_read_too():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f"<w:document xmlns:w='{WORDS}'><w:body>{paragraph('Ord')}</w:body></w:document>"

    assert lines(document=body.replace(WORDS, strict)) == ["Ord"]


def test_characters_that_no_one_sees_are_left_out():
    hyphen = "<w:r><w:t>lokalpolis</w:t><w:softHyphen/><w:t>om\u200bråde\x9d</w:t></w:r>"
    assert lines(paragraph(hyphen)) == ["lokalpolisområde"]
