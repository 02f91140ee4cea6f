"""A Word file is chosen, compared and taken in as one change, or refused with a sentence."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.models import Goal
from consultation.choices import CommentReach
from consultation.models import Comment
from documents.changes import change
from documents.choices import Command
from tests import factories
from tests.agreements.word.files import Edited
from tests.desk import errors, fields, form_of, page, text_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def upload(file, name="Remiss från polisen.docx"):
    return {"file": SimpleUploadedFile(name, file, content_type=WORD)}


@pytest.fixture
def word(desk):
    response = desk.get(desk.url("word"))
    assert response["Content-Type"] == WORD
    assert response["Content-Disposition"].endswith('.docx"')
    return Edited(response.content)


def reviewed(desk, file):
    return desk.post(desk.url("take_in"), upload(file))


def test_an_unchanged_file_gives_nothing_to_take_in(desk, word):
    response = reviewed(desk, word.file)

    assert response.status_code == 200
    assert "Filen säger detsamma som utkastet" in text_of(response)
    assert page(response).xpath("//input[@name='take']") == []


def test_what_is_chosen_is_taken_in_as_one_change(desk, word):
    word.replace("Bygga broar", "Bygga fler broar")
    word.replace("Utveckla samverkan", "Fördjupa samverkan")
    shown = reviewed(desk, word.file)
    before = len(desk.changes())

    # A browser sends the boxes that are ticked: both.
    response = desk.post(desk.url("take_in"), fields(shown))

    assert response.status_code == 302
    assert page(shown).xpath("//ins") != []
    texts = set(
        Goal.objects.filter(document=desk.agreement.document).values_list("text", flat=True)
    )
    assert {"Bygga fler broar", "Fördjupa samverkan"} <= texts
    latest = desk.changes()[0]
    assert len(desk.changes()) == before + 1
    assert (latest.command, latest.reason) == (Command.TAKE_IN, "Remiss från polisen.docx")


def test_only_what_is_chosen_is_taken_in(desk, word):
    word.replace("Bygga broar", "Bygga fler broar")
    word.replace("Utveckla samverkan", "Fördjupa samverkan")
    sent = fields(reviewed(desk, word.file))

    desk.post(desk.url("take_in"), sent | {"take": sent["take"][0]})

    assert desk.row("goal", text="Fördjupa samverkan")
    assert desk.row("goal", text="Bygga broar")


def test_nothing_chosen_is_asked_for_again(desk, word):
    word.replace("Bygga broar", "Bygga fler broar")
    sent = fields(reviewed(desk, word.file))
    sent.pop("take")

    response = desk.post(desk.url("take_in"), sent)

    assert response.status_code == 422
    assert "Välj minst en ändring" in text_of(response)


def test_a_draft_that_changed_meanwhile_is_shown_anew(desk, word, karin):
    word.replace("Bygga broar", "Bygga fler broar")
    sent = fields(reviewed(desk, word.file))
    with change(by=karin.actor, document=desk.agreement.document):
        goal = Goal.objects.get(key=factories.key("goal-second"))
        goal.text = "Bygga hus"
        goal.save()

    response = desk.post(desk.url("take_in"), sent)

    assert response.status_code == 409
    assert "Inget har lästs in" in text_of(response)
    assert "Bygga hus" in text_of(response)
    assert not form_of(response).xpath(".//input[@name='take' and @checked]")
    assert desk.row("goal", text="Bygga hus")


def test_a_comparison_that_was_tampered_with_is_refused(desk, word):
    word.replace("Bygga broar", "Bygga fler broar")
    sent = fields(reviewed(desk, word.file))

    response = desk.post(desk.url("take_in"), sent | {"read": sent["read"] + "x"})

    assert response.status_code == 422
    assert "Välj filen en gång till" in text_of(response)


def test_a_file_of_another_agreement_leads_to_a_new_one(desk, karin, client_for, word):
    other = factories.make_agreement(factories.small_tree(), by=karin)
    desk.agreement = other

    response = reviewed(desk, word.file)

    assert response.status_code == 422
    assert errors(response)["file"].startswith("Filen är inte gjord från den här")
    assert page(response).xpath("//main//a[contains(@href, '/ny/text/')]")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"hej", "ingen Word-fil"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "gamla format"),
        (b"PK\x03\x04 broken", "skadad"),
    ],
)
def test_what_is_no_word_file_is_refused_with_a_sentence(desk, content, sentence):
    response = reviewed(desk, content)

    assert response.status_code == 422
    assert sentence in errors(response)["file"]


def test_tracked_changes_are_read_as_accepted_and_comments_are_kept(desk, word, karin):
    goal = word.find("Bygga broar")
    run = goal.runs[0]
    run.text = "Bygga "
    word.document.add_comment(run, text="Varför då?", author="Jurist", initials="J")
    namespace = f'xmlns:w="{run._r.nsmap["w"]}"'
    for tag, inner, words in (("del", "delText", "broar"), ("ins", "t", "hus")):
        goal._p.append(
            word.parsed(
                f'<w:{tag} {namespace} w:id="9" w:author="J">'
                f"<w:r><w:{inner}>{words}</w:{inner}></w:r></w:{tag}>"
            )
        )
    assert "comments" in str(ZipFile(BytesIO(word.file)).namelist())

    shown = reviewed(desk, word.file)
    desk.post(desk.url("take_in"), fields(shown))

    assert "2 spårade ändringar" in text_of(shown)
    assert desk.row("goal", text="Bygga hus")
    kept = Comment.objects.get(document=desk.agreement.document)
    assert (kept.text, kept.row, kept.key) == ("Varför då?", "goal", factories.key("goal-second"))
    assert kept.name == "Jurist (i en Word-fil)"
    assert kept.reach == CommentReach.INTERNAL
    assert kept.organisation == karin.organisation
    assert "Det finns inget att läsa in" in text_of(reviewed(desk, word.file))
