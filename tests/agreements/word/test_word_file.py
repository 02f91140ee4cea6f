"""The Word file as Word sees it: real styles, headings, lists and tables, and nothing loose."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from agreements import tree
from desk.forms.logo import store_logo
from partnerships.choices import LogoPlacement
from partnerships.models import Letterhead
from tests import factories
from tests.access_world import picture
from tests.agreements.word.files import file_of, unsaved

pytestmark = pytest.mark.any_database

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = (
    "<h3>Mellan</h3><p>Ett <strong>viktigt</strong> ord.</p><ul><li><p>a</p><ol><li><p>b</p></li>"
    "</ol></li></ul><ol><li><p>c</p></li></ol>"
)


def content():
    small = factories.small_tree(document_date=factories.FIRST_DAY)
    part = tree.TextPart(key=factories.key("more"), text=TEXT)
    more = tree.Section(key=factories.key("section-more"), heading="Mer", parts=(part,))
    return replace(small, sections=(*small.sections, more))


def opened(file):
    return docx.Document(BytesIO(file))


def by_style(document):
    found = {}
    for one in document.paragraphs:
        found.setdefault(one.style.name, []).append(one.text)
    return found


def part_of(file, name):
    return etree.fromstring(ZipFile(BytesIO(file)).read(name))


def test_title_and_headings_have_words_own_styles():
    styles = by_style(opened(file_of(content())))

    assert styles["Title"] == ["Samverkansöverenskommelse"]
    assert styles["Subtitle"] == ["Luleå kommun och Lokalpolisområde Luleå-Boden"]
    assert styles["Heading 1"][:3] == ["Parter", "Mål", "Arbetssätt"]
    assert styles["Heading 2"][:2] == ["Styrgrupp", "Åtgärdsplan"]
    assert styles["Mellanrubrik"] == ["Mellan"]


def test_lists_are_lists_and_each_numbered_one_begins_anew():
    file = file_of(content())
    numbers = {
        one.text: one._p.pPr.numPr
        for one in opened(file).paragraphs
        if one._p.pPr.numPr is not None
    }

    assert [numbers[one].ilvl.val for one in "abc"] == [0, 1, 0]
    ids = [numbers[one].numId.val for one in "bc"]
    assert len(set(ids)) == 2
    numbering = part_of(file, "word/numbering.xml")
    for number in ids:
        (made,) = numbering.xpath(f"*[@*[local-name()='numId']='{number}']")
        assert made.find(f"{W}lvlOverride/{W}startOverride") is not None
    assert numbers["Utveckla samverkan"].numId.val not in ids


def test_parties_and_signatures_stand_in_columns():
    masthead, parties, signatures = opened(file_of(content())).tables

    assert [cell.text.split("\n")[0] for cell in masthead.rows[0].cells] == [
        "Luleå kommun",
        "Polisen",
        "1\u00a0januari\u00a02024",
    ]
    assert "Dnr KS 2023/17" in masthead.rows[0].cells[0].text
    assert parties.rows[0].cells[1].text == "Polisen\nBo Ek\nLokalpolisområdeschef"
    assert signatures.rows[0].cells[0].text == (
        "Luleå kommun\nOrt och datum\nKerstin Berg\nKommunalråd"
    )


def test_the_file_says_what_it_is_and_in_which_language():
    document = opened(file_of(content()))
    properties = document.core_properties

    assert (properties.title, properties.language) == ("Samverkansöverenskommelse", "sv-SE")
    assert properties.author == "Luleå kommun, Polisen"
    assert properties.comments == ""
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "Utkast – ej beslutat"
    assert "utkast 5\u00a0mars\u00a02026" in section.footer.paragraphs[0].text
    fields = section.footer._element.iter(f"{W}fldSimple")
    assert [one.get(f"{W}instr").strip() for one in fields] == ["PAGE", "NUMPAGES"]
    (language,) = part_of(file_of(content()), "word/styles.xml").iter(f"{W}lang")
    assert language.get(f"{W}val") == "sv-SE"


def test_paragraphs_carry_styles_and_no_look_of_their_own():
    body = opened(file_of(content())).element.body
    allowed = {"pStyle", "numPr", "outlineLvl", "keepNext"}
    looks = {child.tag.removeprefix(W) for one in body.iter(f"{W}pPr") for child in one}
    runs = {child.tag.removeprefix(W) for one in body.iter(f"{W}rPr") for child in one}

    assert looks <= allowed
    assert runs <= {"rStyle", "b", "bCs", "i", "iCs"}


def test_every_style_list_and_bookmark_that_is_named_exists_once():
    file = file_of(content())
    body = part_of(file, "word/document.xml")
    styles = {one.get(f"{W}styleId") for one in part_of(file, "word/styles.xml").iter(f"{W}style")}
    lists = {one.get(f"{W}numId") for one in part_of(file, "word/numbering.xml").iter(f"{W}num")}

    assert {one.get(f"{W}val") for one in body.iter(f"{W}pStyle", f"{W}rStyle")} <= styles
    assert {one.get(f"{W}val") for one in body.iter(f"{W}numId")} <= lists
    marks = list(body.iter(f"{W}bookmarkStart"))
    names = [one.get(f"{W}name") for one in marks]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{1,39}", name) for name in names)
    ends = sorted(one.get(f"{W}id") for one in body.iter(f"{W}bookmarkEnd"))
    assert sorted(one.get(f"{W}id") for one in marks) == ends


def test_elements_stand_in_the_order_that_word_demands():
    order = ["pStyle", "keepNext", "numPr", "outlineLvl"]
    for one in opened(file_of(content())).element.body.iter(f"{W}pPr"):
        names = [child.tag.removeprefix(W) for child in one]
        assert names == sorted(names, key=order.index)
    section = [one.tag.removeprefix(W) for one in opened(file_of(content())).element.body[-1]]
    assert section == ["headerReference", "footerReference", "pgSz", "pgMar"]


def test_a_text_without_keys_has_no_marks():
    bare = tree.AgreementTree(title="T", parties=(tree.Party(organisation="P", kind="police"),))

    assert b"bookmarkStart" not in ZipFile(BytesIO(file_of(bare))).read("word/document.xml")


@pytest.mark.parametrize(("logos", "pictures"), [("above", 1), ("beside", 1), ("none", 0)])
def test_logotypes_stand_where_the_letterhead_says(db, logos, pictures):
    stored = store_logo(picture(300))
    logo = tree.Logo(stored.sha256, stored.media_type, "Vapen")
    small = content()
    parties = (replace(small.parties[0], logo=logo), small.parties[1])
    agreement = unsaved()
    partnership = agreement.document.partnership
    partnership.letterhead = Letterhead(
        colour="blue", logos=LogoPlacement(logos), order=["Polisen"]
    )

    document = opened(file_of(replace(small, parties=parties), agreement))

    assert len(document.inline_shapes) == pictures
    assert document.tables[0].rows[0].cells[0].text.startswith("Polisen")
    assert str(document.styles["Heading 1"].font.color.rgb) == "0B3C66"
    if pictures:
        assert document.inline_shapes[0]._inline.docPr.get("descr") == "Vapen"
