"""A day is saved as it is written, in digits or in words; what is no day is never saved as none."""

import pytest

from agreements.models import Agreement
from desk import workflow
from documents.models import Change
from tests.desk import Desk, errors, fields, form_of, page

pytestmark = pytest.mark.any_database

FIRST = "2027-01-01"
NO_DAY = [
    "2024-02-30",
    "20240230",
    "30 februari 2024",
    "2024-02",
    "februari 2024",
    "2024",
    "240230",
    "1/13 2027",
    "10/25/2026",
    "27-01-01",
    "2027-01-01 2027-01-02",
    "2027-01-01 eller så",
]
DAYS = [
    "2028-03-01",
    " 2028-3-1 ",
    "20280301",
    "1 mars 2028",
    "den 1 mars 2028",
    "1 Mar 2028",
    "1/3 2028",
    "1.3.2028",
]


@pytest.mark.parametrize("written", NO_DAY)
def test_what_is_no_day_is_refused_at_its_field_and_stands_there(desk, written):
    url = desk.at("edit", desk.row("agreement"))
    desk.fill_in(url, valid_from=FIRST)
    before = Change.objects.count()

    response = desk.fill_in(url, valid_from=written)

    assert response.status_code == 422
    assert "finns inte" in errors(response)["valid_from"]
    assert fields(response)["valid_from"] == written
    assert form_of(response).xpath(".//*[@autofocus]/@name") == ["valid_from"]
    assert Change.objects.count() == before
    assert str(desk.row("agreement").valid_from) == FIRST


@pytest.mark.parametrize("written", DAYS)
def test_a_day_is_read_as_it_is_written_in_swedish(desk, written):
    url = desk.at("edit", desk.row("agreement"))

    assert desk.fill_in(url, valid_from=written, valid_to="").status_code == 302

    assert str(desk.row("agreement").valid_from) == "2028-03-01"
    assert fields(desk.get(url))["valid_from"] == "2028-03-01"


@pytest.mark.parametrize("field", ["valid_from", "valid_to", "document_date"])
def test_a_day_is_sent_by_a_field_that_every_browser_sends_as_it_stands(desk, field):
    form = form_of(desk.get(desk.at("edit", desk.row("agreement"))))

    assert form.xpath(f".//input[@name='{field}']/@type") == ["text"]
    assert form.xpath(".//input[@type='date']/@name") == []


def test_a_signing_is_not_registered_without_the_day_that_was_written(desk, karin):
    workflow.lock(desk.agreement, by=karin.actor)

    response = desk.fill_in(desk.url("register_signed"), signed_on="2024-02-30")

    assert list(errors(response)) == ["signed_on"]
    assert form_of(response).xpath(".//*[@autofocus]/@name") == ["signed_on"]
    assert not Agreement.objects.get().signed


def test_a_termination_is_not_registered_without_the_day_it_was_told(signed, karin, client_for):
    desk = Desk(client_for(karin), signed)
    told = {"terminated_on": "2027-01-01", "by_whom": "Polisen", "notified_on": "2 mars"}

    assert list(errors(desk.fill_in(desk.url("terminate"), **told))) == ["notified_on"]
    assert Agreement.objects.get().terminated_on is None


def test_the_registration_leads_to_the_day_that_was_refused(desk, rut, client_for):
    desk = Desk(client_for(rut), desk.agreement)
    name = f"o{rut.organisation.pk}-registered_on"

    response = desk.post(
        desk.url("registration"), {"organisation": rut.organisation.pk, name: "31 juni 2024"}
    )

    assert list(errors(response)) == [name]
    assert page(response).xpath("//*[@autofocus]/@name") == [name]
