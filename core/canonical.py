"""Canonical bytes: the form of a document that is hashed, signed and stored.

RFC 8785 (JSON Canonicalization Scheme) over NFC text, with empty values left out so that a field
added to a schema later does not change the hash of an earlier text.
"""

import hashlib
import unicodedata
from collections.abc import Mapping
from typing import Any

import rfc8785

_LARGEST = 2**53 - 1
_EMPTY = (None, "", [], {})


def canonical_bytes(data: Any) -> bytes:
    """Give the canonical JSON of `data`: mappings, lists, tuples, text, numbers and booleans.

    A key whose value is None, "", [] or {} is left out, also when its value becomes empty this
    way; 0 and False stay. Items of a list stay, because their places mean something: an item that
    becomes empty is written as it is (null, "", [] or {}).

    Raises `ValueError` for numbers that JSON cannot hold exactly (NaN, infinity, beyond 2⁵³ − 1),
    lone surrogates, keys that are not text, two keys that are one in NFC, and other types (dates
    and decimals are written out by the caller, who knows how).
    """
    return rfc8785.dumps(_pruned(data))


def digest(data: bytes) -> str:
    """Give the SHA-256 of `data` as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _pruned(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, Mapping):
        return _pruned_mapping(value)
    if isinstance(value, list | tuple):
        return [_pruned(item) for item in value]
    # Written as 9007199254740992, such a float would come back as a number that is refused.
    if isinstance(value, float) and abs(value) > _LARGEST:
        raise rfc8785.FloatDomainError(value)
    return value


def _pruned_mapping(mapping: Mapping) -> dict:
    kept = {}
    for key, value in mapping.items():
        if not isinstance(key, str):
            raise rfc8785.CanonicalizationError("object keys must be strings")
        pruned = _pruned(value)
        # 0 == False == 0.0, but none of them equals any of these four.
        if pruned in _EMPTY:
            continue
        name = unicodedata.normalize("NFC", key)
        if name in kept:
            raise rfc8785.CanonicalizationError(f"two keys are the same in NFC: {name!r}")
        kept[name] = pruned
    return kept
