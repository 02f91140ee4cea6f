"""Agreements to print: so many lines, and what comes after them."""

from agreements import tree
from desk.printing.pdf import print_document
from tests.agreements.word.files import NOW, unsaved

SENTENCE = "Parterna ska tillsammans verka för att det blir tryggare här. "


def printed(*sections, is_example=False, kind="", **facts):
    agreement = unsaved()
    agreement.document.partnership.is_example = is_example
    content = tree.AgreementTree(**{"title": "Överenskommelse", "sections": sections} | facts)
    return print_document(content, top=agreement, kind=kind, dated=NOW)


def section(heading, *paragraphs):
    text = "".join(f"<p>{one}</p>" for one in paragraphs)
    return tree.Section(heading=heading, parts=(tree.TextPart(text=text),))


def filling(number):
    """A section that takes up `number` lines, heading and all not counted."""
    return section("Inledning", *("Rad." for _line in range(number)))
