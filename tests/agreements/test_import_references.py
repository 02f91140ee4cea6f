"""Agreements that name one another are linked, whatever the order of the files."""

import json
from itertools import permutations

import pytest

from agreements.models import Agreement, Goal, Supersession
from desk.exchange.exporting import export_bytes
from documents.models import Section
from tests.agreements.exchange_samples import exchange_file, imported, text_section
from tests.desk import Desk, text_of

pytestmark = pytest.mark.usefixtures("db", "without_pdf", "in_english")

KEY = "6f1c1c1e-7a57-4d3b-9d4e-0c6a1b2f3d41"


def chain(first, second):
    """Three signed agreements, each replacing the one before it, named by these words."""
    return [
        exchange_file("Första", key=first, signed=True),
        exchange_file("Andra", key=second, signed=True, supersedes=[first or "Första"]),
        exchange_file("Tredje", signed=True, supersedes=[second or "Andra"], part_of="Första"),
    ]


@pytest.mark.parametrize("order", list(permutations(range(3))))
@pytest.mark.parametrize(
    "keys", [(None, None), (KEY, "0b8a7c52-52a6-4f3e-8f55-1de1a4c3c9aa"), ("avtal-1", "avtal-2")]
)
def test_files_of_one_import_are_linked_in_any_order(order, keys):
    files = chain(*keys)
    made = imported(*[files[place] for place in order])
    titles = ["Första", "Andra", "Tredje"]
    assert [one.top.title for one in made] == [titles[place] for place in order]
    links = {row.document.agreement.title: row.predecessor for row in Supersession.objects.all()}
    assert links["Andra"].title == "Första"
    assert links["Tredje"].title == "Andra"
    assert Agreement.objects.get(title="Tredje").parent.title == "Första"


@pytest.mark.parametrize("key", [KEY, "avtal-1"])
def test_agreement_of_an_earlier_import_is_found_by_its_key(key):
    imported(exchange_file("Första", key=key))
    (second,) = imported(exchange_file("Andra", supersedes=[key]))
    row = Supersession.objects.get()
    assert row.predecessor.title == row.title == "Första"
    exported = json.loads(export_bytes(second.top))["agreement"]
    assert exported["supersedes"] == [str(row.predecessor.key)]


def test_second_import_of_the_same_files_is_linked_within_itself():
    first = imported(*chain("a", "b"))
    second = imported(*chain("a", "b"))
    for made in (first, second):
        link = Supersession.objects.get(document=made[1].top.document)
        assert link.predecessor_id == made[0].top.pk


def test_circle_is_cut_and_nothing_is_lost():
    imported(exchange_file("A", supersedes=["B"]), exchange_file("B", supersedes=["A"]))
    links = {row.document.agreement.title: row for row in Supersession.objects.all()}
    assert {links["A"].reference, links["B"].reference} == {"A", "B"}
    assert [bool(links[name].predecessor) for name in "AB"].count(True) == 1


def test_agreement_that_names_itself_stays_words():
    imported(exchange_file("A", key=KEY, supersedes=["A", KEY], part_of="A"))
    assert Agreement.objects.get().parent is None
    assert not Supersession.objects.exclude(predecessor=None).exists()


def test_unknown_agreement_is_kept_as_words():
    imported(exchange_file(supersedes=["Okänd"], part_of="Också okänd"))
    row = Supersession.objects.get()
    assert (row.title, row.predecessor) == ("Okänd", None)
    assert Agreement.objects.get().part_of_reference == "Också okänd"


def test_title_that_two_agreements_have_is_told_and_not_guessed():
    imported(exchange_file("A"), exchange_file("A", valid_from="2020-01-01"))
    (one,) = imported(exchange_file("B", supersedes=["A"], part_of="A"))
    assert Supersession.objects.get().predecessor is None
    assert one.warnings == [
        "More than one document is called “A”, so the reference to it stays words."
    ]


def test_title_with_its_years_is_enough_where_the_title_is_not():
    old = exchange_file("A", valid_from="2020-01-01", valid_to="2021-12-31")
    new = exchange_file("A", valid_from="2022-01-01", valid_to="2023-12-31")
    imported(exchange_file("B", supersedes=["A 2020–2021"]), new, old)
    assert Supersession.objects.get().predecessor.valid_from.year == 2020


def test_key_that_is_used_twice_in_a_file_belongs_to_the_first_row():
    imported(
        exchange_file(
            sections=[text_section("Mål", "a", key=KEY)],
            goals=[{"text": "Ett", "key": KEY}, {"text": "Två", "key": KEY}],
        )
    )
    rows = [Section.objects.get(), *Goal.objects.all()]
    assert [str(row.key) for row in rows].count(KEY) == 1
    assert [str(row.copied_from) for row in rows].count(KEY) == 2


@pytest.mark.parametrize("signed", [True, False])
def test_one_that_is_named_by_a_key_we_never_had_is_told_of_in_words(signed, karin, client_for):
    file = exchange_file(supersedes=[KEY], part_of=KEY, kind="amendment", signed=signed)
    (one,) = imported(
        file,
        partnership=karin.access.partnership,
        by=karin.actor,
        drafting_organisation=karin.organisation,
    )
    desk = Desk(client_for(karin), one.top)

    shown = text_of(desk.get(desk.url("detail")))

    assert "Ersätter en överenskommelse som inte finns här." in shown
    assert "Tillägg till en överenskommelse som inte finns här" in shown
    assert KEY not in shown
    assert "Vad som skiljer från den tidigare" not in shown
    exported = json.loads(export_bytes(one.top))["agreement"]
    assert exported["supersedes"] == [KEY]  # for whoever has it


def test_that_the_same_content_is_here_already_is_said_once_however_often():
    for _time in range(2):
        imported(exchange_file("A"))
    (third,) = imported(exchange_file("A"))

    assert third.warnings == ["The partnership already has a document with the same content: “A”."]
