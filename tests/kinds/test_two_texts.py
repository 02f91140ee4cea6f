"""Who reads which of the two texts, while a binding one is revised."""

from io import BytesIO

import docx
import pytest
from django.urls import reverse

from desk import workflow
from documents.choices import SharingKind, TextState
from tests.desk import Desk, text_of
from tests.kinds.examples import bind
from tests.kinds.revision import NEW, REVISED_KINDS, rewrite, share, stored
from tests.pdf_checks import spoken

#: Pages that say something of the text.
READING = ("detail", "html", "history", "compare", "comments", "registration", "consultations")


@pytest.fixture(params=REVISED_KINDS, ids=lambda kind: kind.name)
def kind(request):
    """Each kind of document whose binding texts are revised."""
    return request.param


def said_to(reader):
    """Everything that the program says to a reader of the document, by where it says it."""
    found = {}
    for page in READING:
        response = reader.get(reader.url(page))
        found[page] = response.content.decode() if response.status_code == 200 else ""
    for number in range(1, stored(reader.agreement).versions.count() + 1):
        response = reader.get(reader.url("version", number))
        found[f"version {number}"] = response.content.decode()
    for page in ("list", "overview"):
        namespace = "pages" if page == "overview" else reader.kind.namespace
        response = reader.get(reverse(f"{namespace}:{page}", args=[reader.slug]))
        found[page] = response.content.decode()
    found["start"] = reader.get(reverse("pages:start"), follow=True).content.decode()
    word = docx.Document(BytesIO(reader.get(reader.url("word")).content))
    found["word"] = "\n".join(one.text for one in word.paragraphs)
    return found


def test_when_it_binds_everyone_reads_the_revision(revision, karin, ines, client_for):
    workflow.lock(revision, by=karin.actor)
    bind(revision, karin)

    assert stored(revision).text_state == TextState.BINDING
    reader = Desk(client_for(ines), revision)
    assert NEW in text_of(reader.get(reader.url("detail")))
    listed = reader.get(reverse(f"{reader.kind.namespace}:list", args=[reader.slug]))
    assert NEW in text_of(listed)


@pytest.mark.parametrize("is_locked", [False, True], ids=["written", "locked"])
@pytest.mark.parametrize("who", ["ines", "per", "malte"])
def test_others_meet_no_word_of_the_revision(revision, people, who, is_locked, client_for):
    if is_locked:
        workflow.lock(revision, by=people.karin.actor)
    reader = Desk(client_for(getattr(people, who)), revision)

    said = said_to(reader)
    assert [place for place, words in said.items() if NEW in words] == []
    assert "nummer 1" in said["detail"]


def test_the_files_that_others_get_are_of_the_binding_text(revision, people, client_for):
    reader, writer = (
        Desk(client_for(people.ines), revision),
        Desk(client_for(people.karin), revision),
    )
    for page in ("html", "word", "export"):
        theirs, ours = (one.get(one.url(page)) for one in (reader, writer))
        assert theirs.content != ours.content or theirs.status_code == 302, page
        assert "utkast" not in theirs.headers.get("Content-Disposition", "")
    stored_pdf = stored(revision).binding_version.pdf.read()
    assert reader.get(reader.url("pdf")).content == stored_pdf


def test_the_writers_read_and_write_the_revision(revision, karin, client_for):
    writer = Desk(client_for(karin), revision)
    page = text_of(writer.get(writer.url("detail")))

    assert NEW in page
    assert NEW in text_of(writer.get(writer.url("compare")))
    assert writer.get(writer.url("replace")).status_code == 200


def test_those_it_is_shared_with_read_and_write_it_too(revision, people, client_for):
    share(revision, people.per, people.karin)
    colleague = Desk(client_for(people.per), revision)

    assert NEW in text_of(colleague.get(colleague.url("detail")))
    assert colleague.get(colleague.url("replace")).status_code == 200


def test_those_it_is_sent_to_read_it(revision, people, client_for):
    share(revision, people.per, people.karin, SharingKind.SENT)
    reader = Desk(client_for(people.per), revision)

    assert NEW in text_of(reader.get(reader.url("detail")))
    assert reader.get(reader.url("replace")).status_code == 403


def test_to_have_seen_the_first_draft_opens_no_revision(top, people, client_for):
    share(top, people.per, people.karin)
    workflow.lock(top, by=people.karin.actor)
    bind(top, people.karin)
    workflow.revise(top, by=people.karin.actor)
    rewrite(top, people.karin)
    reader = Desk(client_for(people.per), top)

    assert NEW not in text_of(reader.get(reader.url("detail")))
    assert reader.get(reader.url("replace")).status_code == 403


def test_what_was_written_before_a_revision_was_shared_stays_with_its_writers(
    revision, people, client_for
):
    share(revision, people.per, people.karin)
    reader = Desk(client_for(people.per), revision)
    before = revision.document.changes.get(command="revise")

    assert reader.get(reader.url("as_of", before.pk)).status_code == 404
    shared = revision.document.changes.order_by("-pk").first()
    assert reader.get(reader.url("as_of", shared.pk)).status_code == 200


def test_the_cover_sheet_is_of_the_text_that_is_read(revision, people, client_for):
    said = {}
    for who in ("ines", "karin"):
        desk = Desk(client_for(getattr(people, who)), revision)
        said[who] = " ".join(spoken(desk.get(desk.url("cover_sheet")).content))

    assert "version 2" in said["ines"]
    assert NEW not in said["ines"]
    assert "Arbetsversion" in said["karin"]


@pytest.mark.parametrize("is_locked", [False, True], ids=["written", "locked"])
def test_what_is_registered_meanwhile_shows_the_text_that_binds(
    revision, people, is_locked, client_for
):
    if is_locked:
        workflow.lock(revision, by=people.karin.actor)
    reader = Desk(client_for(people.per), revision)
    sent = {"organisation": people.per.organisation.pk}
    sent[f"o{people.per.organisation.pk}-registry_number"] = "A 1/26"
    assert reader.post(reader.url("registration"), sent).status_code == 302

    registered = revision.document.changes.get(command="register")
    shown = reader.get(reader.url("as_of", registered.pk))
    assert shown.status_code == 200
    assert NEW not in shown.content.decode()
    assert "nummer 1" in text_of(shown)
    writer = Desk(client_for(people.karin), revision)
    assert NEW in text_of(writer.get(writer.url("as_of", registered.pk)))
