"""What no column can hold is refused with a sentence, on every database alike."""

import pytest

from agreements.models import Agreement, Duty, Goal, Party, Seat, Supersession
from core.columns import LARGEST_NUMBER
from desk.exchange.columns import text_at
from desk.exchange.schema import schema
from desk.exchange.strict import ExchangeError
from desk.exchange.validation import read_file
from documents.models import Document
from partnerships.models import Organisation, Partnership
from tests.agreements.exchange_samples import as_bytes, changed, exchange_file

FULL = exchange_file(
    organisations=[{"name": "A", "kind": "other", "part_of": ["B"]}],
    subtitle="a",
    language="sv",
    part_of="a",
    supersedes=["a"],
    renewal={"rule": "none", "text": "a", "revised_every": {"n": 1, "unit": "year"}},
    parties=[
        {
            "organisation": "A",
            "kind": "other",
            "part_of": ["B"],
            "signatories": [{"name": "a", "order": 1, "signed_at": "a"}],
        }
    ],
    sections=[{"heading": "a", "sections": [{"heading": "a", "parts": [{"text": "<p>a</p>"}]}]}],
    goals=[{"text": "a"}],
    bodies=[{"name": "a", "part_of": "b", "members": [{"title": "a"}]}],
    duties=[
        {"subject": "plan", "strength": "must", "section": "a", "every": {"n": 1, "unit": "day"}}
    ],
    appendices=[{"title": "a", "text": "a"}],
)
FITS = {
    "partnership.name": (Partnership, "name"),
    "partnership.municipalities.0": (Organisation, "name"),
    "organisations.0.name": (Organisation, "name"),
    "organisations.0.part_of.0": (Organisation, "name"),
    "agreement.title": (Agreement, "title"),
    "agreement.subtitle": (Agreement, "subtitle"),
    "agreement.part_of": (Agreement, "part_of_reference"),
    "agreement.supersedes.0": (Supersession, "reference"),
    "agreement.parties.0.organisation": (Party, "organisation"),
    "agreement.parties.0.part_of.0": (Organisation, "name"),
    "agreement.parties.0.signatories.0.name": (Party.signatories.rel.related_model, "name"),
    "agreement.parties.0.signatories.0.signed_at": (Agreement, "signed_at"),
    "agreement.sections.0.heading": (Duty.section.field.related_model, "heading"),
    "agreement.sections.0.sections.0.heading": (Duty.section.field.related_model, "heading"),
    "agreement.bodies.0.part_of": (Seat.body.field.related_model, "part_of_name"),
    "agreement.bodies.0.members.0.title": (Seat, "title"),
    "agreement.duties.0.section": (Duty, "section_reference"),
    "agreement.appendices.0.title": (Agreement, "title"),
}


def refusal(data):
    """The dotted path of the error that the file meets."""
    with pytest.raises(ExchangeError) as caught:
        read_file("a.json", as_bytes(data))
    return caught.value.path.replace("[", ".").replace("]", "").removeprefix("$.")


@pytest.mark.parametrize("path", FITS)
def test_text_as_long_as_its_column_fits_and_one_more_does_not(path):
    model, column = FITS[path]
    limit = model._meta.get_field(column).max_length
    assert read_file("a.json", as_bytes(changed(FULL, path, "x" * limit)))
    assert refusal(changed(FULL, path, "x" * (limit + 1))) == path


@pytest.mark.parametrize("path", ["agreement.goals.0.text", "agreement.renewal.text"])
def test_text_without_a_limit_may_be_long(path):
    assert read_file("a.json", as_bytes(changed(FULL, path, "x" * 100_000)))


def test_length_is_counted_in_composed_characters():
    assert read_file("a.json", as_bytes(changed(FULL, "agreement.title", "A\u030a" * 500)))


@pytest.mark.parametrize("path", ["agreement.title", "agreement.parties.0.organisation"])
def test_name_that_grows_when_it_is_searched_counts_as_long_as_it_grows(path):
    assert refusal(changed(FULL, path, "ß" * 290)) == path


@pytest.mark.parametrize(
    "path",
    [
        "agreement.parties.0.signatories.0.order",
        "agreement.duties.0.every.n",
        "agreement.renewal.revised_every.n",
    ],
)
def test_number_beyond_what_every_database_holds_is_refused(path):
    assert LARGEST_NUMBER == 2_147_483_647
    assert read_file("a.json", as_bytes(changed(FULL, path, LARGEST_NUMBER)))
    assert refusal(changed(FULL, path, LARGEST_NUMBER + 1)) == path
    assert refusal(changed(FULL, path, float(LARGEST_NUMBER + 1))) == path
    assert refusal(changed(FULL, path, -1)) == path


def test_running_text_that_is_too_long_is_refused_at_its_place():
    path = "agreement.sections.0.sections.0.parts.0.text"
    assert refusal(changed(FULL, path, "<p>" + "x" * 250_000)) == path


def test_long_language_code_is_refused():
    assert (
        text_at(("agreement", "language")).max_length
        == Document._meta.get_field("language").max_length
    )
    assert refusal(changed(FULL, "agreement.language", "sv" + "-a" * 17)) == "agreement.language"


def test_every_short_text_of_the_schema_has_a_known_limit():
    """A text that a later schema adds must be given its column here too."""
    agreement = schema()["properties"]["agreement"]["properties"]
    texts = [name for name, rule in agreement.items() if "string" in rule.get("type", ())]
    unlimited = {name for name in texts if text_at(("agreement", name)).max_length is None}
    assert unlimited == set()
    goal_texts = {Goal._meta.get_field("text").max_length}
    assert goal_texts == {None}
