"""What a member of a body meets before the meeting, and what they say."""

from datetime import date

import pytest

from decisions import answering
from decisions.choices import AnswerKind, Part
from decisions.models import Answer, Matter
from decisions.submitting import NotWaiting, Step
from desk import workflow
from followup.reporting import Reporter
from plans.renewing import renew
from tests.decisions.conftest import PROPOSAL, decide, fresh, rewrite, submit
from tests.desk import page, text_of


def test_the_first_time_a_member_reads_the_text_and_the_proposed_decision(desk_of, matter, malte):
    desk = desk_of(malte)
    shown = desk.get(desk.url("matter", matter.pk))

    words = text_of(shown)
    assert "att fastställa Åtgärdsplan 2027, och" in words
    assert "Vandra på kvällen" in words
    assert not page(shown).xpath("//*[contains(@class, 'diff')]")


def test_the_next_time_they_read_what_has_changed_since_they_decided(
    desk_of, plan, matter, steering_group, karin, malte
):
    decide(plan, karin, matter, paragraph="12")
    workflow.revise(fresh(plan), by=karin.actor)
    rewrite(plan, karin)
    (revised,) = submit(plan, karin, Step(steering_group, Part.DECIDES))

    desk = desk_of(malte)
    shown = page(desk.get(desk.url("matter", revised.pk)))

    assert shown.xpath("string(//ins)").strip("[]: ").endswith("morgonen")
    assert "Fastställd av Styrgruppen 20 november 2023, § 12" in shown.text_content()


def test_nothing_is_chosen_beforehand_and_one_of_four_must_be(desk_of, matter, malte):
    desk = desk_of(malte)
    url = desk.url("matter", matter.pk)
    radios = page(desk.get(url)).xpath("//input[@name='said']")

    assert [one.get("value") for one in radios] == list(AnswerKind.values)
    assert not any(one.get("checked") for one in radios)
    refused = desk.post(url, {"comment": "Nja"})
    assert refused.status_code == 422
    assert "Välj ett av de fyra." in text_of(refused)
    assert "Nja" in text_of(refused)
    assert not Answer.objects.exists()


def test_an_answer_can_be_changed_until_the_body_has_decided(desk_of, plan, matter, malte, karin):
    desk = desk_of(malte)
    url = desk.url("matter", matter.pk)

    desk.post(url, {"said": "raise", "comment": "Punkt 2?"})
    desk.post(url, {"said": "biased", "comment": ""})

    given = Answer.objects.get()
    assert (given.said, given.comment, given.name) == ("biased", "", "Malte Dahl")
    decide(plan, karin, matter)
    late = desk.post(url, {"said": "raise", "comment": "Punkt 3?"})
    assert late.status_code == 409
    assert "redan avgjort eller återtaget. Ditt svar har inte sparats." in text_of(late)
    assert page(late).xpath("string(//textarea[@readonly])").strip() == "Punkt 3?"
    with pytest.raises(NotWaiting):
        answering.read(matter, given.seat)


def test_that_someone_has_read_is_noted_by_a_press_and_not_by_a_get(desk_of, matter, malte):
    desk = desk_of(malte)
    desk.get(desk.url("matter", matter.pk))
    assert not Answer.objects.exists()

    desk.post(desk.url("read_matter", matter.pk))
    desk.post(desk.url("read_matter", matter.pk))

    assert Answer.objects.get().said == ""
    assert "1 av 3 har läst" in text_of(desk.get(desk.url("matter", matter.pk)))


def test_who_has_no_seat_reads_and_does_not_answer(desk_of, matter, karin):
    desk = desk_of(karin)
    url = desk.url("matter", matter.pk)

    assert not page(desk.get(url)).xpath("//input[@name='said']")
    assert desk.post(url, {"said": "no_remarks"}).status_code == 403


def test_who_has_left_is_not_asked_and_what_they_said_stays(desk_of, matter, malte, stina):
    for who in (malte, stina):
        desk_of(who).post(desk_of(who).url("matter", matter.pk), {"said": "no_remarks"})
    seat = matter.body.seats.get(user=malte.user)
    seat.left_on = date(2020, 1, 1)
    seat.save()

    desk = desk_of(malte)
    late = desk.post(desk.url("matter", matter.pk), {"said": "raise", "comment": "Punkt 2?"})
    assert late.status_code == 409
    assert "Du är inte längre antecknad som ledamot i Styrgruppen." in text_of(late)
    assert page(late).xpath("string(//textarea[@readonly])").strip() == "Punkt 2?"
    shown = text_of(desk_of(stina).get(desk_of(stina).url("matter", matter.pk)))
    assert "har lämnat organet" in shown
    assert Answer.objects.get(seat=seat).said == "no_remarks"


def test_the_coordinator_and_the_members_read_each_others_comments_and_nobody_else(
    desk_of, matter, malte, stina, karin, rut, people
):
    desk_of(malte).post(
        desk_of(malte).url("matter", matter.pk), {"said": "raise", "comment": "Punkt två"}
    )

    for who in (malte, stina, karin, rut):
        assert "Punkt två" in text_of(desk_of(who).get(desk_of(who).url("matter", matter.pk)))
    matter.body.seats.filter(user=stina.user).delete()
    shown = text_of(desk_of(stina).get(desk_of(stina).url("matter", matter.pk)))
    assert "Punkt två" not in shown
    assert "Vill ta upp på mötet" in shown


def test_the_draft_that_is_written_further_does_not_touch_what_members_read(
    desk_of, plan, matter, malte, karin
):
    workflow.reopen(fresh(plan), by=karin.actor)
    rewrite(plan, karin)

    desk = desk_of(malte)
    shown = text_of(desk.get(desk.url("matter", matter.pk)))

    assert "Vandra på kvällen" in shown
    assert "morgonen" not in shown
    assert "Utkastet bearbetas vidare." in shown


def test_an_organisation_that_nobody_in_the_body_acts_for_meets_nothing(desk_of, matter, per, ines):
    for who in (per, ines):
        desk = desk_of(who)
        for name in ("matter", "decide", "alter_matter"):
            assert desk.get(desk.url(name, matter.pk)).status_code in (403, 404)


def test_a_matter_of_another_document_is_not_reached(desk_of, draft, matter, karin, client_for):
    desk = desk_of(karin)
    desk.agreement = draft
    desk.kind = None
    url = f"/trygg-i-lulea/overenskommelser/{draft.pk}/beslut/{matter.pk}/"
    for tail in ("", "registrera/", "andra/", "dra-tillbaka/"):
        assert desk.get(f"{url}{tail}").status_code == 404


def test_day_and_proposal_can_change_while_it_waits(desk_of, plan, matter, karin):
    desk = desk_of(karin)
    desk.fill_in(
        desk.url("alter_matter", matter.pk), meeting_on="2027-02-01", number="4", rapporteurs="Per"
    )

    found = Matter.objects.get()
    assert (found.meeting_on, found.number, found.rapporteurs) == (date(2027, 2, 1), "4", "Per")
    assert found.proposal == PROPOSAL
    decide(plan, karin, matter)
    assert desk.get(desk.url("alter_matter", matter.pk)).status_code == 409


def test_what_was_withdrawn_is_not_decided(desk_of, matter, karin):
    desk = desk_of(karin)
    desk.fill_in(desk.url("withdraw_matter", matter.pk), reason="Vi väntar.")

    assert not Matter.objects.waiting().exists()
    refused = desk.get(desk.url("decide", matter.pk))
    assert refused.status_code == 409
    assert "redan avgjort eller återtaget" in text_of(refused)


def test_next_years_plan_can_be_compared_with_the_one_it_was_made_of(
    desk_of, plan, matter, steering_group, karin, malte
):
    decide(plan, karin, matter)
    following = renew(
        fresh(plan),
        fates={},
        title="Åtgärdsplan 2028",
        period_from=None,
        period_to=None,
        drafting_organisation=karin.organisation,
        by=karin.actor,
        reporter=Reporter.of(karin.access),
    )
    rewrite(following, karin)
    (new,) = submit(following, karin, Step(steering_group, Part.DECIDES))
    desk = desk_of(malte)
    desk.agreement = following

    shown = page(desk.get(desk.url("matter", new.pk)))

    (link,) = shown.xpath("//a[contains(., 'Jämför med')]")
    assert "Åtgärdsplan 2027" in link.text_content()
    compared = page(desk.get(link.get("href")))
    assert "morgonen" in " ".join(compared.xpath("//ins//text()"))
