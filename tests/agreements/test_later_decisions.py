"""Extension and termination: one change, a new binding version, and nothing that cannot be."""

from datetime import date

import pytest
from django.contrib.messages import get_messages

from agreements.after_signing.later_decisions import (
    Extension,
    Termination,
    Untrue,
    register_extension,
    register_termination,
)
from agreements.models import Agreement
from agreements.status import Status
from agreements.validity import state
from desk.exchange.exporting import stored_content
from documents.changes import WrongState
from documents.choices import Command
from documents.models import Change, Version
from tests.desk import Desk, errors, text_of
from tests.factories import make_agreement, signed_tree

LATER = Extension(to=date(2030, 12, 31), decided_on=date(2026, 5, 1), text="Styrgruppen beslutade.")


@pytest.fixture
def desk(signed, karin, client_for):
    """Karin with the signed agreement, which is extended to the end of 2028."""
    return Desk(client_for(karin), signed)


def now(agreement, day=None):
    return state(Agreement.objects.with_document().get(pk=agreement.pk), day)


def binding(agreement):
    return list(Version.objects.filter(document=agreement.document).order_by("number"))


def test_an_extension_is_one_change_and_a_version_that_points_to_what_was_signed(signed, karin):
    made = register_extension(signed, LATER, by=karin.actor, reason="Protokoll 3")
    first, second = binding(signed)
    change = Change.objects.of(signed.document)[0]

    assert made == second
    assert signed.document.locked_version == second
    assert second.signed_text == first
    assert (change.command, change.reason) == (Command.EXTEND, "Protokoll 3")
    assert second.change == change
    assert {entry["row"] for entry in change.entries} == {"agreement", "version"}
    assert stored_content(first).extensions[:-1] == ()
    assert stored_content(second).extensions[-1].to == LATER.to
    assert now(signed, date(2030, 1, 1)).status == Status.IN_FORCE

    third = register_extension(signed, Extension(to=None, decided_on=None, text=""), by=karin.actor)
    assert third.signed_text == first
    assert now(signed, date(2031, 1, 1)).status == Status.PROLONGED


def test_the_decision_stands_after_the_text_on_the_page_and_in_the_export(desk, signed, karin):
    register_extension(signed, LATER, by=karin.actor)
    termination = Termination(
        first_day=date(2027, 1, 1), by_whom="Polisen", notified_on=date(2026, 9, 1)
    )
    register_termination(signed, termination, by=karin.actor)

    words = text_of(desk.get(desk.url("detail")))

    assert "Beslut efter undertecknandet" in words
    assert "Förlängd till den 31 december 2030 genom beslut den 1 maj 2026. Styrgruppen" in words
    assert "Uppsagd av Polisen från och med den 1 januari 2027, meddelat den 1 september" in words
    sent = desk.get(desk.url("export")).json()["agreement"]
    assert sent["terminated_on"] == "2027-01-01"
    assert (sent["terminated_by"], sent["termination_notified_on"]) == ("Polisen", "2026-09-01")
    assert "2030-12-31" in str(sent)
    original = text_of(desk.get(desk.url("version", 1)))
    assert "Uppsagd" not in original


@pytest.mark.parametrize(
    ("to", "decided_on", "field"),
    [
        (date(2028, 12, 31), None, "to"),  # not later than the extension before
        (date(2025, 1, 1), None, "to"),
        (date(2030, 1, 1), date(2020, 1, 1), "decided_on"),  # before the signing
    ],
)
def test_an_extension_that_cannot_be_is_refused_and_leaves_nothing(
    signed, karin, to, decided_on, field
):
    with pytest.raises(Untrue) as refused:
        register_extension(signed, Extension(to=to, decided_on=decided_on, text=""), by=karin.actor)

    assert refused.value.field == field
    assert len(binding(signed)) == 1
    assert Change.objects.of(signed.document).count() == 2


@pytest.mark.parametrize("day", [date(2023, 11, 1), date(2030, 1, 1)])
def test_a_termination_before_the_signing_or_after_the_end_is_refused(signed, karin, day):
    with pytest.raises(Untrue):
        register_termination(signed, Termination(first_day=day), by=karin.actor)

    assert len(binding(signed)) == 1


@pytest.mark.parametrize("day", ["2020-01-01", "2023-12-31"])  # the latter is after its signing
def test_a_termination_from_before_the_first_day_is_refused_at_its_field(desk, signed, day):
    answer = desk.post(desk.url("terminate"), {"terminated_on": day, "by_whom": "Polisen"})

    assert answer.status_code == 422
    told = errors(answer)["terminated_on"]
    assert "Överenskommelsen börjar gälla senare än så, den 1 januari 2024." in told
    assert len(binding(signed)) == 1


def test_from_the_first_day_itself_a_termination_is_registered(desk, signed):
    desk.post(desk.url("terminate"), {"terminated_on": "2024-01-01", "by_whom": "Polisen"})

    assert now(signed, date(2024, 1, 1)).status == Status.TERMINATED


def test_a_terminated_agreement_is_neither_terminated_again_nor_extended(signed, karin):
    register_termination(signed, Termination(first_day=date(2026, 1, 1)), by=karin.actor)

    with pytest.raises(Untrue):
        register_termination(signed, Termination(first_day=date(2026, 2, 1)), by=karin.actor)
    with pytest.raises(Untrue):
        register_extension(signed, LATER, by=karin.actor)
    assert now(signed).status == Status.TERMINATED


def test_a_mistake_is_corrected_and_the_version_before_tells_of_it(signed, karin):
    register_termination(signed, Termination(first_day=date(2026, 1, 1)), by=karin.actor)
    register_termination(signed, None, corrects=True, by=karin.actor, reason="Fel överenskommelse")
    register_extension(signed, LATER, by=karin.actor)
    register_extension(
        signed,
        Extension(to=date(2029, 6, 30), decided_on=None, text=""),
        corrects=True,
        by=karin.actor,
        reason="Fel dag",
    )

    versions = [stored_content(one) for one in binding(signed)]
    assert [one.terminated_on for one in versions][:3] == [None, date(2026, 1, 1), None]
    assert [[day.to.year for day in one.extensions] for one in versions][-2:] == [
        [2028, 2030],
        [2028, 2029],
    ]
    assert {one.signed_text_id for one in binding(signed)[1:]} == {binding(signed)[0].pk}

    register_extension(signed, None, corrects=True, by=karin.actor, reason="Aldrig beslutat")
    assert Agreement.objects.get(pk=signed.pk).last_day == date(2028, 12, 31)


def test_only_a_binding_text_is_extended_or_terminated(draft, karin):
    with pytest.raises(WrongState):
        register_extension(draft, LATER, by=karin.actor)
    with pytest.raises(WrongState):
        register_termination(draft, Termination(first_day=date(2026, 1, 1)), by=karin.actor)


def test_the_form_says_what_is_wrong_at_its_field_and_keeps_what_was_written(desk):
    answer = desk.post(desk.url("extend"), {"until": "day", "to": "2025-01-01", "text": "Beslut"})

    assert answer.status_code == 422
    assert "senare än den som gäller nu, 31 december 2028" in errors(answer)["to"]
    assert "Beslut" in answer.content.decode()
    missing = desk.post(desk.url("extend"), {"until": "day"})
    assert "to" in errors(missing)
    future = desk.post(desk.url("terminate"), {"terminated_on": "", "by_whom": ""})
    assert set(errors(future)) == {"by_whom", "terminated_on"}
    late = {"terminated_on": "2026-03-01", "notified_on": "2026-04-01", "by_whom": "Polisen"}
    assert "notified_on" in errors(desk.post(desk.url("terminate"), late))
    assert desk.post(desk.url("extend"), {"until": "not_at_all"}).status_code == 422


def test_who_terminated_it_and_who_told_of_it_are_two_things(desk, signed):
    desk.post(
        desk.url("terminate"),
        {
            "terminated_on": "2027-01-01",
            "notified_on": "2026-06-01",
            "by_whom": "Polisen",
            "on_behalf_of": "Polisen, brev 1 juni",
        },
    )
    change = Change.objects.of(signed.document)[0]

    assert change.on_behalf_of == "Polisen, brev 1 juni"
    assert Agreement.objects.get(pk=signed.pk).terminated_by == "Polisen"
    assert "registrerade en uppsägning (version 2)" in text_of(desk.get(desk.url("history")))


def test_what_is_taken_away_is_not_told_of_as_registered(desk):
    def told(act, **said):
        answer = desk.post(desk.url(act), said)
        return [str(one) for one in get_messages(answer.wsgi_request)][-1:]

    corrected = {"corrects": "on", "reason": "Fel ärende"}
    desk.post(desk.url("extend"), {"until": "day", "to": "2029-12-31"})
    assert told("extend", until="not_at_all", **corrected) == ["Förlängningen är borttagen."]
    desk.post(desk.url("terminate"), {"terminated_on": "2027-06-30", "by_whom": "Polisen"})
    assert told("terminate", terminated_on="", **corrected) == ["Uppsägningen är borttagen."]
    nothing = "Det är antecknat att inget som är känt har ersatt överenskommelsen."
    assert told("succeed", replaced_by="") == [nothing]


def test_the_longest_that_can_be_written_is_kept(desk, signed):
    longest = {"by_whom": "å" * 200, "reason": "ö" * 500, "on_behalf_of": "ä" * 300}
    sent = {"terminated_on": "2027-01-01", "notified_on": "2026-09-30", **longest}

    assert desk.post(desk.url("terminate"), sent).status_code == 302
    assert Change.objects.of(signed.document)[0].reason == "ö" * 500
    too_long = sent | {"reason": "ö" * 501}
    assert desk.post(desk.url("terminate"), too_long).status_code == 422


def test_the_next_period_begins_when_the_extension_has_run_out(signed, desk, karin):
    shown = desk.get(desk.url("start_from")).content.decode()

    assert 'value="2029-01-01"' in shown
    assert 'value="2032-12-31"' in shown
    assert "bör göras i samband med den nya" in shown  # it has such a duty
    desk.fill_in(desk.url("start_from"), title="Nästa")
    assert "Nästa" in text_of(desk.get(desk.url("start_from")))


def test_registering_from_two_windows_is_refused_the_second_time(karin, without_pdf):
    one = make_agreement(signed_tree(extensions=()), by=karin)
    same = Agreement.objects.with_document().get(pk=one.pk)
    register_termination(one, Termination(first_day=date(2026, 1, 1)), by=karin.actor)

    with pytest.raises(Untrue):
        register_termination(same, Termination(first_day=date(2026, 1, 1)), by=karin.actor)
