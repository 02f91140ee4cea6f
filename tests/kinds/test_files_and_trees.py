"""Whatever is stored as a version, or sent as a file, can be read again, whichever parts it has."""

import json
from dataclasses import fields

import pytest
from django.db import models
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.exchange.columns import text_at
from desk.exchange.decoding import decode
from desk.exchange.encoding import content_bytes, encode
from documents.kinds import kind_of_tree, kinds
from documents.tree import walk
from tests.any_tree import any_of, optional_columns, whole, without

KINDS = [pytest.param(kind, id=kind.name) for kind in kinds().values()]
TREES = {kind.name: any_of(kind.top.nodes[0]) for kind in kinds().values()}
OPTIONAL = [
    pytest.param(kind, cls, name, id=f"{kind.name}-{cls.__name__}.{name}")
    for kind in kinds().values()
    for cls, name in optional_columns(kind.top.nodes[0])
]


def stored_and_read(content):
    """The bytes that are stored, and those that what was read from them would be stored as."""
    stored = content_bytes(content)
    return stored, content_bytes(decode(kind_of_tree(content), json.loads(stored)))


def sent_and_read(content):
    """What an exchange file says of it, and what it would say of what was read from that."""
    sent = encode(content, keys=True)
    return sent, encode(decode(kind_of_tree(content), json.loads(json.dumps(sent))), keys=True)


@pytest.mark.parametrize("kind", KINDS)
def test_what_has_all_there_can_be_reads_back(kind):
    content = whole(kind.top.nodes[0])

    for before, after in (stored_and_read(content), sent_and_read(content)):
        assert after == before


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("keys", [True, False], ids=["sent", "stored"])
def test_nothing_that_a_row_can_say_is_left_out_of_a_file(kind, keys):
    content = whole(kind.top.nodes[0])
    read_back = decode(kind, json.loads(json.dumps(encode(content, keys=keys))))
    lost = {
        (type(before), one.name)
        for before, after in zip(walk(content), walk(read_back), strict=True)
        for one in fields(before)
        if one.name not in ("key", "copied_from")
        if getattr(before, one.name) not in (None, "", ()) and not getattr(after, one.name)
    }

    # The words for a place are left out where the place is there.
    assert {name for _node, name in lost} <= {"section_reference", "heading_words"}


@pytest.mark.parametrize(("kind", "cls", "name"), OPTIONAL)
def test_each_part_can_be_missing(kind, cls, name):
    content = without(whole(kind.top.nodes[0]), cls, name)

    for before, after in (stored_and_read(content), sent_and_read(content)):
        assert after == before


@pytest.mark.parametrize("kind", KINDS)
def test_a_title_alone_reads_back(kind):
    before, after = stored_and_read(kind.top.nodes[0](title="x"))
    assert after == before


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=150, deadline=None, derandomize=True)
@given(data=st.data())
def test_any_mixture_of_parts_reads_back(kind, data):
    content = data.draw(TREES[kind.name])

    for before, after in (stored_and_read(content), sent_and_read(content)):
        assert after == before


#: Short texts of a row that no text of a file must fit in, and why.
NOT_IN_A_FILE = {
    "rank": "the place in the order",
    "sort_key": "made of the title",
    "search_key": "made of the title",
    "party.organisation": "held to the register, which is no wider",
    "agreement.part_of_title": "held to the reference, which is no wider",
    "plan.part_of_title": "held to the reference, which is no wider",
    "supersession.title": "held to the reference, which is no wider",
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_of_a_file_is_held_to_its_column(kind):
    if not kind.in_file:
        return
    said = encode(whole(kind.top.nodes[0]), keys=True)
    held = {text_at(path).column for path in paths(said, (kind.in_file,))}
    free = {
        f"{row.name}.{column.name}"
        for row in kind.rows
        for column in row.model._meta.concrete_fields
        if isinstance(column, models.CharField) and column not in held
        if not (column.choices or column.name in NOT_IN_A_FILE)
    }

    assert free == NOT_IN_A_FILE.keys() & free


def paths(said, path):
    """Give the path of every text in what a file says."""
    if isinstance(said, dict):
        for key, value in said.items():
            yield from paths(value, (*path, key))
    elif isinstance(said, list):
        for place, value in enumerate(said):
            yield from paths(value, (*path, place))
    elif isinstance(said, str):
        yield path
