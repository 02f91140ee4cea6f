"""What has ended is neither amended, extended nor terminated; what is registered is put right."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agreements import tree
from agreements.acts import AMEND, EXTEND, TERMINATE
from agreements.after_signing.later_decisions import Termination, register_termination
from agreements.models import Agreement
from agreements.status import Status
from agreements.validity import state
from documents.acts import ATTACH, REGISTER
from documents.models import Version
from tests.desk import Desk, errors, page, text_of
from tests.factories import make_agreement, signed_tree

pytestmark = pytest.mark.usefixtures("without_pdf")

ONWARDS = [AMEND, EXTEND, TERMINATE]


def days_from_now(number):
    return timezone.localdate() + timedelta(days=number)


def ended_tree(**changed):
    """The small agreement, whose last day was yesterday."""
    return signed_tree(extensions=(), valid_to=days_from_now(-1), **changed)


def ended(by, how):
    """An agreement that ended yesterday, as the word says."""
    if how == "expired":
        return make_agreement(ended_tree(), by=by)
    if how == "renewal not known":
        return make_agreement(ended_tree(renewal_rule="unknown"), by=by)
    if how == "terminated":
        agreement = make_agreement(signed_tree(), by=by)
        register_termination(agreement, Termination(first_day=days_from_now(-1)), by=by.actor)
        return agreement
    agreement = make_agreement(signed_tree(key=None), by=by)
    replaced = {"reference": str(agreement.key), "title": agreement.title}
    make_agreement(
        signed_tree(
            key=None,
            valid_from=days_from_now(-1),
            supersedes=(tree.Superseded(**replaced),),
        ),
        by=by,
    )
    return agreement


@pytest.fixture
def desk_for(karin, client_for):
    return lambda agreement: Desk(client_for(karin), agreement)


@pytest.mark.parametrize("how", ["expired", "renewal not known", "terminated", "superseded"])
def test_an_ended_agreement_offers_none_of_them(karin, desk_for, how):
    agreement = ended(karin, how)
    seen = Agreement.objects.visible_to(karin.access).get(pk=agreement.pk)
    assert state(seen).status.has_ended

    assert [act.address for act in ONWARDS if act.is_offered(karin.access, seen)] == []
    assert ATTACH.is_offered(karin.access, seen)
    assert REGISTER.is_offered(karin.access, seen)
    desk = desk_for(agreement)
    links = page(desk.get(desk.url("detail"))).xpath("//a/@href")
    assert not {desk.url(act.address) for act in ONWARDS} & set(links)


def test_an_agreement_in_force_offers_them_all(karin, signed):
    seen = Agreement.objects.visible_to(karin.access).get(pk=signed.pk)

    assert [act for act in ONWARDS if act.is_offered(karin.access, seen)] == ONWARDS


@pytest.mark.parametrize("how", ["expired", "terminated", "superseded"])
def test_an_amendment_to_it_is_refused_in_a_sentence(karin, desk_for, how):
    desk = desk_for(ended(karin, how))
    before = Agreement.objects.count()

    for answer in (desk.get(desk.url("amend")), desk.post(desk.url("amend"), {"title": "Nytt"})):
        assert answer.status_code == 409
        assert "Överenskommelsen har upphört, så det finns inget att göra tillägg till" in text_of(
            answer
        )
        assert page(answer).xpath("//main//a[@class='ds-button']/@href") == [desk.url("detail")]
    assert Agreement.objects.count() == before


@pytest.mark.parametrize("how", ["expired", "terminated", "superseded"])
@pytest.mark.parametrize("until", [{"until": "further_notice"}, {"until": "day"}])
def test_an_extension_of_it_is_refused_in_a_sentence(karin, desk_for, how, until):
    desk = desk_for(ended(karin, how))
    stored = Version.objects.count()

    to = {"to": days_from_now(400).isoformat(), "decided_on": days_from_now(0).isoformat()}
    answer = desk.post(desk.url("extend"), until | to)

    assert answer.status_code == 422
    assert "Överenskommelsen har upphört" in text_of(answer) or "hade upphört" in text_of(answer)
    assert errors(answer)
    assert Version.objects.count() == stored


def test_a_termination_of_it_is_refused_in_a_sentence(karin, desk_for):
    desk = desk_for(ended(karin, "expired"))

    answer = desk.post(
        desk.url("terminate"),
        {"terminated_on": days_from_now(30).isoformat(), "by_whom": "Polisen"},
    )

    assert errors(answer) == {"terminated_on": "Överenskommelsen har redan upphört den dagen."}


def test_an_extension_that_was_decided_in_time_can_be_registered_late(karin, desk_for):
    agreement = ended(karin, "expired")
    desk = desk_for(agreement)
    records = desk.get(desk.url("registration"))
    assert {desk.url("extend"), desk.url("terminate")} <= set(page(records).xpath("//a/@href"))

    said = {"until": "day", "to": days_from_now(90).isoformat()}
    unknown = desk.post(desk.url("extend"), said)
    assert list(errors(unknown)) == ["decided_on"]
    answer = desk.post(desk.url("extend"), said | {"decided_on": days_from_now(-20).isoformat()})

    assert answer.status_code == 302
    now = state(Agreement.objects.get(pk=agreement.pk))
    assert now.status == Status.IN_FORCE


def test_what_was_registered_by_mistake_is_put_right_although_it_has_ended(karin, desk_for):
    agreement = ended(karin, "terminated")
    desk = desk_for(agreement)

    answer = desk.post(
        desk.url("terminate"), {"terminated_on": "", "corrects": "on", "reason": "Fel ärende"}
    )

    assert answer.status_code == 302
    assert Agreement.objects.get(pk=agreement.pk).terminated_on is None
    assert not state(Agreement.objects.get(pk=agreement.pk)).status.has_ended
