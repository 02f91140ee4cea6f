"""Word files for tests: written, edited as a person would, and compared with their agreement."""

from datetime import UTC, datetime
from io import BytesIO

import docx

from agreements import tree
from agreements.models import Agreement
from consultation.commenting import Author
from desk.word.returning import ReturnedFile, differences
from desk.word.taking_in import take_in
from desk.word.writing import write_word
from documents.changes import change
from documents.choices import Command
from documents.models import Change, Document
from documents.reading import read_tree
from partnerships.models import Partnership

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)


def unsaved(language="sv"):
    """An agreement that is in no database, for writing a tree of its own."""
    partnership = Partnership(name="Trygg i Luleå", slug="trygg-i-lulea")
    return Agreement(document=Document(partnership=partnership, language=language))


def file_of(content: tree.AgreementTree, agreement=None, **options):
    """The Word file of a tree."""
    given = {"kind": "", "dated": NOW} | options
    return write_word(content, top=agreement or unsaved(), **given).file


def word_file(agreement):
    """The Word file of a draft as it is now."""
    latest = Change.objects.of(agreement.document).first()
    return file_of(read_tree(agreement), agreement, change=latest)


class Edited:
    """A Word file open in a word processor; `file` is what is saved."""

    def __init__(self, file):
        self.document = docx.Document(BytesIO(file))

    @property
    def file(self):
        saved = BytesIO()
        self.document.save(saved)
        return saved.getvalue()

    @property
    def paragraphs(self):
        """All paragraphs, also those in tables."""
        body = self.document.element.body
        made = docx.text.paragraph.Paragraph
        return [made(one, self.document._body) for one in body.iter(f"{{{body.nsmap['w']}}}p")]

    def find(self, words):
        """The first paragraph that has `words` in it."""
        return next(one for one in self.paragraphs if words in one.text)

    def replace(self, old, new):
        """Write `new` over `old`, in its run."""
        run = next(run for run in self.find(old).runs if old in run.text)
        run.text = run.text.replace(old, new)

    def write_after(self, words, text, style=None):
        """Press Enter at the end of a paragraph and write; the new one is in no bookmark."""
        before = self.find(words)
        new = docx.oxml.parse_xml(docx.oxml.OxmlElement("w:p").xml)
        if style is None and before._p.pPr is not None:
            new.append(docx.oxml.parse_xml(before._p.pPr.xml))
        before._p.addnext(new)
        made = docx.text.paragraph.Paragraph(new, before._parent)
        if style:
            made.style = self.document.styles[style]
        made.add_run(text)
        return made

    @staticmethod
    def parsed(xml):
        """An element of a Word file."""
        return docx.oxml.parse_xml(xml)

    def delete(self, words):
        """Delete a whole paragraph, with its bookmark."""
        found = self.find(words)._p
        found.getparent().remove(found)


def compared(agreement, file):
    """What the program finds in a file that comes back."""
    returned = ReturnedFile.read("fil.docx", file, agreement)
    return differences(agreement, returned, Change.objects.all())


def take(agreement, file, by, *, only=None):
    """Take in what a file says, all of it or those that `only` chooses."""
    with change(by=by.actor, document=agreement.document, command=Command.TAKE_IN):
        found = compared(agreement, file)
        chosen = [one for one in found.proposals if only is None or only(one)]
        actions = [action for one in chosen for action in one.actions]
        take_in(agreement, actions, by=Author.of(by.access))
