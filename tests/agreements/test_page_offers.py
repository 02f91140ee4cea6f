"""The page of an agreement, for all who see it in every state: nothing empty, nothing in vain."""

import pytest
from lxml import html

from tests import access_table as table
from tests.access_world import address, arguments, build_world
from tests.loud import LoudClient

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

VISITS = [
    pytest.param(state, name, id=f"{state}-{name}")
    for state, met in table.STATES.items()
    for name in sorted(met.sees)
]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), build_world() as built:
        yield built


def shown(world, state, name):
    people, agreements = world
    client = LoudClient()
    client.force_login(people[name].user)
    url = address("agreements:detail", arguments(agreements[state]))
    response = client.get(url)
    return client, html.fromstring(response.content.decode())


@pytest.mark.parametrize(("state", "name"), VISITS)
def test_no_heading_in_the_side_stands_over_nothing(world, state, name):
    _client, page = shown(world, state, name)
    headings = page.xpath("//aside//*[self::h2 or self::h3]")

    assert headings
    for heading in headings:
        below = heading.getnext()
        assert below is not None, heading.text_content()
        assert below.text_content().strip(), heading.text_content()
    assert all(menu.xpath("./li") for menu in page.xpath("//aside//ul"))


@pytest.mark.parametrize(("state", "name"), VISITS)
def test_what_is_offered_answers_and_there_is_one_button(world, state, name):
    client, page = shown(world, state, name)
    [area] = page.xpath("//*[@class='offers']")

    assert len(area.xpath("./a")) == 1
    assert len(area.xpath(".//details")) == (1 if area.xpath(".//li") else 0)
    addresses = area.xpath(".//a/@href")
    assert len(set(addresses)) == len(addresses)
    for url in area.xpath(".//li/a/@href"):
        assert client.get(url).status_code == 200, url


@pytest.mark.parametrize("name", ["stina", "ines"])
@pytest.mark.parametrize("state", ["signed", "published"])
def test_who_can_do_nothing_is_offered_to_print(world, state, name):
    _client, page = shown(world, state, name)

    assert page.xpath("//*[@class='offers']/a/@href")[0].endswith("/pdf/")
    assert not page.xpath("//*[@class='offers']/details")


def test_who_comments_on_a_draft_is_led_to_what_others_say(world):
    """The side comes after the document on a narrow window."""
    _client, page = shown(world, "for comments", "stina")
    offered = page.xpath("//*[@class='offers']//li/a/@href")

    assert [one.rsplit("/", 2)[1] for one in offered] == ["kommentarer"]
    for name in ("karin", "ines"):  # has an act that leads on; does not comment
        _client, page = shown(world, "for comments", name)
        assert not page.xpath("//*[@class='offers']//li/a[contains(@href, 'kommentarer')]")


def test_who_may_comment_and_not_edit_is_told_how(world):
    hint = "Markera ord i texten, eller välj Kommentera vid ett avsnitt."
    told = {
        name: hint in shown(world, "for comments", name)[1].xpath("string(//aside)")
        for name in ("stina", "karin", "ines")
    }

    assert told == {"stina": True, "karin": False, "ines": False}


def test_the_signed_text_is_marked_with_its_duties(world):
    _client, page = shown(world, "signed", "ines")

    assert page.xpath("//*[@class='sheet']//*[@class='mark']")


def test_the_contents_lead_to_the_groups_and_duties_beside_the_text(world):
    _client, page = shown(world, "draft", "karin")
    beside = page.xpath("//*[@id='behind']/section/@id")
    links = page.xpath("//nav[@id='toc']//a/@href")

    assert "behind-duties" in beside
    assert {f"#{one}" for one in beside} <= set(links)


def test_the_page_promises_no_deadlines_that_are_not_computed(world):
    for name, state in (("karin", "draft"), ("ines", "signed")):
        _client, page = shown(world, state, name)

        assert "räknar fram" not in page.text_content()
