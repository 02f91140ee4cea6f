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


@pytest.mark.parametrize(
    ("said", "who", "every"),
    [
        ("Kommunen och polisen ska ses varje månad.", ("Kommunen", "Polisen"), (1, "month")),
        ("Parterna ska mäta tryggheten vartannat år.", ("Parterna",), (2, "year")),
        ("Kommunchefen ska två gånger om året bjuda in.", ("Kommunchefen",), (6, "month")),
        ("Kommunens samordnare ansvarar för att ses varje år.", ("Kommunens samordnare",),
         (1, "year")),
        ("Styrgruppen ska träffas en gång i kvartalet.", ("Styrgruppen",), (1, "quarter")),
        ("Styrgruppen fastställer lägesbilden vartannat år.", (), (2, "year")),
        ("Överenskommelsen revideras årligen.", (), (1, "year")),
    ],
)  # fmt: skip
def test_what_someone_shall_do_so_often_is_a_duty_anywhere(said, who, every):
    facts, _pairs = proposed(f"{FRONT}Arbetssätt\n\n{said}")
    (duty,) = facts.duties
    assert (duty.responsible, (duty.every.n, duty.every.unit)) == (who, every)


@pytest.mark.parametrize(
    "said", ["Parterna ska samverka.", "Styrgruppen ska leda arbetet.", "Kommunpolisen ska delta."]
)
def test_what_someone_ought_to_without_saying_how_often_is_a_principle(said):
    assert duties(f"Arbetssätt\n\n{said}") == []


def test_items_under_a_numbered_line_that_ends_with_ska_are_the_duties_of_that_party():
    said = "§4 Åtaganden\n4.1 Kommunen ska\n- hålla ljuset tänt\n4.2 Polisen ska\n- vara synlig"
    assert [(who, text) for who, text, _strength in duties(said)] == [
        (("Kommunen",), "hålla ljuset tänt"),
        (("Polisen",), "vara synlig"),
    ]


def test_the_obligations_of_a_party_are_its_duties():
    said = "§ 3 Kommunens skyldigheter\n\nKommunen ska hålla lokaler. Kommundirektören ska delta."
    assert [(who, text) for who, text, _strength in duties(said)] == [
        (("Kommunen",), "Kommunen ska hålla lokaler."),
        (("Kommundirektören",), "Kommundirektören ska delta."),
    ]


def test_two_rhythms_in_one_sentence_are_two_duties_each_on_its_own_subject():
    said = "Åtgärdsplanen ska uppdateras minst vartannat år och följas upp årligen."
    facts, _pairs = proposed(f"{FRONT}Arbetssätt\n\n{said}")
    assert [(one.subject, one.every.n, one.every.unit) for one in facts.duties] == [
        ("plan", 2, "year"),
        ("plan_followup", 1, "year"),
    ]
