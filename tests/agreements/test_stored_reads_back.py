"""Whatever is stored as a version can be read again, whichever of its parts it has."""

import json

import pytest
from hypothesis import given, settings

from agreements.kind import AGREEMENT
from agreements.tree import AgreementTree
from desk.exchange.decoding import decode
from desk.exchange.encoding import content_bytes, encode
from tests.any_tree import any_of, optional_columns, whole, without

OPTIONAL = optional_columns(AgreementTree)


def stored_and_read(content):
    """The bytes that are stored, and those that what was read from them would be stored as."""
    stored = content_bytes(content)
    return stored, content_bytes(decode(AGREEMENT, json.loads(stored)))


def sent_and_read(content):
    """The `agreement` of the exchange file, and that of what was read from it."""
    sent = encode(content, keys=True)
    return sent, encode(decode(AGREEMENT, json.loads(json.dumps(sent))), keys=True)


def test_what_has_all_there_can_be_reads_back():
    for before, after in (
        stored_and_read(whole(AgreementTree)),
        sent_and_read(whole(AgreementTree)),
    ):
        assert after == before


@pytest.mark.parametrize(("cls", "name"), OPTIONAL, ids=[f"{c.__name__}.{n}" for c, n in OPTIONAL])
def test_each_part_can_be_missing(cls, name):
    content = without(whole(AgreementTree), cls, name)

    for before, after in (stored_and_read(content), sent_and_read(content)):
        assert after == before


def test_a_title_alone_reads_back():
    before, after = stored_and_read(AgreementTree(title="x"))
    assert after == before


@settings(max_examples=150, deadline=None, derandomize=True)
@given(any_of(AgreementTree))
def test_any_mixture_of_parts_reads_back(content):
    for before, after in (stored_and_read(content), sent_and_read(content)):
        assert after == before
