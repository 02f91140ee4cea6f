"""Sharing and sending a draft through the pages: logged acts, seen by those they are made for."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from agreements import signing
from desk import workflow
from documents.models import Document, Sharing
from tests.desk import Desk, errors, fields, page, text_of


@pytest.fixture
def police_desk(desk, per, client_for):
    """Per, who looks for the same agreement."""
    return Desk(client_for(per), desk.agreement)


def share(desk, *organisations, **changed):
    said = {
        "organisations": [one.pk for one in organisations],
        "kind": "for_comments",
        "on": localdate().isoformat(),
    }
    return desk.post(desk.url("share"), said | changed)


@pytest.mark.parametrize(("kind", "word"), [("for_comments", "share"), ("sent", "send")])
def test_the_other_organisation_sees_the_draft_from_then_on(desk, police_desk, per, kind, word):
    assert police_desk.get(desk.url("detail")).status_code == 404

    response = share(desk, per.organisation, kind=kind, note="Mejl 12 mars")

    assert response["Location"] == desk.url("detail")
    assert police_desk.get(desk.url("detail")).status_code == 200
    assert (desk.changes()[0].command, desk.changes()[0].reason) == (word, "Mejl 12 mars")
    desk.client.cookies["django_language"] = "en"
    said = {"share": "shared the draft for comments with", "send": "sent the draft to"}[word]
    assert f"{said} {per.organisation}" in text_of(desk.get(desk.url("history")))
    assert per.organisation.name in text_of(desk.get(desk.url("detail")))


def test_sharing_again_is_an_act_of_its_own(desk, per):
    share(desk, per.organisation, note="Första")
    changes = len(desk.changes())

    assert share(desk, per.organisation, note="Andra").status_code == 302

    assert len(desk.changes()) == changes + 1
    assert "Andra" in text_of(desk.get(desk.url("history")))


def test_several_are_shared_with_at_once_as_one_change(desk, per, malte):
    before = len(desk.changes())

    share(desk, per.organisation, malte.organisation)

    assert len(desk.changes()) == before + 1
    assert Sharing.objects.count() == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("organisations", []),
        ("organisations", ["abc"]),
        ("organisations", ["9" * 30]),
        ("organisations", ["\x00"]),
        ("kind", "published"),
        ("kind", ""),
        ("on", (localdate() + timedelta(days=2)).isoformat()),
        ("on", "2023-02-30"),
        ("on", ""),
        ("note", "å" * 501),
        ("note", "\x00"),
    ],
)
def test_what_does_not_hold_is_refused_at_its_field_and_nothing_is_shared(desk, per, field, value):
    response = (
        share(desk, per.organisation, note="Behålls", **{field: value})
        if (field != "note")
        else share(desk, per.organisation, note=value)
    )

    assert response.status_code == 422
    assert list(errors(response)) == [field]
    assert not Sharing.objects.exists()
    if field != "note":
        assert fields(response)["note"] == "Behålls"


def test_an_organisation_that_has_nothing_to_do_with_it_is_no_choice(desk, olof, ines):
    assert share(desk, olof.organisation).status_code == 422
    assert share(desk, desk.agreement.document.drafting_organisation).status_code == 422

    offered = page(desk.get(desk.url("share"))).xpath("//input[@name='organisations']/@value")
    assert str(ines.organisation.pk) in offered
    assert str(olof.organisation.pk) not in offered


def test_the_other_side_reads_and_writes_but_does_not_pass_on(desk, police_desk, per):
    share(desk, per.organisation)

    assert (
        police_desk.fill_in(desk.at("edit", desk.row("goal")), text="Från oss").status_code == 302
    )
    assert police_desk.get(desk.url("share")).status_code == 403
    assert police_desk.get(desk.url("lock")).status_code == 403
    shown = police_desk.get(desk.url("detail")).content.decode()
    assert desk.url("share") not in shown
    assert desk.url("lock") not in shown


def test_a_binding_text_is_not_shared(desk, karin, per):
    workflow.lock(desk.agreement, by=karin.actor)
    signing.register_signed(desk.agreement, signed_on=None, signed_at="", by=karin.actor)

    assert share(desk, per.organisation).status_code == 409
    assert desk.get(desk.url("share")).status_code == 409
    assert Document.objects.get(pk=desk.agreement.document_id).sharings.count() == 0
