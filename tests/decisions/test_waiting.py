"""What is before one's body, and what has been decided and not registered, waits on the start."""

from datetime import date, timedelta

import pytest
from django.utils.formats import date_format
from django.utils.timezone import localdate

from bench.queries import queries_of
from decisions.choices import Part
from decisions.models import Body
from decisions.submitting import Step
from tests.decisions.conftest import decide, submit
from tests.desk import Desk, page


@pytest.fixture
def waits(client_for):
    """Return a function: persona → what waits for them, words by address."""

    def waiting(who):
        opened = client_for(who).get("/trygg-i-lulea/")
        found = page(opened).xpath("//section[h2[@id='waiting']]//li[.//a]")
        return {one.xpath(".//a/@href")[0]: " ".join(one.text_content().split()) for one in found}

    return waiting


def to_read(plan, matter):
    return f"/trygg-i-lulea/planer/{plan.pk}/beslut/{matter.pk}/"


def test_it_waits_for_those_who_sit_there_until_they_have_answered(
    waits, plan, matter, malte, stina, per, client_for
):
    url = to_read(plan, matter)

    assert waits(malte)[url] == "Läs och svara inför mötet Åtgärdsplan 2027 · Styrgruppen"
    assert url in waits(stina)
    assert url not in waits(per)
    desk = Desk(client_for(malte), plan)
    desk.post(desk.url("read_matter", matter.pk))
    assert url in waits(malte)
    desk.post(desk.url("matter", matter.pk), {"said": "no_remarks"})
    assert url not in waits(malte)
    assert url in waits(stina)


def test_it_does_not_wait_when_it_is_decided_or_one_has_left(
    waits, plan, matter, malte, stina, karin
):
    matter.body.seats.filter(user=malte.user).update(left_on=date(2020, 1, 1))
    assert to_read(plan, matter) not in waits(malte)

    decide(plan, karin, matter)
    assert to_read(plan, matter) not in waits(stina)


def test_who_was_given_a_seat_and_cannot_read_it_is_not_led_to_a_page_that_is_not_there(
    waits, plan, matter, per
):
    matter.body.seats.create(title="Kommunpolis", user=per.user)

    assert to_read(plan, matter) not in waits(per)


def test_what_a_body_has_met_about_waits_for_the_coordinator(
    waits, plan, steering_group, board, karin, rut, stina
):
    yesterday, tomorrow = (localdate() + timedelta(days=days) for days in (-1, 1))
    met, meets = submit(
        plan,
        karin,
        Step(steering_group, Part.DECIDES, meeting_on=yesterday),
        Step(board, Part.INFORMED, meeting_on=tomorrow),
    )

    url = f"{to_read(plan, met)}registrera/"
    for who in (karin, rut):
        assert url in waits(who)
        assert f"{to_read(plan, meets)}registrera/" not in waits(who)
    assert url not in waits(stina)


def test_more_matters_are_no_more_queries(plan, matter, karin, stina, client_for):
    client = client_for(stina)

    def opening():
        return client.get("/trygg-i-lulea/")

    few = queries_of(opening)
    for number in range(4):
        body = Body.objects.create(partnership=matter.body.partnership, name=str(number))
        body.seats.create(title="Ordförande", user=stina.user)
        submit(plan, karin, Step(body, Part.DECIDES))
    assert len(queries_of(opening)) == len(few)


def test_who_is_only_told_has_done_so_by_reading(
    waits, plan, steering_group, karin, malte, client_for
):
    day = localdate() + timedelta(days=9)
    (matter,) = submit(plan, karin, Step(steering_group, Part.INFORMED, meeting_on=day))

    said = waits(malte)[to_read(plan, matter)]
    assert said.startswith("Läs, för kännedom")
    assert said.endswith(f"möte {date_format(day, 'j F Y')}")
    desk = Desk(client_for(malte), plan)
    desk.post(desk.url("read_matter", matter.pk))

    assert to_read(plan, matter) not in waits(malte)
