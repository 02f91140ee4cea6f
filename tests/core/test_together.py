"""Years of a period and the parts of a date are not parted at the end of a line in print."""

from datetime import UTC, datetime
from io import BytesIO
from xml.etree.ElementTree import fromstring, tostring

import pikepdf
import pytest

from core.pdf import render
from core.together import hold_together, put_together, taken_apart
from tests.core.pdf_sample import STATIC


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("gäller 2027–2030.", ["2027–2030"]),
        ("den 31 december 2030,", ["31 december 2030"]),
        ("1 januari 2027–31 december 2030", ["1 januari 2027", "31 december 2030"]),
        ("mötet 3–5 maj", ["3–5 maj"]),
        ("september 2027 till Mars 2028", ["september 2027", "Mars 2028"]),
        ("On 4 March 2027", ["4 March 2027"]),
        ("2 marsvin – och 2027 – 2030", []),
    ],
)
def test_what_stays_on_one_line_in_a_pdf_has_an_element_of_its_own(text, held):
    root = fromstring(f"<div><p>{text}</p>{text}<br/>{text}</div>")
    said = "".join(root.itertext())

    hold_together(root)

    assert [one.text for one in root.iter("span")] == held * 3
    assert "".join(root.itertext()) == said


def test_a_style_sheet_is_left_as_it_is():
    text = '<html><head><style>a::after { content: "2027–2030" }</style></head></html>'
    root = fromstring(text)
    hold_together(root)
    assert tostring(root, encoding="unicode") == text


def test_word_gets_spaces_that_do_not_break_and_gives_back_the_ones_that_were_written():
    text = "Från den 1 januari 2027 till 31 december 2030, 10 000 kr, 2027–2030"
    printed = put_together(text)

    assert printed == text.replace("1 januari 2", "1\u00a0januari\u00a02").replace(
        "31 december 2", "31\u00a0december\u00a02"
    )
    assert taken_apart(printed) == text
    assert taken_apart("10\u00a0000 kr") == "10\u00a0000 kr"


def heights(text):
    """How high on a page that is far too narrow the lines of a text stand."""
    made = render(
        f"<html><body><p>{text}</p></body></html>",
        base_css=(
            "@page { size: 24mm 200mm; margin: 5mm } html { font: 12pt 'Source Serif 4' }",
            "/static/css/fonts.css",
        ),
        title="Prov",
        language="sv",
        author="",
        keywords=[],
        created=datetime(2026, 11, 24, tzinfo=UTC),
        fetch={"/static/": STATIC},
    )
    with pikepdf.open(BytesIO(made)) as pdf:
        commands = pikepdf.parse_content_stream(pdf.pages[0])
        return {str(one.operands[5]) for one in commands if str(one.operator) == "Tm"}


def test_a_period_does_not_break_after_its_dash_in_a_pdf():
    assert len(heights("2027–2030")) == 1
    assert len(heights("31 december 2030")) == 1
    assert len(heights("första–sista")) == 2
