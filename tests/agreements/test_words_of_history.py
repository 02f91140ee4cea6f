"""The history says which fact became what, an undo what it undid, and a long move once."""

from datetime import date

import pytest

from documents.changes import change
from documents.choices import Command
from tests.desk import page, text_of


def edit(desk, who, kind, /, **values):
    with change(by=who.actor, document=desk.agreement.document):
        row = desk.row(kind)
        for name, value in values.items():
            setattr(row, name, value)
        row.save()


def lines(desk):
    """What stands in the history, the latest first."""
    items = page(desk.get(desk.url("history"))).xpath("//ul[@class='events']/li//p")
    return [" ".join(one.text_content().split()) for one in items]


@pytest.mark.parametrize(
    ("kind", "values", "said"),
    [
        ("signatory", {"name": "Nils Frid"}, "bytte undertecknare: Kerstin Berg → Nils Frid"),
        (
            "signatory",
            {"name": "Nils Frid", "title": "Borgmästare"},
            "bytte undertecknare: Kerstin Berg → Nils Frid, titel Kommunalråd → Borgmästare",
        ),
        (
            "signatory",
            {"title": "Borgmästare"},
            "ändrade undertecknaren Kerstin Berg: titel Kommunalråd → Borgmästare",
        ),
        (
            "agreement",
            {"valid_to": date(2028, 12, 31)},
            "ändrade överenskommelsens uppgifter: sista dag 31 december 2027 → 31 december 2028",
        ),
        (
            "agreement",
            {"area": ""},
            "ändrade överenskommelsens uppgifter: område Luleå kommuns geografiska område → –",
        ),
        ("section", {"heading": "Vilka vi är"}, "bytte rubrik: ”Parter” → ”Vilka vi är”"),
        ("goal", {"text": "Annat"}, "ändrade målet ”Annat”"),
        (
            "party",
            {"registry_number": ""},
            "ändrade parten Luleå kommun: diarienummer KS 2023/17 → –",
        ),
    ],
)
def test_it_says_which_fact_became_what(desk, karin, kind, values, said):
    edit(desk, karin, kind, **values)

    assert lines(desk)[0] == said


def test_of_many_facts_three_are_said(desk, karin):
    day = date(2024, 2, 1)
    edit(desk, karin, "agreement", valid_from=day, document_date=day, area="X", signed_at="Y")

    assert lines(desk)[0].count("→") == 3
    assert lines(desk)[0].endswith(", …")


def test_an_undo_names_the_act_that_it_undid(desk, karin):
    edit(desk, karin, "signatory", name="Nils Frid")
    undone = desk.changes()[0]
    desk.post(desk.url("undo", undone.pk))
    assert lines(desk)[0] == "ångrade en ändring: bytte undertecknare: Kerstin Berg → Nils Frid"

    with change(by=karin.actor, document=desk.agreement.document, command=Command.REPLACE) as made:
        row = desk.row("goal")
        row.text = "Skapa trygghet."
        row.save()
        fields = ["Skapa", "1"]
        made.note(row="replacement", key="replacement", act="changed", name="Öka", fields=fields)
    desk.post(desk.url("undo", desk.changes()[0].pk))
    assert lines(desk)[0] == "ångrade en ändring: ersatte ”Öka” med ”Skapa” på 1 ställe"


def test_a_row_that_is_moved_step_by_step_was_moved_once(desk, karin, per):
    row = desk.row("goal", parent=None)
    for rank in ("x", "y", "z"):
        edit(desk, karin, "goal", rank=rank)
    assert lines(desk)[0].startswith("flyttade målet")
    assert sum("flyttade målet" in line for line in lines(desk)) == 1

    edit(desk, karin, "section", rank="x")
    edit(desk, karin, "goal", rank="zz")
    assert sum("flyttade målet" in line for line in lines(desk)) == 2
    assert row.pk == desk.row("goal").pk


def test_the_page_and_the_overview_say_the_same_with_the_time_of_day(desk, karin):
    edit(desk, karin, "signatory", name="Nils Frid")

    for where in (desk.url("detail"), "/trygg-i-lulea/"):
        words = text_of(desk.get(where))
        assert "bytte undertecknare: Kerstin Berg → Nils Frid" in words
        assert " kl. " in words


def test_a_seat_that_is_a_title_alone_is_said_to_be_replaced(desk, karin):
    edit(desk, karin, "seat", name="", organisation="", title="Rektor")
    edit(desk, karin, "seat", title="Skolchef")

    assert "bytte ledamot: Rektor → Skolchef" in lines(desk)[0]
