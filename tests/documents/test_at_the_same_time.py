"""Two people at once, each on a connection of their own (PostgreSQL; SQLite lets one write)."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections

from agreements.models import Agreement, Goal
from desk import workflow
from desk.history.restoring import CannotRestore
from desk.history.undoing import undo
from documents.changes import WrongState, change
from documents.models import Change, Document, StoredFile, Version
from documents.reading import read_tree
from tests.factories import key

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="the tests' SQLite lies in memory: one connection"
    ),
]


def together(*acts):
    """Run `acts` at the same time; return what each gave, or the error it raised."""
    barrier = Barrier(len(acts))

    def run(act):
        try:
            barrier.wait(timeout=10)
            return act()
        except Exception as error:  # noqa: BLE001 - handed back to the test, which judges it
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def errors(results):
    return [type(one) for one in results if isinstance(one, Exception)]


def moving(draft, karin, word, under):
    """Move one goal under another, both read before the other one moves."""
    row, above = (Goal.objects.get(key=key(one)) for one in (word, under))

    def act():
        with change(by=karin.actor, document=Document.objects.get(pk=draft.document_id)):
            row.put_under(above)
            row.save()

    return act


def test_two_moves_at_once_make_no_loop(draft, karin):
    for _time in range(5):
        results = together(
            moving(draft, karin, "goal-overall", "goal-last"),
            moving(draft, karin, "goal-last", "goal-overall"),
        )
        assert errors(results) == [ValidationError]
        assert len(list(walk(read_tree(draft).goals))) == 4
        with change(by=karin.actor, document=draft.document):
            for word in ("goal-overall", "goal-last"):
                row = Goal.objects.get(key=key(word))
                if row.parent_id:
                    row.put_under(None)
                    row.save()


def walk(goals):
    for goal in goals:
        yield goal
        yield from walk(goal.goals)


def test_two_rows_added_at_once_have_different_ranks(draft, karin):
    def adding(text):
        def act():
            with change(by=karin.actor, document=Document.objects.get(pk=draft.document_id)):
                row = Goal(document_id=draft.document_id, text=text)
                row.place()
                row.save()

        return act

    assert errors(together(*(adding(str(number)) for number in range(6)))) == []
    ranks = Goal.objects.filter(parent=None).values_list("rank", flat=True)
    assert len(set(ranks)) == len(ranks) == 8


def test_two_edits_of_one_row_at_once_leave_a_true_history(draft, karin):
    def editing(field, value):
        row = Goal.objects.get(key=key("goal-last"))

        def act():
            with change(by=karin.actor, document=Document.objects.get(pk=draft.document_id)):
                setattr(row, field, value)
                row.save()

        return act

    results = together(editing("text", "Nytt"), editing("kind", "process"))

    assert errors(results) == []
    goal = read_tree(draft).goals[1]
    assert (goal.text, goal.kind) == ("Nytt", "process")
    last = Change.objects.of(draft.document).first()
    assert read_tree(draft, as_of=last).goals[1] == goal


def test_two_who_lock_at_once_make_one_version(draft, karin):
    def lock():
        workflow.lock(Agreement.objects.with_document().get(pk=draft.pk), by=karin.actor)

    assert errors(together(lock, lock, lock)) == [WrongState, WrongState]
    assert Version.objects.count() == 1


def test_one_change_is_taken_back_once_by_two_windows_at_once(draft, karin):
    with change(by=karin.actor, document=draft.document):
        goal = Goal.objects.get(key=key("goal-last"))
        goal.text = "Nytt"
        goal.save()
    done = Change.objects.of(draft.document).first()

    def take_back():
        undo(Agreement.objects.with_document().get(pk=draft.pk), done, by=karin.actor)

    assert errors(together(take_back, take_back)) == [CannotRestore]
    assert Goal.objects.get(key=key("goal-last")).text == "Minska brottsligheten"


def test_the_same_file_is_stored_by_two_at_once(transactional_db):
    stored = together(*[lambda: StoredFile.objects.store(b"samma", "text/plain")] * 4)

    assert {one.read() for one in stored} == {b"samma"}
    assert StoredFile.objects.count() == 1
