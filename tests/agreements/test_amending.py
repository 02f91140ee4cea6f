"""Ta fram tillägg: a draft of its own that names what it changes, and ends with it."""

from datetime import date

import pytest

from agreements import signing
from agreements.after_signing.amending import amend
from agreements.after_signing.later_decisions import (
    Extension,
    Termination,
    register_extension,
    register_termination,
)
from agreements.models import Agreement, Signatory
from agreements.outline import closing_blocks
from agreements.status import State, Status
from agreements.validity import state
from desk import workflow
from documents.changes import WrongState
from documents.reading import read_tree
from tests.desk import Desk, errors, page, text_of
from tests.factories import make_agreement, signed_tree, small_tree

FIRST_DAY = date(2026, 3, 1)


@pytest.fixture
def desk(signed, karin, client_for):
    """Karin with the signed agreement."""
    return Desk(client_for(karin), signed)


def amendment_to(agreement, by, **options):
    values = {"title": "Tillägg", "valid_from": FIRST_DAY} | options
    return amend(agreement, drafting_organisation=by.organisation, by=by.actor, **values)


def made_binding(agreement, by):
    workflow.lock(agreement, by=by.actor)
    signing.register_signed(agreement, signed_on=date(2026, 2, 20), signed_at="", by=by.actor)
    return Agreement.objects.with_document().get(pk=agreement.pk)


def test_an_amendment_names_its_agreement_and_has_its_parties_unsigned(desk, signed):
    answer = desk.fill_in(desk.url("amend"), valid_from="2026-03-01")
    draft = Agreement.objects.latest("pk")
    content = read_tree(draft)

    assert answer["Location"] == Desk(None, draft).url("detail")
    assert (draft.kind, draft.parent, draft.is_draft) == ("amendment", signed, True)
    assert draft.name == "Tillägg till Samverkansöverenskommelse 2024–2027"
    assert [(one.name, one.registry_number) for one in content.parties] == [
        ("Luleå kommun", ""),
        ("Polisen", ""),
    ]
    assert [one.copied_from for one in content.parties] == [
        one.key for one in read_tree(signed).parties
    ]
    assert not any(one.signed_on for one in content.signatories)
    assert Signatory.objects.filter(document=draft.document).count() == 2
    words = text_of(desk.get(Desk(None, draft).url("detail")))
    assert "tillägg till ”Samverkansöverenskommelse” mellan Luleå kommun och Polisen" in words
    assert "undertecknades den 20 november 2023" in words
    assert "Tillägget gäller från och med den 1 mars 2026 och lika länge som" in words


def test_the_agreement_shows_its_amendments_to_those_who_see_them(
    desk, signed, karin, per, client_for
):
    draft = amendment_to(signed, karin, title="Om skolan")
    theirs = Desk(client_for(per), signed)

    assert "Ett tillägg skrivs: Om skolan" in text_of(desk.get(desk.url("detail")))
    assert "Om skolan" not in text_of(theirs.get(theirs.url("detail")))

    made_binding(draft, karin)

    shown = theirs.get(theirs.url("detail"))
    assert "Ändrad genom tillägg från och med den 1 mars 2026: Om skolan" in text_of(shown)
    assert page(shown).xpath(f"//div[@class='desk']//a[@href='{Desk(None, draft).url('detail')}']")


def test_an_amendment_without_a_last_day_lasts_as_long_as_its_agreement(signed, karin):
    amendment = made_binding(amendment_to(signed, karin), karin)
    today = date(2026, 6, 1)

    assert state(amendment, today).status == Status.IN_FORCE
    assert state(amendment, today).until == date(2028, 12, 31)  # extended once
    assert state(amendment, date(2029, 1, 1)).status == Status.EXPIRED

    register_termination(signed, Termination(first_day=date(2026, 7, 1)), by=karin.actor)

    again = Agreement.objects.with_document().get(pk=amendment.pk)
    assert state(again, date(2026, 6, 30)).status == Status.IN_FORCE
    assert state(again, date(2026, 7, 1)).status == Status.TERMINATED


def test_a_draft_and_an_amendment_are_not_amended(draft, signed, karin):
    amendment = made_binding(amendment_to(signed, karin), karin)

    for agreement in (draft, amendment):
        with pytest.raises(WrongState):
            amendment_to(agreement, karin)


def test_the_print_says_what_an_amendment_belongs_to(signed, karin, client_for):
    desk = Desk(client_for(karin), amendment_to(signed, karin, title="Om skolan"))

    shown = page(desk.get(desk.url("detail"))).xpath("string(//*[contains(@class, 'front')])")

    assert "Hör till: Samverkansöverenskommelse 2024–2027" in shown


@pytest.mark.parametrize(
    ("changed", "printed"),
    [
        ({}, True),  # its day and place are known
        ({"signed_on": None, "signed_at": ""}, False),  # the parties are printed with their names
        ({"signed_on": None, "signed_at": "", "sections": small_tree().sections[1:]}, True),
        ({"signed": None, "sections": small_tree().sections[1:], "parties": ()}, False),
        ({"signed": False}, True),
    ],
)
def test_who_signed_stands_last_unless_it_is_said_already(changed, printed):
    content = signed_tree(**changed)

    assert ("signatures" in closing_blocks(content)) is printed


def test_a_signed_text_without_a_place_for_names_prints_who_signed(karin, client_for, without_pdf):
    made = make_agreement(signed_tree(sections=small_tree().sections[1:]), by=karin)
    desk = Desk(client_for(karin), made)

    shown = page(desk.get(desk.url("detail"))).xpath("string(//article)")

    assert "Luleå den 20 november 2023" in " ".join(shown.split())
    assert "Kerstin Berg" in shown


def test_what_an_amendment_says_stays_true_when_its_agreement_is_extended(
    signed, karin, client_for
):
    desk = Desk(client_for(karin), made_binding(amendment_to(signed, karin), karin))
    locked = desk.agreement.document.locked_version
    before = bytes(locked.content)
    until = Extension(to=date(2030, 12, 31), decided_on=date(2026, 5, 1), text="Styrgruppen § 4")

    register_extension(signed, until, by=karin.actor)

    shown = text_of(desk.get(desk.url("detail")))
    sheet = page(desk.get(desk.url("detail"))).xpath("string(//article)")
    assert "lika länge som" in sheet
    for year in ("2024", "2027", "2028", "2030"):
        assert f"december {year}" not in sheet
    assert "31 december 2030" in shown  # as its status
    locked.refresh_from_db()
    assert bytes(locked.content) == before


def test_an_amendment_with_a_last_day_of_its_own_ends_with_its_agreement_at_the_latest(
    signed, karin
):
    amendment = made_binding(amendment_to(signed, karin), karin)
    Agreement.objects.filter(pk=amendment.pk).update(
        valid_to=date(2032, 12, 31), renewal_rule="yearly"
    )
    amendment = Agreement.objects.with_document().get(pk=amendment.pk)

    assert state(amendment, date(2028, 6, 1)) == State(Status.IN_FORCE, date(2028, 12, 31))
    assert state(amendment, date(2029, 1, 1)) == State(Status.EXPIRED)


def test_an_amendment_begins_no_earlier_than_its_agreement(desk):
    refused = desk.post(desk.url("amend"), {"title": "Tillägg", "valid_from": "2023-12-31"})

    assert refused.status_code == 422
    assert "börjar gälla senare" in errors(refused)["valid_from"]
