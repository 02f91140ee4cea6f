"""A page as an accessible PDF for the archive: PDF/UA-1 and PDF/A-2a, or PDF/A-3a with files.

The same content gives the same bytes, so a stored checksum means something: nothing in the file
comes from the clock, the machine's fonts or the network.

Importing this module takes a second or two (WeasyPrint, Pango): only views and commands that print
import it.
"""

import logging
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Literal
from xml.etree.ElementTree import Element

import pikepdf
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.urls import iri_to_uri

from core.leading import CLASS as LEADS
from core.leading import lead_on
from core.pdf_fetch import BASE_URL, LocalFetcher, Source
from core.pdf_fonts import BundledFonts, write_out_missing
from core.pdf_metadata import About, Attachment, attach, describe
from core.pdf_structure import list_styles, repair, tables_that_go_on
from core.together import CLASS, hold_together

logger = logging.getLogger(__name__)

# The usual markers of deeper lists are not in the bundled fonts.
_MARKERS = ':where(ul ul) { list-style-type: "– " } :where(ul ul ul) { list-style-type: "• " }'
# WeasyPrint paints the markers of lists when all else of the page is painted, unless each block is
# painted whole, in its turn: what reads a page as it is painted would find the dashes at its end.
_IN_TURN = (
    ":where(p, h1, h2, h3, h4, h5, h6, li, ul, ol, div, section, table, th, td, header, "
    "blockquote) { position: relative; z-index: 0 }"
)
_TOGETHER = f".{CLASS} {{ white-space: nowrap }} .{LEADS} {{ break-after: avoid }}"
_PART = {"ua": 2, "a3": 3}
_ADDRESS = re.compile(r"https?:|mailto:|#.", re.IGNORECASE)


def render(
    html: str,
    *,
    base_css: Sequence[str],
    title: str,
    language: str,
    author: str,
    keywords: Sequence[str],
    created: datetime,
    fetch: Mapping[str, Source],
    variant: Literal["ua", "a3"] = "ua",
    attachments: Sequence[Attachment] = (),
) -> bytes:
    """Give the PDF of a whole HTML page.

    `base_css` are style sheets as paths that `fetch` knows ("/static/css/sheet.css") or as text.
    They bring all fonts (@font-face); a character that none of them has is written as its code,
    "[U+1F46E]". `fetch` maps path prefixes to folders or functions (`core.pdf_fetch`); whatever
    else the page asks for is left out and logged. `created` has a time zone and is every date in
    the file. `attachments` go with variant "a3" only, for PDF/A-2 does not allow them.

    What belongs to the page sheet and not to the text (footer, page number, "Exempel") is put in
    the margin boxes of @page: they become artifacts. Images need alt; one with alt="" is an
    artifact too. Links to other than http, https, mailto and places in the page become text.

    Raises `ValueError` for a time without zone, an unknown variant, attachments with "ua", an
    empty title or language.
    """
    if created.tzinfo is None:
        raise ValueError("created needs a time zone")
    if not title or not language:
        raise ValueError("PDF/UA needs a title and a language")
    if attachments and variant != "a3":
        raise ValueError("only the variant a3 carries attachments")
    part = _PART.get(variant)
    if part is None:
        raise ValueError(f"no such variant: {variant!r}")

    lacking: set[int] = set()
    raw, document, links = _laid_out(html, base_css, language, LocalFetcher(fetch), part, lacking)
    if lacking:
        # Fonts have the single characters but not this sequence of them.
        still = set(lacking)
        raw, document, links = _laid_out(html, base_css, language, LocalFetcher(fetch), part, still)
        left = {code for font in document.fonts.values() for code in font.missing}
        if left:
            # Not from the text: a marker or content of the style sheet, which must do without it.
            codes = ", ".join(f"U+{code:04X}" for code in sorted(left))
            logger.error("The style sheet uses %s, which no bundled font has", codes)
    with pikepdf.open(BytesIO(raw)) as pdf:
        repair(pdf, list_styles(document.pages), tables_that_go_on(document.pages), links)
        describe(pdf, About(title, language, author, keywords, created), part=part)
        if attachments:
            attach(pdf, attachments, created)
        pdf.remove_unreferenced_resources()
        out = BytesIO()
        pdf.save(out, deterministic_id=True, compress_streams=True)
    return out.getvalue()


def _laid_out(
    html: str,
    base_css: Sequence[str],
    language: str,
    fetcher: LocalFetcher,
    part: int,
    lacking: set[int],
) -> tuple[bytes, Document, dict[str, str]]:
    """Give WeasyPrint's PDF, the pages and the links' texts.

    Characters in `lacking` are written out as codes besides those that no font has; those that
    are found to be shown as empty boxes are added to it.
    """
    fonts = BundledFonts()
    page = HTML(string=html, base_url=BASE_URL, url_fetcher=fetcher)
    sheets = [_sheet(css, fetcher, fonts) for css in (_MARKERS, _IN_TURN, _TOGETHER, *base_css)]
    links = _take_links(page.etree_element)
    lead_on(page.etree_element)
    hold_together(page.etree_element)
    page.etree_element.set("lang", language)
    missing = write_out_missing(page.etree_element, fonts.characters - lacking)
    if missing:
        codes = ", ".join(sorted(f"U+{ord(char):04X}" for char in missing))
        logger.warning("No bundled font has %s; written out as codes", codes)
    document = page.render(stylesheets=sheets, font_config=fonts)
    raw = document.write_pdf(pdf_variant=f"pdf/a-{part}a", pdf_tags=True)
    lacking |= {code for font in document.fonts.values() for code in font.missing}
    return raw, document, links


def _sheet(css: str, fetcher: LocalFetcher, fonts: BundledFonts) -> CSS:
    if css.startswith("/") and "{" not in css:
        return CSS(url=BASE_URL.rstrip("/") + css, url_fetcher=fetcher, font_config=fonts)
    return CSS(string=css, base_url=BASE_URL, url_fetcher=fetcher, font_config=fonts)


def _take_links(root: Element) -> dict[str, str]:
    """Unlink addresses that mean nothing on paper; give the text of the links that stay.

    An address that is linked with two different texts is left out: its own letters describe it.
    """
    texts: dict[str, set[str]] = {}
    for link in root.iter("a"):
        href = link.get("href", "").strip()
        if not _ADDRESS.match(href):
            link.attrib.pop("href", None)
            continue
        target = href[1:] if href.startswith("#") else iri_to_uri(href)
        texts.setdefault(target, set()).add(" ".join("".join(link.itertext()).split()))
    return {target: found.pop() for target, found in texts.items() if len(found) == 1}
