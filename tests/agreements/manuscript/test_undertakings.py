"""What each party shall do is proposed as a duty of that party, word for word."""

import pytest

from tests.agreements.manuscript.test_recognition import proposed

FRONT = "Samverkansöverenskommelse mellan Ekeby kommun och Polismyndigheten\n\n"


def duties(body):
    facts, _pairs = proposed(FRONT + body)
    return [(one.responsible, one.text, one.strength) for one in facts.duties]


@pytest.mark.parametrize(
    "lead",
    [
        "Åtaganden\n\nKommunen ansvarar för att:",
        "Kommunen åtar sig att",
        "Kommunen ska:",
        "4.1 Kommunens åtaganden\n",
        "Ansvarsfördelning\n\nKommunen\n",
    ],
)
def test_items_under_a_party_are_its_duties(lead):
    assert duties(f"{lead}\n- hålla parkerna ljusa,\n- ordna två vandringar per år.") == [
        (("Kommunen",), "hålla parkerna ljusa", "must"),
        (("Kommunen",), "ordna två vandringar per år.", "must"),
    ]


def test_sentences_under_responsibilities_are_duties_of_whom_they_begin_with():
    assert duties(
        "Roller och ansvar\n\nKommunen\n\nKommunen ska bedriva tillsyn. Den gör det bra.\n\n"
        "Polisen\n\nPolisen bör bistå vid tillsyn."
    ) == [
        (("Kommunen",), "Kommunen ska bedriva tillsyn.", "must"),
        (("Polisen",), "Polisen bör bistå vid tillsyn.", "should"),
    ]


def test_promise_is_a_duty_anywhere_and_a_principle_is_none():
    assert duties(
        "Arbetssätt\n\nKommunen ska vara trygg. Parterna ska samverka. Ekebyhem AB åtar sig att "
        "tvätta fasader. Medborgare ska lyssnas på.\n\nVi prioriterar:\n- ljus\n- sång"
    ) == [(("Ekebyhem AB",), "Ekebyhem AB åtar sig att tvätta fasader.", "must")]


def test_duty_keeps_its_subject_and_interval():
    facts, _pairs = proposed(f"{FRONT}Polisens åtaganden\n\n- Ta fram en lägesbild varje kvartal")
    (duty,) = facts.duties
    assert (duty.subject, duty.every.n, duty.every.unit) == ("situational_picture", 1, "quarter")


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("Både Ekeby kommun och Polisen förbinder sig att ses.", ("Ekeby kommun", "Polisen")),
        ("Såväl kommunen som polisen åtar sig att delta.", ("Kommunen", "Polisen")),
        ("Kommunen, polisen och Ekebyhem AB ansvarar för ljuset.",
         ("Kommunen", "Polisen", "Ekebyhem AB")),
        ("Båda parter förbinder sig att berätta vad som händer.", ("Båda parter",)),
        ("Parterna åtar sig att dela sin kunskap.", ("Parterna",)),
        ("Både invånarna och polisen åtar sig att hälsa.", ()),
    ],
)  # fmt: skip
def test_what_several_undertake_together_is_a_duty_of_each_by_name(said, who):
    assert duties(f"Arbetssätt\n\n{said}") == ([(who, said, "must")] if who else [])
