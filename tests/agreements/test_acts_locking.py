"""Locking, opening again and registering as signed, through the pages."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate, localtime
from time_machine import travel

from agreements.models import Agreement
from documents.choices import Reach
from documents.models import Document, Version
from tests.desk import Desk, errors, fields, page, text_of


def document(desk):
    return Document.objects.select_related("locked_version").get(pk=desk.agreement.document_id)


def lock(desk, **said):
    return desk.fill_in(desk.url("lock"), **said)


def test_locking_says_what_usually_is_there_and_locks_all_the_same(desk):
    asked = desk.get(desk.url("lock"))
    assert page(asked).xpath("//div[contains(@class, 'notice')]//li")

    response = lock(desk, reason="Till styrgruppen")

    assert response["Location"] == desk.url("detail")
    assert document(desk).locked_version.number == 1
    assert desk.changes()[0].reason == "Till styrgruppen"
    assert "Till styrgruppen" in text_of(desk.get(desk.url("history")))


def test_whoever_is_second_to_lock_or_open_meets_a_page_that_says_so(desk):
    lock(desk)

    for url, again in [(desk.url("lock"), 409), (desk.url("reopen"), 302)]:
        assert desk.post(url, {"reason": ""}).status_code == again
    assert desk.post(desk.url("reopen"), {"reason": ""}).status_code == 409
    assert Version.objects.count() == 1


def test_sent_once_more_an_act_is_said_to_have_been_done_by_whom_and_leads_to_the_text(
    desk, rut, client_for
):
    for act, did in [("lock", "låste en version"), ("register_signed", "registrerade dokumentet")]:
        sent = fields(desk.get(desk.url(act)))
        moment = localtime().replace(hour=14, minute=10)
        with travel(moment, tick=False):
            assert desk.post(desk.url(act), sent).status_code == 302
        again = desk.post(desk.url(act), sent)

        assert again.status_code == 409
        assert page(again).xpath("string(//main//h1)") == "Det är redan gjort"
        assert f"Du {did}" in text_of(again)
        assert "kl. 14.10, så inget mer sparades." in text_of(again)
        assert page(again).xpath("//main//a[@class='ds-button']/@href") == [desk.url("detail")]

    registrar = client_for(rut).post(desk.url("register_signed"), sent)
    assert page(registrar).xpath("string(//main//h1)") == "Det är redan gjort"
    assert f"Karin Ström {did}" in text_of(registrar)


def test_an_act_that_another_one_came_before_says_which(desk, rut, client_for):
    lock(desk)
    sent = fields(desk.get(desk.url("reopen")))
    client_for(rut).post(desk.url("register_signed"), {"signed_at": ""})

    late = desk.post(desk.url("reopen"), sent)

    assert page(late).xpath("string(//main//h1)") == "Det går inte att göra nu"
    assert f"{rut.user} registrerade dokumentet som undertecknat den " in text_of(late)


def test_each_locking_is_a_version_of_its_own_that_stays_readable(desk):
    lock(desk)
    desk.fill_in(desk.url("reopen"), reason="Ändring av mål")
    desk.fill_in(desk.at("edit", desk.row("goal")), text="Öka trivseln.")
    lock(desk)

    assert "Öka tryggheten." in text_of(desk.get(desk.url("version", 1)))
    assert "Öka trivseln." in text_of(desk.get(desk.url("version", 2)))
    assert desk.get(desk.url("version", 3)).status_code == 404
    assert desk.get(desk.url("version", 0)).status_code == 404
    shown = text_of(desk.get(desk.url("version", 1)))
    assert Version.objects.get(number=1).sha256 in shown


def test_registered_as_signed_it_is_binding_and_everyones(desk, ines, client_for):
    lock(desk)
    reader = Desk(client_for(ines), desk.agreement)
    assert reader.get(desk.url("detail")).status_code == 404

    response = desk.fill_in(
        desk.url("register_signed"),
        signed_on="2024-05-02",
        signed_at="Luleå",
        on_behalf_of="Polisen enligt e-post 12 mars",
    )

    assert response.status_code == 302
    assert document(desk).is_binding
    assert document(desk).reach == Reach.PARTNERSHIP
    assert reader.get(desk.url("detail")).status_code == 200
    assert "Polisen enligt e-post 12 mars" in text_of(desk.get(desk.url("history")))
    for page_name in ("reopen", "lock", "register_signed"):
        assert desk.post(desk.url(page_name), {"reason": ""}).status_code == 409


def test_date_and_place_may_be_unknown(desk):
    lock(desk)

    assert desk.fill_in(desk.url("register_signed")).status_code == 302

    assert Agreement.objects.get().signed is True
    assert Agreement.objects.get().signed_on is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("signed_on", (localdate() + timedelta(days=2)).isoformat()),
        ("signed_on", "2023-02-30"),
        ("signed_on", "0000-00-00"),
        ("signed_at", "å" * 201),
        ("signed_at", "\x00"),
        ("on_behalf_of", "å" * 301),
        ("reason", "å" * 501),
    ],
)
def test_what_does_not_hold_is_refused_at_its_field(desk, field, value):
    lock(desk)

    response = desk.fill_in(desk.url("register_signed"), **{field: value})

    assert response.status_code == 422
    assert list(errors(response)) == [field]
    assert "\x00" in value or fields(response)[field] == value
    assert not document(desk).is_binding


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("register_signed", "Texten måste låsas först."),
        ("reopen", "Texten måste låsas först."),
        ("extend", "Texten måste vara gällande lydelse först."),
        ("attach", "Texten måste vara gällande lydelse först."),
    ],
)
def test_what_a_draft_has_not_come_to_is_told_and_leads_to_it(desk, name, sentence):
    for refused in (desk.get(desk.url(name)), desk.post(desk.url(name), {"signed_at": ""})):
        assert refused.status_code == 409
        assert sentence in text_of(refused)
        assert "Någon annan hann före" not in text_of(refused)
        assert desk.url("detail") in page(refused).xpath("//main//a/@href")


def test_where_someone_opened_it_again_meanwhile_it_says_who_did(desk):
    lock(desk)
    desk.fill_in(desk.url("reopen"))

    said = text_of(desk.get(desk.url("register_signed")))
    assert "Du öppnade dokumentet för redigering igen" in said


def test_an_act_without_any_field_is_an_act_all_the_same(desk):
    """As a script or a form without its optional fields would send it."""
    assert desk.post(desk.url("lock")).status_code == 302
    assert desk.post(desk.url("reopen")).status_code == 302
