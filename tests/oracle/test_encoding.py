"""What was written out by hand says the same, byte for byte, for one commit."""

import json

import pytest
from django.db import transaction
from hypothesis import given, settings

from agreements.exchange.decoding import decode
from agreements.exchange.encoding import content_bytes, encode
from agreements.kind import AGREEMENT
from agreements.models import Agreement
from agreements.reading import read_agreement
from agreements.tree import AgreementTree
from demo.building import build
from documents.models import Change, Version
from tests.any_tree import any_of, whole
from tests.oracle import old_decoding, old_encoding


def check(content):
    new, old = encode(content, keys=True), old_encoding.encode(content, keys=True)
    organisations = new.pop("organisations", [])
    assert new == old
    assert organisations == [old_encoding.organisation(one) for one in content.organisations]
    said = json.loads(json.dumps(new))
    assert decode(AGREEMENT, said | {"organisations": organisations}) == old_decoding.decode(
        said, organisations
    )
    stored = content_bytes(content)
    assert stored == old_encoding.content_bytes(content)
    assert decode(AGREEMENT, json.loads(stored)) == old_decoding.decode(json.loads(stored))


@settings(max_examples=600, deadline=None)
@given(any_of(AgreementTree))
def test_any_tree(content):
    check(content)


def test_whole_tree():
    check(whole(AgreementTree))


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr("agreements.workflow.print_agreement", lambda *_, **__: b"%PDF-1.7")
        build()
        yield
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_demo(built):
    for agreement in Agreement.objects.with_document():
        check(read_agreement(agreement))
        for made in Change.objects.of(agreement.document):
            check(read_agreement(agreement, made))
    seen = 0
    for version in Version.objects.all():
        stored = version.read()
        assert content_bytes(decode(AGREEMENT, json.loads(stored))) == stored
        seen += 1
    assert seen > 5
