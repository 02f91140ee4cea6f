"""The chain on one line of time: what hangs together, from when to when, and who sees what."""

from datetime import date

import pytest

from agreements import starting
from agreements.after_signing.amending import amend
from agreements.after_signing.chain import chain_of, timeline
from agreements.models import Agreement
from agreements.status import Successor, Validity, state_on
from tests.desk import Desk, page, text_of
from tests.factories import make_agreement, signed_tree

TODAY = date(2026, 7, 1)


def drawn(*validities, links=()):
    """The bars of agreements with these facts, numbered from 1."""
    agreements, facts = [], {}
    for pk, one in enumerate(validities, start=1):
        agreements.append(
            Agreement(
                pk=pk,
                title=f"Nr {pk}",
                signed=one.signed,
                valid_from=one.valid_from,
                valid_to=one.valid_to,
                signed_on=one.signed_on,
            )
        )
        facts[pk] = one
    states = {pk: state_on(one, TODAY) for pk, one in facts.items()}
    return timeline(agreements, facts=facts, states=states, links=links, today=TODAY)


def years(first, last, **more):
    return Validity(signed=True, valid_from=date(first, 1, 1), valid_to=date(last, 12, 31), **more)


def test_what_hangs_together_is_found_both_ways_also_in_a_circle():
    links = [(2, 1), (3, 2), (4, 2), (2, 4), (9, 8)]

    assert chain_of(3, links, [(5, 4)]) == {1, 2, 3, 4, 5}
    assert chain_of(7, links, []) == {7}


def test_the_line_has_whole_years_and_bars_have_their_part_of_it():
    line = drawn(years(2017, 2019), years(2020, 2026))

    assert [bar.pieces[0].x for bar in line.bars] == ["0.00%", "29.98%"]
    assert [bar.pieces[0].width for bar in line.bars] == ["29.98%", "70.02%"]
    assert line.today == "94.96%"
    assert [year for year, _x in line.years] == [2018, 2020, 2022, 2024, 2026]
    assert [bar.lane for bar in line.bars] == [0, 0]


def test_extension_termination_and_succession_show_in_the_bar():
    extended, terminated, replaced, open_ended = drawn(
        years(2010, 2011, extended_to=(date(2012, 12, 31),)),
        years(2013, 2016, terminated_on=date(2015, 1, 1)),
        years(2014, 2020, successors=(Successor(signed=True, valid_from=date(2018, 1, 1)),)),
        years(2018, 2022, renewal_rule="until_further_notice"),
        links=[(4, 3)],
    ).bars

    assert [piece.kind for piece in extended.pieces] == ["term", "extended"]
    assert extended.ends_on == date(2012, 12, 31)
    assert terminated.ends_on == date(2014, 12, 31)
    assert replaced.ends_on == date(2017, 12, 31)
    assert [one.pk for one in replaced.replaced_by] == [4]
    assert [piece.kind for piece in open_ended.pieces] == ["term", "open"]
    assert open_ended.ends_on is None
    assert terminated.lane != replaced.lane


@pytest.mark.parametrize(
    "facts",
    [
        Validity(signed=None),
        Validity(signed=True, valid_to=date(2020, 1, 1)),
        Validity(signed=True, valid_from=date(2020, 1, 1), valid_to=date.max),
        Validity(signed=True, valid_from=date(1, 1, 1), valid_to=date(9998, 12, 31)),
        Validity(signed=True, signed_on=date(2026, 7, 1)),
        years(2020, 2024, terminated_on=date(2019, 6, 1)),
    ],
)
def test_odd_periods_are_drawn_or_left_to_the_table(facts):
    line = drawn(facts)

    assert len(line.bars) == 1
    assert all(float(piece.width[:-1]) > 0 for bar in line.bars for piece in bar.pieces)
    assert len(line.years) <= 5


def test_the_page_names_the_whole_chain_but_not_what_its_reader_does_not_see(
    karin, per, client_for, without_pdf
):
    first = make_agreement(
        signed_tree(title="Den första", valid_from=None, valid_to=None, extensions=()), by=karin
    )
    second = make_agreement(signed_tree(title="Den andra"), by=karin)
    draft = starting.start_from(
        second,
        title="Den tredje",
        subtitle="",
        valid_from=date(2029, 1, 1),
        valid_to=None,
        replaces=True,
        drafting_organisation=karin.organisation,
        by=karin.actor,
    )
    amend(
        second,
        title="Tillägget",
        valid_from=date(2026, 1, 1),
        drafting_organisation=per.organisation,
        by=per.actor,
    )
    mine, theirs = (Desk(client_for(who), second) for who in (karin, per))
    seen, seen_by_police = (text_of(one.get(one.url("timeline"))) for one in (mine, theirs))

    assert "Den tredje" in seen
    assert "Tillägget" not in seen
    assert "Den tredje" not in seen_by_police
    assert "Tillägget" in seen_by_police
    assert first.title not in seen  # nothing links to it
    assert "Förlängd till 2028-12-31, beslutat 2027-10-01" in seen
    assert "2024-01-01 – 2028-12-31" in seen
    shown = page(mine.get("/trygg-i-lulea/overenskommelser/"))
    strip = shown.xpath("//figure//a/@href")
    assert Desk(None, draft).url("detail") in strip
    assert Desk(None, first).url("detail") not in strip


@pytest.mark.parametrize("first", [date.min, date.max])
def test_a_day_where_the_calendar_ends_is_drawn(first):
    for more in ({}, {"terminated_on": first}, {"valid_to": date.max}):
        line = drawn(Validity(signed=True, valid_from=first, **more))
        assert len(line.drawn) == 1
