"""Canonical bytes: RFC 8785 over NFC, empty values left out."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.canonical import canonical_bytes, digest

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(-(2.0**53) + 1, 2.0**53 - 1)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from("abcåäö"), inner),
)


def test_keys_are_sorted_and_text_is_composed_utf_8():
    assert canonical_bytes({"ö": 1, "a": "A\u030are"}) == '{"a":"Åre","ö":1}'.encode()


def test_empty_values_are_left_out_all_the_way_up():
    data = {"a": None, "b": "", "c": [], "d": {"e": {"f": ""}}, "g": 0, "h": False, "i": 0.0}
    assert canonical_bytes(data) == b'{"g":0,"h":false,"i":0}'


def test_items_of_a_list_keep_their_places():
    data = {"rows": [{"note": ""}, None, "", [], {"n": 1, "note": None}]}
    assert canonical_bytes(data) == b'{"rows":[{},null,"",[],{"n":1}]}'


def test_a_key_added_later_with_an_empty_value_changes_no_hash():
    before = {"goals": [{"text": "Trygghet"}]}
    after = {"goals": [{"text": "Trygghet", "note": "", "links": []}], "annex": None}
    assert digest(canonical_bytes(before)) == digest(canonical_bytes(after))


@pytest.mark.parametrize(
    "data",
    [
        math.nan,
        math.inf,
        2**53,
        2.0**53,
        "\ud800",
        {1: "a"},
        {"a": {None: "x"}},
        {"å": 1, "a\u030a": 2},
        {"a": {1, 2}},
        b"bytes",
    ],
)
def test_what_json_cannot_hold_exactly_is_refused(data):
    with pytest.raises(ValueError, match="."):
        canonical_bytes(data)


def test_the_digest_is_sha_256():
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@given(JSON)
def test_canonical_bytes_are_json_and_canonical_again_the_same(data):
    once = canonical_bytes(data)
    assert canonical_bytes(json.loads(once)) == once


@given(st.dictionaries(st.sampled_from("abc"), JSON))
def test_the_order_of_keys_does_not_matter(data):
    assert canonical_bytes(dict(reversed(data.items()))) == canonical_bytes(data)
