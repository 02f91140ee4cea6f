"""Texts that were signed digitally: who did it, for whom and when; none is a draft in silence."""

from datetime import date

import pytest

from tests.agreements.manuscript.test_building import built, running_text, shape
from tests.agreements.manuscript.test_recognition import proposed

TITLE = "Samverkansöverenskommelse mellan Ekeby kommun och Polismyndigheten\n\n"
TEXT = f"{TITLE}Mål\n\nTryggare Ekeby\n\n"
DAYS = [date(2025, 2, 4), date(2025, 2, 5)]


def side_by_side(*rows, gap=40):
    return "\n".join(left.ljust(gap) + right for left, right in rows)


HEADS = side_by_side(("För Ekeby kommun", "För Polismyndigheten"))
STAMPS = (
    ("Undertecknat digitalt av", "Undertecknat digitalt av"),
    ("Anna Ek", "Bo Dal"),
    ("2025-02-04 10:22", "2025-02-05 08:15"),
)
BELOW = "\n\n".join(
    f"För {party}\nUndertecknat digitalt av\n{name}\n{day}"
    for party, name, day in (
        ("Ekeby kommun", "Anna Ek", "2025-02-04 10:22"),
        ("Polismyndigheten", "Bo Dal", "2025-02-05 08:15:01 CET"),
    )
)
ON_ONE_LINE = "\n\n".join(
    f"För {party}\nElektroniskt signerad av: {name}, {day}"
    for party, name, day in (
        ("Ekeby kommun", "Anna Ek", "2025-02-04 10:22"),
        ("Polismyndigheten", "Bo Dal", "den 5 februari 2025 kl. 08.15"),
    )
)
ONE_SPACE = "\n".join(" ".join(row) for row in (("För Ekeby kommun", "För Polisen"), *STAMPS))


@pytest.mark.parametrize("general", ["", "Undertecknad i Ekeby den 4 februari 2025\n\n"])
@pytest.mark.parametrize(
    "signed",
    [f"{HEADS}\n\n{side_by_side(*STAMPS)}", BELOW, ON_ONE_LINE, ONE_SPACE],
    ids=["columns", "below", "one line", "one space"],
)
def test_each_party_has_who_signed_for_it_and_when(signed, general):
    facts, _pairs = proposed(TEXT + general + signed)
    assert [
        [(one.name, one.signed_on) for one in party.signatories] for party in facts.parties
    ] == [[("Anna Ek", DAYS[0])], [("Bo Dal", DAYS[1])]]
    assert (facts.is_signed, facts.signed_on) == (True, DAYS[1])
    assert facts.signed_at == ("Ekeby" if general else "")


@pytest.mark.parametrize("kind", ["Undertecknad", "Undertecknat", "Signerad", "Signerat"])
def test_names_without_titles_sign_for_the_party_above_them(kind):
    facts, _pairs = proposed(
        f"{TEXT}{kind} i Ekeby den 4 februari 2025\n\nFör Ekeby kommun\nAnna Ek\n\n"
        "För Polismyndigheten\nBo Dal"
    )
    assert [[one.name for one in party.signatories] for party in facts.parties] == [
        ["Anna Ek"],
        ["Bo Dal"],
    ]
    assert (facts.is_signed, facts.signed_on, facts.signed_at) == (True, DAYS[0], "Ekeby")


@pytest.mark.parametrize(
    "signed",
    [
        "Undertecknat digitalt av Anna Ek 2025-02-04 10:22\n"
        "Undertecknat digitalt av Bo Dal 2025-02-05 08:15",
        side_by_side(*STAMPS),
    ],
)
def test_names_that_sign_for_no_party_stay_in_the_text_of_a_signed_agreement(signed):
    facts, _pairs = proposed(TEXT + signed)
    assert (facts.is_signed, facts.signed_on) == (True, DAYS[1])
    assert [party.signatories for party in facts.parties] == [(), ()]
    content = built(TEXT + signed)
    assert shape(content) == [(0, "Mål", ["text"]), (0, "", ["text"])]
    for word in ("Anna Ek", "2025-02-04 10:22", "Bo Dal", "2025-02-05 08:15"):
        assert word in running_text(content)


def test_the_day_below_a_name_is_that_of_the_name_above_it():
    facts, _pairs = proposed(
        f"{TEXT}För Ekeby kommun\nAnna Ek\nKommunalråd\nEkeby 2025-02-04\n\n"
        "För Polismyndigheten\nBo Dal\nLokalpolisområdeschef\nVik 2025-02-05"
    )
    assert [
        (one.name, one.signed_on, one.signed_at)
        for party in facts.parties
        for one in party.signatories
    ] == [("Anna Ek", DAYS[0], "Ekeby"), ("Bo Dal", DAYS[1], "Vik")]


@pytest.mark.parametrize(
    "said",
    [
        "Undertecknad av parterna gäller den i hela kommunen.",
        "Undertecknat av båda parter",
    ],
)
def test_what_only_tells_that_something_is_signed_is_no_signature(said):
    facts, _pairs = proposed(f"{TEXT}{said}")
    assert not facts.is_signed
