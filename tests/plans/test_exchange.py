"""A plan in an exchange file: what came in goes out again, its references as texts."""

import json

import pytest

from desk.exchange.encoding import content_bytes
from desk.exchange.exporting import export_bytes
from desk.importing.making import ImportRefused, import_files
from documents.changes import Actor
from documents.reading import read_tree
from plans.models import Plan

pytestmark = pytest.mark.django_db

PLAN = {
    "title": "Åtgärdsplan för bad och strand",
    "label": "åtgärdsplan",
    "period": {"from": "2026-01-01", "to": "2026-12-31", "text": "sommarhalvåret"},
    "extensions": [{"to": "2027-06-30", "decided_on": "2027-02-01", "text": "i efterhand"}],
    "areas": ["Havsbadet"],
    "owner": {"organisation": "Exempelkommun", "body": "Trygghetsgruppen"},
    "registry_number": "KS 2026/12",
    "rests_on": [
        {"kind": "survey", "text": "Enkät", "sent": 1200, "response_rate": 61.5, "ages": "16–85"},
        {"kind": "citizen_dialogue", "on": "2025-11-03", "place": "Torget", "wishes": ["Ljus"]},
    ],
    "part_of": "En överenskommelse som inte finns här",
    "adopted": [
        {"body": "Styrgruppen", "on": "2026-02-03", "paragraph": "4", "note": "I efterhand"},
        {"body": "Kommunstyrelsen", "on_text": "mars 2026"},
    ],
    "signed": True,
    "signed_on": "2026-01-15",
    "signatories": [{"organisation": "Exempelbo AB", "title": "VD"}],
    "revised_every": {"n": 1, "unit": "year"},
    "columns": ["Orsak", "Åtgärd"],
    "headings": [
        {
            "text": "Trygga bad",
            "kind": "focus_area",
            "goals": ["Färre stölder."],
            "problems": ["Stölder"],
            "headings": [{"text": "Färre stölder", "kind": "effect_goal"}],
        }
    ],
    "problems": [
        {
            "title": "Stölder",
            "priority": 1,
            "stance": "measures",
            "causes": [
                {"number": "1", "text": "Inga skåp", "kind": "situational"},
                {"number": "2", "text": "Ingen vuxen"},
            ],
        },
        {"title": "Buller", "causes": [{"number": "3", "text": "Sena kvällar"}]},
    ],
    "rows": [
        {
            "number": "1",
            "text": "Skåp vid omklädningen",
            "heading": "Trygga bad / Färre stölder",
            "problems": ["Stölder", "Ett problem i lägesbilden"],
            "causes": ["1", "3"],
            "responsible": [
                {"organisation": "Exempelkommun", "does": "köper", "role": "responsible"},
                {"body": "Föräldrar", "role": "contributes"},
            ],
            "when": {"to": "2026-05-31", "text": "före säsongen"},
            "measures": [
                {
                    "kind": "count",
                    "comparator": "exactly",
                    "value": 2,
                    "per": "period",
                    "each": 1,
                    "each_per": "term",
                    "words": "två, en per termin",
                    "shares_with": ["Nattvandring"],
                },
                {"kind": "level", "comparator": "decrease", "value": 26.5, "unit": "%"},
            ],
            "promised_by": ["Löfte 4"],
            "status": "partly_done",
            "effect": "some",
            "deviation": "Skåpen kom sent.",
            "follow_on": "Fler skåp 2027.",
            "outcomes": [
                {
                    "measure": "skåp",
                    "period": {"from": "2026-04-01", "to": "2026-06-30", "text": "våren"},
                    "value": 20,
                    "value_to": 25,
                    "mark": "about",
                    "words": "drygt 20",
                    "by": "Exempelkommun",
                    "reported_on": "2026-07-02",
                },
                {"value": 61.5, "text": "Enligt räkning på plats."},
            ],
        },
        {"text": "Nattvandring", "part_of": "Skåp vid omklädningen", "heading": "Finns inte"},
    ],
}


def in_a_file(plan, **around):
    said = {
        "format": "overens/2",
        "partnership": {"name": "Exempelkommun"},
        "plans": [plan],
    } | around
    return json.dumps(said, ensure_ascii=False).encode()


def taken_in(content):
    (imported,) = import_files(
        [("plan.json", content)], partnership=None, by=Actor(user=None, name="x", organisation="")
    )
    return imported.top


def without_keys(said):
    if isinstance(said, dict):
        return {name: without_keys(value) for name, value in said.items() if name != "key"}
    return [without_keys(one) for one in said] if isinstance(said, list) else said


def test_every_fact_comes_back():
    top = taken_in(in_a_file(PLAN))

    (said,) = json.loads(export_bytes(top))["plans"]

    assert without_keys(said) == PLAN


def test_one_that_somebody_adopted_binds_and_is_exported_as_it_was_adopted():
    assert taken_in(in_a_file(PLAN)).document.is_binding
    assert not taken_in(in_a_file({"title": "Utkast"})).document.is_binding


def test_what_is_told_beside_the_text_is_no_part_of_it():
    told = {"status": "done", "outcomes": [{"value": 2}]}
    plan, followed = ({"title": "P", "rows": [{"text": "Rad"} | more]} for more in ({}, told))

    first, second = (content_bytes(read_tree(taken_in(in_a_file(one)))) for one in (plan, followed))

    assert first == second


def test_what_is_named_by_key_or_by_text_alone_is_found():
    plan = {
        "title": "Plan",
        "headings": [{"text": "A", "headings": [{"key": "b", "text": "B"}]}],
        "problems": [{"key": "p", "title": "P", "causes": [{"key": "c", "text": "C"}]}],
        "rows": [
            {"text": "Rad", "heading": "B", "problems": ["p"], "causes": ["C"]},
            {"text": "Rad två", "heading": "b", "part_of": "Rad"},
        ],
    }

    first, second = read_tree(taken_in(in_a_file(plan))).activities

    assert (first.heading, second.heading) == ((1, 1), (1, 1))
    assert first.problems[0].place == (1,)
    assert first.causes[0].place == (1, 1)
    assert second.part_of[0].place == (1,)


def test_of_two_rows_with_one_text_the_one_that_is_meant_is_named():
    plan = {
        "title": "Plan",
        "problems": [{"key": "ett", "title": "Buller"}, {"key": "två", "title": "Buller"}],
        "rows": [{"text": "Rad", "problems": ["två"]}],
    }
    top = taken_in(in_a_file(plan))

    (said,) = json.loads(export_bytes(top))["plans"]

    assert said["rows"][0]["problems"] == [said["problems"][1]["key"]]
    assert read_tree(top).activities[0].problems[0].place == (2,)


def test_a_copy_says_of_which_row_it_is_one():
    key = "6d8f3c1e-0000-4000-8000-000000000001"
    plan = {"title": "Plan", "rows": [{"text": "Rad", "copied_from": key}]}

    (said,) = json.loads(export_bytes(taken_in(in_a_file(plan))))["plans"]

    assert said["rows"][0]["copied_from"] == key


@pytest.mark.parametrize(
    ("plan", "where"),
    [
        ({"title": "P", "rows": [{"text": ""}]}, "$.plans[0].rows[0].text"),
        ({"title": "P", "rows": [{"text": "x", "status": "late"}]}, "$.plans[0].rows[0].status"),
        ({"title": "P", "rubrik": "x"}, "$.plans[0].rubrik"),
        ({"title": "P" * 2000}, "$.plans[0].title"),
        (
            {
                "title": "P",
                "rows": [
                    {
                        "text": "x",
                        "measures": [{"kind": "level", "comparator": "none", "value": 1.23456789}],
                    }
                ],
            },
            "$.plans[0].rows[0].measures[0].value",
        ),
        ({"title": "P", "problems": [{"title": "x", "priority": -1}]}, "$.plans[0].problems[0]"),
        ({"title": "P", "adopted": [{"body": "x" * 2000}]}, "$.plans[0].adopted[0].body"),
        (
            {"title": "P", "rows": [{"text": "x", "outcomes": [{"value": 1.23456}]}]},
            "$.plans[0].rows[0].outcomes[0].value",
        ),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(plan, where):
    with pytest.raises(ImportRefused) as refused:
        taken_in(in_a_file(plan))
    (error,) = refused.value.errors
    assert error.path.startswith(where)
    assert error.reason


def test_a_report_that_cannot_be_kept_is_refused_by_the_name_of_its_row():
    plan = {"title": "P", "rows": [{"text": "Vandra", "outcomes": [{"value": 9, "value_to": 3}]}]}

    with pytest.raises(ImportRefused) as refused:
        taken_in(in_a_file(plan))
    assert "Vandra" in str(refused.value)
    assert not Plan.objects.exists()


def test_a_plan_of_the_first_edition_says_the_same_in_todays_form():
    plan = {
        "label": "aktivitetsplan",
        "valid_from": "2024-01-01",
        "valid_to": "2025-12-31",
        "activities": [
            {
                "title": "Trygghetsvandring",
                "theme": "Trygga miljöer",
                "problem": "Mörka stråk",
                "cause": "Trasig belysning",
                "responsible": [{"organisation": "Exempelkommun", "does": "bjuder in"}],
                "contributors": ["Exempelbo AB"],
                "prevention": "both",
                "starts_on": "2024-04-01",
                "target": {"at_least": 2, "per": "year", "any_of": ["Nattvandring"]},
            }
        ],
    }

    (said,) = json.loads(export_bytes(taken_in(in_a_file(plan, format="overens/2"))))["plans"]

    assert without_keys(said) == {
        "title": "aktivitetsplan",
        "label": "aktivitetsplan",
        "period": {"from": "2024-01-01", "to": "2025-12-31"},
        "headings": [{"text": "Trygga miljöer", "kind": "theme"}],
        "rows": [
            {
                "text": "Trygghetsvandring",
                "heading": "Trygga miljöer",
                "problems": ["Mörka stråk"],
                "causes": ["Trasig belysning"],
                "responsible": [
                    {"organisation": "Exempelkommun", "does": "bjuder in", "role": "responsible"},
                    {"organisation": "Exempelbo AB", "role": "contributes"},
                ],
                "when": {"from": "2024-04-01"},
                "tags": ["situationell", "social"],
                "measures": [
                    {
                        "kind": "count",
                        "comparator": "at_least",
                        "value": 2,
                        "per": "year",
                        "shares_with": ["Nattvandring"],
                    }
                ],
            }
        ],
    }
