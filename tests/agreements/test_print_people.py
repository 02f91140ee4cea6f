"""How parties and those who sign fall on the sheets of a PDF."""

from itertools import pairwise

import pytest

from agreements import tree
from tests.agreements.print_samples import SENTENCE, filling, printed, section
from tests.pdf_checks import problems, spoken
from tests.printed_sheets import sheets

pytestmark = pytest.mark.any_database

TWO, FOUR = (22, 17), (8, 12, 3, 14)
VALIDITY = "Överenskommelsen gäller till och med 2030."


def party(number, people):
    return tree.Party(
        organisation=f"Part {number}",
        kind="municipality",
        signatories=tuple(
            tree.Signatory(name=f"Namn {number}.{n}.", title="Chef", unit="Enhet" if n % 2 else "")
            for n in range(people)
        ),
    )


def block(heading, name):
    return tree.Section(heading=heading, parts=(tree.BlockPart(block=name),))


def hard(lines, sizes):
    """Parties beside each other that are taller than a sheet, and as many who sign."""
    return printed(
        filling(lines),
        block("Parter", "parties"),
        section("Syfte", SENTENCE * 8),
        section("Giltighetstid", VALIDITY),
        block("Underskrifter", "signatures"),
        parties=tuple(party(number, people) for number, people in enumerate(sizes)),
        signed=False,
    )


def most_empty(following):
    """How much may be empty before `following`, at whose head stands what is not divided."""
    head = following.lines[0].text
    if head == "Giltighetstid":  # the last words, down to the first signature
        return 0.4
    return 0.22 if head.startswith("Part") else 0.15  # party, place and the first signature


@pytest.mark.parametrize("sizes", [TWO, FOUR])
@pytest.mark.parametrize("lines", [1, 8, 14, 20, 26])
def test_people_fill_every_sheet_and_none_is_parted_or_lost(lines, sizes):
    content = hard(lines, sizes)
    read = sheets(content)

    for sheet, following in pairwise(read):
        last, first = sheet.lines[-1].text, following.lines[0].text
        assert sheet.empty < most_empty(following)
        assert not last.startswith(("Part", "Ort", "Underskrifter", "Giltighetstid"))
        assert not first.startswith(("Chef", "Enhet", "Underskrifter"))
    words = " ".join(spoken(content))
    for number, people in enumerate(sizes):
        for n in range(people):
            assert words.count(f"Namn {number}.{n}.") == 2
        assert words.count(f"Part {number} ") == 3


@pytest.mark.parametrize("lines", range(0, 24, 3))
def test_whoever_signs_first_signs_beneath_the_last_words(lines):
    content = printed(
        filling(lines),
        section("Giltighetstid", VALIDITY),
        block("Underskrifter", "signatures"),
        parties=(party(0, 3), party(1, 2)),
        signed=False,
    )

    [texts] = [
        [line.text for line in sheet.lines]
        for sheet in sheets(content)
        if any(line.text == "Underskrifter" for line in sheet.lines)
    ]
    place = texts.index("Underskrifter")
    assert texts[place - 1] == VALIDITY.replace(" ", "")
    assert texts[place + 1 : place + 4] == [
        "Part0Part1",
        "OrtochdatumOrtochdatum",
        "Namn0.0.Namn1.0.",
    ]


def test_words_of_its_own_let_a_section_with_signatures_begin_a_sheet():
    parts = (tree.TextPart(text=f"<p>{SENTENCE}</p>"), tree.BlockPart(block="signatures"))
    closing = tree.Section(heading="Underskrifter", parts=parts)
    parties = (party(0, 2), party(1, 2))
    first, second = sheets(printed(filling(20), closing, parties=parties, signed=False))

    assert first.lines[-1].text == "Rad."
    assert second.lines[0].text == "Underskrifter"


@pytest.mark.parametrize("sizes", [TWO, FOUR, (1,), (2, 1, 1)])
def test_people_on_many_sheets_are_accessible_and_each_is_read_with_the_title(tmp_path, sizes):
    content = hard(14, sizes)

    assert problems(content, tmp_path) == []
    assert "Namn 0.0. Chef" in " ".join(spoken(content))


def test_a_party_alone_takes_no_more_width_than_beside_another():
    [sheet] = sheets(printed(block("Parter", "parties"), parties=(party(0, 1),) * 3))
    [beside, alone] = [line for line in sheet.lines if line.text.startswith("Namn")]

    assert alone.right < (beside.left + beside.right) / 2
