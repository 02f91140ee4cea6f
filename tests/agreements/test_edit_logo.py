"""The logo of a party: pictures only, with a text for those who cannot see them."""

import struct
import zlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from documents.files.logos import MAX_BYTES
from documents.models import StoredFile
from tests.desk import errors, fields, page


def picture(kind="PNG", size=(8, 8)):
    file = BytesIO()
    Image.new("RGB", size, (10, 20, 30)).save(file, kind)
    return file.getvalue()


def bomb():
    """A PNG of a few bytes that says it is 30,000 × 30,000 pixels."""
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def upload(desk, content, name="vapen.png", media_type="image/png", **changed):
    url = desk.at("edit", desk.row("party"))
    file = SimpleUploadedFile(name, content, media_type)
    sent = fields(desk.get(url)) | {"logo_file": file, "logo_alternative_text": "Vapen"} | changed
    return desk.post(url, sent)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_stored_shown_and_sent_as_what_it_is(desk, kind):
    content = picture(kind)

    assert upload(desk, content, name="../../etc/vapen.svg").status_code == 302

    logo = desk.row("party").logo
    shown = page(desk.get(desk.url("detail"))).xpath("//header//img[@alt='Vapen']/@src")
    assert shown == [desk.url("logo", logo.sha256)]
    sent = desk.get(shown[0])
    assert sent.content == content
    assert sent["Content-Type"] == f"image/{kind.lower()}"
    assert sent["X-Content-Type-Options"] == "nosniff"


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
NO_PICTURES = {
    "svg": SVG,
    "svg with the wrong name": SVG,
    "html": b"<!doctype html><script>alert(1)</script>",
    "gif": picture("GIF"),
    "bmp": picture("BMP"),
    "pdf": b"%PDF-1.7\n%%EOF",
    "truncated": picture(size=(60, 60))[:60],
    "signature alone": b"\x89PNG\r\n\x1a\n",
    "bomb": bomb(),
    "too many pixels": picture(size=(5001, 5000)),
    "too large a file": picture() + b"\0" * MAX_BYTES,
    "empty": b"",
}


@pytest.mark.parametrize("content", NO_PICTURES.values(), ids=NO_PICTURES)
def test_what_is_no_such_picture_is_refused_with_a_sentence_and_not_stored(desk, content):
    response = upload(desk, content, registry_number="KS 2024/99")

    assert response.status_code == 422
    assert errors(response)["logo_file"]
    assert fields(response)["registry_number"] == "KS 2024/99"
    assert not StoredFile.objects.exists()
    assert desk.row("party").logo is None


def test_a_truncated_jpeg_is_refused(desk):
    assert upload(desk, picture("JPEG", (200, 200))[:300]).status_code == 422


def test_a_logo_without_a_text_is_refused_at_the_text(desk):
    response = upload(desk, picture(), logo_alternative_text=" ")

    assert response.status_code == 422
    assert list(errors(response)) == ["logo_alternative_text"]
    assert desk.row("party").logo is None


def test_a_form_sent_without_a_file_keeps_the_logo(desk):
    upload(desk, picture())
    logo = desk.row("party").logo

    desk.fill_in(desk.at("edit", desk.row("party")), display_name="Kommunen", logo_file="")

    assert (desk.row("party").logo, desk.row("party").display_name) == (logo, "Kommunen")


def test_a_text_in_the_place_of_a_file_is_no_file(desk):
    desk.fill_in(desk.at("edit", desk.row("party")), logo_file="vapen.png", display_name="X")

    assert desk.row("party").logo is None


def test_a_logo_is_replaced_and_removed_and_the_earlier_document_still_has_it(desk):
    upload(desk, picture())
    first, change = desk.row("party").logo, desk.changes()[0]
    upload(desk, picture(size=(9, 9)))
    assert desk.row("party").logo != first

    desk.fill_in(desk.at("edit", desk.row("party")), remove_logo="on")

    assert desk.row("party").logo is None
    assert desk.url("logo", first.sha256) in desk.get(desk.url("as_of", change.pk)).content.decode()
    assert desk.get(desk.url("logo", first.sha256)).status_code == 200


@pytest.mark.parametrize("sha256", ["0" * 64, "x", "-"])
def test_a_logo_that_never_was_is_not_there(desk, sha256):
    assert desk.get(desk.url("logo", sha256)).status_code == 404
