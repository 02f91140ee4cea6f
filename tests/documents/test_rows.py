"""A tracked row: what its save notes, and that its history says what the row says."""

import pytest

from agreements.models import Agreement, Body, Duty, Goal
from documents.changes import change
from documents.models import Change, Section
from tests.factories import key


@pytest.fixture
def edit(draft, karin):
    """Return a function that opens a change of the draft by Karin."""
    return lambda: change(by=karin.actor, document=draft.document)


def goal(word="goal-last"):
    return Goal.objects.get(key=key(word))


def last_entries(draft):
    return [(one["act"], one["fields"]) for one in Change.objects.of(draft.document)[0].entries]


def assert_history_says_what_the_row_says(row):
    row, told = type(row).objects.get(pk=row.pk), row.history.first()
    for field in type(row)._meta.concrete_fields:
        assert getattr(told, field.attname) == getattr(row, field.attname), field.attname


def test_another_place_is_a_move_and_other_words_are_a_change(draft, edit):
    with edit():
        row = goal()
        row.place(0)
        row.save()
    assert last_entries(draft) == [("moved", ["rank"])]

    with edit():
        row = goal()
        row.put_under(goal("goal-overall"))
        row.save()
    assert last_entries(draft) == [("moved", ["rank", "parent_id"])]

    with edit():
        row = goal()
        row.place(0)
        row.text = "Minska våldet"
        row.save()
    assert last_entries(draft) == [("changed", ["rank", "text"])]


def test_an_agreement_that_becomes_part_of_another_is_changed_not_moved(draft, signed, edit):
    with edit():
        row = Agreement.objects.get(pk=draft.pk)
        row.parent = signed
        row.save()

    assert last_entries(draft) == [("changed", ["parent_id"])]


def test_a_row_just_added_can_be_saved_in_a_later_change(draft, edit):
    with edit():
        row = Goal(document=draft.document, text="Nytt mål")
        row.place()
        row.save()
    with edit():
        row.text = "Nyare mål"
        row.save()

    assert [one.text for one in row.history.all()] == ["Nyare mål", "Nytt mål"]


def test_saving_again_without_a_difference_writes_nothing(draft, edit):
    row = goal()
    row.text = "Minska våldet"
    with edit():
        row.save()
    with edit():
        row.save()

    assert row.history.count() == 2


def test_a_row_can_be_changed_back(draft, edit):
    row = goal()
    for text in ("Minska våldet", "Minska brottsligheten"):
        row.text = text
        with edit():
            row.save()
        row.refresh_from_db()
        assert row.text == text

    assert row.history.count() == 3


def test_a_row_read_anew_is_compared_with_what_was_read(draft, edit):
    row, theirs = goal(), goal()
    theirs.text = "Minska våldet"
    with edit():
        theirs.save()
    row.refresh_from_db()
    row.text = "Minska brottsligheten"
    with edit():
        row.save()

    assert goal().text == "Minska brottsligheten"


def test_a_value_changed_in_place_is_noticed(draft, edit):
    row = Agreement.objects.get(pk=draft.pk)
    row.legal_basis.append("Polislagen")
    row.organisations[0]["name"] = "Lulebo AB"
    with edit():
        row.save()

    row = Agreement.objects.get(pk=draft.pk)
    assert row.legal_basis == ["Lag (2023:196)", "Polislagen"]
    assert row.organisations[0]["name"] == "Lulebo AB"
    assert last_entries(draft) == [("changed", ["legal_basis", "organisations"])]


@pytest.mark.parametrize("is_read_inside", [False, True])
def test_two_who_change_different_fields_at_once_leave_a_true_history(draft, edit, is_read_inside):
    mine, theirs = goal(), goal()
    if is_read_inside:  # a change that is over when the other one begins
        with edit():
            mine = goal()
    theirs.text = "Minska våldet"
    with edit():
        theirs.save()
    mine.kind = "outcome"
    with edit():
        mine.save()

    assert (goal().text, goal().kind) == ("Minska våldet", "outcome")
    assert_history_says_what_the_row_says(mine)
    assert last_entries(draft) == [("changed", ["kind"])]


def test_the_history_of_many_rows_is_one_query_and_keeps_their_order(
    draft, edit, django_assert_num_queries
):
    change_row, history, rows = 1, 1, Goal.objects.filter(document=draft.document).count()

    def reword():
        with edit():
            for row in Goal.objects.order_by("-pk"):
                row.text = f"{row.text}!"
                row.save()

    with django_assert_num_queries(4 + rows + change_row + history):  # a savepoint, lock and read
        reword()

    told = Goal.history.order_by("history_id").filter(text__endswith="!")
    assert [one.id for one in told] == list(
        Goal.objects.order_by("-pk").values_list("pk", flat=True)
    )
    assert {one.change for one in told} == {Change.objects.of(draft.document)[0]}


def test_a_row_deleted_meanwhile_is_not_brought_back(draft, edit):
    mine = goal()
    with edit():
        goal().delete()
    mine.text = "Minska våldet"

    with pytest.raises(Goal.DoesNotExist), edit():
        mine.save()

    assert not Goal.objects.filter(key=mine.key).exists()


def test_deleting_a_section_takes_its_parts_along_and_history_keeps_them(draft, edit):
    section = Section.objects.get(key=key("section-work"))
    below = list(section.children.all())
    parts = [part for one in below for part in one.parts.all()]
    assert len(parts) == 2
    with edit():
        section.delete()

    deletion = Change.objects.of(draft.document)[0]
    for row in (section, *below, *parts):
        told = type(row).history.filter(key=row.key).latest("history_id")
        assert (told.history_type, told.change) == ("-", deletion)
        assert not type(row).objects.filter(key=row.key).exists()
    assert [one["act"] for one in deletion.entries if one["row"] == "section"] == ["deleted"]


@pytest.mark.parametrize("word", ["section-plan", "section-work"])
def test_a_duty_whose_section_is_deleted_stays_and_its_history_says_so(draft, edit, word):
    with edit():
        Section.objects.get(key=key(word)).delete()

    duty = Duty.objects.get(key=key("duty-plan"))
    assert duty.section is None
    assert_history_says_what_the_row_says(duty)


def test_a_body_whose_upper_body_is_deleted_stays_and_its_history_says_so(draft, edit):
    with edit():
        Body.objects.get(key=key("body-group")).delete()

    body = Body.objects.get(key=key("body-working"))
    assert body.parent is None
    assert_history_says_what_the_row_says(body)
