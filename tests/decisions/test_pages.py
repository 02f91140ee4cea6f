"""The coordinator puts a plan before bodies and registers what came of it, through the pages."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from bench.queries import queries_of
from consultation.choices import CommentReach
from consultation.commenting import Author, Spot, comment
from decisions.choices import Outcome, Part
from decisions.models import Body, Decision, Matter
from decisions.submitting import Step
from desk import workflow
from documents.choices import AttachedKind, TextState
from tests.access_world import picture
from tests.decisions.conftest import decide, fresh, rewrite, stored, submit
from tests.desk import fields, page, text_of

TODAY = timezone.localdate


@pytest.fixture
def desk(desk_of, karin):
    """Karin at work with her plan."""
    return desk_of(karin)


def register(desk, matter, **said):
    return desk.fill_in(
        desk.url("decide", matter.pk), **{"on": TODAY().isoformat(), "extract": ""} | said
    )


def test_two_bodies_one_after_the_other(desk, steering_group, board):
    sent = desk.fill_in(
        desk.url("submit"),
        **{
            f"part_{steering_group.pk}": "proposes",
            f"day_{steering_group.pk}": "2027-01-10",
            f"part_{board.pk}": "decides",
            f"place_{board.pk}": "2",
        },
    )

    assert sent.status_code == 302
    found = list(Matter.objects.order_by("place"))
    assert [(one.body, one.part, one.place) for one in found] == [
        (steering_group, Part.PROPOSES, 1),
        (board, Part.DECIDES, 2),
    ]
    assert found[0].meeting_on == date(2027, 1, 10)
    assert found[0].proposal == "att fastställa Åtgärdsplan 2027."


def test_nothing_is_put_before_nobody(desk, steering_group, board):
    refused = desk.fill_in(desk.url("submit"))

    assert refused.status_code == 422
    assert "Välj vad minst ett organ ska göra." in text_of(refused)
    assert not Matter.objects.exists()
    assert stored(desk.agreement).text_state == TextState.DRAFT


def test_without_a_body_the_page_leads_to_where_one_is_added(desk):
    shown = page(desk.get(desk.url("submit")))

    assert "/trygg-i-lulea/organ/" in shown.xpath("//main//a/@href")


def test_a_body_without_members_can_be_chosen_and_the_page_says_that_nobody_is_asked(desk, board):
    sent = desk.fill_in(desk.url("submit"), **{f"part_{board.pk}": "decides"})
    shown = text_of(desk.get(sent["Location"]))

    assert "Ingen är antecknad som ledamot i Socialnämnden" in shown
    assert Matter.objects.get().body == board


def test_a_body_that_has_ended_is_not_offered(desk, steering_group, board):
    board.ended_on = date(2020, 1, 1)
    board.save()

    assert f"part_{board.pk}" not in fields(desk.get(desk.url("submit")))


def test_what_was_decided_is_registered_with_all_that_the_minutes_say(desk, matter):
    paper = SimpleUploadedFile("protokoll.png", picture(60_000))
    sent = register(
        desk,
        matter,
        outcome="adopted",
        paragraph="12",
        reservation="VD reserverar sig.",
        extract=paper,
    )

    assert sent.status_code == 302, text_of(sent)
    made = Decision.objects.get()
    assert (made.outcome, made.paragraph, made.on) == ("adopted", "12", TODAY())
    assert made.took_part.splitlines() == [
        "Kommundirektör, Luleå kommun",
        "VD, Lulebo",
        "Lokalpolisområdeschef, Polisen",
    ]
    assert made.wording == matter.proposal
    assert made.extract.kind == AttachedKind.MINUTES
    shown = text_of(desk.get(desk.url("detail")))
    assert "Fastställd av Styrgruppen" in shown
    assert "§ 12" in shown
    kept = page(desk.get(desk.url("decisions")))
    assert kept.xpath("//a[contains(@href, '/filer/')]")


def test_nothing_is_chosen_of_the_outcome_and_something_must_be(desk, matter):
    assert "outcome" not in fields(desk.get(desk.url("decide", matter.pk)))

    refused = register(desk, matter)

    assert refused.status_code == 422
    assert "Välj vad som beslutades." in text_of(refused)


def test_who_said_that_they_do_not_take_part_is_not_among_those_who_did(
    desk, desk_of, matter, stina
):
    member = desk_of(stina)
    member.post(member.url("matter", matter.pk), {"said": "biased"})

    said = fields(desk.get(desk.url("decide", matter.pk)))["took_part"]

    assert "Kommundirektör" not in said
    assert "VD, Lulebo" in said


def test_a_draft_that_came_back_has_the_reason_over_it(desk, matter, karin):
    register(desk, matter, outcome="referred_back", note="Skriv om punkt 2.")

    shown = text_of(desk.get(desk.url("detail")))
    assert "Återremitterad av Styrgruppen" in shown
    assert "Skriv om punkt 2." in shown
    assert Decision.objects.get().wording == ""  # the proposal was not followed
    workflow.lock(fresh(desk.agreement), by=karin.actor)
    assert "Skriv om punkt 2." not in text_of(desk.get(desk.url("detail")))


def test_changes_that_are_not_written_yet_lead_to_a_sentence(desk, matter, karin):
    refused = register(desk, matter, outcome="adopted_with_changes", paragraph="12")

    assert refused.status_code == 422
    assert "Ändringarna som beslutades står inte i texten än." in text_of(refused)
    assert fields(refused)["paragraph"] == "12"
    workflow.reopen(fresh(desk.agreement), by=karin.actor)
    rewrite(desk.agreement, karin)
    assert "har ändrats sedan" in text_of(register(desk, matter, outcome="adopted"))
    assert register(desk, matter, outcome="adopted_with_changes").status_code == 302
    assert stored(desk.agreement).text_state == TextState.BINDING


def test_a_version_that_is_no_longer_what_the_draft_says_is_not_adopted_as_it_stood(
    desk, matter, plan, karin
):
    workflow.reopen(fresh(plan), by=karin.actor)
    rewrite(plan, karin)

    refused = register(desk, matter, outcome="adopted", paragraph="12")

    assert refused.status_code == 422
    assert "Texten har ändrats sedan den lämnades till beslut" in text_of(refused)
    assert fields(refused)["paragraph"] == "12"
    assert not Decision.objects.exists()


def test_a_decision_on_a_version_that_another_has_taken_the_place_of_is_refused(
    desk, matter, plan, karin, steering_group
):
    workflow.reopen(fresh(plan), by=karin.actor)
    rewrite(plan, karin)
    submit(plan, karin, Step(steering_group, Part.DECIDES))

    said = {"outcome": "noted", "on": TODAY().isoformat()}
    refused = desk.post(desk.url("decide", matter.pk), said)

    assert refused.status_code == 409
    assert "En senare version har lämnats till Styrgruppen: registrera" in text_of(refused)


def test_a_body_without_members_decides_and_nobody_is_said_to_have_taken_part(
    desk, plan, karin, board
):
    (matter,) = submit(plan, karin, Step(board, Part.DECIDES))

    assert fields(desk.get(desk.url("decide", matter.pk)))["took_part"] == ""
    register(desk, matter, outcome="adopted")

    assert stored(plan).text_state == TextState.BINDING


def test_registering_a_second_time_says_that_it_is_done(desk, plan, karin, matter):
    opened = fields(desk.get(desk.url("decide", matter.pk)))
    decide(plan, karin, matter, Outcome.NOTED)

    again = desk.post(desk.url("decide", matter.pk), opened | {"outcome": "adopted"})

    assert again.status_code == 409
    assert "redan avgjort" in text_of(again)
    assert Decision.objects.count() == 1


def test_a_day_that_has_not_come_is_no_day_of_a_decision(desk, matter):
    refused = register(desk, matter, outcome="adopted", on="2999-01-01")

    assert refused.status_code == 422
    assert "Datumet ligger i framtiden." in text_of(refused)


def test_the_wrong_body_and_a_step_that_is_missing_are_warnings(
    desk, plan, karin, steering_group, board
):
    submit(plan, karin, Step(board, Part.PREPARES), Step(steering_group, Part.DECIDES, place=2))
    first, second = Matter.objects.order_by("place")

    wrong = text_of(desk.get(desk.url("decide", first.pk)))
    missing = text_of(desk.get(desk.url("decide", second.pk)))

    assert "Socialnämnden bereder; att fastställa texten ligger på Styrgruppen." in wrong
    assert "Socialnämnden kommer före och har inte beslutat än." in missing
    assert register(desk, second, outcome="adopted").status_code == 302
    assert stored(plan).text_state == TextState.BINDING


def test_a_plan_that_was_adopted_elsewhere_long_ago_binds(desk, ines, desk_of, steering_group):
    sent = desk.fill_in(
        desk.url("adopted"), body_name="Styrgruppen", on_text="mars 2025", paragraph="3", extract=""
    )

    assert sent.status_code == 302
    assert stored(desk.agreement).text_state == TextState.BINDING
    assert Decision.objects.get().body == steering_group
    shown = text_of(desk_of(ines).get(desk.url("detail")))
    assert "Fastställd av Styrgruppen mars 2025, § 3" in shown


def test_an_adoption_needs_a_day_or_what_is_known_of_it(desk):
    refused = desk.fill_in(desk.url("adopted"), body_name="KS", extract="")

    assert refused.status_code == 422
    assert "Skriv dagen" in text_of(refused)


def test_another_body_that_adopted_the_same_is_printed_with_the_first(desk, plan, karin, matter):
    decide(plan, karin, matter)
    desk.fill_in(desk.url("adopted"), body_name="Kommunstyrelsen", on="2024-01-15", extract="")

    document = stored(plan)
    about = Decision.objects.about(document.binding_version)
    assert [one.body_name for one in about] == ["Styrgruppen", "Kommunstyrelsen"]
    assert document.binding_version.sha256 == matter.version.sha256


def test_the_paragraph_is_added_when_the_minutes_exist(desk, plan, karin, matter):
    decision = decide(plan, karin, matter)

    desk.fill_in(desk.url("minutes", decision.pk), paragraph="§ 14", extract="")

    assert Decision.objects.get().paragraph == "§ 14"
    assert "§ 14" in text_of(desk.get(desk.url("decisions")))
    last = desk.changes()[0]
    assert last.entries[0]["values"] == {"paragraph": ["", "§ 14"]}


def test_a_function_with_delegation_decides_alone(desk, partnership, karin, plan):
    chief = Body.objects.create(
        partnership=partnership,
        name="Lokalpolisområdeschefen",
        kind="function",
        delegation="Polismyndighetens arbetsordning",
    )
    (matter,) = submit(plan, karin, Step(chief, Part.DECIDES))

    assert register(desk, matter, outcome="adopted", took_part="").status_code == 302
    assert stored(plan).text_state == TextState.BINDING


def test_the_latest_version_comes_first_and_says_how_many_have_answered(
    desk, desk_of, plan, karin, matter, malte, stina
):
    member = desk_of(malte)
    member.post(member.url("matter", matter.pk), {"said": "no_remarks"})
    member.post(member.url("matter", matter.pk), {"said": "raise"})
    member = desk_of(stina)
    member.post(member.url("read_matter", matter.pk))
    assert "1 av 3 har svarat" in text_of(desk.get(desk.url("decisions")))

    workflow.reopen(fresh(plan), by=karin.actor)
    rewrite(plan, karin)
    submit(plan, karin, Step(matter.body, Part.DECIDES))
    shown = page(desk.get(desk.url("decisions")))
    assert [one.text for one in shown.xpath("//h2/small")] == ["version 2", "version 1"]
    assert "Återtaget" in shown.xpath("(//section[@class='list'])[2]")[0].text_content()


def test_the_page_makes_no_more_queries_for_more_bodies(desk, plan, karin, matter, partnership):
    few = queries_of(lambda: desk.get(desk.url("decisions")))
    for number in range(4):
        body = Body.objects.create(partnership=partnership, name=str(number))
        body.seats.create(title="Ordförande")
        submit(plan, karin, Step(body, Part.DECIDES))
    many = queries_of(lambda: desk.get(desk.url("decisions")))

    assert len(many) == len(few)


@pytest.mark.parametrize("name", ["matter", "decide"])
def test_a_matter_makes_no_more_queries_for_more_members(desk, desk_of, matter, name, stina):
    member = desk_of(stina)
    member.post(member.url("matter", matter.pk), {"said": "raise", "comment": "Punkt 2"})
    few = queries_of(lambda: desk.get(desk.url(name, matter.pk)))
    for number in range(6):
        matter.body.seats.create(title=f"Ledamot {number}")
    many = queries_of(lambda: desk.get(desk.url(name, matter.pk)))

    assert len(many) == len(few)


def test_who_submits_is_told_of_what_has_not_been_dealt_with(desk, plan, karin, steering_group):
    comment(
        plan.document,
        by=Author.of(karin.access),
        spot=Spot("", None, ""),
        text="Saknas något?",
        reach=CommentReach.EVERYONE,
    )

    assert "1 synpunkt är inte avgjord" in text_of(desk.get(desk.url("submit")))
