"""Who does an activity, written in one cell and read from it again."""

import pytest
from django.utils import translation

from plans import people
from plans.choices import ResponsibleRole
from plans.tree import Responsible

RESPONSIBLE, CONTRIBUTES = (role.value for role in ResponsibleRole)


@pytest.fixture(autouse=True)
def in_swedish():
    with translation.override("sv"):
        yield


@pytest.mark.parametrize(
    "those",
    [
        (),
        (Responsible(organisation="Polisen", does="möter upp"),),
        (
            Responsible(
                organisation="Luleå kommun", function="Gator", person="Ada", role="responsible"
            ),
            Responsible(body="Fastighetsägarna", role=CONTRIBUTES),
            Responsible(body="Skolan", does="bjuder in", role=CONTRIBUTES),
        ),
        (Responsible(body="Trygghetsgruppen", does="ringer:\n\n- i dag\n- i morgon; kl. 10:30"),),
        (Responsible(body="Grupp 1: norr (öst)", does="a: b; c: d"),),
        (Responsible(organisation="A", body="B", function="C, D"),),
    ],
    ids=lambda those: people.write(those)[:30] or "nobody",
)
def test_a_cell_that_nobody_has_changed_is_read_as_it_was(those):
    assert people.read(people.write(those), known=those) == those


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Polisen: möter upp", Responsible(organisation="Polisen", does="möter upp")),
        ("Trygghetsgruppen", Responsible(body="Trygghetsgruppen")),
        (
            "Umeå kommun, Fritid (Eva Ek): samordnar",
            Responsible(
                organisation="Umeå kommun", function="Fritid", person="Eva Ek", does="samordnar"
            ),
        ),
        ("Skolan medverkar", Responsible(organisation="Skolan", role=CONTRIBUTES)),
        (
            "Fältarna medverkar: är med",
            Responsible(body="Fältarna", does="är med", role=CONTRIBUTES),
        ),
    ],
)
def test_somebody_new_is_taken_apart(said, read):
    (one,) = people.read(said)
    assert (one.organisation, one.body, one.function, one.person, one.does) == (
        read.organisation,
        read.body,
        read.function,
        read.person,
        read.does,
    )
    assert one.role == (read.role or RESPONSIBLE)


def test_a_name_of_the_plan_is_taken_apart_as_it_is_there():
    known = [Responsible(organisation="Kultur, fritid", function="Ungdom")]

    (one,) = people.read("kultur, fritid, ungdom: öppnar", known)

    assert (one.organisation, one.function, one.does) == ("Kultur, fritid", "Ungdom", "öppnar")


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Polisen\nLuleå kommun\n\n", ["Polisen", "Luleå kommun"]),
        ("Polisen; Luleå kommun", ["Polisen", "Luleå kommun"]),
        ("Polisen: möter upp; Luleå kommun: öppnar", ["Polisen", "Luleå kommun"]),
        ("Polisen: möter upp; går sedan", ["Polisen"]),
        (": ingen", []),
        ("  \n", []),
    ],
)
def test_several_stand_on_lines_of_their_own_or_between_semicolons(said, names):
    assert [one.name for one in people.read(said)] == names


def test_lines_that_are_further_in_go_on():
    (one,) = people.read("Polisen: möter upp\n  vid skolan\n\tvid torget")

    assert one.does == "möter upp\nvid skolan\nvid torget"
