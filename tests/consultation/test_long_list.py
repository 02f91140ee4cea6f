"""A draft with very many comments: a page at a time, by section, the open ones first."""

import pytest

from bench.queries import queries_of
from consultation import listing
from consultation.commenting import Author, Spot, comment
from consultation.models import Comment
from documents.models import Section
from tests.desk import page


@pytest.fixture
def short_pages(monkeypatch):
    """Four conversations on a page."""
    monkeypatch.setattr(listing, "ON_A_PAGE", 4)


@pytest.fixture
def many(desk, karin, text):
    """Five comments on the whole, six on a text; every other one is dealt with."""
    by = Author(str(karin.user), karin.organisation.name, karin.organisation, karin.user)

    def say(spot, number):
        for n in range(number):
            one = comment(desk.agreement.document, by=by, spot=spot, text=f"{n}", reach="everyone")
            if n % 2:
                desk.post(desk.url("deal_with", one.pk))

    say(Spot("part", text.key), 6)
    say(Spot(), 5)


def shown(desk, **query):
    """The conversations on a page: (id, whether it is done), in order."""
    found = page(desk.get(desk.url("comments", **query))).xpath("//article")
    return [(one.get("id"), "done" in one.get("class")) for one in found]


def test_every_page_has_its_part_and_together_they_have_all(desk, many, short_pages):
    pages = [shown(desk, visa="alla", sida=number) for number in (1, 2, 3)]

    assert [len(one) for one in pages] == [4, 4, 3]
    assert {name for one in pages for name, _done in one} == {
        one.anchor for one in Comment.objects.all()
    }
    # The document as a whole comes first, and in each place the open ones.
    assert [done for one in pages for _name, done in one] == (
        [False] * 3 + [True] * 2 + [False] * 3 + [True] * 3
    )
    assert shown(desk, visa="alla", sida=99) == pages[2]
    assert len(shown(desk)) == 4
    assert len(shown(desk, sida=2)) == 2
    assert all(done for _name, done in shown(desk, visa="klara", sida=2))


def test_one_conversation_is_found_on_its_page_also_when_it_is_dealt_with(desk, many, short_pages):
    for one in Comment.objects.all():
        assert one.anchor in [name for name, _done in shown(desk, till=one.pk)]
    for nothing in ("x", "0", "9" * 40):
        assert shown(desk, till=nothing) == shown(desk)


def test_a_section_says_on_which_page_its_comments_begin(desk, many, short_pages, text):
    first = page(desk.get(desk.url("comments", visa="alla")))
    heading = Section.objects.get(pk=text.section_id).heading
    place = first.xpath(f"//section[h3='{heading}']")[0]

    (link,) = place.xpath(".//*[contains(@class, 'elsewhere')]/a/@href")
    assert link.endswith("?visa=alla&sida=2")
    assert first.xpath("//a[@rel='next']/@href") == [link]


def test_a_comment_that_is_answered_with_its_answers_is_one_conversation(desk, many, short_pages):
    first = Comment.objects.filter(key=None).first()
    for _time in range(5):
        desk.post(desk.url("answer", first.pk), {"text": "Svar."})

    assert len(shown(desk)) == 4
    listed = page(desk.get(desk.url("comments")))
    assert len(listed.xpath(f"//*[@id='{first.anchor}']//*[@class='answers']/li")) == 5


def test_a_long_list_makes_no_more_queries_than_a_short_one(desk, many, short_pages, karin):
    url = desk.url("comments", visa="alla")
    few = queries_of(lambda: desk.get(url))
    by = Author(str(karin.user), karin.organisation.name, karin.organisation, karin.user)
    for n in range(30):
        comment(desk.agreement.document, by=by, spot=Spot(), text=f"{n}", reach="everyone")

    assert len(queries_of(lambda: desk.get(url))) == len(few)
