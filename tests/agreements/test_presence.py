"""Both see who else is in the document, where they write and what they have changed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from documents.models import Presence
from documents.models.presence import GONE_AFTER
from tests.desk import Desk, page, text_of


def tell(desk, **told):
    """What an open page is told when it tells that it is open."""
    response = desk.post(desk.url("presence"), told)
    assert response.status_code == 200
    return response


def test_each_sees_the_other_and_where_they_write(desk, colleague):
    part = desk.row("part", kind="text")
    assert tell(desk).content.strip() == b""

    tell(colleague, writing_in=part.key)

    told = tell(desk)
    assert "Per Lind (Lokalpolisområde Luleå-Boden) – skriver i Mål" in text_of(told)
    assert page(told).xpath("//@data-writing") == [str(part.key)]
    # Where there is no room for names: how many, and the way to who they are.
    (number,) = page(told).xpath("//a[@class='so-many']")
    assert (number.text_content(), number.get("href")) == ("2 här", desk.url("presence"))
    assert "Karin Ström (Luleå kommun)" in text_of(tell(colleague))
    assert "skriver" not in text_of(tell(desk))
    assert Presence.objects.count() == 2


def test_whoever_has_left_is_not_here(desk, colleague):
    tell(colleague)
    left = Presence.objects.get()
    left.seen_at = timezone.now() - GONE_AFTER - timedelta(seconds=1)
    left.save()

    assert tell(desk).content.strip() == b""


def test_what_others_change_is_told_once_the_page_has_been_fetched_and_ones_own_is_not(
    desk, colleague
):
    fetched = page(desk.get(desk.url("detail"))).xpath("//*[@id='document']/@data-latest")[0]
    goal = desk.row("goal")
    desk.fill_in(desk.at("edit", desk.row("goal", text="Bygga broar")), text="Broar")
    assert tell(desk, since=fetched).content.strip() == b""
    colleague.fill_in(colleague.at("edit", goal), text="Pers mål")
    colleague.fill_in(colleague.at("edit", goal), text="Pers andra mål")

    told = tell(desk, since=fetched)

    assert "Per Lind ändrade målet ”Pers andra mål” (1 ändring till)" in text_of(told)
    assert page(told).xpath("//a/@data-show") == [f"goal-{goal.key}"]
    again = page(desk.get(desk.url("detail"))).xpath("//*[@id='document']/@data-latest")[0]
    assert tell(desk, since=again).content.strip() == b""


def test_whoever_has_saved_writes_there_no_more_and_elsewhere_still(desk, colleague):
    goal, part = desk.row("goal"), desk.row("part", kind="text")
    tell(colleague, writing_in=goal.key)
    colleague.fill_in(colleague.at("edit", part), text="<p>Något annat.</p>")
    assert page(tell(desk)).xpath("//@data-writing") == [str(goal.key)]

    colleague.fill_in(colleague.at("edit", goal), text="Pers mål")

    told = tell(desk)
    assert "Per Lind" in text_of(told)
    assert not page(told).xpath("//@data-writing")
    tell(colleague, writing_in=goal.key)  # opened once more
    assert page(tell(desk)).xpath("//@data-writing") == [str(goal.key)]


def test_one_who_only_reads_is_here_but_writes_nowhere(desk, stina, client_for):
    reader = Desk(client_for(stina), desk.agreement)
    tell(reader, writing_in=desk.row("goal").key)

    told = text_of(tell(desk))
    assert "Stina Falk" in told
    assert "skriver" not in told
    assert text_of(desk.get(desk.url("presence"))).count("Stina Falk") == 1


@pytest.mark.parametrize(
    "told",
    [
        {"writing_in": "inget"},
        {"writing_in": "\x00"},
        {"since": "-1"},
        {"since": str(2**70)},
        {"since": "9" * 5000},
        {"writing_in": "00000000-0000-4000-8000-000000000000", "since": str(2**63 - 1)},
    ],
)
def test_what_makes_no_sense_is_as_if_it_were_not_told(desk, colleague, told):
    tell(colleague, **told)

    assert (
        text_of(tell(desk)).strip() == "2 här Här just nu: Per Lind (Lokalpolisområde Luleå-Boden)"
    )


def test_a_page_without_scripts_tells_it_too(desk, colleague):
    tell(colleague)

    assert "Per Lind" in text_of(desk.get(desk.url("presence")))
    assert Presence.objects.count() == 1
