"""Rows → tree → rows → tree, for any document of any kind: what was written is what is read."""

from dataclasses import fields, is_dataclass, replace

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements.rows import DUTY, GOAL, PARTY
from agreements.tree import Logo
from documents.changes import Actor, change
from documents.choices import Command
from documents.fields import Field
from documents.kinds import kinds
from documents.models import Change, Document, StoredFile
from documents.reading import read_tree
from documents.tree import Node, walk
from documents.writing import copied_key, write_tree
from tests.any_tree import any_of, whole
from tests.factories import OrganisationFactory, PartnershipFactory

pytestmark = pytest.mark.django_db
KINDS = [pytest.param(kind, id=kind.name) for kind in kinds().values()]
TREES = {kind.name: any_of(kind.top.nodes[0]) for kind in kinds().values()}


def written(content):
    """The top row of a new document with the rows of `content`."""
    document = Document.objects.create(
        partnership=PartnershipFactory(),
        kind=content.ROW,
        language=content.language,
        drafting_organisation=OrganisationFactory(),
    )
    with change(by=Actor("Test"), document=document, command=Command.CREATE):
        return write_tree(document, content, key_for=copied_key)


def read_anew(top):
    return read_tree(type(top).objects.get(pk=top.pk))


def without_keys(node):
    """The same tree in which no row has a key."""
    if isinstance(node, tuple):
        return tuple(without_keys(one) for one in node)
    if not is_dataclass(node):
        return node
    keys = {"key": None, "copied_from": None}
    values = {one.name: without_keys(getattr(node, one.name)) for one in fields(node)}
    return replace(node, **{name: keys.get(name, value) for name, value in values.items()})


def storable(content):
    """The tree with its pictures stored, and without a last day, which must not come first."""
    for node in walk(content):
        for value in vars(node).values():
            if isinstance(value, Logo):
                known = {"media_type": value.media_type, "size": 0}
                StoredFile.objects.get_or_create(sha256=value.sha256, defaults=known)
    return without_last_days(content)


def without_last_days(node):
    """The same tree in which nothing ends that begins."""
    if isinstance(node, tuple):
        return tuple(without_last_days(one) for one in node)
    if not isinstance(node, Node):
        return node
    values = {one.name: without_last_days(getattr(node, one.name)) for one in fields(node)}
    ends = {name.removesuffix("_from") + "_to" for name in values if name.endswith("_from")}
    return replace(node, **values | dict.fromkeys(ends & values.keys(), None))


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_a_document_can_have_is_written_and_read(kind):
    content = storable(whole(kind.top.nodes[0]))
    read_back = without_keys(read_anew(written(content)))
    lost = {
        (type(before).__name__, one.name)
        for before, after in zip(walk(without_keys(content)), walk(read_back), strict=True)
        for one in fields(before)
        if getattr(before, one.name) not in (None, "", ()) and not getattr(after, one.name)
    }
    # What stands where it is named needs no words for that.
    assert lost <= {("Duty", "section_reference"), ("Activity", "heading_words")}


@pytest.mark.parametrize("kind", KINDS)
@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_what_is_read_is_written_and_read_the_same(kind, data):
    with transaction.atomic():
        first = written(storable(data.draw(TREES[kind.name])))
        content = read_anew(first)
        again = written(content)

        assert without_keys(read_anew(again)) == without_keys(content)
        assert [one.copied_from for one in walk(read_anew(again))] == [
            one.key for one in walk(content)
        ]
        made = Change.objects.of(first.document).get()
        assert read_tree(type(first).objects.get(pk=first.pk), as_of=made) == content
        transaction.set_rollback(True)


def test_a_table_is_read_only_when_something_can_stand_in_it(django_assert_num_queries):
    (kind,) = [one for one in kinds().values() if one.name == "agreement"]
    top = written(kind.top.nodes[0](title="Tom"))
    top = type(top).objects.select_related("document").get(pk=top.pk)

    # No signatories without parties, no parts without sections, no seats without bodies.
    with django_assert_num_queries(7):
        read_tree(top)


def test_a_field_without_a_column_is_refused_by_name():
    with pytest.raises(ImproperlyConfigured, match="“duty” has no column for: every"):
        replace(DUTY, fields=tuple(one for one in DUTY.fields if one.name != "every"))
    with pytest.raises(ImproperlyConfigured, match="“party” has no column for: colour"):
        replace(PARTY, fields=(*PARTY.fields, Field("colour")))


def test_nodes_in_one_table_that_nothing_tells_apart_are_refused():
    with pytest.raises(ImproperlyConfigured, match="“goal” has nodes that nothing tells apart"):
        replace(GOAL, nodes=(*GOAL.nodes, *GOAL.nodes))
