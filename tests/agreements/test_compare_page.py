"""What differs between two texts of an agreement, as a redline of the whole."""

from dataclasses import replace

import pytest

from agreements import starting
from agreements.choices import Block
from agreements.outline import closing_blocks
from agreements.tree import BlockPart, Seat, Section, TextPart
from desk import workflow
from desk.history.comparing import compare
from documents.reading import read_tree
from tests.desk import Desk, page, text_of
from tests.factories import signed_tree, small_tree


@pytest.fixture
def two(desk, karin, without_pdf):
    """A locked version and a draft that says something else."""
    workflow.lock(desk.agreement, by=karin.actor)
    workflow.reopen(desk.agreement, by=karin.actor)
    desk.fill_in(desk.at("edit", desk.row("goal")), text="Öka tryggheten mycket.")
    desk.post(desk.at("delete", desk.row("appendix")))
    return desk


def test_the_draft_is_compared_with_the_latest_version_unless_one_asks_otherwise(two):
    shown = two.get(two.url("compare"))

    changes = page(shown).xpath("//*[@class='change']")
    assert [one.get("id") for one in changes] == ["change-1", "change-2"]
    assert "mycket" in changes[0].xpath("string(.//ins)")
    assert "Kontaktlista" in changes[1].text_content()
    assert "2 ändringar 1 ord tillagt, " in text_of(shown)
    assert texts_named(shown).endswith("version 1 → Arbetsversion")
    lead = page(shown).xpath("string(//main//*[@class='lead'])")
    assert two.agreement.title not in lead  # the way to the page says it
    assert page(shown).xpath("//*[@id='change-1']/a[@class='next']/@href") == ["#change-2"]
    other_way = two.get(two.url("compare", fran="utkast", till="1"))
    assert "mycket" in page(other_way).xpath("string(//*[@id='change-1']//del)")
    same = two.get(two.url("compare", fran="1", till="1"))
    assert "lika, ord för ord" in text_of(same)


def texts_named(shown):
    """What stands over the choice of texts, also while it is folded."""
    return page(shown).xpath("string(//details[@class='texts']/summary)")


def test_without_a_version_there_is_nothing_to_compare_yet(desk):
    assert "inget att jämföra" in text_of(desk.get(desk.url("compare")))


def test_a_successor_is_compared_with_the_agreement_it_replaces(signed, karin, stina, client_for):
    draft = starting.start_from(
        signed,
        title="Nästa",
        subtitle="",
        valid_from=None,
        valid_to=None,
        drafting_organisation=karin.access.organisation,
        replaces=True,
        by=karin.actor,
    )
    desk = Desk(client_for(karin), draft)
    link = page(desk.get(desk.url("detail"))).xpath("//aside//a[contains(@href, 'jamfor')]/@href")
    desk.fill_in(desk.at("edit", desk.row("goal")), text="Öka tryggheten mycket.")
    offered = page(client_for(stina).get(desk.url("detail"))).xpath("//*[@class='offers']//li/a")
    assert offered[0].get("href") == link[0]

    shown = desk.get(link[0])

    assert page(shown).xpath("//article//ins[contains(., 'mycket')]")
    assert texts_named(shown) == f"{signed.name} → Arbetsversion"
    options = page(shown).xpath("//select[@name='fran']//option/text()")
    assert options == ["Arbetsversion", signed.name]


@pytest.mark.parametrize(
    "asked", ["foregaende-1", "foregaende-0", "2", "0", "99999999999999999999", "x%00", "%F0"]
)
def test_what_cannot_be_compared_is_said_in_words(two, asked):
    refused = two.client.get(f"{two.url('compare')}?fran={asked}")

    assert refused.status_code == 422
    assert texts_named(refused) == "Välj två texter"
    assert "Den texten finns inte" in text_of(refused)


def test_all_that_is_printed_is_compared_headings_and_lists_and_long_equal_stretches_folded(desk):
    old = read_tree(desk.agreement)
    parts = (TextPart(text="".join(f"<p>Stycke {number}</p>" for number in range(20))),)
    new = small_tree(sections=(*old.sections, Section(heading="Slutord", parts=parts)))

    found = compare(old, new)

    assert (found.changes, found.struck) == (1, 0)
    assert found.added == 1 + 2 * 20
    assert found.stretches[0].folded
    changed = next(one for one in found.stretches if one.number)
    assert [one.is_heading for one in changed.before[:2]] == [True, False]


def numbered(first, last):
    return TextPart(text="".join(f"<p>Stycke {number}</p>" for number in range(first, last)))


def test_what_is_shown_of_equal_text_stands_under_its_own_heading():
    """Not the end of one section, or one party's people, under the heading of another."""
    old = small_tree(
        sections=(
            Section(heading="Ledning", parts=(numbered(0, 6),)),
            Section(heading="Uppföljning", parts=(numbered(6, 16),)),
            Section(heading="Giltighet", parts=(TextPart(text="<p>Till 2027.</p>"),)),
        )
    )
    *same, last = old.sections
    new = replace(old, sections=(*same, replace(last, parts=(TextPart(text="<p>Till 2031.</p>"),))))
    shown = seen_of(new, old)
    at = shown.index("Till 2027 2031.")
    assert shown[at - 2 : at] == ["…", "Giltighet"]

    *same, middle, last = old.sections
    longer = replace(middle, parts=(*middle.parts, TextPart(text="<p>Det följs upp.</p>")))
    new = replace(old, sections=(*same, longer, last))

    shown = seen_of(new, old)

    at = shown.index("Det följs upp.")
    assert shown[at - 5 : at] == ["…", "Uppföljning", "…", "Stycke 14", "Stycke 15"]


def seen_of(new, old):
    """The paragraphs of a redline that are not folded; an ellipsis for those that are."""
    found = []
    for one in compare(old, new).stretches:
        fold = ["…"] if one.folded else []
        found += [*map(said, one.before), *fold, *map(said, one.after)]
    return found


def said(shown):
    return "".join(run.text for run in shown.paragraph.runs)


def found_between(old, new):
    comparison = compare(old, new)
    return comparison.added, comparison.struck


def printing(block):
    """The sections of the small agreement and one that prints `block`."""
    last = Section(parts=(BlockPart(block=block),))
    return (*small_tree().sections, last)


@pytest.mark.django_db
def test_lines_to_sign_on_are_no_difference_where_the_signed_text_prints_none():
    signed = signed_tree(signed_on=None, signed_at="", extensions=(), supersedes=())
    assert Block.SIGNATURES not in closing_blocks(signed)  # it names its people with the parties

    assert found_between(signed, small_tree()) == (0, 0)
    assert found_between(small_tree(), signed) == (0, 0)


@pytest.mark.django_db
def test_who_signs_is_no_difference_wherever_it_is_printed():
    within = small_tree(sections=printing("signatures"))

    assert found_between(within, small_tree()) == (0, 0)
    signed = signed_tree(extensions=(), supersedes=())
    assert found_between(small_tree(), signed) == (5, 0)  # Luleå, 20 november 2023


@pytest.mark.django_db
def test_another_person_or_title_is_a_difference():
    first, *others = small_tree().parties
    person = replace(first.signatories[0], name="Nils Frid")
    changed = small_tree(parties=(replace(first, signatories=(person,)), *others))

    assert found_between(small_tree(), changed) != (0, 0)
    signed = signed_tree(signed_on=None, signed_at="", extensions=(), supersedes=())
    assert found_between(signed, changed) != (0, 0)


@pytest.mark.django_db
def test_rows_that_neither_text_prints_are_told_in_words():
    """Groups and duties stand beside the text as a rule."""
    old = small_tree()
    (body, *bodies), (duty, *duties) = old.bodies, old.duties
    seats = (*body.seats[1:], Seat(title="Skolchef"))
    changed = replace(duty, decided_by="Styrgruppen, enhälligt", section=(7,))
    new = replace(old, bodies=(replace(body, seats=seats), *bodies), duties=(changed, *duties))

    told = compare(old, new).rows

    assert "Lade till ledamoten Skolchef" in told
    assert len([one for one in told if one.startswith("Tog bort ledamoten ")]) == 1
    assert len([one for one in told if one.startswith("Ändrade åtagandet ")]) == 1
    assert len(told) == 3
    assert compare(old, old).rows == []


def test_what_differs_outside_the_text_is_listed_on_the_page(two):
    two.fill_in(two.at("edit", two.row("seat")), title="Skolchef", name="")

    shown = page(two.get(two.url("compare")))

    listed = shown.xpath("//article//*[@class='unprinted']//li/text()")
    assert any("Skolchef" in one for one in listed)
    assert shown.xpath("//*[@class='counts']/a/@href") == ["#unprinted"]
