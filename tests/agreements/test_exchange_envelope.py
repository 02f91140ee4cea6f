"""The envelope `overens/2`: what is in it of kinds that exist is read, what is not is told of."""

import json

import jsonschema
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import translation

from agreements.models import Agreement
from desk.exchange.exporting import export_bytes
from desk.exchange.schema import FORMATS, schema
from desk.exchange.strict import ExchangeError
from desk.exchange.validation import read_file
from tests.agreements.exchange_samples import as_bytes, exchange_file, facts, imported
from tests.desk import errors

OLD, NEW = FORMATS
HOME = {"name": "Trygga Ekeby"}
#: A document of every kind that the format has a place for and no room here reads.
NOT_YET = {
    "promise_sets": [{"title": "Löften", "rows": []}],
    "pictures": [{"title": "Lägesbild", "kind": "week"}],
    "indicators": [{"name": "Anmälda brott", "series": [{"value": 12}]}],
    "follow_ups": [{"title": "Uppföljning", "of": "Åtgärdsplan"}],
}


def envelope(**parts):
    return {"format": NEW, "partnership": HOME, **parts}


def refusal(data):
    """Path and reason of the error that the file meets."""
    with pytest.raises(ExchangeError) as caught:
        read_file("plan.json", as_bytes(data))
    return caught.value.path, caught.value.reason


def test_the_samples_here_are_valid_in_the_new_format():
    jsonschema.Draft202012Validator(schema()).validate(envelope(**NOT_YET))


@pytest.mark.parametrize("part", NOT_YET)
def test_a_document_of_a_kind_to_come_is_refused_at_its_place(part, in_english):
    alone = refusal(envelope(**{part: NOT_YET[part]}))
    beside = refusal(exchange_file() | {"format": NEW, part: NOT_YET[part]})

    assert alone[0] == beside[0] == f"$.{part}"
    assert "cannot be imported yet. The file has nothing else that can be imported." in alone[1]
    assert "cannot be imported yet. Leave the list empty, and the rest" in beside[1]


@pytest.mark.parametrize("part", NOT_YET)
def test_an_empty_list_of_them_is_fine(part):
    assert read_file("a.json", as_bytes(exchange_file() | {"format": NEW, part: []}))


@pytest.mark.parametrize("nothing", [{}, {"agreement": None}, {"agreement": []}, {"plans": []}])
def test_a_file_with_nothing_in_it_is_refused_in_swedish(nothing):
    with translation.override("sv"):
        assert refusal(envelope(**nothing)) == (
            "$",
            "Det finns inget att importera: filen har inget dokument. Välj en fil som har ett.",
        )


@pytest.mark.parametrize("broken", [7, "text", [], {}, True])
def test_an_agreement_that_is_none_is_refused_with_a_sentence(broken, in_english):
    for known in FORMATS:
        path, reason = refusal(exchange_file() | {"format": known, "agreement": broken})
        assert path.startswith("$")
        assert reason.endswith(".")


def test_the_old_format_needs_its_agreement(in_english):
    data = exchange_file() | {"plans": []}
    del data["agreement"]

    assert refusal(data) == ("$.agreement", "The key “agreement” is missing.")


def test_what_is_no_list_or_has_no_place_in_the_format_is_refused(in_english):
    assert refusal(envelope(plans="x") | exchange_file())[0] == "$.plans"
    assert refusal(envelope(meetings=[]) | exchange_file())[0] == "$.meetings"


@pytest.mark.django_db
def test_old_and_new_files_become_the_same_agreement_and_leave_in_the_new_format(without_pdf):
    old = exchange_file("Överenskommelse", goals=[{"text": "Ett mål"}])
    (first,) = imported(old)
    (second,) = imported(old | {"format": NEW})
    sent = [json.loads(export_bytes(one.top)) for one in (first, second)]

    assert [one["format"] for one in sent] == [NEW, NEW]
    assert facts(sent[0]) == facts(sent[1]) == facts(old)
    assert set(sent[0]) <= {"format", "partnership", "source", "organisations", "agreement"}


@pytest.mark.parametrize(
    "parts", [{}, {"pictures": NOT_YET["pictures"]}], ids=["nothing", "a picture"]
)
def test_the_page_and_the_command_say_why(parts, karin, client_for, tmp_path):
    content = as_bytes(envelope(**parts))
    address = reverse("agreements:import", args=["trygg-i-lulea"])
    sent = {"files": [SimpleUploadedFile("plan.json", content, "application/json")]}
    answer = client_for(karin).post(address, sent)
    assert answer.status_code == 422
    assert "plan.json, $" in errors(answer)["files"]

    path = tmp_path / "plan.json"
    path.write_bytes(content)
    with pytest.raises(CommandError, match=r"plan\.json, \$"):
        call_command("import_agreement", str(path))
    assert not Agreement.objects.exists()
