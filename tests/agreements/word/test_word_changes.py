"""What is changed in Word comes back as what it is, and as little else as possible."""

from dataclasses import replace

import pytest

from agreements import tree
from agreements.models import Goal
from documents.changes import change
from documents.models import Section, SectionPart
from documents.reading import read_tree
from tests import factories
from tests.agreements.word.files import Edited, compared, take, word_file

pytestmark = pytest.mark.any_database


@pytest.fixture
def draft(karin, without_pdf):
    """The small agreement with two paragraphs and a list in a section of its own."""
    small = factories.small_tree()
    text = "<p>Vi börjar.</p><p>Vi möts varje månad.</p><ul><li><p>vid torget</p></li></ul>"
    part = tree.TextPart(key=factories.key("part-long"), text=text)
    long = tree.Section(key=factories.key("section-long"), heading="Möten", parts=(part,))
    return factories.make_agreement(replace(small, sections=(*small.sections, long)), by=karin)


@pytest.fixture
def word(draft):
    return Edited(word_file(draft))


def text(agreement, word):
    return SectionPart.objects.get(document=agreement.document, key=factories.key(word)).text


def headings(agreement):
    return [one.heading for _place, one in read_tree(agreement).walk_sections()]


def only(found):
    """The one proposal."""
    assert len(found.proposals) == 1, [one.what for one in found.proposals]
    return found.proposals[0]


def test_a_word_in_a_paragraph_is_one_change_of_one_text(draft, word, karin):
    word.replace("varje månad", "varje vecka")

    one = only(compared(draft, word.file))
    take(draft, word.file, karin)

    assert (one.where, one.warning) == ("Möten", "")
    assert text(draft, "part-long").startswith("<p>Vi börjar.</p><p>Vi möts varje vecka.</p><ul>")
    assert compared(draft, word_file(draft)).proposals == []


@pytest.mark.parametrize(
    ("words", "new", "model", "column"),
    [
        ("Arbetssätt", "Arbetsformer", Section, "heading"),
        ("Utveckla samverkan", "Fördjupa samverkan", Goal, "text"),
    ],
)
def test_a_heading_and_a_goal_are_read_back(draft, word, karin, words, new, model, column):
    word.replace(words, new)

    take(draft, word.file, karin)

    assert model.objects.filter(document=draft.document, **{column: new}).exists()
    assert draft.document.changes.first().reason == ""


def test_a_paragraph_and_an_item_that_are_added_belong_to_the_text_before(draft, word, karin):
    word.write_after("vid torget", "i hamnen")
    word.write_after("Vi möts", "Alla är välkomna.", style="Normal")

    only(compared(draft, word.file))
    take(draft, word.file, karin)

    assert text(draft, "part-long") == (
        "<p>Vi börjar.</p><p>Vi möts varje månad.</p><p>Alla är välkomna.</p>"
        "<ul><li><p>vid torget</p></li><li><p>i hamnen</p></li></ul>"
    )


def test_a_new_heading_begins_a_section_with_what_stands_under_it(draft, word, karin):
    word.write_after("Vi börjar.", "Rytm", style="Heading 2")

    one = only(compared(draft, word.file))
    take(draft, word.file, karin)

    assert "Rytm" in one.after
    assert headings(draft)[-2:] == ["Möten", "Rytm"]
    made = Section.objects.get(document=draft.document, heading="Rytm")
    assert made.parent.heading == "Möten"
    assert text(draft, "part-long") == "<p>Vi börjar.</p>"
    assert made.parts.get().text.startswith("<p>Vi möts")


def test_a_heading_before_a_text_takes_the_text_with_it(draft, word, karin):
    heading = word.write_after("Möten", "Rytm", style="Heading 1")
    word.write_after("Rytm", "Nytt först.", style="Normal")
    assert heading.style.name == "Heading 1"

    take(draft, word.file, karin)

    made = Section.objects.get(document=draft.document, heading="Rytm")
    assert headings(draft)[-2:] == ["Möten", "Rytm"]
    assert [part.text for part in made.parts.order_by("rank")] == [
        "<p>Nytt först.</p>",
        text(draft, "part-long"),
    ]


def test_an_item_after_a_goal_is_a_goal(draft, word, karin):
    word.write_after("Bygga broar", "Lyssna på de unga")
    assert only(compared(draft, word.file)).what == "Nytt mål"

    take(draft, word.file, karin)

    overall = read_tree(draft).goals[0]
    assert [goal.text for goal in overall.goals] == [
        "Utveckla samverkan",
        "Bygga broar",
        "Lyssna på de unga",
    ]


def test_what_is_deleted_is_proposed_but_not_chosen(draft, word, karin):
    for words in ("Möten", "Vi börjar.", "Vi möts varje", "vid torget"):
        word.delete(words)

    one = only(compared(draft, word.file))
    assert one.warning
    take(draft, word.file, karin)

    assert "Möten" not in headings(draft)


def test_what_the_program_puts_together_is_said_and_not_taken_in(draft, word):
    word.replace("Kerstin Berg", "Kerstin Lind")
    word.replace("KS 2023/17", "KS 2023/18")

    found = compared(draft, word.file)

    assert only(found).after == "Kerstin Lind"
    assert len(found.notes) == 1
    assert "KS 2023/18" in found.notes[0]


def test_a_change_in_the_program_meanwhile_is_kept_or_shown(draft, word, karin):
    word.replace("varje månad", "varje vecka")
    with change(by=karin.actor, document=draft.document):
        part = SectionPart.objects.get(key=factories.key("part-long"))
        part.text = part.text.replace("Vi börjar.", "Vi börjar nu.")
        part.save()

    assert only(compared(draft, word.file)).warning == ""
    other = Edited(word.file)
    other.replace("Vi börjar.", "Vi startar.")
    both = only(compared(draft, other.file))
    assert both.warning
    assert "Vi börjar nu." in both.now
    take(draft, word.file, karin)

    assert text(draft, "part-long").startswith("<p>Vi börjar nu.</p><p>Vi möts varje vecka.</p>")


def test_a_row_that_was_deleted_in_the_program_is_told_of(draft, word, karin):
    word.replace("varje månad", "varje vecka")
    with change(by=karin.actor, document=draft.document):
        Section.objects.get(key=factories.key("section-long")).delete()

    found = compared(draft, word.file)

    assert found.proposals == []
    assert "varje vecka" in found.notes[0]


def test_what_word_cannot_hold_stays_where_nothing_was_changed(draft, karin):
    quoted = "<ul><li><p>a</p><blockquote><p>ur lagen</p></blockquote></li></ul>"
    with change(by=karin.actor, document=draft.document):
        part = SectionPart.objects.get(key=factories.key("part-long"))
        part.text = f'<p>Se <a href="/regler">reglerna</a>.</p>{quoted}<p>Slut.</p>'
        part.save()
    word = Edited(word_file(draft))
    word.replace("Slut.", "Klart.")

    take(draft, word.file, karin)

    assert text(draft, "part-long") == (
        f'<p>Se <a href="/regler">reglerna</a>.</p>{quoted}<p>Klart.</p>'
    )


def test_a_moved_section_is_told_of(draft, word):
    found = word.find("Möten")._p
    moved = [found, *list(found.itersiblings())[:3]]
    target = word.find("Arbetssätt")._p
    for one in moved:
        target.addprevious(one)

    said = compared(draft, word.file)

    assert said.proposals == []
    assert ["Möten" in note for note in said.notes] == [True]


def test_a_paragraph_that_was_moved_to_another_text_belongs_there(draft, word, karin):
    moved = word.find("Vi möts varje")._p
    word.find("Målen är gemensamma")._p.addnext(moved)

    take(draft, word.file, karin)

    assert text(draft, "part-goals") == "<p>Målen är gemensamma.</p><p>Vi möts varje månad.</p>"
    assert text(draft, "part-long") == "<p>Vi börjar.</p><ul><li><p>vid torget</p></li></ul>"


def test_the_first_paragraph_of_a_text_can_be_deleted(draft, word, karin):
    word.delete("Vi börjar.")

    take(draft, word.file, karin)

    assert text(draft, "part-long").startswith("<p>Vi möts varje månad.</p><ul>")
