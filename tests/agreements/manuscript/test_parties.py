"""The parties are found where agreements name them, by the names that agreements give them."""

import pytest

from tests.agreements.manuscript.test_recognition import of, proposed

SEVERAL = ["Ekeby kommun", "Viks kommun", "Berga kommun"]


def parties(text):
    """Return the parties of an agreement that begins with `text`, each as it is called."""
    facts, _pairs = proposed(f"{text}\n\nSyfte\n\nVi samverkar för trygghet i hela kommunen.")
    return [one.name for one in facts.parties]


@pytest.mark.parametrize(
    ("police", "name"),
    [
        ("lokalpolisområde Nacka", "lokalpolisområde Nacka"),
        ("LPO Södertälje", "LPO Södertälje"),
        ("lpo Södertälje", "lpo Södertälje"),
        ("lokalpolisområde norra Berget", "lokalpolisområde norra Berget"),
        ("lokalpolisområde nacka", "lokalpolisområde nacka"),
        ("polisområde syd", "polisområde syd"),
        ("polisområde Norra Skåne, region Syd", "polisområde Norra Skåne"),
        ("Polismyndigheten, region Prov, Lokalpolisområde Vik", "Lokalpolisområde Vik"),
        ("Polismyndigheten region Mitt, polisområde Gästrike, lokalpolisområde Vik",
         "lokalpolisområde Vik"),
        ("Polismyndigheten, Region Stockholm, lokalpolisområde Nacka", "lokalpolisområde Nacka"),
        ("Polisen, polisregion Väst", "Polismyndigheten"),
        ("lokalpolisområde Vik, polisområde Berget, Polismyndigheten", "lokalpolisområde Vik"),
    ],
)  # fmt: skip
def test_the_police_are_one_party_by_the_name_of_the_district(police, name):
    said = f"Samverkansöverenskommelse\n\nDenna överenskommelse ingås mellan {police}"
    assert parties(f"{said} och Ekeby kommun.") == [name, "Ekeby kommun"]
    assert parties(f"Samverkansavtal mellan Ekeby kommun och {police}") == ["Ekeby kommun", name]


def test_a_county_region_beside_the_police_is_a_party_of_its_own():
    assert parties("Avtal mellan Ekeby kommun, Polismyndigheten och Region Skåne") == [
        "Ekeby kommun", "Polismyndigheten", "Region Skåne",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "mellan Ekeby, Viks och Berga kommuner samt Lokalpolisområde Mitt",
        "mellan Ekeby kommun, Viks kommun, Berga kommun och Lokalpolisområde Mitt",
        "MELLAN EKEBY, VIKS OCH BERGA KOMMUNER SAMT LOKALPOLISOMRÅDE MITT",
    ],
)
def test_municipalities_that_share_their_last_word_are_parties_each(said):
    assert parties(f"Samverkansöverenskommelse {said}") == [*SEVERAL, "Lokalpolisområde Mitt"]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Samverkan mellan kommunerna Ekeby, Vik och Berga samt Lokalpolisområde Mitt",
         [*SEVERAL, "Lokalpolisområde Mitt"]),
        ("Avtal mellan Polismyndigheten och kommunerna Borås och Mark",
         ["Polismyndigheten", "Borås kommun", "Marks kommun"]),
        ("Avtal mellan kommunerna i länet och polisen", []),
    ],
)  # fmt: skip
def test_the_municipalities_by_their_places_are_parties_by_their_names(said, names):
    assert parties(said) == names


@pytest.mark.parametrize(
    "said",
    [
        "Parterna i överenskommelsen är Ekeby kommun, Ekebyhem AB och Polismyndigheten.",
        "Avtalsparter är: Ekeby kommun, Ekebyhem AB och Polismyndigheten.",
        "Mellan Ekeby kommun, Ekebyhem AB och Polismyndigheten.",
        "Mellan\nEkeby kommun,\nEkebyhem AB och\nPolismyndigheten\nhar följande avtal träffats "
        "om hur brott ska hindras.",
        "mellan\n\nEkeby kommun\n\nEkebyhem AB\n\noch\n\nPolismyndigheten",
    ],
)
def test_parties_are_told_in_a_sentence_of_their_own_or_line_by_line(said):
    assert parties(f"Avtal om samverkan\n\n{said}") == [
        "Ekeby kommun", "Ekebyhem AB", "Polismyndigheten",
    ]  # fmt: skip


def test_parties_below_mellan_that_go_on_in_a_sentence_are_no_title():
    facts, _pairs = proposed(
        "Avtal om samverkan\n\nMellan\nRegion Mitt,\nEkeby kommun och\nPolismyndigheten\nhar "
        "följande avtal träffats om hur brott ska hindras.\n\nSyfte\n\nVi samverkar för trygghet."
    )
    assert facts.title == "Avtal om samverkan"


def test_the_police_named_before_the_municipalities_are_none_of_them():
    named = "Avtal mellan Polismyndigheten och Ekeby, Viks samt Berga kommuner"
    assert parties(named) == ["Polismyndigheten", *SEVERAL]


@pytest.mark.parametrize(
    "said",
    [
        "Ekeby kommun och Lokalpolisområde Vik har tecknat en överenskommelse om samverkan.",
        "Ekeby kommun och Lokalpolisområde Vik har under våren kommit överens om följande.",
        "Härmed har Ekeby kommun och Lokalpolisområde Vik enats om hur arbetet ska bedrivas.",
        "Ekeby kommun har tillsammans med Lokalpolisområde Vik undertecknat denna avsikt.",
    ],
)
def test_those_who_have_agreed_are_the_parties_whatever_the_title_says(said):
    assert parties(f"Tryggare tillsammans\n\n{said}") == ["Ekeby kommun", "Lokalpolisområde Vik"]


def test_those_who_have_agreed_on_something_else_are_not():
    said = "Ekeby kommun och Region Skåne har ingått avtal om närvård."
    assert parties(f"Tryggare tillsammans\n\n{said}") == []


def test_the_district_is_told_by_a_later_place_that_names_the_same_municipality():
    facts, _pairs = proposed(
        "Samverkansavtal mellan Ekeby kommun och Polisen\n\nPolismyndigheten, region Väst, "
        "lokalpolisområde Vik och Ekeby kommun har ingått detta samverkansavtal."
    )
    assert [(one.name, one.display_name) for one in facts.parties] == [
        ("Ekeby kommun", ""),
        ("lokalpolisområde Vik", "Polisen"),
    ]
    elsewhere = "Möten hålls även mellan Viks kommun och lokalpolisområde Vik."
    assert parties(f"Avtal mellan Ekeby kommun och Polismyndigheten\n\n{elsewhere}") == [
        "Ekeby kommun", "Polismyndigheten",
    ]  # fmt: skip


def test_a_word_for_any_district_names_none():
    said = "Avtal\n\nDetta ingås mellan Ekeby kommun och lokalpolisområde ansvarar."
    assert parties(said) == []


def test_a_first_line_on_samverkan_for_something_is_the_title():
    facts, pairs = proposed(
        "Samverkan för ett tryggare Ekeby\n\nEkeby kommun och Polisen har tecknat detta.\n\nSyfte"
        "\n\nSyftet är trygghet i hela kommunen."
    )
    assert (facts.title, of("heading", pairs)) == ("Samverkan för ett tryggare Ekeby", ["Syfte"])


@pytest.mark.parametrize(
    "after",
    [
        "FÖR ÅREN 2024-2027",
        "OM SAMVERKAN MOT BROTT",
        "Gällande perioden 2024-04-01–2026-03-31",
        "Avseende 2024–2027",
    ],
)
def test_a_name_ends_where_the_title_goes_on_in_capitals_or_on_the_next_line(after):
    title = "SAMVERKANSÖVERENSKOMMELSE MELLAN EKEBY KOMMUN OCH LOKALPOLISOMRÅDE VIK"
    assert parties(f"{title} {after}") == ["Ekeby kommun", "Lokalpolisområde Vik"]
    assert parties(f"{title}\n{after}") == ["Ekeby kommun", "Lokalpolisområde Vik"]


BOTH = ["Ekeby kommun", "lokalpolisområde Vik"]


@pytest.mark.parametrize(
    "said",
    [
        "Ekeby kommun och Polismyndigheten genom lokalpolisområde Vik\nReviderad 2024-02-10",
        "Part 1: Ekeby kommun\nPart 2: Polismyndigheten, lokalpolisområde Vik",
        "Parter\n\nEkeby kommun, nedan kommunen\n\nPolismyndigheten, lokalpolisområde Vik, nedan "
        "polisen",
        "Parter\n\nEkeby kommun, 212000-0000, 123 45 Ekeby\n\nPolismyndigheten, "
        "lokalpolisområde Vik, 202100-0076",
        "Mellan Ekeby kommun, å ena sidan, och lokalpolisområde Vik, å andra sidan, gäller detta.",
        "Undertecknade, Ekeby kommun genom kommunstyrelsens ordförande och Polismyndigheten genom "
        "chefen för lokalpolisområde Vik, avser att samverka.",
    ],
)
def test_parties_are_found_in_the_forms_that_contracts_have_for_them(said):
    assert parties(f"Samverkansöverenskommelse\n\n{said}") == BOTH


def test_a_long_line_of_parties_under_the_title_is_its_subtitle():
    many = [f"{place} kommun" for place in ("Ekeby", "Viks", "Berga", "Sjövalls", "Österängs")]
    line = f"Region Prov, {', '.join(many)} samt Polismyndigheten, polisområde Berget-Västra Viken"
    facts, pairs = proposed(f"Regional överenskommelse\n{line}\n\nSyfte\n\nVi samverkar.")
    assert of("subtitle", pairs) == [line]
    assert [one.name for one in facts.parties] == [
        "Region Prov", *many, "polisområde Berget-Västra Viken",
    ]  # fmt: skip


def test_gotland_is_a_municipality_by_the_name_of_a_region():
    said = "Region Gotland och Polismyndigheten\n\nÖVERENSKOMMELSE\n\nVi ses ofta."
    facts, _pairs = proposed(said)
    assert [one.kind for one in facts.parties] == ["municipality", "police"]


def test_a_line_that_says_more_of_organisations_is_no_list_of_parties():
    said = "Samråd har hållits med Ekeby kommun, Viks kommun och Polisen"
    assert parties(f"Rapport om läget\n\n{said}\n\nDetta är en rapport om läget i länet.") == []


@pytest.mark.parametrize(
    "said",
    [
        "har denna dag träffat följande överenskommelse",
        "har den 4 maj 2026, efter beslut i båda styrelserna, slutit detta avtal",
        "är med detta överens om följande",
        "kommer härmed överens om följande",
        "har genom beslut under våren godkänt följande",
    ],
)
def test_parties_agree_also_with_words_in_between(said):
    assert parties(f"Samverkansöverenskommelse\n\nEkeby kommun och Polismyndigheten {said}.") == [
        "Ekeby kommun", "Polismyndigheten",
    ]  # fmt: skip


def test_other_authorities_are_parties_too():
    assert parties(
        "Samverkansavtal\n\nAvtalsparter: Ekeby kommun, Polismyndigheten LPO Ekeby och "
        "Räddningstjänsten Ekeby-Vik"
    ) == ["Ekeby kommun", "Polismyndigheten LPO Ekeby", "Räddningstjänsten Ekeby-Vik"]
