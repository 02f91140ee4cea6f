"""Every row of every kind of document can be worked with: nothing that is declared is left out."""

import pytest

from core.rewording import Sought
from desk.editing.replacing import places
from documents.choices import Command
from documents.fields import NumberAndUnit
from documents.models import Change
from documents.reading import read_tree
from documents.tree import walk
from tests.desk import fields, page, text_of
from tests.kinds.examples import EACH_KIND, KINDS, every_row, write

EDITED = [
    pytest.param(kind, row, id=f"{kind.name}-{row}") for kind in KINDS for row in kind.edited_rows
]
ADDED = [
    pytest.param(kind, name, id=f"{kind.name}-{name}")
    for kind in KINDS
    for name, row in kind.edited_rows.items()
    if row.can_be_added
]
WRITTEN = [
    pytest.param(kind, row.name, column, id=f"{kind.name}-{row.name}-{column}")
    for kind in KINDS
    for row in kind.rows
    for column in row.texts
]
INTERVALS = [
    pytest.param(kind, name, field.name, id=f"{kind.name}-{name}-{field.name}")
    for kind in KINDS
    for name, row in kind.edited_rows.items()
    for field in row.all_fields
    if isinstance(field, NumberAndUnit)
]


def stored(desk):
    """Every row of the document as it is stored, by its key."""
    return {
        row["key"]: row
        for model in desk.kind.models
        for row in model.objects.filter(document_id=desk.agreement.document_id).values()
    }


def now(desk):
    """The tree of the document as it is stored."""
    return read_tree(type(desk.agreement).objects.with_document().get(pk=desk.agreement.pk))


def first(desk, name):
    """The first row of a kind in the order of the tree, as it is stored."""
    found = dict(every_row(desk.kind, now(desk)))[name]
    return desk.row(name, key=found.key)


def words(desk, row):
    """The first column of words of a row that has some, and other words for it."""
    column = desk.kind.rows_by_name[row.ROW].texts[0]
    text = getattr(row, column)
    if row.ROW == "part":
        return column, "<p>Andra ord.</p>"
    return column, "Andra ord" if not isinstance(text, list) else "Andra\\nord"


def edit(desk, name):
    """Give the first row of a kind other words through its form."""
    row = first(desk, name)
    column, other = words(desk, row)
    return desk.fill_in(desk.at("edit", row), **{column: other})


def take_back(desk):
    """Undo the latest change, or make it again when it is an undo."""
    return desk.post(desk.url("undo", desk.changes()[0].pk))


def said(desk):
    """What the history page says of the latest change."""
    (line, *_rest) = page(desk.get(desk.url("history"))).xpath("//ul[@class='events']/li")
    return " ".join(line.text_content().split())


ACTS = {
    "edit": edit,
    "add": lambda desk, name: add(desk, name),
    "move": lambda desk, name: move(desk, name),
    "delete": lambda desk, name: desk.post(desk.at("delete", first(desk, name))),
}


def add(desk, name):
    """Add a row beside the first of its kind, by the form that adds one."""
    row = first(desk, name)
    url = desk.url("add", name, after=row.key)
    opened = desk.get(url)
    assert opened.status_code == 200
    sent = fields(opened)
    kind = desk.kind.rows_by_name[name]
    column, other = words(desk, row)
    sent[column] = other
    filled = fields(desk.get(desk.at("edit", row)))
    for field in kind.form_to_add._meta.fields:
        if not sent.get(field) and filled.get(field):
            sent[field] = filled[field]
    return desk.post(url, sent)


def move(desk, name):
    """Move the first row of a kind one place down; where it stands alone there is one more."""
    row = first(desk, name)
    if len(row.siblings()) == 1:
        assert add(desk, name).status_code == 302
    return desk.post(desk.at("move", row), {"direction": "down"})


@pytest.mark.parametrize(("kind", "name"), EDITED, indirect=["kind"])
def test_a_row_is_edited_said_undone_and_redone(desk, name):
    try_act(desk, name, "edit")


@pytest.mark.parametrize("act", ["add", "move", "delete"])
@pytest.mark.parametrize(("kind", "name"), ADDED, indirect=["kind"])
def test_a_row_is_added_moved_and_deleted_said_undone_and_redone(desk, name, act):
    try_act(desk, name, act)


def try_act(desk, name, act):
    before, was = stored(desk), now(desk)
    assert ACTS[act](desk, name).status_code == 302
    done = desk.changes()[0]
    assert done.command == Command.EDIT
    if act == "move":  # what was added so that there is somewhere to go is no part of it
        before, was = None, read_tree(desk.agreement, as_of=desk.changes()[1])
    after, became = stored(desk), now(desk)
    assert became != was
    assert any(entry["row"] == name for entry in done.entries)

    # It is told of in the row's own words, and shown.
    phrase = str(
        desk.kind.rows_by_name[name].phrases[
            "changed" if act == "edit" else f"{act.removesuffix('e')}ed"
        ]
    )
    assert phrase.split("%")[0].split("“")[0].strip() in said(desk) or "→" in said(desk)
    assert desk.get(desk.url("change", done.pk)).status_code == 200
    assert desk.get(desk.url("as_of", done.pk)).status_code == 200

    assert take_back(desk).status_code == 302
    undone = desk.changes()[0]
    assert undone.undoes == done
    assert now(desk) == was
    assert before is None or stored(desk) == before
    assert take_back(desk).status_code == 302
    assert stored(desk) == after
    # The past reads as it was seen, at every step.
    assert read_tree(desk.agreement, as_of=done) == became
    assert read_tree(desk.agreement, as_of=undone) == was


@pytest.mark.parametrize(("kind", "name"), EDITED, indirect=["kind"])
def test_a_row_that_is_called_something_else_is_named_once(desk, name):
    edit(desk, name)
    (entry, *_rest) = desk.changes()[0].entries
    if entry["name"] == "Andra ord":
        assert said(desk).count("Andra ord") == 1


@pytest.mark.parametrize(("kind", "name"), EDITED, indirect=["kind"])
def test_an_earlier_wording_of_a_row_is_restored(desk, name):
    was = now(desk)
    row = first(desk, name)
    edit(desk, name)
    done = desk.changes()[0]
    assert now(desk) != was
    shown = desk.get(desk.url("change", done.pk))
    forms = page(shown).xpath("//form[contains(@action, '/aterstall/')]/@action")
    assert forms == [desk.url("restore", done.pk, name, row.key)]
    assert desk.post(forms[0], {"before": "1"}).status_code == 302
    assert now(desk) == was


@pytest.mark.parametrize(("kind", "name"), EDITED, indirect=["kind"])
def test_what_two_write_at_once_is_put_together_or_shown_to_both(desk, colleague, name):
    row = first(desk, name)
    column, theirs = words(desk, row)
    others = [one for one in desk.kind.rows_by_name[name].texts if one != column]
    url = desk.at("edit", row)
    opened = fields(desk.get(url))
    assert colleague.fill_in(url, **{column: theirs}).status_code == 302
    theirs = getattr(first(desk, name), column)

    same = desk.post(url, opened | {column: "<p>Tredje.</p>" if name == "part" else "Tredje"})
    assert same.status_code == 409
    assert "Per Lind" in text_of(same)
    assert getattr(first(desk, name), column) == theirs
    for another in [one for one in others if one in opened]:
        assert desk.post(url, opened | {another: "Fjärde"}).status_code == 302
        now_said = first(desk, name)
        assert getattr(now_said, column) == theirs
        assert getattr(now_said, another) in ("Fjärde", ["Fjärde"])
        opened |= {another: "Fjärde"}


@pytest.mark.parametrize(("kind", "row", "column"), WRITTEN, indirect=["kind"])
def test_words_are_found_and_replaced_in_every_column_of_words(desk, karin, row, column):
    write(desk, row, column, "Rådet möts", by=karin)
    (found,) = places(now(desk), Sought("Rådet", "Nämnden"))
    assert (found.row, found.column) == (row, column)

    query = {"sok": "Rådet", "med": "Nämnden"}
    sent = query | fields(desk.get(desk.url("replace", **query)))
    assert desk.post(desk.url("replace"), sent).status_code == 302

    assert places(now(desk), Sought("Rådet", "")) == []
    assert len(places(now(desk), Sought("Nämnden", ""))) == 1


@pytest.mark.parametrize(("kind", "row", "field"), INTERVALS, indirect=["kind"])
def test_half_an_interval_is_refused(desk, row, field):
    url = desk.at("edit", first(desk, row))
    for half in (
        {f"{field}_n": "3", f"{field}_unit": ""},
        {f"{field}_n": "", f"{field}_unit": "year"},
    ):
        assert desk.fill_in(url, **half).status_code == 422
    whole = {f"{field}_n": "3", f"{field}_unit": "year"}
    assert desk.fill_in(url, **whole).status_code == 302


@pytest.mark.parametrize("kind", EACH_KIND, indirect=True)
def test_a_comment_at_every_row_of_the_tree_stands_at_its_place(desk):
    rows = list(walk(now(desk)))
    for number, node in enumerate(rows):
        url = desk.url("comment", row=node.ROW, key=node.key)
        assert desk.get(url).status_code == 200, node
        assert desk.post(url, {"text": f"Kommentar {number}."}).status_code == 302, node

    listed = text_of(desk.get(desk.url("comments")))

    assert all(f"Kommentar {number}." in listed for number in range(len(rows)))
    assert "inte längre" not in listed


@pytest.mark.parametrize("kind", EACH_KIND, indirect=True)
def test_the_past_is_read_as_it_was_seen_after_every_change(desk):
    seen = {desk.changes()[0]: now(desk)}
    for name, row in desk.kind.edited_rows.items():
        acts = ["edit", "add", "move", "delete"] if row.can_be_added else ["edit"]
        for act in acts:
            if not desk.rows(name):
                continue
            assert ACTS[act](desk, name).status_code == 302, (name, act)
            seen[desk.changes()[0]] = now(desk)
    for made, then in seen.items():
        assert read_tree(desk.agreement, as_of=made) == then
    assert Change.objects.of(desk.agreement.document).count() >= len(seen)
