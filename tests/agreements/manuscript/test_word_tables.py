"""What stands in columns is read as a person reads it."""

from intake.reading.upload import read_upload
from tests.agreements.manuscript.word_files import outline, paragraph, table, word_file


def read(*body):
    return read_upload("Överenskommelse.docx", word_file(*body))


def test_a_table_of_signatures_is_read_column_by_column():
    reading = read(
        table(
            ("För Ekeby kommun", "För Polismyndigheten"),
            ("____________", "____________"),
            ("Kerstin Berg\nkommunalråd", "Per Ek\nlokalpolisområdeschef"),
        )
    )

    assert outline(reading.paragraphs) == [
        "[1] För Ekeby kommun", "[1] ____________", "[1] Kerstin Berg", "[1] kommunalråd",
        "[2] För Polismyndigheten", "[2] ____________", "[2] Per Ek", "[2] lokalpolisområdeschef",
    ]  # fmt: skip
    assert reading.notes == []


def test_signatures_that_tabs_set_beside_each_other_are_columns_too():
    reading = read(
        paragraph("Kerstin Berg\t\tPer Ek"),
        paragraph("kommunalråd\t\tlokalpolisområdeschef"),
        paragraph("\tEkeby"),
        paragraph("Se även bilagan\toch registret."),
    )

    assert outline(reading.paragraphs) == [
        "[1] Kerstin Berg", "[1] kommunalråd",
        "[2] Per Ek", "[2] lokalpolisområdeschef", "[2] Ekeby",
        "Se även bilagan och registret.",
    ]  # fmt: skip


def test_any_other_table_is_read_row_by_row_and_told_of():
    reading = read(
        table(("Insats", "Ansvarig", "När"), ("Föräldramöten", "Skolan", "Hösten")),
        table(("Datum:", "2024-03-01"), ("Dnr:", "KS 2024/7")),
    )

    assert outline(reading.paragraphs) == [
        "Insats – Ansvarig – När", "Föräldramöten – Skolan – Hösten",
        "Datum:", "2024-03-01", "Dnr:", "KS 2024/7",
    ]  # fmt: skip
    assert reading.notes == ["2 tabeller togs in som text, rad för rad."]
