"""Any agreement that the format can hold comes out as it went in."""

import json
from unittest.mock import patch

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements.models import Agreement
from desk.exchange.encoding import content_bytes
from desk.exchange.exporting import export_bytes, stored_content
from desk.exchange.schema import schema
from desk.exchange.validation import read_file
from tests.agreements.exchange_samples import as_bytes, facts, imported

#: Letters that fold, compose and sort in their own ways, and marks that mean something elsewhere.
WORDS = st.text("aåÄé1.#§ßſ\u030a\u00a0\u00ad<&>\"'\\{}%🙂", min_size=0, max_size=12)
NEEDED = WORDS.map(lambda text: f"x{text}")
#: Strings that name one another; everything else is free text.
SHAPED = {
    "key": st.uuids().map(str) | st.sampled_from(["1", "2"]),
    "heading": st.sampled_from(["", "Mål", "Hur", "1", "2.1"]),
    "section": st.sampled_from(["", "Mål", "Hur", "1", "1.1", "2", "2.1", "Ingen"]),
}


def values(said, name=""):
    """Give values that are valid for a part of the schema."""
    if "$ref" in said:
        name = said["$ref"].rpartition("/")[2]
        said = schema()["$defs"][name]
    if "enum" in said:
        return st.sampled_from(said["enum"])
    if "oneOf" in said:
        return st.one_of([values(one) for one in said["oneOf"]])
    kinds = said["type"] if isinstance(said["type"], list) else [said["type"]]
    return st.one_of([_of_kind(kind, said, name) for kind in kinds])


def _of_kind(kind, said, name):
    if kind == "null":
        return st.none()
    if kind == "boolean":
        return st.booleans()
    if kind == "integer":
        return st.integers(said.get("minimum", 0), 2_147_483_647)
    if kind == "array":
        needed = {"minLength": 1} if said["items"].get("type") == "string" else {}
        items = st.deferred(lambda: values(said["items"] | needed))
        return st.lists(items, min_size=said.get("minItems", 0), max_size=3)
    if kind == "object":
        return _object(said)
    if said.get("format") == "date":
        return st.dates().map(str)
    if name in SHAPED:
        return SHAPED[name]
    return NEEDED if said.get("minLength") else WORDS


def _object(said):
    needed = said.get("required", [])
    left_out = {"logo", "valid_to", "language"}
    fields = {
        name: values(rule, name)
        for name, rule in said["properties"].items()
        if name not in left_out
    }
    return st.fixed_dictionaries(
        {name: fields[name] for name in needed},
        optional={name: field for name, field in fields.items() if name not in needed},
    )


FILES = st.fixed_dictionaries(
    {
        "format": st.just("overens-agreement/1"),
        "partnership": st.just({"name": "Trygga Ekeby"}),
        "organisations": values(schema()["properties"]["organisations"]),
        # What is signed has parties, which the schema does not say.
        "agreement": values(schema()["properties"]["agreement"]).filter(
            lambda one: "parties" in one or not one.get("signed")
        ),
    }
)


def read(data):
    """What the program makes of the file before it is imported; texts that say nothing go."""
    data = read_file("a.json", as_bytes(data))
    sections = list(data["agreement"].get("sections", []))
    for section in sections:
        sections += section.get("sections", [])
        section["parts"] = [one for one in section.get("parts", []) if one.get("text") != ""]
    return data


@pytest.mark.django_db
@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(FILES)
def test_what_is_imported_is_exported_and_stored(data):
    if data["agreement"].get("signed") is False:
        data["agreement"].pop("extensions", None)
    with transaction.atomic(), patch("desk.workflow.print_document", return_value=b"%PDF"):
        (one,) = imported(data)
        agreement = Agreement.objects.with_document().get(pk=one.top.pk)
        exported = json.loads(export_bytes(agreement))
        assert facts(exported) == facts(read(data)) | {"partnership": {"name": "Trygga Ekeby"}}
        version = agreement.document.locked_version
        if version is not None:
            assert content_bytes(stored_content(version)) == version.read()
            assert facts(json.loads(export_bytes(agreement, version))) == facts(exported)
        (again,) = imported(exported)
        assert facts(json.loads(export_bytes(again.top))) == facts(exported)
        transaction.set_rollback(True)
