"""What waits for the registrar: no number at her own registry, signed without a file."""

import pytest

from desk import workflow
from desk.registering import note_registration
from documents.files.papers import Paper
from tests.desk import Desk, page, text_of
from tests.factories import make_agreement, signed_tree, small_tree

pytestmark = pytest.mark.usefixtures("without_pdf")

URL = "/trygg-i-lulea/overenskommelser/att-registrera/"


def without_numbers(**changed):
    parties = [one.__class__(**_values(one)) for one in small_tree().parties]
    return signed_tree(key=None, parties=tuple(parties), **changed)


def _values(party):
    return {
        "organisation": party.organisation,
        "kind": party.kind,
        "display_name": party.display_name,
    }


def lines(response):
    """The agreements that wait, each with what is to be done."""
    items = page(response).xpath("//main//section[contains(@class, 'list')]//li")
    return {one.xpath(".//strong")[0].text_content(): one.xpath(".//span/a/@href") for one in items}


def attach(agreement, by):
    workflow.attach_signed_file(
        agreement, Paper(content=b"%PDF-1.7", media_type="application/pdf", name="a.pdf"), by=by
    )


def test_what_lacks_a_number_or_a_file_waits_until_it_has_both(rut, karin, client_for):
    agreement = make_agreement(without_numbers(title="Samverkan A"), by=karin)
    client = client_for(rut)
    desk = Desk(client, agreement)
    number, file = desk.url("registration"), desk.url("attach")
    assert lines(client.get(URL)) == {"Samverkan A 2024–2027": [number, file]}

    note_registration(agreement, rut.organisation, by=rut.actor, registry_number="KS 1")
    assert lines(client.get(URL)) == {"Samverkan A 2024–2027": [file]}

    attach(agreement, rut.actor)
    empty = client.get(URL)
    assert lines(empty) == {}
    assert "Inget väntar på att registreras" in text_of(empty)
    assert "har sitt diarienummer" in text_of(empty)


def test_a_number_that_is_printed_counts_at_the_registry_whose_it_is(signed, rut, per, client_for):
    """The small agreement prints the municipality's number and none for the police."""
    attach(signed, rut.actor)

    assert lines(client_for(rut).get(URL)) == {}
    assert list(lines(client_for(per).get(URL))) == [signed.name]


def test_neither_a_draft_nor_what_an_undocumented_paper_says_waits_for_a_file(
    draft, karin, rut, client_for
):
    make_agreement(signed_tree(key=None, signed=None), by=karin)

    assert lines(client_for(rut).get(URL)) == {}


def test_what_another_party_keeps_waits_only_for_it(karin, per, client_for):
    tree = without_numbers(title="Lulebo och kommunen")
    others = make_agreement(
        without_numbers(title="Bara kommunen").__class__(
            title="Bara kommunen", signed=True, parties=tree.parties[:1]
        ),
        by=karin,
    )

    assert others.name in lines(client_for(karin).get(URL))
    assert lines(client_for(per).get(URL)) == {}


def test_it_is_reached_from_the_list_and_the_overview_by_those_who_register(
    signed, rut, ines, client_for
):
    for where in ("/trygg-i-lulea/", "/trygg-i-lulea/overenskommelser/"):
        assert URL in page(client_for(rut).get(where)).xpath("//main//a/@href"), where
        assert URL not in page(client_for(ines).get(where)).xpath("//main//a/@href"), where


def test_an_empty_partnership_says_what_comes_here(rut, client_for):
    assert "kommer hit när den registreras som undertecknad" in text_of(client_for(rut).get(URL))
