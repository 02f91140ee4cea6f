"""The exported file: valid, readable, in one order, and of the text that counts."""

import json

import jsonschema
import pytest
from django.utils import translation

from agreements import signing
from agreements.models import Agreement, Goal, Party
from desk import workflow
from desk.exchange.exporting import export_bytes, stored_content
from desk.exchange.schema import schema
from desk.importing.files import ImportRefused
from documents.changes import change
from documents.reading import read_tree
from tests.agreements.exchange_samples import HAND, SAMPLES, exchange_file, facts, imported

pytestmark = pytest.mark.usefixtures("db", "without_pdf")


def anew(agreement):
    """The agreement as a view fetches it."""
    return Agreement.objects.with_document().get(pk=agreement.pk)


def assert_in_order(data, said):
    """Every object has its keys in the order in which the schema lists them."""
    while "$ref" in said:
        said = schema()["$defs"][said["$ref"].rpartition("/")[2]]
    if isinstance(data, list):
        for item in data:
            assert_in_order(item, said["items"])
    elif isinstance(data, dict) and "properties" in said:
        known = list(said["properties"])
        assert list(data) == sorted(data, key=known.index)
        for name, value in data.items():
            assert_in_order(value, said["properties"][name])


@pytest.mark.parametrize("data", SAMPLES.values(), ids=SAMPLES)
def test_export_is_valid_and_in_the_order_of_the_schema(data):
    (one,) = imported(data)
    exported = json.loads(export_bytes(anew(one.top)))
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(schema(), format_checker=checker).validate(exported)
    assert_in_order(exported, schema())


def test_export_is_readable_and_ends_with_a_line_break():
    (one,) = imported(exchange_file("Överenskommelse", signed=True))
    text = export_bytes(anew(one.top)).decode()
    assert '\n  "title": "Överenskommelse",\n' in text
    assert text.endswith("}\n")


def test_export_of_a_draft_is_the_working_draft():
    (one,) = imported(exchange_file(goals=[{"text": "Gammalt"}]))
    agreement = anew(one.top)
    with change(by=HAND, document=agreement.document):
        goal = Goal.objects.get(document=agreement.document)
        goal.text = "Nytt"
        goal.save()
    assert json.loads(export_bytes(agreement))["agreement"]["goals"][0]["text"] == "Nytt"


def test_export_of_a_binding_text_is_what_was_stored_even_if_a_row_was_tampered_with():
    (one,) = imported(SAMPLES["the same heading twice"] | {"source": "Pärm 3"})
    agreement = anew(one.top)
    workflow.lock(agreement, by=HAND)
    signing.register_signed(agreement, signed_on=None, signed_at="Ekeby", by=HAND)
    before = json.loads(export_bytes(anew(agreement)))
    assert before["agreement"]["key"] == str(agreement.key)
    Agreement.objects.filter(pk=agreement.pk).update(title="Något annat")
    after = json.loads(export_bytes(anew(agreement)))
    assert facts(after) == facts(before)
    assert after["source"] == "Pärm 3"


def test_stored_version_can_be_exported_beside_a_newer_draft():
    (one,) = imported(SAMPLES["bodies in circles"])
    agreement = anew(one.top)
    version = workflow.lock(agreement, by=HAND)
    before = json.loads(export_bytes(anew(agreement)))
    workflow.reopen(agreement, by=HAND)
    with change(by=HAND, document=agreement.document):
        fresh = Agreement.objects.get(pk=agreement.pk)
        fresh.title = "Nyare"
        fresh.save()
    assert json.loads(export_bytes(anew(agreement)))["agreement"]["title"] == "Nyare"
    stored = json.loads(export_bytes(anew(agreement), version))
    assert facts(stored) == facts(before)
    assert stored_content(version).title == before["agreement"]["title"]


def test_stored_version_with_an_extension_until_further_notice_can_be_read():
    (one,) = imported(SAMPLES["extensions, one of them until further notice"])
    version = anew(one.top).document.locked_version
    assert [extension.to and extension.to.year for extension in stored_content(version).extensions]
    assert stored_content(version).extensions[1].to is None


def test_draft_without_a_party_is_exported_and_only_as_a_draft():
    (one,) = imported(exchange_file())
    agreement = anew(one.top)
    with change(by=HAND, document=agreement.document):
        for party in Party.objects.filter(document=agreement.document):
            party.delete()
    data = json.loads(export_bytes(agreement))
    assert "parties" not in data["agreement"]
    (again,) = imported(data)
    assert read_tree(again.top).parties == ()
    data["agreement"]["signed"] = True
    with translation.override("en"), pytest.raises(ImportRefused) as caught:
        imported(data)
    assert "$.agreement.parties: The key “parties” is missing." in str(caught.value.errors[0])


def test_export_asks_the_database_the_same_number_of_times_whatever_the_size(
    django_assert_max_num_queries,
):
    goals = [{"text": f"Mål {number}"} for number in range(50)]
    (one,) = imported(exchange_file(goals=goals))
    agreement = anew(one.top)
    with django_assert_max_num_queries(13):
        export_bytes(agreement)
