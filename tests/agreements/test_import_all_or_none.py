"""An import takes every file or none, and tells what to know about each."""

import pytest
from django.db import IntegrityError

from agreements.models import Agreement
from desk.importing.making import ImportRefused, import_files
from documents.changes import Actor
from documents.choices import Command, Reach
from documents.models import Change, Document
from partnerships.models import Membership, Organisation, Partnership
from tests.agreements.exchange_samples import HAND, as_bytes, exchange_file, imported, party

pytestmark = pytest.mark.usefixtures("db", "without_pdf", "in_english")


def test_one_wrong_file_keeps_all_out_and_every_wrong_file_is_named():
    files = [
        ("bra.json", as_bytes(exchange_file())),
        ("tom.json", b""),
        ("fel.json", as_bytes(exchange_file(" "))),
    ]
    with pytest.raises(ImportRefused) as caught:
        import_files(files, partnership=None, by=HAND)
    assert [error.file for error in caught.value.errors] == ["tom.json", "fel.json"]
    assert str(caught.value).count("\n") == 1
    assert not Document.objects.exists()
    assert not Partnership.objects.exists()
    assert not Organisation.objects.exists()


def test_fault_in_the_middle_leaves_nothing_behind(monkeypatch):
    def fails(top, reader):
        if Agreement.objects.count() == 2:
            raise IntegrityError
        return []

    monkeypatch.setattr("desk.importing.making._twins", fails)
    with pytest.raises(IntegrityError):
        imported(exchange_file("Den ena"), exchange_file("Den andra"))
    assert not Agreement.objects.exists()
    assert not Partnership.objects.exists()


def test_no_files_make_nothing():
    assert import_files([], partnership=None, by=HAND, new_slug="ny") == []
    assert not Partnership.objects.exists()


@pytest.mark.parametrize(
    ("signed", "locked", "reach"),
    [(True, True, Reach.PARTNERSHIP), (None, True, Reach.PARTNERSHIP), (False, False, "drafting")],
)
def test_signed_and_undocumented_agreements_are_locked_and_a_draft_is_not(signed, locked, reach):
    (one,) = imported(exchange_file(signed=signed))
    document = Document.objects.get()
    assert (document.is_locked, document.reach) == (locked, reach)
    assert one.top.document_id == document.pk


def test_import_is_one_change_by_the_one_who_imports_with_its_source():
    imported(exchange_file() | {"source": "Pärm 3"}, by=Actor("Karin", "Ekeby kommun"))
    change = Change.objects.get()
    assert (change.command, change.name) == (Command.IMPORT, "Karin")
    assert change.organisation == "Ekeby kommun"
    assert change.entries[0]["act"] == "added"
    assert Document.objects.get().source == "Pärm 3"


def test_new_partnership_has_the_name_and_the_municipalities_of_the_file():
    imported(exchange_file())
    partnership = Partnership.objects.get()
    assert (partnership.name, partnership.slug) == ("Trygga Ekeby", "trygga-ekeby")
    assert [one.name for one in partnership.municipalities.all()] == ["Ekeby kommun"]


def test_partnership_of_the_same_name_is_used_and_keeps_its_municipalities():
    known = Partnership.objects.create(name="Trygga Ekeby", slug="ekeby")
    (one,) = imported(exchange_file())
    assert one.top.document.partnership == known
    assert not known.municipalities.exists()
    Partnership.objects.create(name="Trygga Ekeby", slug="ekeby-2")
    with pytest.raises(ImportRefused, match="More than one partnership is called"):
        imported(exchange_file())


def test_other_partnership_than_the_file_says_is_warned_of():
    known = Partnership.objects.create(name="Annat", slug="annat")
    (one,) = imported(exchange_file(), partnership=known)
    assert one.top.document.partnership == known
    assert "The file belongs to the partnership “Trygga Ekeby”" in one.warnings[0]


def test_same_content_is_warned_of_and_still_imported():
    signed = exchange_file("Den ena", signed=True)
    draft = exchange_file("Den andra")
    assert [one.warnings for one in imported(signed, draft)] == [[], []]
    again = imported(signed, draft, exchange_file("Den tredje"))
    assert [len(one.warnings) for one in again] == [1, 1, 0]
    assert "same content: “Den ena”" in again[0].warnings[0]
    assert Agreement.objects.count() == 5


def test_same_content_in_a_draft_of_another_organisation_is_not_told():
    imported(exchange_file())
    police = Organisation.objects.get(name="Lokalpolisområde Ekeby")
    (one,) = imported(exchange_file(), drafting_organisation=police)
    assert one.warnings == []


def test_draft_belongs_to_the_organisation_of_the_member_who_imports(django_user_model):
    (first,) = imported(exchange_file())
    assert first.top.document.drafting_organisation.name == "Ekeby kommun"
    user = django_user_model.objects.create_user("per@ekeby.example", name="Per")
    police = Organisation.objects.get(name="Lokalpolisområde Ekeby")
    Membership.objects.create(
        user=user, partnership=Partnership.objects.get(), organisation=police, role="coordinator"
    )
    (one,) = imported(exchange_file(), by=Actor("Per", user=user))
    assert one.top.document.drafting_organisation == police
    assert Change.objects.first().organisation == police.name


def test_draft_without_a_municipality_belongs_to_the_first_party():
    parties = [party("Polisregion Ek", "police"), party("Länsstyrelsen", "county_board")]
    (one,) = imported(exchange_file(parties=parties))
    assert one.top.document.drafting_organisation.name == "Polisregion Ek"
