"""The letterhead changes how agreements look, on every way out, and never what they say."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from django.urls import reverse

from agreements import tree
from desk.exchange.encoding import content_bytes
from desk.forms.logo import store_logo
from desk.printing.letterhead import COLOURS, in_letterhead_order, style_sheet
from desk.printing.pdf import print_document
from documents.reading import read_tree
from partnerships.choices import LetterheadColour, LogoPlacement
from partnerships.models import Letterhead
from tests.access_world import picture
from tests.agreements.word.files import NOW, unsaved
from tests.desk import errors, page


def parties(*names):
    return [tree.Party(organisation=name, kind="other") for name in names]


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_can_be_read_and_is_shown_on_the_page():
    page_style = (Path(settings.BASE_DIR) / "static/css/letterhead.css").read_text()

    assert set(COLOURS) == set(LetterheadColour)
    for colour in COLOURS.values():
        assert 1.05 / (luminance(colour) + 0.05) >= 7
        assert f"#{colour}" in page_style


def test_parties_that_are_not_named_come_after_in_their_order():
    found = in_letterhead_order(
        parties("Lulebo", "Luleå kommun", "Polisen"), Letterhead(order=["polisen", "Räddningen"])
    )

    assert [one.name for one in found] == ["Polisen", "Lulebo", "Luleå kommun"]


def test_the_default_letterhead_changes_nothing_in_print():
    assert style_sheet(Letterhead()) == ""
    assert "#0b3c66" in style_sheet(Letterhead(colour="blue"))


@pytest.mark.parametrize("logos", LogoPlacement)
def test_a_real_pdf_is_made_with_logotypes_in_each_place(db, logos):
    stored = store_logo(picture(302))
    logo = tree.Logo(stored.sha256, stored.media_type, "Vapen")
    party = tree.Party(organisation="Luleå kommun", kind="municipality", logo=logo)
    agreement = unsaved()
    agreement.document.partnership.letterhead = Letterhead(colour="red", logos=logos)
    content = tree.AgreementTree(title="T", parties=(party, *parties("Polisen")))

    printed = print_document(content, top=agreement, kind="", dated=NOW)

    with pikepdf.open(BytesIO(printed)) as pdf:
        assert len(pdf.pages[0].get_images()) == (logos != LogoPlacement.NONE)


@pytest.fixture
def url(partnership):
    return reverse("agreements:letterhead", args=[partnership.slug])


def test_a_saved_letterhead_orders_the_parties_on_the_sheet_and_not_in_the_text(desk, url):
    before = content_bytes(read_tree(desk.agreement))
    order = "Polisen\nLuleå kommun"

    response = desk.post(url, {"colour": "green", "logos": "beside", "order": order})
    sheet = page(desk.get(desk.url("detail")))

    assert response.status_code == 302
    kept = Letterhead.objects.get()
    assert (kept.colour, kept.logos, kept.order) == ("green", "beside", ["Polisen", "Luleå kommun"])
    masthead = sheet.xpath("//header[@class='masthead']//strong/text()")
    assert masthead == ["Polisen", "Luleå kommun"]
    signing = sheet.xpath("//div[contains(@class, 'signatures')]//p[@class='name']/text()")
    assert signing == ["Polisen", "Luleå kommun"]
    assert content_bytes(read_tree(desk.agreement)) == before
    assert page(desk.get(url)).xpath("//figure[contains(@class, 'green')]")


def test_a_name_that_is_too_long_is_refused_with_a_sentence(desk, url):
    response = desk.post(url, {"colour": "black", "logos": "above", "order": "x" * 400})

    assert response.status_code == 422
    assert "300 tecken" in errors(response)["order"]
    assert not Letterhead.objects.exists()
