"""The document as one HTML file for the municipality's own site.

It is made of the page that the PDF is printed from. What belongs to the program is taken out
(the frames of its rows, their ids, links into it), so that what is left is headings, paragraphs
and lists; logotypes are in the file, and it asks for nothing from anywhere.
"""

from base64 import b64encode
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils.text import slugify
from lxml import etree, html

from decisions.phrases import Decided
from desk.printing.letterhead import colour_of
from desk.printing.printed import printed
from documents import tree
from documents.models import StoredFile, TopRow
from partnerships.choices import LogoPlacement
from partnerships.models import Letterhead

_STYLES = Path(settings.BASE_DIR) / "static/print/webpage.css"
#: Where the printed page fetches a logotype.
_STORED = "/stored/"
#: Classes that the style sheet knows; all others are the program's.
_CLASSES = {
    "masthead", "organisation", "dated", "subtitle", "small", "dash", "plain", "parties",
    "party", "decided", "seats", "signatures", "columns", "line", "blank",
}  # fmt: skip
_FOLLOWED = ("http:", "https:", "mailto:")


def web_page(
    content: tree.DocumentTree,
    *,
    top: TopRow,
    kind: str,
    dated: datetime,
    decided: Decided | None = None,
) -> bytes:
    """Return the HTML file of `content`; the arguments are those of `printed`."""
    made = printed(content, top=top, kind=kind, dated=dated, decided=decided)
    page = html.document_fromstring(made.html)
    _complete(page, made.letterhead, made.mark or made.header, made.footer)
    _embed_logos(page, with_logos=made.letterhead.logos != LogoPlacement.NONE)
    _take_out_links(page)
    _name_sections(page)
    _strip(page)
    return etree.tostring(page, method="html", encoding="utf-8", doctype="<!doctype html>")


def _complete(page: html.HtmlElement, letterhead: Letterhead, header: str, footer: str) -> None:
    """Add what stands round the text: a style sheet, what text it is and from when."""
    head, body = page.head, page.body
    viewport = {"name": "viewport", "content": "width=device-width, initial-scale=1"}
    etree.SubElement(head, "meta", viewport)
    style = etree.SubElement(head, "style")
    beside = letterhead.logos == LogoPlacement.BESIDE
    style.text = _STYLES.read_text() + f":root {{ --colour: #{colour_of(letterhead)} }}\n"
    if beside:
        style.text += ".organisation img { display: inline-block; margin-right: 0.6em }\n"
    main = etree.Element("main")
    main.extend(list(body))
    if header:
        etree.SubElement(body, "p", role="note").text = header
    body.append(main)
    etree.SubElement(etree.SubElement(body, "footer"), "p").text = footer


def _embed_logos(page: html.HtmlElement, *, with_logos: bool) -> None:
    images = {one: one.get("src").removeprefix(_STORED) for one in page.iter("img")}
    wanted = set(images.values()) if with_logos else set()
    stored = {one.sha256: one for one in StoredFile.objects.filter(sha256__in=wanted)}
    for image, sha256 in images.items():
        file = stored.get(sha256)
        if file is None:
            image.drop_tree()
            continue
        image.set("src", f"data:{file.media_type};base64,{b64encode(file.read()).decode()}")


def _take_out_links(page: html.HtmlElement) -> None:
    """Keep the words of links into the program, which mean nothing elsewhere."""
    for link in list(page.iter("a")):
        if not link.get("href", "").lower().startswith(_FOLLOWED):
            link.drop_tag()


def _name_sections(page: html.HtmlElement) -> None:
    """Give headings ids of their words, so that a page can link to one of them."""
    for one in page.iter():
        one.attrib.pop("id", None)
        one.attrib.pop("aria-labelledby", None)
    taken: set[str] = set()
    for heading in _headings(page):
        name = base = slugify(heading.text_content()) or "avsnitt"
        number = 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        heading.set("id", name)


def _headings(page: html.HtmlElement) -> Iterator[html.HtmlElement]:
    return page.iter("h1", "h2", "h3", "h4", "h5", "h6")


def _strip(page: html.HtmlElement) -> None:
    """Take out frames and classes that say nothing outside the program, and their white space."""
    for one in list(page.body.iter()):
        classes = [name for name in one.get("class", "").split() if name in _CLASSES]
        one.attrib.pop("class", None)
        one.attrib.pop("data-said", None)
        if classes:
            one.set("class", " ".join(classes))
        elif one.tag == "div" or (one.tag == "section" and not len(one)):
            one.drop_tag()
    for one in page.iter():
        for side in ("text", "tail"):
            words = getattr(one, side)
            if words and not words.strip(" \n") and "\n" in words:
                setattr(one, side, "\n")
