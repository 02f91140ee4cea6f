"""What is printed in one place and written in another opens the form where it is written."""

import pytest

from documents.choices import PartKind
from tests.desk import fields, form_of, page, text_of


@pytest.fixture
def block(desk):
    """A structured block of a kind, at the end of the first section."""

    def make(name):
        section = desk.row("section")
        desk.fill_in(desk.url("add", "part", under=section.key), text="", block=name)
        return desk.row("part", kind=PartKind.BLOCK, block=name, section=section)

    return make


def opened(desk, at):
    """The link that edits what stands in the place with the id `at`."""
    (link,) = page(desk.get(desk.url("detail"))).xpath(
        f"//*[@id='{at}']/ul[contains(@class, 'tools')]//a[@data-act='edit']"
    )
    return link


def begins_at(response):
    return form_of(response).xpath(".//*[@autofocus]/@name")


def test_the_validity_opens_the_facts_at_its_first_day(desk, block):
    link = opened(desk, f"part-{block('validity').key}")
    response = desk.get(link.get("href"))

    assert begins_at(response) == ["valid_from"]
    assert "style" not in fields(response)
    saved = desk.fill_in(link.get("href"), htmx=True, validity_text="från 2024")
    assert saved.status_code == 302
    assert desk.row("agreement").validity_text == "från 2024"


@pytest.mark.parametrize(
    ("row", "column"),
    [("party", "registry_number"), ("party", "display_name"), ("signatory", "name")],
)
def test_the_letterhead_and_the_place_to_sign_open_the_row_in_place_at_the_field(desk, row, column):
    place = f"{row}-{desk.row(row).key}-{column}"
    link = opened(desk, place)
    form = desk.get(link.get("href"), htmx=True)

    assert form_of(form).get("id") == place
    assert begins_at(form) == [column]
    saved = desk.fill_in(link.get("href"), htmx=True, **{column: "Skrivet här"})
    assert saved["Location"].endswith(f"#{place}")
    assert getattr(desk.row(row), column) == "Skrivet här"


def test_the_date_opens_the_facts_with_its_folded_group_open(desk):
    facts = desk.row("agreement")
    desk.fill_in(desk.at("edit", facts), document_date="2026-11-22")
    response = desk.get(opened(desk, f"agreement-{facts.key}-document_date").get("href"))

    assert begins_at(response) == ["document_date"]
    assert form_of(response).xpath(".//details[@open]//*[@name='document_date']")


def test_a_form_opened_at_a_field_that_it_has_not_opens_as_usual(desk):
    goal = desk.row("goal")
    response = desk.get(f'{desk.at("edit", goal)}?at=seen"><b>', htmx=True)

    assert form_of(response).get("id") == f"goal-{goal.key}"
    assert begins_at(response) == []


@pytest.mark.parametrize("htmx", [False, True])
def test_a_block_of_signatures_asks_who_is_meant_and_says_where_place_and_date_come_from(
    desk, block, htmx
):
    link = opened(desk, f"part-{block('signatures').key}")
    asked = desk.get(link.get("href"), htmx)
    person, party = desk.row("signatory"), desk.row("party")

    leads_to = form_of(asked).xpath(".//li/a/@href")
    assert f"{desk.at('edit', person)}?at=name" in leads_to
    assert desk.url("add", "signatory", under=party.key) in leads_to
    assert str(person) in text_of(asked)
    assert "för hand" in text_of(asked) or "by hand" in text_of(asked)
    assert [desk.get(one).status_code for one in leads_to] == [200] * len(leads_to)


@pytest.mark.parametrize("name", ["parties", "bodies", "duties", "appendices", "validity"])
def test_a_block_leads_to_the_rows_that_it_shows_and_to_a_new_one(desk, block, name):
    asked = desk.get(desk.at("edit", block(name)))

    leads_to = form_of(asked).xpath(".//li/a/@href")
    assert leads_to
    assert [desk.get(one).status_code for one in leads_to] == [200] * len(leads_to)


def test_only_a_list_has_a_look_and_its_link_says_so(desk):
    goals = desk.row("part", kind=PartKind.BLOCK, block="goals")
    desk.client.cookies["django_language"] = "en"

    assert opened(desk, f"part-{goals.key}").text == "List style"
    assert set(fields(desk.get(desk.at("edit", goals)))) == {"seen", "style"}
    assert desk.fill_in(desk.at("edit", goals), style="numbered").status_code == 302
    assert desk.row("part", kind=PartKind.BLOCK, block="goals").style == "numbered"


def test_a_new_block_keeps_the_look_of_a_list_only_where_it_prints_one(desk):
    section = desk.row("section")
    for name, kept in (("goals", "numbered"), ("duties", "")):
        address = desk.url("add", "part", under=section.key)
        desk.fill_in(address, text="", block=name, style="numbered")
        assert desk.row("part", block=name, section=section).style == kept


def test_nothing_is_to_be_opened_where_the_text_is_only_read(desk):
    shown = page(desk.get(f"{desk.url('detail')}?las"))

    assert not shown.xpath("//article//a[@data-act='edit']")
    assert not shown.xpath("//article//*[contains(@id, '-registry_number')]")
