"""What one did last is taken back whole or not at all, and can be done again."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agreements.kind import AGREEMENT
from desk import workflow
from desk.history.undoing import next_undo, undo
from documents.changes import change
from documents.choices import Command
from documents.models import Change
from documents.reading import read_tree
from tests.desk import page, text_of

pytestmark = pytest.mark.django_db


def rows(agreement):
    """Every row of the agreement as it is stored, by its key."""
    return {
        row["key"]: row
        for model in AGREEMENT.models
        for row in model.objects.filter(document_id=agreement.document_id).values()
    }


def take_back(desk, done=None, htmx=False):
    """Undo a change, the latest unless `done` says which."""
    return desk.post(desk.url("undo", (done or desk.changes()[0]).pk), htmx=htmx)


ACTS = {
    "an edit": lambda desk: desk.fill_in(desk.at("edit", desk.row("goal")), text="Annat"),
    "an edit of the facts": lambda desk: desk.fill_in(
        desk.at("edit", desk.row("agreement")), title="En annan titel", valid_to=""
    ),
    "a new row": lambda desk: desk.fill_in(desk.url("add", "goal"), text="Ett mål till"),
    "a step down": lambda desk: desk.post(desk.at("move", desk.row("goal")), {"direction": "down"}),
    "a move under another": lambda desk: desk.post(
        desk.at("move", desk.row("goal")), {"parent": desk.row("goal", text__startswith="Min").pk}
    ),
    "a deleted row": lambda desk: desk.post(desk.at("delete", desk.row("duty"))),
    "a deleted section with all in it, and a duty that it said": lambda desk: desk.post(
        desk.at("delete", desk.row("section", heading="Arbetssätt"))
    ),
    "a deleted goal with those under it": lambda desk: desk.post(
        desk.at("delete", desk.row("goal"))
    ),
    "a deleted party with its signatory": lambda desk: desk.post(
        desk.at("delete", desk.row("party"))
    ),
    "a deleted body with its seats, and another's link to it": lambda desk: desk.post(
        desk.at("delete", desk.row("body"))
    ),
}


@pytest.mark.parametrize("name", ACTS)
def test_every_kind_of_change_is_taken_back_and_made_again(desk, name):
    before, was = rows(desk.agreement), read_tree(desk.agreement)
    assert ACTS[name](desk).status_code == 302
    done, after = desk.changes()[0], rows(desk.agreement)
    assert after != before

    assert take_back(desk).status_code == 302
    undone = desk.changes()[0]
    assert rows(desk.agreement) == before
    assert (undone.command, undone.undoes) == (Command.UNDO, done)

    assert take_back(desk).status_code == 302
    made_again = desk.changes()[0]
    assert rows(desk.agreement) == after
    assert (made_again.command, made_again.undoes) == (Command.REDO, undone)
    # The past stands: it can be read as it was at each of the three.
    assert read_tree(desk.agreement, as_of=undone) == was
    assert read_tree(desk.agreement, as_of=done) == read_tree(desk.agreement, as_of=made_again)
    assert take_back(desk).status_code == 302
    assert rows(desk.agreement) == before


def test_one_change_is_taken_back_once(desk):
    ACTS["an edit"](desk)
    done = desk.changes()[0]
    take_back(desk, done)

    assert take_back(desk, done).status_code == 409
    assert Change.objects.filter(undoes=done).count() == 1


def test_a_change_in_which_nothing_can_be_taken_back_is_refused_in_a_sentence(desk, karin):
    with change(by=karin.actor, document=desk.agreement.document) as made:
        made.note(row="milestone", key="1", act="added", name="Halvtid", fields=[])
        done = made.row
    before = rows(desk.agreement)

    refused = take_back(desk, done)

    assert refused.status_code == 409
    assert "finns inget att ångra" in text_of(refused)
    assert desk.changes()[0] == done  # no change says that it was taken back
    assert rows(desk.agreement) == before


def button(desk, name):
    """Where the button of the page leads, or None."""
    found = page(desk.get(desk.url("detail"))).xpath(f"//form[.//button[@data-{name}]]/@action")
    return found[0] if found else None


def test_one_goes_back_step_by_step_and_forward_again(desk, karin):
    goal = desk.row("goal")
    texts = ["Öka tryggheten.", "Ett", "Två", "Tre"]
    for text in texts[1:]:
        desk.fill_in(desk.at("edit", goal), text=text)

    for text in reversed(texts[:-1]):
        assert desk.post(button(desk, "undo")).status_code == 302
        assert desk.row("goal").text == text
    assert button(desk, "undo") is None  # what comes next is that the agreement was made
    for text in texts[1:]:
        assert desk.post(button(desk, "redo")).status_code == 302
        assert desk.row("goal").text == text
    assert button(desk, "redo") is None
    desk.post(button(desk, "undo"))
    desk.fill_in(desk.at("edit", goal), kind="process")
    assert button(desk, "redo") is None  # something else has been done since


def test_what_later_work_dropped_is_not_offered_again_when_that_work_was_undone_and_redone(desk):
    goal = desk.row("goal")
    ACTS["a step down"](desk)
    desk.post(button(desk, "undo"))
    desk.fill_in(desk.at("edit", goal), text="Något annat")
    assert button(desk, "redo") is None

    desk.post(button(desk, "undo"))
    desk.post(button(desk, "redo"))

    assert button(desk, "redo") is None
    assert desk.row("goal", key=goal.key).text == "Något annat"


def write(desk, who, kind="goal", /, by=None, **values):
    """Let someone else write in a row, not through the page."""
    with change(by=who.actor, document=desk.agreement.document):
        row = desk.row(kind, **(by or {}))
        for name, value in values.items():
            setattr(row, name, value)
        row.save()


def test_what_someone_else_has_gone_on_with_is_passed_over_for_the_change_before(desk, per):
    party, goal = desk.row("party"), desk.row("goal")
    desk.fill_in(desk.at("edit", party), organisation="Karins kommun")
    first = desk.changes()[0]
    for text in ("Karins mål", "Karins nya mål"):
        desk.fill_in(desk.at("edit", goal), text=text)
    write(desk, per, by={"key": goal.key}, text="Pers mål")

    assert button(desk, "undo") == desk.url("undo", first.pk)
    named = page(desk.get(desk.url("detail"))).xpath("string(//button[@data-undo]/@title)")
    assert "Karins kommun" in named
    assert desk.post(button(desk, "undo")).status_code == 302
    assert desk.row("party", key=party.key).organisation == party.organisation
    assert button(desk, "undo") is None

    assert desk.post(button(desk, "redo")).status_code == 302
    assert desk.row("party", key=party.key).organisation == "Karins kommun"
    assert button(desk, "undo") is not None


def test_what_someone_else_wrote_elsewhere_or_took_back_is_no_hindrance(desk, per, client_for):
    desk.fill_in(desk.at("edit", desk.row("goal")), text="Karins mål")
    done = desk.url("undo", desk.changes()[0].pk)
    write(desk, per, kind="process")
    assert button(desk, "undo") == done
    write(desk, per, text="Pers mål")
    theirs = desk.changes()[0]
    assert button(desk, "undo") is None

    undo(desk.agreement, theirs, by=per.actor)

    assert button(desk, "undo") == done
    assert desk.post(done).status_code == 302


def test_what_went_with_a_section_or_has_been_built_on_is_passed_over(desk, per):
    part = desk.row("part", block="")
    desk.fill_in(desk.at("edit", desk.row("party")), organisation="Karins kommun")
    first = desk.url("undo", desk.changes()[0].pk)
    desk.fill_in(desk.at("edit", part), text="<p>Karins ord</p>")
    assert button(desk, "undo") != first
    with change(by=per.actor, document=desk.agreement.document):
        desk.row("section", pk=part.section_id).delete()
    assert button(desk, "undo") == first

    desk.fill_in(desk.url("add", "section"), heading="Nytt")
    assert button(desk, "undo") != first
    write(desk, per, "duty", section=desk.row("section", heading="Nytt"))
    assert button(desk, "undo") == first


def test_what_is_made_again_passes_over_what_someone_else_has_written_since(desk, per):
    party, goal = desk.row("party"), desk.row("goal")
    desk.fill_in(desk.at("edit", goal), text="Karins mål")
    desk.fill_in(desk.at("edit", party), organisation="Karins kommun")
    for _step in range(2):
        desk.post(button(desk, "undo"))
    write(desk, per, by={"key": goal.key}, text="Pers mål")

    assert desk.post(button(desk, "redo")).status_code == 302
    assert desk.row("party", key=party.key).organisation == "Karins kommun"
    assert desk.row("goal", key=goal.key).text == "Pers mål"
    assert button(desk, "redo") is None


def test_looking_for_what_can_be_undone_asks_nothing_where_others_only_wrote(desk, per):
    desk.fill_in(desk.at("edit", desk.row("party")), organisation="Karins kommun")
    desk.fill_in(desk.at("edit", desk.row("goal")), text="Karins mål")
    write(desk, per, text="Pers mål")
    changes, karin = desk.changes(), desk.changes()[1].user

    with CaptureQueriesContext(connection) as asked:
        found = next_undo(changes, karin)

    assert found == changes[2]
    assert len(asked) == 0


def test_what_someone_else_has_gone_on_with_stays_and_who_is_said(desk, karin, per):
    desk.fill_in(desk.at("edit", desk.row("goal")), text="Karins", kind="process")
    done = desk.changes()[0]

    def by_per(**values):
        with change(by=per.actor, document=desk.agreement.document):
            row = desk.row("goal")
            for name, value in values.items():
                setattr(row, name, value)
            row.save()

    by_per(kind="outcome")
    before = rows(desk.agreement)
    refused = take_back(desk, done)

    assert refused.status_code == 409
    assert "Per Lind" in text_of(refused)
    assert rows(desk.agreement) == before
    by_per(kind="process", prevention="both")  # what Karin did not touch is no hindrance
    assert take_back(desk, done).status_code == 302
    goal = desk.row("goal")
    assert (goal.text, goal.kind, goal.prevention) == ("Öka tryggheten.", "outcome", "both")


def test_a_new_section_in_which_someone_else_has_written_is_not_taken_back(desk, karin, per):
    desk.fill_in(desk.url("add", "section"), heading="Nytt")
    done = desk.changes()[0]
    section = desk.row("section", heading="Nytt")
    with change(by=per.actor, document=desk.agreement.document):
        duty = desk.row("duty")
        duty.section = section
        duty.save()

    refused = take_back(desk, done, htmx=True)

    assert refused.status_code == 409
    assert "Per Lind" in text_of(refused)
    assert desk.row("section", heading="Nytt") is not None


def test_what_was_deleted_comes_back_beside_what_took_its_place_and_not_without_a_place(
    desk, karin, per
):
    first = desk.row("goal", text="Bygga broar")
    desk.post(desk.at("delete", first))
    done = desk.changes()[0]
    with change(by=per.actor, document=desk.agreement.document):
        new = type(first)(document_id=first.document_id, parent_id=first.parent_id, text="Pers")
        new.rank = first.rank
        new.save()
    take_back(desk, done)
    again = desk.row("goal", text="Bygga broar")
    assert [one.text for one in again.siblings()][-2:] == ["Pers", "Bygga broar"]
    assert again.rank > new.rank

    desk.post(desk.at("delete", again))
    done = desk.changes()[0]
    with change(by=per.actor, document=desk.agreement.document):
        desk.row("goal").delete()
    assert take_back(desk, done).status_code == 409
    assert desk.row("goal", text="Bygga broar") is None


def test_only_ones_own_changes_of_the_text_and_only_while_it_is_open(desk, karin, rut, without_pdf):
    ACTS["an edit"](desk)
    done = desk.changes()[0]
    with change(by=rut.actor, document=desk.agreement.document):
        goal = desk.row("goal")
        goal.kind = "process"
        goal.save()
    assert take_back(desk).status_code == 409
    workflow.lock(desk.agreement, by=karin.actor)
    assert take_back(desk, done).status_code == 409
    workflow.reopen(desk.agreement, by=karin.actor)
    assert take_back(desk).status_code == 409  # an act
    assert button(desk, "undo") is None
    assert desk.row("goal").text == "Annat"
    assert take_back(desk, done).status_code == 302


def test_the_history_says_in_words_what_was_taken_back(desk, karin):
    ACTS["an edit"](desk)
    answer = take_back(desk)

    said = page(desk.get(answer["Location"])).xpath("string(//*[@id='messages'])")
    assert "ändrade målet ”Annat”" in said
    line = text_of(desk.get(desk.url("history")))
    assert "ångrade en ändring: ändrade målet ”Annat”" in line
    desk.post(desk.at("delete", desk.row("goal")))
    take_back(desk)
    assert "ångrade en ändring: tog bort målet ”Öka tryggheten.”" in text_of(
        desk.get(desk.url("history"))
    )
