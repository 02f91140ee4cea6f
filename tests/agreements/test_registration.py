"""The registrar's fields: each organisation its own, seen by all who see the document."""

import pytest

from documents.models import Change, Registration
from partnerships.models import Organisation
from tests.conftest import LULEA, POLICE
from tests.desk import Desk, errors, fields, page, text_of
from tests.pdf_checks import problems, spoken


@pytest.fixture
def office(signed, rut, client_for):
    """Rut at her registrar's desk with the signed agreement."""
    return Desk(client_for(rut), signed)


def note(desk, organisation, **fields):
    pk = Organisation.objects.get(name=organisation).pk
    sent = {f"o{pk}-{name}": value for name, value in fields.items()}
    return desk.post(desk.url("registration"), {"organisation": pk, **sent})


def test_a_registrar_notes_her_own_organisations_record(office, signed, rut):
    answer = note(
        office,
        LULEA,
        registry_number="KS 2024/99",
        registered_on="2024-01-02",
        is_secret="on",
        secrecy_ground="OSL 18 kap. 1 §",
        retention="preserve",
    )
    kept = Registration.objects.get()
    change = Change.objects.of(signed.document)[0]

    assert answer.status_code == 302
    assert (kept.organisation, kept.registry_number) == (rut.organisation, "KS 2024/99")
    assert (change.command, change.on_behalf_of) == ("register", "")
    assert "antecknade registreringen hos Luleå kommun" in text_of(
        office.get(office.url("history"))
    )
    assert signed.document.versions.count() == 1

    note(
        office,
        LULEA,
        registry_number="KS 2024/99",
        registered_on="2024-01-02",
        is_secret="on",
        secrecy_ground="OSL 18 kap. 1 §",
        retention="preserve",
    )
    assert Change.objects.of(signed.document)[0] == change  # nothing differed


def test_another_organisations_record_says_on_whose_behalf(office, signed):
    note(office, POLICE, registry_number="A1/2024", on_behalf_of="mejl från Per 3 januari")

    assert Registration.objects.get().organisation.name == POLICE
    change = Change.objects.of(signed.document)[0]
    assert change.on_behalf_of == f"{POLICE}: mejl från Per 3 januari"


def test_everyone_who_sees_the_agreement_sees_number_and_mark_also_in_the_list(
    office, signed, ines, client_for
):
    note(office, LULEA, registry_number="KS 9", is_secret="on", secrecy_ground="OSL 35 kap. 1 §")
    reader = Desk(client_for(ines), signed)

    words = text_of(reader.get(reader.url("detail")))
    assert "Dnr KS 9 hos Luleå kommun" in words
    assert "Sekretessmarkering: OSL 35 kap. 1 §" in words
    assert "OSL 35 kap. 1 §" in text_of(reader.get("/trygg-i-lulea/overenskommelser/"))


def test_the_day_of_registration_stands_beside_the_number_on_the_page_and_in_the_summary(office):
    note(office, LULEA, registry_number="KS 9", registered_on="2024-01-02")
    note(office, POLICE, registered_on="2024-01-03", on_behalf_of="mejl")

    shown = page(office.get(office.url("detail"))).xpath("//aside[@id='side']//li")
    assert "Dnr KS 9 hos Luleå kommun Registrerad 2 januari 2024" in [
        " ".join(one.text_content().split()) for one in shown
    ]
    summaries = page(office.get(office.url("registration"))).xpath(
        "//section[contains(@class, 'registry')]/details[1]/summary"
    )
    assert [" ".join(one.text_content().split()) for one in summaries] == [
        "Dnr KS 9, registrerad 2 januari 2024",
        "Registrerad 3 januari 2024, utan diarienummer",
    ]


@pytest.mark.parametrize("number", ["KS 2024/77", "2023/17", "ks 2023/17 samverkan"])
def test_the_list_is_searched_by_numbers_that_are_noted_or_printed(office, draft, number):
    note(Desk(office.client, draft), LULEA, registry_number="KS 2024/77")

    found = office.get(f"/trygg-i-lulea/overenskommelser/?sok={number}")

    assert page(found).xpath(f"//a[@href='{Desk(None, draft).url('detail')}']")
    none = office.get("/trygg-i-lulea/overenskommelser/?sok=KS+2019/1")
    assert not page(none).xpath(f"//a[@href='{Desk(None, draft).url('detail')}']")


def test_a_mark_needs_its_ground_and_what_was_written_stays(office):
    answer = note(office, LULEA, registry_number="KS 5", is_secret="on")

    assert answer.status_code == 422
    assert any("grund" in said for said in errors(answer).values())
    assert "KS 5" in answer.content.decode()
    assert note(office, LULEA, secrecy_ground="OSL").status_code == 422
    assert note(office, LULEA, registered_on="2999-01-01").status_code == 422
    assert not Registration.objects.exists()


@pytest.mark.parametrize("pk", ["", "x", "999999999999999999999999", "\x00"])
def test_an_organisation_that_has_no_record_here_is_not_there(office, pk):
    assert office.post(office.url("registration"), {"organisation": pk}).status_code == 404


def test_the_cover_sheet_is_accessible_and_says_how_the_agreement_is_kept(office, signed, tmp_path):
    note(
        office,
        LULEA,
        registry_number="KS 2024/99",
        is_secret="on",
        secrecy_ground="OSL 18 kap. 1 §",
        retention="weed",
        retention_note="2040",
    )

    sheet = office.get(office.url("cover_sheet"))
    words = " ".join(spoken(sheet.content))

    assert problems(sheet.content, tmp_path) == []
    version = signed.document.locked_version
    for said in ("KS 2024/99", "OSL 18 kap. 1 §", "Gallras", "2040", "Rut Åberg"):
        assert said in words
    for digest in (version.sha256, version.pdf.sha256, version.archive_pdf.sha256):
        assert digest in words.replace(" ", "")


def test_a_number_that_is_registered_and_not_printed_is_proposed_to_the_party(
    desk, rut, client_for
):
    party = desk.row("party", organisation="Luleå kommun")
    desk.fill_in(desk.at("edit", party), registry_number="")
    assert "Det saknas diarienummer för Luleå kommun." in text_of(desk.get(desk.url("detail")))
    note(Desk(client_for(rut), desk.agreement), LULEA, registry_number="SBN-2026/114")

    for asked in (desk.url("detail"), desk.url("lock")):
        shown = page(desk.get(asked))
        (link,) = shown.xpath("//a[contains(., 'SBN-2026/114')]")
        assert "är registrerat men står inte i texten" in link.text_content()
    opened = desk.get(link.get("href"))
    assert fields(opened)["registry_number"] == "SBN-2026/114"
    assert "Förslag från registreringen" in text_of(opened)
    party.refresh_from_db()
    assert party.registry_number == ""  # until it is saved

    desk.post(link.get("href"), fields(opened))
    party.refresh_from_db()
    assert party.registry_number == "SBN-2026/114"
    assert "SBN-2026/114 är registrerat" not in text_of(desk.get(desk.url("detail")))
    assert fields(desk.get(desk.at("edit", party)))["registry_number"] == "SBN-2026/114"


def test_the_number_that_is_printed_is_proposed_to_the_registry(office, signed):
    shown = office.get(office.url("registration"))
    number = page(shown).xpath("//input[contains(@name, 'registry_number')]/@value")

    assert number[0] == "KS 2023/17"
    assert "Förslag från texten" in text_of(shown)
    assert not Registration.objects.exists()

    note(office, LULEA, registry_number="KS 2024/99")
    shown = text_of(office.get(office.url("registration")))
    assert "I texten står: KS 2023/17" in shown


def test_what_a_record_was_before_stays_under_its_form(office, signed, per, ines, client_for):
    note(office, LULEA, registry_number="KS 1", is_secret="on", secrecy_ground="OSL 18 kap. 1 §")
    note(office, LULEA, registry_number="KS 2", retention="preserve", registered_on="2024-01-02")
    note(office, POLICE, registry_number="A1", on_behalf_of="mejl från Per")

    shown = page(office.get(office.url("registration")))
    ours, theirs = ["".join(one.itertext()) for one in shown.xpath("//details[@class='past']")]
    ours, theirs = (" ".join(one.split()) for one in (ours, theirs))

    assert "2 ändringar" in ours
    assert "Rut Åberg, Luleå kommun" in ours
    assert "Diarienummer: KS 2, förut: KS 1" in ours
    assert "Sekretessmarkering: nej, förut: ja" in ours
    assert "Bevaras eller gallras: Bevaras, förut: –" in ours
    assert "2 januari 2024" in ours
    assert "A1" not in ours
    assert f"{POLICE}: mejl från Per" in theirs
