"""What a document calls others by is found from the declaration of its rows, wherever it stands."""

from agreements.kind import AGREEMENT
from agreements.models import Agreement, Supersession
from agreements.tree import Superseded
from documents.references import reference_columns, references_in, with_references
from tests.factories import small_tree

NAMES_TWO = small_tree(
    part_of="Länets överenskommelse",
    part_of_title="Länets överenskommelse",
    supersedes=(Superseded(reference="2020", title="Den av 2020"),),
)


def test_every_column_that_names_another_document_is_known():
    found = {(model, one.link): one.meant(model) for model, one in reference_columns(AGREEMENT)}

    assert found == {(Agreement, "parent"): Agreement, (Supersession, "predecessor"): Agreement}


def test_the_names_are_given_in_the_order_of_the_tree_and_what_is_not_named_is_not():
    assert list(references_in(NAMES_TWO)) == ["Länets överenskommelse", "2020"]
    assert list(references_in(small_tree())) == []


def test_each_name_can_be_exchanged_and_nothing_else_changes():
    changed = with_references(NAMES_TWO, lambda meant, word: f"{meant.__name__} {word}")

    assert list(references_in(changed)) == ["Agreement Länets överenskommelse", "Agreement 2020"]
    assert with_references(changed, lambda _meant, word: word.removeprefix("Agreement ")) == (
        NAMES_TWO
    )
    assert with_references(small_tree(), lambda _meant, word: f"{word}!") == small_tree()
