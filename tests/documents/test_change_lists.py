"""Which changes are shown: acts always, edits while they are the latest."""

import pytest

from agreements.models import Goal
from desk import workflow
from documents.changes import change
from documents.choices import Command
from documents.models import Change
from tests.factories import key


@pytest.fixture
def story(draft, karin):
    """The draft after creation, lock, reopening and five edits."""
    workflow.lock(draft, by=karin.actor)
    workflow.reopen(draft, by=karin.actor)
    for number in range(5):
        with change(by=karin.actor, document=draft.document):
            row = Goal.objects.get(key=key("goal-last"))
            row.text = f"Mål {number}"
            row.save()
    return draft.document


def commands(changes):
    return [one.command for one in changes]


def test_the_latest_comes_first(story):
    assert commands(Change.objects.of(story)) == [
        *[Command.EDIT] * 5,
        Command.REOPEN,
        Command.LOCK,
        Command.CREATE,
    ]


def test_acts_are_listed_however_many_edits_came_after(story, django_assert_num_queries):
    with django_assert_num_queries(1):
        shown = commands(Change.objects.of(story).acts_and_latest(2))

    assert shown == [Command.EDIT, Command.EDIT, Command.REOPEN, Command.LOCK]


def test_another_documents_changes_are_not_listed(story, signed):
    assert commands(Change.objects.of(signed.document).acts_and_latest(10)) == [
        Command.LOCK,
        Command.CREATE,
    ]
