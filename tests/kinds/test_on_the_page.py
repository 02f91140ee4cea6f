"""What a person writes in a row is read where the document is, and each row is edited there."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import models
from django.template.loader import get_template
from lxml import html

from desk.templatetags.desk import PLACES
from documents.changes import change
from documents.tree import BlockPart, TextPart, walk
from tests.desk import Desk, page, text_of
from tests.kinds.examples import EACH_KIND, KINDS, example, make, write
from tests.kinds.test_editing import ADDED, EDITED, WRITTEN, edit, first, now
from tests.kinds.test_files import word_file

pytestmark = pytest.mark.any_database

#: Words and facts that are kept of a row and not printed, and why.
NOT_PRINTED = {
    "agreement.area": "the document is found by it",
    "agreement.legal_basis": "the document is found by it",
    "agreement.programmes": "the document is found by it",
    "agreement.kind": "the text says it in its own words",
    "agreement.valid_from": "its validity is printed in its own words",
    "agreement.valid_to": "its validity is printed in its own words",
    "agreement.renewal_rule": "its renewal is printed in its own words",
    "agreement.revised_every_n": "its renewal is printed in its own words",
    "agreement.revised_every_unit": "its renewal is printed in its own words",
    "goal.kind": "the text says it in its own words",
    "goal.prevention": "the text says it in its own words",
    "party.kind": "its name says it",
    "signatory.mandate": "the text says it in its own words",
    "body.kind": "its name says it",
    "plan.columns": "they are what the table is headed by",
    "measure.kind": "its words say what is counted",
}
#: What a form edits that is not in words, each of which the page says somehow.
FACTS = [
    pytest.param(kind, row.name, column.name, id=f"{kind.name}-{row.name}-{column.name}")
    for kind in KINDS
    for row in kind.edited_rows.values()
    for column in row.said_columns
    if column.choices or isinstance(column, models.DateField | models.PositiveIntegerField)
    if row.name != "part" and column.name in row.form._meta.fields
]


def document(response):
    """The document on its page as an element, without contents, side and what a request adds."""
    (shown,) = page(response).xpath("//*[@id='document']")
    for one in shown.xpath(".//*[@id='toc' or @id='side' or @name='csrfmiddlewaretoken']"):
        one.drop_tree()
    shown.attrib.clear()
    return shown


def crumbs(response):
    """Where the page says that one is."""
    (shown,) = page(response).xpath("//*[@id='crumb']")
    return shown.text_content()


def shown(desk):
    """The words of the document on its page, in print and in Word."""
    words = {
        "page": document(desk.get(desk.url("detail"))).text_content(),
        "print": text_of(desk.get(desk.url("html"))),
        "word": " ".join(one.text for one in word_file(desk).paragraphs),
    }
    return {where: text.replace("\u00ad", "") for where, text in words.items()}


def another(column, value):
    """Another value of a column that is no text."""
    if column.choices:
        return next(one for one, _label in reversed(column.flatchoices) if one not in ("", value))
    if isinstance(column, models.DateField):
        # What begins may not begin after its end.
        step = timedelta(days=-1 if column.name.endswith("_from") else 1)
        return value + step if value else date(2031, 5, 6)
    return (value or 0) + 4


@pytest.mark.parametrize(("kind", "row", "column"), WRITTEN, indirect=["kind"])
def test_what_a_person_writes_is_read_on_the_page_in_print_and_in_word(desk, karin, row, column):
    write(desk, row, column, "Rådet möts", by=karin)
    said = shown(desk)
    missing = {where for where, words in said.items() if "Rådet möts" not in words}
    assert missing == (said.keys() if f"{row}.{column}" in NOT_PRINTED else set())


@pytest.mark.parametrize(("kind", "row", "column"), FACTS, indirect=["kind"])
def test_a_fact_of_a_row_is_read_on_the_page_in_print_and_in_word(desk, karin, row, column):
    before = shown(desk)
    with change(by=karin.actor, document=desk.agreement.document):
        one = first(desk, row)
        setattr(one, column, another(one._meta.get_field(column), getattr(one, column)))
        one.save()
    after = shown(desk)
    unsaid = {where for where, words in after.items() if words == before[where]}
    if f"{row}.{column}" in NOT_PRINTED:
        assert unsaid >= {"page", "word"}  # a name of its file may say it
    else:
        assert not unsaid


@pytest.mark.parametrize("kind", EACH_KIND, indirect=True)
def test_every_row_can_be_edited_where_it_stands(desk):
    shown = document(desk.get(desk.url("detail")))
    links, ids = {*shown.xpath(".//a/@href")}, {*shown.xpath(".//@id")}
    for node in walk(now(desk)):
        if node.ROW not in desk.kind.edited_rows or isinstance(node, BlockPart):
            continue
        assert desk.url("edit", node.ROW, node.key) in {one.split("?")[0] for one in links}, node
        if desk.kind.name != node.ROW:
            assert node.anchor in ids, node
            name = desk.kind.short_name(node)
            assert name.strip()


@pytest.mark.parametrize("kind", EACH_KIND, indirect=True)
def test_every_row_stands_once_also_where_no_section_prints_it(kind, karin, client_for):
    content = example(kind)
    sections = tuple(
        replace(one, parts=tuple(part for part in one.parts if isinstance(part, TextPart)))
        for one in content.sections
    )
    desk = Desk(
        client_for(karin), make(kind, by=karin, content=replace(content, sections=sections))
    )
    ids = document(desk.get(desk.url("detail"))).xpath(".//@id")
    for node in walk(now(desk)):
        if node.ROW in kind.edited_rows:
            assert ids.count(node.anchor) == 1, node


@pytest.mark.parametrize(("kind", "name"), ADDED, indirect=["kind"])
def test_a_row_can_be_added_where_there_is_none_yet(desk, karin, name):
    row = desk.kind.rows_by_name[name]
    links = document(desk.get(desk.url("detail"))).xpath(
        f".//a[starts-with(@href, '{desk.url('add', name)}')]"
    )
    labels = {" ".join(link.text_content().split()).lstrip("+ ") for link in links}
    assert str(row.add_label) in labels
    if row.in_tree:
        assert row.add_under_label
        assert str(row.add_under_label) in labels


@pytest.mark.parametrize(("kind", "name"), EDITED, indirect=["kind"])
def test_what_a_saved_row_changes_is_fetched_anew(desk, name):
    row = desk.kind.rows_by_name[name]
    anchor = f"{name}-{first(desk, name).key}"
    before = desk.get(desk.url("detail"))
    assert edit(desk, name).status_code == 302
    after = desk.get(desk.url("detail"))
    if row.refreshes_document:
        return
    was, became = document(before), document(after)
    for shown in (was, became):
        for one in shown.xpath(f".//*[@id='{anchor}' or @id='{anchor}-block']"):
            one.drop_tree()
    assert html.tostring(was).split() == html.tostring(became).split()
    assert crumbs(before) == crumbs(after)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_templates_of_a_kind_are_there_and_stand_in_places_that_there_are(kind):
    assert kind.panels.keys() <= PLACES.keys()
    for template in [*kind.panels.values(), *(block.template for block in kind.blocks.values())]:
        get_template(template)
