"""HTML that was pasted or saved by another program, as paragraphs."""

import pytest

from intake.reading.upload import read_html, read_upload
from tests.agreements.manuscript.word_files import outline
from tests.clipboards import GOOGLE, WORD, WORD_ONLINE, nested


def test_what_programs_put_on_the_clipboard_keeps_headings_and_lists():
    assert outline(read_html(WORD).paragraphs) == [
        "# Uppdrag", "Rådet leder arbetet och svarar för att:",
        "- Ta fram en lägesbild", "  - varje höst", "- Följa upp",
        "1. Först", "1. Sedan", "Se handboken.",
    ]  # fmt: skip
    assert outline(read_html(GOOGLE).paragraphs) == [
        "Rådet leder", "## Mål", "- ett", "  - inne i det",
    ]  # fmt: skip
    assert outline(read_html(WORD_ONLINE).paragraphs) == [
        "Rådet", "- ett", "  - inne i det", "- två", "Efter",
    ]  # fmt: skip


def test_marks_remain_within_a_paragraph_and_a_second_one_joins_its_item():
    first, second = read_html(
        '<p>Rådet <b>leder</b> <a href="https://bra.example/">här</a></p>'
        "<ul><li><p>ett</p><p>mer om ett</p></li></ul>"
    ).paragraphs

    assert first.html == (
        '<p>Rådet <strong>leder</strong> <a href="https://bra.example/">här</a></p>'
    )
    assert second.html == "<p>ett<br>mer om ett</p>"


def test_signatures_in_a_pasted_table_are_read_column_by_column():
    cell = "<td><p>{}</p><p>{}</p></td>".format

    assert outline(
        read_html(
            f"<p>Före</p><table><tr>{cell('Kerstin Berg', 'kommunalråd')}"
            f"{cell('Per Ek', 'polischef')}</tr></table>Efter"
            "<table><tr><td>Insats</td><td><table><tr><td>Tid</td></tr></table></td></tr></table>"
        ).paragraphs
    ) == [
        "Före", "[1] Kerstin Berg", "[1] kommunalråd", "[2] Per Ek", "[2] polischef", "Efter",
        "Insats", "Tid",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "html",
    [
        "<span style='white-space: pre-wrap'>Mål\n\nMålen är att:\n- minska\n  brotten</span>",
        "<pre>Mål\n\nMålen är att:\n- minska\n  brotten</pre>",
        "<div style='white-space: pre;'><div>Mål</div><br><div>Målen är att:</div>"
        "<div>- minska</div><div>  brotten</div></div>",
        "Mål<br><br>Målen är att:<br>- minska<br>  brotten",
    ],
    ids=["a text file in a browser", "preformatted", "a text editor", "line breaks"],
)
def test_html_that_says_no_more_than_plain_text_is_read_as_that(html):
    assert outline(read_html(html).paragraphs) == ["Mål", "Målen är att:", "- minska brotten"]


def test_a_web_page_as_a_file_is_read_as_one_whatever_it_is_called():
    page = "<!DOCTYPE html><html><body><h2>Mål</h2><p>Öka tryggheten.</p></body></html>"

    assert outline(read_upload("utkast.txt", page.encode()).paragraphs) == [
        "## Mål", "Öka tryggheten.",
    ]  # fmt: skip


def test_thousands_of_spans_inside_one_another_are_one_word():
    assert outline(read_html(nested(5000)).paragraphs) == ["Ord"]
