"""The masthead of a Word file: each party's logotype, name and registry number, and the date."""

from io import BytesIO

from django.utils.translation import gettext as _
from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.shared import Mm
from lxml import etree
from PIL import Image

from agreements import tree
from core.days import day
from desk.printing.letterhead import in_letterhead_order
from desk.word.blocks import TEXT_WIDTH, mark
from desk.word.markup import element, paragraph, write
from desk.word.sheet import Sheet
from documents.models import StoredFile
from partnerships.choices import LogoPlacement
from partnerships.models import Letterhead

#: The largest a logotype is printed, as in the PDF.
_HIGHEST, _WIDEST, _WIDEST_BESIDE = Mm(12), Mm(50), Mm(28)
#: More columns than this do not fit; further parties stand in a second row.
_MOST_COLUMNS = 4


def write_masthead(sheet: Sheet, content: tree.AgreementTree, letterhead: Letterhead) -> None:
    """Write the masthead, in the order and with the logotypes of the letterhead."""
    parties = in_letterhead_order(content.parties, letterhead)
    cells = len(parties) + bool(content.document_date)
    if not cells:
        return
    pictures = {} if letterhead.logos == LogoPlacement.NONE else _pictures(content)
    beside = letterhead.logos == LogoPlacement.BESIDE
    with sheet.columns("MastheadTable", min(cells, _MOST_COLUMNS), wide=TEXT_WIDTH) as columns:
        for party in parties:
            with columns.cell(mark("mast", party)):
                _write_party(sheet, party, pictures, beside=beside)
        if content.document_date:
            with columns.cell(mark("date", content)):
                sheet.line("Dated", day(content.document_date))


def _write_party(sheet: Sheet, party: tree.Party, pictures: dict, *, beside: bool) -> None:
    picture = pictures.get(party.logo.sha256) if party.logo else None
    first = paragraph("Masthead")
    if picture is not None:
        widest = _WIDEST_BESIDE if beside else _WIDEST
        first.append(_run_with(sheet, picture, party.logo.alternative_text, widest=widest))
        if beside:
            write(first, " ")
        else:
            sheet.put([first], None)
            first = paragraph("Masthead")
    write(first, party.name, style="MastheadName")
    sheet.put([first], None)
    if party.line_below:
        sheet.line("Masthead", party.line_below)
    if party.registry_number:
        sheet.line("Masthead", f"{_('Reg. no.')} {party.registry_number}")


def _run_with(
    sheet: Sheet, picture: bytes, alternative_text: str, *, widest: int
) -> etree._Element:
    """Return a run with a picture in it, no larger than a logotype is printed."""
    with Image.open(BytesIO(picture)) as image:
        scale = min(_HIGHEST / image.height, widest / image.width)
        width, height = (int(side * scale) for side in image.size)
    try:
        inline = sheet.document.part.new_pic_inline(BytesIO(picture), width, height)
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError):
        # A good picture that python-docx does not read, as a JPEG without its usual header.
        inline = sheet.document.part.new_pic_inline(_as_png(picture), width, height)
    # LibreOffice keeps a distance where the file does not say that there is none.
    for side in "TBLR":
        inline.set(f"dist{side}", "0")
    inline.docPr.set("name", alternative_text or "Logotyp")
    inline.docPr.set("descr", alternative_text)
    return element("r", element("drawing", inline))


def _as_png(picture: bytes) -> BytesIO:
    file = BytesIO()
    with Image.open(BytesIO(picture)) as image:
        image.convert("RGB").save(file, "PNG")
    file.seek(0)
    return file


def _pictures(content: tree.AgreementTree) -> dict[str, bytes]:
    """Return the stored logotypes of the parties by their digests; one query."""
    digests = {party.logo.sha256 for party in content.parties if party.logo}
    if not digests:
        return {}
    return {one.sha256: one.read() for one in StoredFile.objects.filter(sha256__in=digests)}
