"""A file of a document of any kind, taken in where it is not."""

import json

import pytest

from desk.exchange.encoding import content_bytes
from desk.exchange.exporting import export_bytes
from desk.importing.files import ImportRefused
from desk.importing.making import import_files
from documents.changes import Actor
from documents.kinds import kind_of
from documents.reading import read_tree
from tests.kinds.examples import EACH_KIND

#: Each kind of document that a file has a place for.
EACH_IN_A_FILE = [one for one in EACH_KIND if one.values[0].in_file]


@pytest.fixture
def in_a_file(top):
    """What the exchange file of the document says."""
    return json.loads(export_bytes(top))


def taken_in(*files):
    """The documents that files become in a partnership that is made for them."""
    read = [(f"{place}.json", json.dumps(one).encode()) for place, one in enumerate(files)]
    by = Actor(user=None, name="Någon annan", organisation="")
    return [one.top for one in import_files(read, partnership=None, new_slug="annan", by=by)]


def said_of(kind, data):
    """The object in a file that says its one document."""
    said = data[kind.in_file]
    return said[0] if isinstance(said, list) else said


@pytest.mark.parametrize("kind", EACH_IN_A_FILE, indirect=True)
def test_what_is_taken_in_elsewhere_says_the_same(top, in_a_file):
    (there,) = taken_in(in_a_file)

    assert there.document.partnership != top.document.partnership
    assert content_bytes(read_tree(there)) == content_bytes(read_tree(top))


@pytest.mark.parametrize("kind", EACH_IN_A_FILE, indirect=True)
def test_its_keys_are_in_the_order_of_the_schema(kind, in_a_file):
    # The schema begins every object with the key of its row.
    assert next(iter(said_of(kind, in_a_file))) == "key"
    assert next(iter(said_of(kind, in_a_file)["sections"][0])) == "key"


@pytest.mark.parametrize("kind", EACH_IN_A_FILE, indirect=True)
def test_documents_of_several_kinds_stand_in_one_file(top, kind, in_a_file):
    agreement = {"title": "En överenskommelse"}
    both = {"agreement": agreement} | in_a_file if kind.in_file != "agreement" else in_a_file

    names = {kind_of(one.document).name for one in taken_in(both)}

    assert names == {"agreement", kind.name}


@pytest.mark.parametrize("kind", EACH_IN_A_FILE, indirect=True)
def test_a_key_that_is_not_known_is_refused_where_it_stands(kind, in_a_file, in_english):
    said_of(kind, in_a_file)["sections"][0]["colour"] = "red"

    with pytest.raises(ImportRefused) as refused:
        taken_in(in_a_file)

    (error,) = refused.value.errors
    assert error.path.startswith(f"$.{kind.in_file}")
    assert error.path.endswith("sections[0].colour")
    assert "not known" in error.reason


@pytest.mark.parametrize("kind", EACH_IN_A_FILE, indirect=True)
def test_a_text_that_its_column_cannot_hold_is_refused(kind, in_a_file, in_english):
    said_of(kind, in_a_file)["sections"][0]["heading"] = "x" * 1001

    with pytest.raises(ImportRefused) as refused:
        taken_in(in_a_file)

    assert "1001 characters" in refused.value.errors[0].reason
