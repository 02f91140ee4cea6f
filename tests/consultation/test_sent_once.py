"""A round that is sent by pressing twice is opened once, and nobody gets two letters."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils.timezone import localdate

from consultation.models import Consultation
from tests.desk import fields


@pytest.fixture
def filled(desk):
    """The form of a new round, filled in."""
    return fields(desk.get(desk.url("consult"))) | {
        "last_day": (localdate() + timedelta(days=9)).isoformat(),
        "others": "Vera Lund <vera@example.org>",
    }


def test_pressing_twice_opens_one_round_and_both_lead_to_it(desk, filled):
    mail.outbox.clear()

    first, second = (desk.post(desk.url("consult"), filled) for _time in range(2))

    opened = Consultation.objects.get()
    assert first["Location"] == second["Location"] == desk.url("consultation", opened.pk)
    assert [letter.to for letter in mail.outbox] == [["vera@example.org"]]
    assert len([one for one in desk.changes() if one.command == "consult"]) == 1


def test_a_refused_form_is_sent_again_and_a_new_one_is_a_new_round(desk, filled):
    refused = desk.post(desk.url("consult"), filled | {"others": ""})
    assert fields(refused)["once"] == filled["once"]
    desk.post(desk.url("consult"), fields(refused) | {"others": filled["others"]})
    desk.post(desk.url("consult"), filled | {"once": fields(desk.get(desk.url("consult")))["once"]})

    assert Consultation.objects.count() == 2


@pytest.mark.parametrize("once", ["", "x", "\x00", "0" * 5_000])
def test_a_form_that_does_not_say_which_it_is_opens_a_round_all_the_same(desk, filled, once):
    assert desk.post(desk.url("consult"), filled | {"once": once}).status_code == 302
    assert desk.post(desk.url("consult"), filled | {"once": once, "others": ""}).status_code == 422

    assert Consultation.objects.count() == 1
