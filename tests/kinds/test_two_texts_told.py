"""What is said of the two texts, while a binding one is revised, and to whom."""

import pytest

from consultation.commenting import Author, Spot, comment
from consultation.models import Comment
from desk import workflow
from documents.models import SectionPart
from tests.desk import Desk, fields, text_of
from tests.kinds.revision import NEW, REVISED_KINDS, share


@pytest.fixture(params=REVISED_KINDS, ids=lambda kind: kind.name)
def kind(request):
    """Each kind of document whose binding texts are revised."""
    return request.param


def test_a_comment_on_the_revision_is_not_read_by_those_who_do_not_see_it(
    revision, people, client_for
):
    comment(
        revision.document,
        by=Author.of(people.karin.access),
        spot=Spot(),
        text=f"{NEW} sagt om utkastet",
        quote="",
        reach="everyone",
    )
    reader, writer = (
        Desk(client_for(people.malte), revision),
        Desk(client_for(people.karin), revision),
    )

    assert NEW not in reader.get(reader.url("comments")).content.decode()
    assert "sagt om utkastet" in writer.get(writer.url("comments")).content.decode()


def test_one_who_reads_the_binding_text_comments_on_it(revision, people, client_for):
    reader = Desk(client_for(people.malte), revision)
    sent = reader.post(reader.url("comment"), {"text": "Om det som gäller"})

    assert sent.status_code == 302
    for one in (people.malte, people.karin):
        desk = Desk(client_for(one), revision)
        assert "Om det som gäller" in desk.get(desk.url("comments")).content.decode()


def test_a_comment_on_a_revision_is_for_ones_own_organisation_until_it_is_shared(
    revision, people, client_for
):
    writer = Desk(client_for(people.karin), revision)
    assert fields(writer.get(writer.url("comment"))).get("internal")

    share(revision, people.per, people.karin)
    assert "internal" not in fields(writer.get(writer.url("comment")))


def test_one_who_reads_the_binding_text_comments_for_everyone(revision, ines, malte, client_for):
    reader = Desk(client_for(malte), revision)

    assert "internal" not in fields(reader.get(reader.url("comment")))


def test_nobody_else_is_told_who_writes_in_a_revision(revision, people, client_for):
    writer = Desk(client_for(people.karin), revision)
    section = writer.row("section")
    writer.post(writer.url("presence"), {"writing_in": section.key})
    reader = Desk(client_for(people.ines), revision)

    assert reader.post(reader.url("presence"), {}).content.strip() == b""
    share(revision, people.per, people.karin)
    colleague = Desk(client_for(people.per), revision)
    assert f"skriver i {NEW}" in text_of(colleague.post(colleague.url("presence"), {}))


def test_one_who_reads_the_binding_text_proposes_another_wording_of_it(
    revision, people, client_for
):
    text = SectionPart.objects.filter(document=revision.document, block="").first()
    reader = Desk(client_for(people.malte), revision)
    offered = reader.get(reader.url("propose", text.key))

    assert NEW in text.text
    assert NEW not in offered.content.decode()
    sent = reader.fill_in(reader.url("propose", text.key), wording="<p>En annan lydelse.</p>")
    assert sent.status_code == 302
    made = Comment.objects.get(document=revision.document)
    shown = reader.get(reader.url("wording", made.pk))
    assert NEW not in shown.content.decode()
    assert NEW not in made.wording.base


def test_an_answer_to_ones_own_comment_is_read_though_the_text_is_revised(
    revision, people, client_for
):
    reader = Desk(client_for(people.malte), revision)
    reader.post(reader.url("comment"), {"text": "Om det som gäller"})
    asked = Comment.objects.get(document=revision.document)
    writer = Desk(client_for(people.karin), revision)
    writer.post(writer.url("answer", asked.pk), {"text": "Svar till den som frågade"})

    shown = reader.get(reader.url("comments")).content.decode()
    assert "Svar till den som frågade" in shown
    other = Desk(client_for(people.stina), revision)
    assert "Svar till den som frågade" in other.get(other.url("comments")).content.decode()


def test_why_a_wording_was_accepted_within_a_revision_is_not_told(binding, people, client_for):
    reader = Desk(client_for(people.malte), binding)
    writer = Desk(client_for(people.karin), binding)
    workflow.revise(binding, by=people.karin.actor)
    text = SectionPart.objects.filter(document=binding.document, block="").first()
    reader.fill_in(reader.url("propose", text.key), wording="<p>En annan lydelse.</p>")
    made = Comment.objects.get(document=binding.document)
    page = reader.url("wording", made.pk)
    writer.fill_in(writer.url("wording", made.pk), decision="accept", reason=f"{NEW} skäl")

    assert NEW in writer.get(writer.url("wording", made.pk)).content.decode()
    assert NEW not in reader.get(page).content.decode()
    assert "Godtagen" in text_of(reader.get(page))
