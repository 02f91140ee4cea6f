"""What leaves the program of a document of any kind, and what comes back."""

from dataclasses import fields as columns_of
from dataclasses import is_dataclass, replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import QuerySet

from core.richtext import plain
from desk import workflow
from desk.exchange.decoding import decode
from desk.exchange.encoding import content_bytes, encode
from desk.exchange.exporting import stored_content
from desk.printing.pdf import print_document
from documents.choices import VersionKind
from documents.models import Version
from documents.models.version import VersionChanged, VersionIsFinal
from documents.reading import read_tree
from documents.tree import Node, walk
from tests.agreements.word.files import NOW, Edited, compared
from tests.desk import fields, page, text_of
from tests.kinds.examples import KINDS
from tests.pdf_checks import problems

#: Places that the Word file of an example does not have, and why.
NOT_PRINTED = {
    "above": "the agreement is part of no other",
    "sgnd": "it is not signed",
    "vline": "it says how long it holds in words of its own",
}
#: Places whose words a person can change in Word: they are one column, which stands as it is.
PLACES = [
    pytest.param(kind, row.name, place, id=f"{kind.name}-{place.code}")
    for kind in KINDS
    for row in kind.rows
    for place in row.word
    if place.column and place.code not in NOT_PRINTED
]
EVERY_PLACE = [
    pytest.param(kind, place.code, id=f"{kind.name}-{place.code}")
    for kind in KINDS
    for row in kind.rows
    for place in row.word
]


def without_keys(node):
    """The same tree in which no row has a key, as in a stored version."""
    if isinstance(node, tuple):
        return tuple(without_keys(one) for one in node)
    if not is_dataclass(node):
        return node
    values = {one.name: without_keys(getattr(node, one.name)) for one in columns_of(node)}
    return replace(node, **values | ({"key": None} if isinstance(node, Node) else {}))


def word_file(desk):
    """The Word file of the document, open in a word processor."""
    return Edited(desk.get(desk.url("word")).content)


def brought_back(desk, file):
    """The page that shows what a Word file says otherwise."""
    return desk.post(desk.url("take_in"), {"file": SimpleUploadedFile("fil.docx", file)})


def test_an_unchanged_word_file_says_nothing_new(desk):
    response = brought_back(desk, word_file(desk).file)

    assert response.status_code == 200
    assert page(response).xpath("//input[@name='take']") == []
    assert compared(desk.agreement, word_file(desk).file).notes == []


@pytest.mark.parametrize(("kind", "code"), EVERY_PLACE, indirect=["kind"])
def test_every_place_that_is_declared_is_in_the_word_file(desk, code):
    printed = any(f"o_{code}_" in one._p.xml for one in word_file(desk).paragraphs)
    assert printed == (code not in NOT_PRINTED)


@pytest.mark.parametrize(("kind", "name", "place"), PLACES, indirect=["kind"])
def test_words_that_were_changed_in_word_come_in(desk, name, place):
    content = read_tree(desk.agreement)
    said = [
        (node, plain(value) if name == "part" else value)
        for node in walk(content)
        if name == node.ROW and (value := getattr(node, place.column, ""))
    ]
    node, text = said[0]
    first_word = text.split()[0]
    file = word_file(desk)
    printed = [one for one in file.paragraphs if f"o_{place.code}_" in one._p.xml]
    paragraph = next(one for one in printed if first_word in one.text)
    run = next(run for run in paragraph.runs if first_word in run.text)
    run.text = run.text.replace(first_word, f"Nyskrivet {first_word}", 1)

    shown = brought_back(desk, file.file)
    assert desk.post(desk.url("take_in"), fields(shown)).status_code == 302

    stored = type(desk.agreement).objects.get(pk=desk.agreement.pk)
    now = {one.key: one for one in walk(read_tree(stored))}
    changed = getattr(now[node.key], place.column)
    assert (plain(changed) if name == "part" else changed) == text.replace(
        first_word, f"Nyskrivet {first_word}", 1
    )


def test_what_is_stored_reads_back_and_gives_the_same_bytes(desk, karin):
    content = read_tree(desk.agreement)
    assert without_keys(decode(desk.kind, encode(content, keys=False))) == without_keys(content)
    assert content_bytes(decode(desk.kind, encode(content, keys=True))) == content_bytes(content)


def test_versions_are_numbered_kept_and_guarded(desk, karin):
    first = workflow.lock(desk.agreement, by=karin.actor)
    assert desk.post(desk.url("reopen"), {}).status_code == 302
    row = desk.row("section")
    desk.fill_in(desk.at("edit", row), heading="En annan rubrik")
    desk.agreement.document.refresh_from_db()
    second = workflow.lock(desk.agreement, by=karin.actor)

    assert (first.number, second.number) == (1, 2)
    assert first.sha256 != second.sha256
    assert second.sha256 in text_of(desk.get(desk.url("version", 2))).replace(" ", "")
    compared = desk.get(desk.url("compare", fran=1, till=2))
    assert "En annan rubrik" in text_of(compared)
    with pytest.raises(VersionIsFinal):
        Version.objects.filter(pk=first.pk).update(content=b"{}")
    QuerySet(Version).filter(pk=first.pk).update(content=b"{}")  # behind the program's back
    with pytest.raises(VersionChanged):
        stored_content(Version.objects.get(pk=first.pk))


def test_a_locked_text_cannot_be_written(desk, karin):
    row = desk.row("section")
    url = desk.at("edit", row)
    workflow.lock(desk.agreement, by=karin.actor)
    assert desk.get(url).status_code == 409
    assert desk.post(url, {"heading": "Nej"}).status_code == 409


def test_a_draft_is_shared_and_read_by_those_it_was_shared_with(desk, colleague, malte, client_for):
    assert colleague.get(colleague.url("detail")).status_code == 200
    assert client_for(malte).get(desk.url("detail")).status_code == 404
    assert "Lokalpolisområde" in text_of(desk.get(desk.url("history")))


@pytest.mark.parametrize("variant", ["ua", "a3"])
def test_the_pdf_is_accessible(top, kind, variant, tmp_path):
    printed = print_document(
        read_tree(top), top=top, kind=VersionKind.PROPOSAL, dated=NOW, variant=variant
    )
    assert problems(printed, tmp_path) == []


def test_a_file_holds_it_or_a_sentence_says_why_not(desk):
    response = desk.get(desk.url("export"))
    if desk.kind.in_file:
        assert desk.kind.in_file in response.json()
        return
    assert response.status_code == 302
    assert "datafil" in text_of(desk.get(response["Location"]))
    # What is not there is not offered either.
    assert desk.url("export") not in desk.get(desk.url("detail")).content.decode()
