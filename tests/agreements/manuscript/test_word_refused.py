"""What is no Word file, or would take more than it gives, is refused with one sentence."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError

from core import xml_package
from intake.reading import limits
from intake.reading.upload import read_upload, validate_size
from intake.reading.word_guard import MAX_BYTES
from tests.agreements.manuscript.word_files import SPACES, paragraph, word_file, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
GOOD = word_file(paragraph("Ord"))
LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
OPEN_TABLE, CLOSED_TABLE = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"


def refusal(content):
    """The one sentence with which `content` is refused."""
    with pytest.raises(ValidationError) as refused:
        read_upload("Överenskommelse.docx", content)
    (sentence,) = refused.value.messages
    assert sentence.endswith(".")
    return sentence


def laughing(encoding):
    """A file whose XML declares entities."""
    text = f"{LAUGHS}<w:document {SPACES}><w:body>&b;</w:body></w:document>"
    return word_file(document=text.encode(encoding))


def encrypted_zip():
    """A zip file whose document is said to be encrypted."""
    content = bytearray(GOOD)
    at = content.rindex(b"PK\x01\x02", 0, content.rindex(b"word/document.xml"))
    content[at + 8] |= 1
    return bytes(content)


def understated():
    """A file that says that its document is smaller than it is."""
    content = bytearray(word_file(paragraph("Ord " * 5000)))
    at = content.rindex(b"PK\x01\x02", 0, content.rindex(b"word/document.xml"))
    content[at + 24 : at + 28] = (100).to_bytes(4, "little")
    return bytes(content)


def badly_packed():
    """A file packed as few are (LZMA), whose packed bytes are no such thing."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as package:
        for name in zipfile.ZipFile(io.BytesIO(GOOD)).namelist():
            package.writestr(name, zipfile.ZipFile(io.BytesIO(GOOD)).read(name))
    content = bytearray(made.getvalue())
    at = content.index(b"word/document.xml") + len(b"word/document.xml")
    content[at + 20 : at + 60] = b"\xff" * 40
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (OLE, "Words gamla format (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "skyddad med lösenord"),
        (encrypted_zip(), "skyddad med lösenord"),
        (b"%PDF-1.7 \xff\x00", "är en PDF"),
        (b"{\\rtf1\\ansi", "RTF-format"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "(.odt)"),
        (zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "Excel-fil"),
        (zipped({"bild.png": ""}), "ingen Word-fil"),
        (b"\x89PNG\r\n\x1a\n\x00", "är en bild"),
        (bytes(100), "varken en Word-fil eller en textfil"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>', "XML"),
        (b"", "ingen text"),
        (word_file(paragraph("")), "ingen text"),
        (GOOD[:-30], "skadad eller avklippt"),
        (GOOD[: len(GOOD) // 2], "skadad eller avklippt"),
        (word_file(document="<w:document"), "skadad eller avklippt"),
        (word_file(document="<p/>"), "skadad eller avklippt"),
        (understated(), "skadad eller avklippt"),
        (badly_packed(), "skadad eller avklippt"),
        (laughing("utf-8"), "inte byggd som Word bygger"),
        (laughing("utf-16"), "inte byggd som Word bygger"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(content, words):
    assert words in refusal(content)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (f"{OPEN_TABLE * 300}{CLOSED_TABLE * 300}", "inte byggd som Word bygger"),
        ("<w:p/>" * 5000, "långt mer än en överenskommelse"),
        (paragraph("Ord") * 51, "för många stycken"),
        (f"<w:p><w:r>{'<w:t>Ord</w:t><w:br/>' * 51}</w:r></w:p>", "för många stycken"),
        (paragraph("Ord " * 200) * 3, "för lång för att vara en överenskommelse"),
        (paragraph("Ord " * 230), "Ett enda stycke"),
    ],
    ids=["depth", "elements", "paragraphs", "line breaks", "characters", "one paragraph"],
)
def test_a_file_with_more_than_any_agreement_is_refused_with_a_sentence(body, words, monkeypatch):
    monkeypatch.setattr(xml_package, "MAX_TAGS", 4000)
    monkeypatch.setattr(limits, "MAX_PARAGRAPHS", 50)
    monkeypatch.setattr(limits, "MAX_CHARACTERS", 1000)
    monkeypatch.setattr(limits, "MAX_IN_PARAGRAPH", 900)

    assert words in refusal(word_file(body))


def test_parts_that_are_too_much_together_are_refused(monkeypatch):
    package = xml_package.XmlPackage(GOOD)
    whole = len(package.read("word/document.xml"))
    monkeypatch.setattr(xml_package, "MAX_ALL", whole * 2 + 1)
    again = xml_package.XmlPackage(GOOD)

    again.read("word/document.xml")
    again.read("word/document.xml")
    with pytest.raises(xml_package.PackageError, match="too_large"):
        again.read("word/document.xml")


def test_a_large_file_is_refused_by_its_size_before_it_is_read():
    validate_size(MAX_BYTES)

    with pytest.raises(ValidationError, match="för stor: 200 MB. Högst 20 MB"):
        validate_size(200 * 1024 * 1024)


def test_a_part_that_is_not_the_text_is_never_unpacked():
    made = io.BytesIO(GOOD)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/bild.bmp", bytes(60_000_000))

    reading = read_upload("Överenskommelse.docx", made.getvalue())

    assert [one.text for one in reading.paragraphs] == ["Ord"]


def test_tables_inside_one_another_are_read_as_deep_as_word_makes_them():
    tables = f"{OPEN_TABLE * 80}{paragraph('innerst')}{CLOSED_TABLE * 80}"

    reading = read_upload("Överenskommelse.docx", word_file(tables))

    assert [one.text for one in reading.paragraphs] == ["innerst"]
