"""How long an agreement is valid and what comes then, in the words that agreements have for it."""

from datetime import date

import pytest

from tests.agreements.manuscript.test_recognition import of, proposed

FIRST, LAST = date(2024, 1, 1), date(2026, 12, 31)
MARCH = date(2024, 3, 1)


def read(said, title="", heading="Giltighet"):
    """Return the first and last day and the rule of an agreement that says `said`."""
    facts, _pairs = proposed(
        f"Samverkansöverenskommelse {title}\nmellan Ekeby kommun och Polismyndigheten\n\n"
        f"{heading}\n\n{said}"
    )
    return facts.valid_from, facts.valid_to, facts.renewal_rule


@pytest.mark.parametrize(
    "said",
    [
        "Samverkansöverenskommelsen löper från den 1 januari 2024 till den 31 december 2026.",
        "Samarbetsavtalet gäller fr. o. m. 2024-01-01 t. o. m. 2026-12-31.",
        "Under åren 2024–2026 gäller denna samarbetsöverenskommelse.",
        "Avtalet sträcker sig från den 1 januari 2024 till sista december 2026.",
        "Överenskommelsen avser perioden 2024 t o m 2026.",
        "Överenskommelsen avser kalenderåren 2024, 2025 och 2026.",
        "Överenskommelsen, som antogs 2023, gäller 2024–2026.",
        "Överenskommelsen gäller 2024–2026 och ska följas upp under 2025.",
        "Överenskommelsen gäller 2024–2026 och ersätter den som gällde 2020–2023.",
    ],
)
def test_the_agreement_is_known_by_the_names_it_has_whatever_else_the_sentence_says(said):
    assert read(said, heading="Bakgrund") == (FIRST, LAST, "none")


@pytest.mark.parametrize(
    "said",
    [
        "Avtalstid: 2024–2026",
        "Överenskommelsetid: 2024-01-01–2026-12-31",
        "Gäller från: 2024-01-01\n\nGäller till: 2026-12-31",
        "Denna överenskommelse är ny. Den gäller från och med 1 januari 2024 och tre år framåt.",
        "Överenskommelsen gäller från 2024-01-01 till dess att en ny tecknas, dock längst till och "
        "med 2026-12-31.",
        "Detta avtal ersätter tidigare avtal från 2018-02-03 och gäller fr.o.m. 2024-01-01 t.o.m. "
        "2026-12-31.",
    ],
)
def test_labels_and_what_follows_a_sentence_on_the_agreement_tell_its_time(said):
    assert read(said, heading="Bakgrund")[:2] == (FIRST, LAST)
    facts, _pairs = proposed(f"Samverkansöverenskommelse\n\n{said}\n\nBakgrund\n\nVi ses ofta.")
    assert (facts.valid_from, facts.valid_to) == (FIRST, LAST)


@pytest.mark.parametrize(
    "said",
    [
        "Hyresavtalet gäller 2024–2026.",
        "Handlingsplanen är ny. Den gäller 2024–2026.",
        "Den överenskommelse som gäller till 2026-12-31 ersätts.",
        "Överenskommelsen ersätter den överenskommelse som gäller 2024–2026.",
        "Nuvarande överenskommelse gäller till och med 2026-12-31.",
        "Överenskommelsen gäller 2024–2025 och 2026–2027.",
        "Överenskommelsen följs upp i maj och arbetet är löpande.",
        "Enligt överenskommelsen ska fritidsgårdens öppettider förlängas.",
    ],
)
def test_what_is_valid_or_extended_beside_the_agreement_is_not_taken_for_it(said):
    assert read(said, heading="Bakgrund") == (None, None, "")


@pytest.mark.parametrize("title", ["2024–2026", "2024 - 2026", "för åren 2024 t.o.m. 2026"])
@pytest.mark.parametrize(
    "said",
    [
        "Avtalstiden har förlängts jämfört med den förra.",
        "Denna överenskommelse är en förlängning av den tidigare.",
        "Vi ses ofta.",
    ],
)
def test_years_of_the_title_are_the_validity_where_the_text_names_no_other(title, said):
    assert read(said, title) == (FIRST, LAST, "")


def test_the_title_completes_what_the_text_says_and_does_not_contradict_it():
    assert read("Överenskommelsen träder i kraft den 1 mars 2024.", "2024–2026") == (
        MARCH, LAST, "none",
    )  # fmt: skip
    assert read("Överenskommelsen gäller från 1 mars 2024 och tills vidare.", "2024–2026") == (
        MARCH, None, "open_ended",
    )  # fmt: skip
    assert read("Tecknas ingen ny förlängs överenskommelsen tills vidare.", "2024–2026") == (
        FIRST, LAST, "until_further_notice",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("är löpande och kan sägas upp av endera parten.", "until_terminated"),
        ("gäller på obestämd tid. Den kan sägas upp.", "until_terminated"),
        ("gäller tillsvidare.", "open_ended"),
        ("gäller till dess att en ny tecknas.", "open_ended"),
        ("gäller tills den ersätts av nästa överenskommelse.", "open_ended"),
    ],
)
def test_an_agreement_without_a_last_day_is_known_by_what_ends_it(said, rule):
    assert read(f"Överenskommelsen gäller från och med den 1 mars 2024, {said}") == (
        MARCH, None, rule,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        (" med möjlighet till ett års förlängning.", "by_mutual_consent"),
        (" och förlängs därefter om parterna är överens.", "by_mutual_consent"),
        (" och förlängs inte.", "none"),
        (" utan möjlighet till förlängning.", "none"),
        (". Förlängning sker inte.", "none"),
        (". Den förlängs ej automatiskt.", "none"),
        (". Den förlängs inte automatiskt. Parterna får besluta om förlängning.",
         "by_mutual_consent"),
        (" och förlängs sedan med ett år i taget tills den sägs upp.", "yearly"),
        (". Om ny överenskommelse inte tecknas förlängs den tills vidare.",
         "until_further_notice"),
        (" och därefter till dess att en ny har tecknats.", "until_further_notice"),
        # What the words do not settle is not settled for them.
        (" eller till dess att en ny tecknas.", ""),
        (" och förlängs tills vidare, dock längst ett år.", "unknown"),
        (". Om den inte förlängs upphör samverkan.", "unknown"),
        (" om den inte dessförinnan har förlängts skriftligen.", "unknown"),
        (" och kan därefter förnyas.", "by_mutual_consent"),
        (" och förlängs två år om samtliga parter är överens.", "by_mutual_consent"),
        (". Den upphör då utan föregående uppsägning.", "none"),
        (". Den kan sägas upp. Den upphör då att gälla utan uppsägning.", "none"),
        (". Den upphör inte utan uppsägning.", ""),
    ],
)  # fmt: skip
def test_what_comes_after_the_last_day_is_read_as_it_is_said(said, rule):
    assert read(f"Överenskommelsen gäller 2024–2026{said}") == (FIRST, LAST, rule)


def test_years_alone_under_their_heading_can_go_on_with_the_renewal():
    assert read("2024–2026 med möjlighet till ett års förlängning") == (
        FIRST, LAST, "by_mutual_consent",
    )  # fmt: skip


def test_a_sentence_on_what_was_extended_stays_in_the_running_text():
    said = "Tiden som överenskommelsen omfattar har förlängts."
    _facts, pairs = proposed(f"Samverkansöverenskommelse 2024–2026\n\nBakgrund\n\n{said}")
    assert of("text", pairs) == [said]


@pytest.mark.parametrize("years", ["2022–2026", "2026-2030"])
def test_a_term_from_election_to_election_says_no_days(years):
    assert read(f"Överenskommelsen gäller under mandatperioden {years}.") == (None, None, "")
    assert read("Vi ses ofta.", title=f"för mandatperioden {years}") == (None, None, "")


def test_a_term_of_four_years_by_the_calendar_says_its_days():
    said = "Överenskommelsen gäller under mandatperioden 2023–2026."
    assert read(said) == (date(2023, 1, 1), LAST, "none")
