"""Word out and in, against python-docx opening the same file."""

from io import BytesIO

from docx import Document

from agreements.manuscript.building import build
from agreements.manuscript.recognition.proposing import propose
from agreements.models import Agreement
from bench.timing import Task
from desk.word.returning import ReturnedFile, differences
from desk.word.writing import write_word
from documents.models import Change
from documents.reading import read_tree
from intake.reading.word import read_word


class WordFile:
    """One agreement as a Word file."""

    def __init__(self, agreement: Agreement) -> None:
        self.agreement = agreement
        self.changes = Change.objects.of(agreement.document)
        self.content = self.write()

    def write(self) -> bytes:
        """Read the rows and write the file."""
        last = self.changes[0]
        return write_word(
            read_tree(self.agreement),
            top=self.agreement,
            kind="",
            dated=last.at,
            change=last,
        ).file

    def take_in(self) -> None:
        """Read the file back and hold it against the agreement; it says nothing else."""
        returned = ReturnedFile.read("a.docx", self.content, self.agreement)
        found = differences(self.agreement, returned, self.changes)
        if found.proposals:
            raise RuntimeError("An unchanged file is said to differ.")

    def recognise(self) -> None:
        """Read the file as one that nobody knows, recognise its parts and build the agreement."""
        paragraphs = read_word(self.content).paragraphs
        build(paragraphs, propose(paragraphs))

    def open(self) -> None:
        """Open the file and read every paragraph, with python-docx."""
        for paragraph in Document(BytesIO(self.content)).paragraphs:
            paragraph.text  # noqa: B018 -- reading it is the work

    def tasks(self) -> tuple[Task, list[Task]]:
        """Return the measure and what is held against it."""
        return Task("python-docx reads the file", self.open), [
            Task("Word out", self.write),
            Task("Word back, unchanged", self.take_in),
            Task("Word in as a new text, recognised", self.recognise),
        ]
