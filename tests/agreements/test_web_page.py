"""The HTML file: one page that asks for nothing, with the document's own headings and words."""

import re
from dataclasses import replace

import pytest
from lxml import html

from agreements import tree
from desk.forms.logo import store_logo
from desk.printing.webpage import web_page
from tests import factories
from tests.access_world import picture
from tests.agreements.word.files import NOW, unsaved


@pytest.fixture
def made(db):
    stored = store_logo(picture(301))
    small = factories.small_tree()
    logo = tree.Logo(stored.sha256, stored.media_type, "Luleås vapen")
    text = '<p>Se <a href="/regler">regler</a>, <a href="https://example.org/">mer</a> & </p>'
    part = tree.TextPart(key=factories.key("links"), text=text.replace("& ", "&lt;script&gt;"))
    more = tree.Section(key=factories.key("section-links"), heading="Mål", parts=(part,))
    content = replace(
        small,
        parties=(replace(small.parties[0], logo=logo), small.parties[1]),
        sections=(*small.sections, more),
    )
    return web_page(content, top=unsaved(), kind="", dated=NOW).decode()


def test_the_page_stands_alone(made):
    page = html.document_fromstring(made)

    assert made.startswith("<!doctype html>")
    assert page.get("lang") == "sv"
    assert page.findtext("head/title") == "Samverkansöverenskommelse"
    assert page.xpath("//img/@alt") == ["Luleås vapen"]
    assert page.xpath("//img/@src")[0].startswith("data:image/png;base64,")
    assert page.xpath("//link | //script | //iframe | //*[@style]") == []
    assert re.findall(r"(?:src|href)=\"(?!data:)([^\"]*)", made) == ["https://example.org/"]
    assert "&lt;script&gt;" in made


def test_headings_are_in_order_and_can_be_linked_to(made):
    page = html.document_fromstring(made)
    headings = page.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")
    levels = [int(one.tag[1]) for one in headings]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    ids = [one.get("id") for one in headings]
    assert len(set(ids)) == len(ids)
    assert {"mal", "mal-2", "atgardsplan"} <= set(ids)


def test_nothing_of_the_program_is_left(made):
    body = made[made.index("<body") :]

    assert str(factories.key("section-goals")) not in body
    assert not re.search(r'class="[^"]*\b(?:block|structured|section|tools)\b', body)
    assert "Utkast – ej beslutat" in body
    assert "utkast 5 mars 2026" in body
