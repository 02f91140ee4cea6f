"""Whoever adds a duty is told of one that the same party has already about the same."""

from tests.desk import text_of

HINT = "There is already a duty about"


def added(desk, **said):
    desk.client.cookies["django_language"] = "en"
    saved = desk.fill_in(desk.url("add", "duty"), **{"strength": "must", **said})
    assert saved.status_code == 302
    return text_of(desk.get(saved["Location"]))


def test_a_second_duty_for_the_same_party_on_the_same_subject_is_told_of_once(desk):
    words = added(desk, subject="plan", responsible="polisen")

    assert HINT in words
    assert "for polisen: “Planen ska uppdateras minst vartannat år.”" in words
    assert HINT not in text_of(desk.get(desk.url("detail")))


def test_another_subject_another_party_or_no_party_is_nothing_to_tell_of(desk):
    assert HINT not in added(desk, subject="evaluation", responsible="Polisen")
    assert HINT not in added(desk, subject="plan", responsible="Lulebo")
    assert HINT not in added(desk, subject="plan", responsible="")
    for _time in range(2):
        assert HINT not in added(desk, subject="other", responsible="Polisen")


def test_a_duty_that_is_changed_otherwise_is_not_told_of_again(desk):
    added(desk, subject="plan", responsible="Polisen")
    first = desk.row("duty", subject="plan")

    desk.fill_in(desk.at("edit", first), decided_by="Kommunstyrelsen")
    assert HINT not in text_of(desk.get(desk.url("detail")))
    desk.fill_in(desk.at("edit", first), responsible="Polisen")
    assert HINT in text_of(desk.get(desk.url("detail")))
