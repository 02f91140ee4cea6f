"""Calendars that a person's own program fetches without signing in."""

import icalendar
import pytest
from django.urls import reverse
from time_machine import travel

from deadlines.feeds import make_feed, token_of
from deadlines.models import CalendarFeed, LawDuty
from tests.desk import page

pytestmark = pytest.mark.django_db

PAGE = reverse("pages:deadlines", args=["trygg-i-lulea"])
SUBSCRIBE = reverse("pages:subscribe", args=["trygg-i-lulea"])


@pytest.fixture(autouse=True)
def _in_march():
    LawDuty.objects.all().delete()
    with travel("2026-03-01 12:00", tick=False):
        yield


def address_on(client):
    """The address that the page of deadlines shows."""
    (address,) = page(client.get(PAGE)).xpath("//*[@id='kalender']//input[@readonly]/@value")
    return address


def events(response):
    return icalendar.Calendar.from_ical(response.content).walk("VEVENT")


def test_whoever_has_the_address_reads_the_days_without_signing_in(signed, ines, client_for):
    client = client_for(ines)
    client.post(SUBSCRIBE)

    response = client_for(None).get(address_on(client))

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    days = {str(one["summary"]): one.decoded("dtstart").isoformat() for one in events(response)}
    assert days == {
        "Plan (Trygg i Luleå)": "2025-12-31",
        "Utvärdering av överenskommelsen (Trygg i Luleå)": "2028-12-31",
    }
    first = events(response)[0]
    assert "Planen ska uppdateras minst vartannat år." in first["description"]
    assert first["url"].endswith(PAGE)


def test_a_day_keeps_its_name_when_it_is_fetched_anew(signed, ines, client_for):
    client = client_for(ines)
    client.post(SUBSCRIBE)
    names = [
        [str(one["uid"]) for one in events(client_for(None).get(address_on(client)))]
        for _time in range(2)
    ]

    assert names[0] == names[1]
    assert len(set(names[0])) == 2


def test_an_address_is_made_once_and_revoked(signed, ines, stina, client_for):
    client = client_for(ines)
    client.post(SUBSCRIBE)
    client.post(SUBSCRIBE)
    address, feed = address_on(client), CalendarFeed.objects.get()

    revoke = reverse("pages:unsubscribe", args=["trygg-i-lulea", feed.pk])
    assert client_for(stina).post(revoke).status_code == 404
    assert client_for(None).get(address).status_code == 200
    assert client.post(revoke).status_code == 302
    assert client_for(None).get(address).status_code == 404

    client.post(SUBSCRIBE)
    assert address_on(client) != address


def test_who_leaves_the_partnership_takes_its_days_away(signed, ines, client_for):
    token = token_of(make_feed(ines.access, of_all=True))
    ines.access.membership.delete()

    response = client_for(None).get(reverse("pages:calendar", args=[token]))

    assert events(response) == []


@pytest.mark.parametrize("altered", ["x", "abc.def", ""])
def test_an_altered_address_leads_nowhere(ines, client_for, altered):
    token = token_of(make_feed(ines.access, of_all=False))

    url = reverse("pages:calendar", args=[token[:-4] + (altered or "AAAA")])

    assert client_for(None).get(url).status_code == 404


def test_another_organisations_draft_stands_in_nobodys_calendar(draft, per, client_for):
    token = token_of(make_feed(per.access, of_all=False))

    assert events(client_for(None).get(reverse("pages:calendar", args=[token]))) == []
