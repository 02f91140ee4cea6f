"""A longer story: after every step, the past read back is the tree that was seen then."""

import random

import pytest

from agreements import signing, tree
from agreements.kind import AGREEMENT
from agreements.models import Agreement, Body, Duty, Goal
from desk import workflow
from documents.changes import change
from documents.choices import PartKind
from documents.models import Change, Section, SectionPart
from documents.models.ranked import RankedRow, TreeRow
from documents.reading import read_tree
from tests.factories import key

#: The column of words of each kind of row.
WORDS = {
    "agreement": "title",
    "section": "heading",
    "goal": "text",
    "party": "display_name",
    "signatory": "title",
    "body": "name",
    "seat": "title",
    "duty": "text",
    "appendix": "title",
}
EDITED = [model for model in AGREEMENT.models if model.ROW in WORDS]


class Chance:
    """Makes edits at random, the same ones for the same seed."""

    def __init__(self, document, seed):
        self.document = document
        self.random = random.Random(seed)

    def row(self, models):
        model = self.random.choice(models)
        found = list(model.objects.filter(document=self.document).order_by("pk"))
        return self.random.choice(found) if found else self.row(models)

    def edit(self):
        acts = [self.reword, self.reword, self.move, self.move, self.nest, self.add, self.delete]
        self.random.choice(acts)()

    def reword(self):
        row = self.row(EDITED)
        setattr(row, WORDS[row.ROW], f"Ord {self.random.randrange(1000)}")
        row.save()

    def move(self):
        row = self.row([model for model in EDITED if issubclass(model, RankedRow)])
        row.step(self.random.choice([-1, 1]))
        row.save()

    def nest(self):
        row = self.row([model for model in EDITED if issubclass(model, TreeRow)])
        self.random.choice([row.indent, row.outdent])()
        row.save()

    def add(self):
        section = self.row([Section])
        number = self.random.randrange(1000)
        for row in (
            Section(document=self.document, heading=f"Ny {number}", parent=section),
            SectionPart(
                document=self.document, section=section, kind=PartKind.TEXT, text=f"<p>{number}</p>"
            ),
            Goal(document=self.document, text=f"Nytt {number}"),
            Duty(document=self.document, subject="other", strength="should", section=section),
        ):
            row.place()
            row.save()

    def delete(self):
        models = [Section, SectionPart, Goal, Body, Duty]
        row = self.row([model for model in models if model.objects.count() > 1])
        row.delete()


def now(agreement):
    return read_tree(Agreement.objects.with_document().get(pk=agreement.pk))


@pytest.mark.parametrize("seed", range(4))
def test_the_past_read_back_is_what_was_seen(draft, karin, seed):
    chance = Chance(draft.document, seed)
    seen = {Change.objects.of(draft.document)[0]: now(draft)}
    for _step in range(20):
        with change(by=karin.actor, document=draft.document):
            chance.edit()
        seen[Change.objects.of(draft.document)[0]] = now(draft)

    assert len(seen) > 8  # a move at an end changes nothing
    for made, tree_then in seen.items():
        assert read_tree(draft, as_of=made) == tree_then


def test_the_past_stays_when_the_document_is_locked_reopened_and_signed(draft, karin):
    seen = {}

    def look():
        seen[Change.objects.of(draft.document)[0]] = now(draft)

    look()
    workflow.lock(draft, by=karin.actor)
    look()
    workflow.reopen(draft, by=karin.actor)
    look()
    with change(by=karin.actor, document=draft.document):
        Body.objects.get(key=key("body-group")).delete()
    look()
    workflow.lock(draft, by=karin.actor)
    signing.register_signed(draft, signed_on=None, signed_at="Luleå", by=karin.actor)
    look()

    assert len(seen) == 5
    assert [one.signed for one in seen.values()] == [False] * 4 + [True]
    for made, tree_then in seen.items():
        assert read_tree(draft, as_of=made) == tree_then


def test_what_one_does_at_once_is_seen_whole_or_not_at_all(draft, karin):
    created = Change.objects.of(draft.document)[0]
    with change(by=karin.actor, document=draft.document):
        for word in ("goal-overall", "goal-last"):
            row = Goal.objects.get(key=key(word))
            row.text = "Ändrat"
            row.save()
    edited = Change.objects.of(draft.document)[0]

    assert [goal.text for goal in read_tree(draft, as_of=edited).goals] == ["Ändrat"] * 2
    assert "Ändrat" not in [goal.text for goal in read_tree(draft, as_of=created).goals]


def test_one_documents_past_does_not_hold_anothers_rows(draft, signed):
    made = Change.objects.of(signed.document)[0]

    assert read_tree(draft, as_of=made).key == key("agreement")
    assert isinstance(read_tree(signed, as_of=made), tree.AgreementTree)
    assert read_tree(draft, as_of=made) == now(draft)
    assert read_tree(signed, as_of=made) == now(signed)
