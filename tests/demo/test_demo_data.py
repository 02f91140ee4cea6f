"""The demonstration's agreements are valid exchange files and say what their duties say."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from demo import lulea, lulea_registered, lulea_successor, organisations, umea

SCHEMA = Path(__file__).resolve().parents[2] / "desk/exchange/documents.schema.json"

COMPLETE = {"lulea-2024": lulea.AGREEMENT_2024, "umea-2017": umea.AGREEMENT_2017}
ENVELOPES = [
    *lulea_registered.PREDECESSORS,
    lulea.AGREEMENT_2024,
    *umea.PREDECESSORS,
    umea.AGREEMENT_2017,
]
TITLES = [envelope["agreement"]["title"] for envelope in ENVELOPES]


def plain(html):
    """The words of a text without its marks; blocks end with a line break."""
    return re.sub(r"<[^>]+>", "", re.sub(r"</(p|li|ul)>", "\n", html))


def walk(sections):
    """Every section, however deep, in printed order."""
    for section in sections:
        yield section
        yield from walk(section.get("sections", []))


def texts(agreement):
    """Running text as HTML by heading."""
    return {
        section["heading"]: "".join(part.get("text", "") for part in section.get("parts", []))
        for section in walk(agreement["sections"])
    }


@pytest.mark.parametrize("envelope", ENVELOPES, ids=TITLES)
def test_agreement_is_valid_in_the_exchange_format(envelope):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(schema, format_checker=checker).validate(envelope)
    # Plain data only: nothing that JSON would change on its way out and in.
    assert json.loads(json.dumps(envelope)) == envelope


@pytest.mark.parametrize("envelope", COMPLETE.values(), ids=COMPLETE)
def test_every_duty_is_worded_in_the_section_it_points_to(envelope):
    agreement = envelope["agreement"]
    by_heading = texts(agreement)
    assert agreement["duties"]
    for duty in agreement["duties"]:
        assert duty["section"] in by_heading
        assert duty["text"] in plain(by_heading[duty["section"]])


def test_all_duties_of_both_agreements_are_there():
    assert len(lulea.AGREEMENT_2024["agreement"]["duties"]) == 10
    assert len(umea.AGREEMENT_2017["agreement"]["duties"]) == 6


@pytest.mark.parametrize("envelope", COMPLETE.values(), ids=COMPLETE)
def test_duties_name_only_bodies_parties_and_seats_of_the_agreement(envelope):
    agreement = envelope["agreement"]
    bodies = {body["name"] for body in agreement["bodies"]}
    seats = {seat["title"] for body in agreement["bodies"] for seat in body.get("members", [])}
    parties = {party["organisation"] for party in agreement["parties"]}
    for duty in agreement["duties"]:
        assert set(duty.get("responsible", [])) <= bodies | seats | parties
        assert {duty.get("decided_by"), duty.get("recipient")} <= bodies | {None}
    assert {body.get("part_of") for body in agreement["bodies"]} <= bodies | {None}


@pytest.mark.parametrize("envelope", ENVELOPES, ids=TITLES)
def test_organisations_agree_with_the_register(envelope):
    register = {name: (kind, above) for name, kind, above in organisations.ORGANISATIONS}
    agreement = envelope["agreement"]
    for party in agreement["parties"]:
        kind, above = register[party["organisation"]]
        assert party["kind"] == kind
        for name in party.get("part_of", []):
            assert name == above
            above = register[name][1]
        assert party.get("ended_on") == organisations.ENDED.get(party["organisation"], [None])[0]
    seats = [seat for body in agreement["bodies"] for seat in body.get("members", [])]
    assert {seat["organisation"] for seat in seats} <= set(register)


def test_register_lists_parents_before_their_children():
    seen = set()
    for name, _kind, above in organisations.ORGANISATIONS:
        assert above is None or above in seen
        seen.add(name)
    assert {successor for _day, successor in organisations.ENDED.values()} <= seen


def test_titles_are_unique_and_succession_leads_to_them():
    assert len(set(TITLES)) == len(TITLES)
    for place, envelope in enumerate(ENVELOPES):
        assert set(envelope["agreement"]["supersedes"]) <= set(TITLES[:place])


@pytest.mark.parametrize("envelope", ENVELOPES, ids=TITLES)
def test_running_text_keeps_to_the_marks_of_the_editor(envelope):
    for html in texts(envelope["agreement"]).values():
        assert re.fullmatch(r"(<p>[^<\n]+</p>|<ul>(<li><p>[^<\n]+</p></li>)+</ul>)*", html)


def test_edits_of_the_successor_meet_what_they_change_exactly_once():
    agreement, edits = lulea.AGREEMENT_2024["agreement"], lulea_successor.SUCCESSOR_EDITS
    by_heading = texts(agreement)
    for paragraph in edits["changed_paragraphs"]:
        assert by_heading[paragraph["section"]].count(paragraph["old"]) == 1
        assert paragraph["new"] != paragraph["old"]
    overall = {goal["text"]: [sub["text"] for sub in goal["goals"]] for goal in agreement["goals"]}
    assert edits["changed_goal"]["old"] in overall[edits["new_goal"]["under"]]
    assert edits["new_seat"]["body"] in {body["name"] for body in agreement["bodies"]}
