"""A binding text is revised while it goes on binding: the act, and the states it leads to."""

import pytest

from desk import workflow
from documents.acts import REVISE
from documents.changes import WrongState, change
from documents.choices import AttachedKind, Command, TextState
from documents.models import AttachedFile
from documents.visibility import files_seen_by
from tests.desk import Desk, text_of
from tests.kinds.examples import KINDS, bind
from tests.kinds.revision import REVISED_KINDS, stored


@pytest.fixture(params=REVISED_KINDS, ids=lambda kind: kind.name)
def kind(request):
    """Each kind of document whose binding texts are revised."""
    return request.param


def test_a_revision_leaves_the_binding_text_binding(binding, karin):
    before = stored(binding).binding_version
    workflow.revise(binding, by=karin.actor, reason="Ett nytt år")

    document = stored(binding)
    assert document.text_state == TextState.REVISION
    assert document.binding_version == before
    assert document.is_binding


def test_only_a_binding_text_is_revised(top, karin):
    with pytest.raises(WrongState):
        workflow.revise(top, by=karin.actor)


def test_the_rows_are_written_again_and_locked_anew(revision, karin):
    version = workflow.lock(revision, by=karin.actor)

    document = stored(revision)
    assert document.text_state == TextState.LOCKED_REVISION
    assert (document.locked_version, version.number) == (version, 3)
    assert document.binding_version.number == 2


def test_a_locked_revision_is_opened_again_and_the_other_text_still_binds(revision, karin):
    workflow.lock(revision, by=karin.actor)
    workflow.reopen(revision, by=karin.actor)

    assert stored(revision).text_state == TextState.REVISION
    assert stored(revision).binding_version.number == 2


def test_the_page_of_a_revision_leads_to_the_text_that_binds(revision, karin, client_for):
    writer = Desk(client_for(karin), revision)
    page = writer.get(writer.url("detail")).content.decode()

    assert f'href="{writer.url("version", 2)}"' in page
    assert "Version 2 gäller tills revideringen är beslutad." in text_of(
        writer.get(writer.url("detail"))
    )


def test_the_act_is_offered_while_the_text_binds_and_not_else(binding, karin, client_for):
    writer = Desk(client_for(karin), binding)

    assert writer.url("revise") in writer.get(writer.url("detail")).content.decode()
    asked = writer.get(writer.url("revise"))
    assert asked.status_code == 200
    done = writer.post(writer.url("revise"), {"reason": "Ett nytt år"})
    assert done.status_code == 302
    assert stored(binding).text_state == TextState.REVISION
    assert writer.url("revise") not in writer.get(writer.url("detail")).content.decode()
    assert writer.post(writer.url("revise"), {}).status_code == 409


def test_kinds_without_the_act_never_revise_their_binding_texts():
    refusing = {kind.name for kind in KINDS if REVISE not in kind.acts}

    assert "agreement" in refusing


def test_a_signed_file_that_comes_while_it_is_revised_is_everyones(revision, people):
    with change(
        by=people.karin.actor, document=revision.document, command=Command.ATTACH, while_locked=True
    ):
        kept = AttachedFile.objects.attach(
            revision.document,
            content=b"%PDF",
            media_type="application/pdf",
            name="undertecknad.pdf",
            kind=AttachedKind.SIGNED,
        )

    assert kept.version == stored(revision).binding_version
    assert kept in files_seen_by(people.ines.access)
    workflow.lock(revision, by=people.karin.actor)
    bind(revision, people.karin)
    assert kept in files_seen_by(people.ines.access)
