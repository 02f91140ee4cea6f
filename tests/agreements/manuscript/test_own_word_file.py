"""A Word file that the program wrote, brought in as a new text: it says what it said, once."""

from dataclasses import replace

import pytest

from agreements import tree
from agreements.manuscript.building import build
from agreements.manuscript.recognition.proposing import propose
from documents.choices import VersionKind
from intake.reading.upload import read_upload
from tests.agreements.word.files import file_of, unsaved

PARTIES = (
    tree.Party(
        organisation="Ekeby kommun",
        kind="municipality",
        registry_number="KS 2024/12",
        signatories=(tree.Signatory(name="Anna Ek", title="Kommunalråd", mandate="political"),),
    ),
    tree.Party(
        organisation="Lokalpolisområde Vik",
        kind="police",
        display_name="Polisen",
        signatories=(
            tree.Signatory(name="Bo Dal", title="Lokalpolisområdeschef", mandate="official"),
        ),
    ),
)


def section(heading, *parts):
    return tree.Section(heading=heading, parts=parts)


def text(html):
    return tree.TextPart(text=html)


def agreement(*closing):
    return tree.AgreementTree(
        title="Samverkansöverenskommelse",
        subtitle="Ekeby kommun och Lokalpolisområde Vik 2024–2027",
        kind="agreement",
        signed=False,
        parties=PARTIES,
        sections=(
            section("Parter", tree.BlockPart(block="parties", style="")),
            section("Inledning", text("<p>Vi samverkar i hela kommunen.</p>")),
            section("Arbete", text("<ul><li><p>ljus</p></li><li><p>sång</p></li></ul>")),
            *closing,
        ),
    )


def again(content, **options):
    reading = read_upload("a.docx", file_of(content, **options))
    return reading, build(reading.paragraphs, propose(reading.paragraphs))


@pytest.mark.parametrize("is_example", [False, True])
@pytest.mark.parametrize("kind", ["", VersionKind.PROPOSAL, VersionKind.BINDING])
def test_what_stands_round_the_pages_is_no_text_of_it(kind, is_example):
    printed = unsaved()
    printed.document.partnership.is_example = is_example
    reading, _built = again(agreement(), agreement=printed, kind=kind)
    said = [one.text for one in reading.paragraphs]
    assert said[:4] == ["Ekeby kommun", "Dnr KS 2024/12", "Polisen", "Lokalpolisområde Vik"]
    assert said[4] == "Samverkansöverenskommelse"


@pytest.mark.parametrize(
    "closing", [(), (section("Underskrifter", tree.BlockPart(block="signatures", style="")),)]
)
def test_parties_and_who_signs_are_said_once(closing):
    content = agreement(*closing)
    _reading, built = again(content)
    assert built.parties == content.parties
    assert (built.title, built.subtitle) == (content.title, content.subtitle)
    assert built.sections[:3] == content.sections[:3]
    assert [part.block for one in built.sections[3:] for part in one.parts] == ["signatures"]


def test_a_registry_number_is_that_of_the_party_whose_name_stands_above_it():
    numbers = ("EX 2023/117", "EX A117/2023")
    content = agreement()
    parties = tuple(
        replace(party, registry_number=number)
        for party, number in zip(PARTIES, numbers, strict=True)
    )
    _reading, built = again(replace(content, parties=parties))
    assert tuple(party.registry_number for party in built.parties) == numbers
    assert built.sections == again(content)[1].sections
