"""An import adds the organisations that the register lacks and changes none."""

from datetime import date

import pytest

from agreements.models import Party
from partnerships.models import Organisation, Partnership
from tests.agreements.exchange_samples import exchange_file, imported, party

pytestmark = pytest.mark.usefixtures("db", "in_english")


def register():
    """Name → (kind, name of the organisation above)."""
    rows = Organisation.objects.select_related("parent")
    return {row.name: (row.kind, row.parent and row.parent.name) for row in rows}


def test_missing_organisations_are_added_with_those_above_them():
    imported(
        exchange_file(
            parties=[party("LPO Ek", "police", part_of=["PO Ek", "Region Ek", "Polisen"])],
            organisations=[
                {"name": "Ekebo", "kind": "housing_company", "part_of": ["Ekeby kommun"]},
                {"name": "Gamla polisen", "kind": "police", "ended_on": "2014-12-31"},
            ],
        )
    )
    assert register() == {
        "Polisen": ("police", None),
        "Region Ek": ("police", "Polisen"),
        "PO Ek": ("police", "Region Ek"),
        "LPO Ek": ("police", "PO Ek"),
        "Ekeby kommun": ("municipality", None),
        "Ekebo": ("housing_company", "Ekeby kommun"),
        "Gamla polisen": ("police", None),
    }
    assert Organisation.objects.get(name="Gamla polisen").ended_on == date(2014, 12, 31)
    assert Party.objects.get().register.name == "LPO Ek"


def test_organisation_above_is_of_its_own_kind_where_the_file_says_it():
    named = [{"name": "Ekeby stadshus", "kind": "business"}]
    home = party("Ekebo", "housing_company", part_of=["Ekeby stadshus"])
    imported(exchange_file(parties=[home], organisations=named))
    assert register()["Ekeby stadshus"] == ("business", None)


def test_organisation_above_a_company_is_not_taken_for_one():
    home = party("Ekebo", "housing_company", part_of=["Ekeby stadshus"])
    imported(exchange_file(parties=[home]))
    assert register()["Ekeby stadshus"] == ("other", None)


def test_names_are_the_same_whatever_their_case_and_spaces():
    Organisation.objects.create(name="Ekeby kommun", kind="municipality")
    imported(exchange_file(parties=[party("EKEBY  Kommun", "municipality")]))
    assert list(register()) == ["Ekeby kommun"]
    assert Party.objects.get().register.name == "Ekeby kommun"
    assert Party.objects.get().organisation == "EKEBY  Kommun"


def test_what_differs_is_told_and_nothing_is_changed():
    above = Organisation.objects.create(name="Region Ek", kind="police")
    Organisation.objects.create(name="LPO Ek", kind="police", parent=above)
    Organisation.objects.create(name="Ekebo", kind="business")
    before = register()
    (one,) = imported(
        exchange_file(
            parties=[
                party("LPO Ek", "police", part_of=["PO Ek", "Region Ek"]),
                party("Ekebo", "housing_company", part_of=["Ekeby kommun"], ended_on="2020-12-31"),
            ]
        )
    )
    assert one.warnings == [
        "“LPO Ek” is part of “Region Ek” in the register; the file says “PO Ek”, “Region Ek”.",
        "“Ekebo” is of the kind “Business” in the register; the file says “Housing company”.",
        "“Ekebo” is part of nothing in the register; the file says “Ekeby kommun”.",
        "“Ekebo” ended on 31 December 2020 according to the file; the register says nothing.",
    ]
    assert before.items() <= register().items()


def test_file_that_says_less_than_the_register_does_not_differ():
    top = Organisation.objects.create(name="Polisen", kind="police", ended_on=date(2030, 1, 1))
    above = Organisation.objects.create(name="Region Ek", kind="police", parent=top)
    Organisation.objects.create(name="LPO Ek", kind="police", parent=above)
    parties = [
        party("LPO Ek", "police", part_of=["Region Ek"]),
        party("LPO Ek", "police"),
        party("Polisen", "police"),
    ]
    (one,) = imported(exchange_file(parties=parties))
    assert one.warnings == []


def test_organisation_that_is_part_of_itself_makes_no_circle():
    named = [{"name": "A", "kind": "other", "part_of": ["B", "A"]}]
    imported(exchange_file(organisations=named))
    assert register()["A"] == ("other", None)
    assert register()["B"] == ("other", "A")


def test_municipalities_of_a_new_partnership_keep_the_order_of_the_file():
    data = exchange_file()
    data["partnership"]["municipalities"] = ["Ö kommun", "A kommun", "Ekeby kommun"]
    imported(data)
    links = Partnership.municipalities.through.objects.order_by("pk")
    names = [link.organisation.name for link in links]
    assert names == ["Ö kommun", "A kommun", "Ekeby kommun"]
