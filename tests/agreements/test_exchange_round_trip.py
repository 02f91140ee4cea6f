"""What comes in by file goes out the same."""

import json
import unicodedata
from uuid import uuid4

import pytest

from agreements.kind import AGREEMENT
from agreements.models import Agreement
from demo import lulea, lulea_registered, umea
from desk.exchange.exporting import export_bytes
from tests.agreements.exchange_samples import SAMPLES, exchange_file, facts, imported

pytestmark = pytest.mark.usefixtures("db", "without_pdf")

DEMO = {
    envelope["agreement"]["title"]: envelope
    for envelope in (
        *lulea_registered.PREDECESSORS,
        lulea.AGREEMENT_2024,
        *umea.PREDECESSORS,
        umea.AGREEMENT_2017,
    )
}
ALL = SAMPLES | DEMO


def exported(one):
    """The file of an agreement that was imported, read anew from the database."""
    return export_bytes(Agreement.objects.with_document().get(pk=one.agreement.pk))


@pytest.mark.parametrize("data", ALL.values(), ids=ALL)
def test_export_says_what_the_imported_file_said(data):
    (one,) = imported(data)
    assert facts(json.loads(exported(one))) == facts(data)


@pytest.mark.parametrize("data", ALL.values(), ids=ALL)
def test_export_of_an_imported_export_differs_in_keys_only(data):
    (first,) = imported(data)
    before = json.loads(exported(first))
    (second,) = imported(before)
    after = json.loads(exported(second))
    assert facts(after) == facts(before)
    assert list(after["agreement"]) == list(before["agreement"])
    assert after["agreement"]["key"] != before["agreement"]["key"]


@pytest.mark.parametrize("data", ALL.values(), ids=ALL)
def test_a_server_that_lacks_the_keys_exports_the_same_bytes(data):
    (first,) = imported(data)
    before = exported(first)
    for model in AGREEMENT.models:
        for row in model.objects.all():
            # Behind the program's back: now no row has any of the keys in the file.
            model.objects.filter(pk=row.pk).update(key=uuid4())
    (second,) = imported(json.loads(before))
    assert exported(second) == before


def test_text_in_decomposed_characters_comes_out_composed():
    decomposed = unicodedata.normalize("NFD", "Överenskommelse för Åre och Häggenås")
    (one,) = imported(exchange_file(decomposed, goals=[{"text": decomposed}]))
    agreement = json.loads(exported(one))["agreement"]
    assert agreement["title"] == unicodedata.normalize("NFC", decomposed) != decomposed
    assert agreement["goals"][0]["text"] == agreement["title"]


def test_whole_numbers_written_as_decimals_are_whole():
    parties = [{"organisation": "A", "kind": "other", "signatories": [{"order": 3.0}]}]
    renewal = {"rule": "yearly", "revised_every": {"n": 1.0, "unit": "year"}}
    (one,) = imported(exchange_file(parties=parties, renewal=renewal))
    agreement = json.loads(exported(one))["agreement"]
    assert agreement["parties"][0]["signatories"][0]["order"] == 3
    assert '"n": 1,' in exported(one).decode()
    assert agreement["renewal"]["revised_every"]["n"] == 1


def test_nesting_as_deep_as_a_file_may_be_goes_in_and_out():
    goals = [{"text": "Innerst"}]
    for level in range(46):
        goals = [{"text": f"Nivå {level}", "goals": goals}]
    (one,) = imported(exchange_file(goals=goals))
    assert json.loads(exported(one))["agreement"]["goals"][0]["text"] == "Nivå 45"
