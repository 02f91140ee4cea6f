"""The parties' logos travel in the file."""

import base64
import hashlib
import json
from io import BytesIO

import pytest
from PIL import Image

from agreements.models import Agreement, Party
from desk.exchange.exporting import export_all, export_bytes, stored_content
from desk.importing.making import ImportRefused
from documents.files import logos
from documents.models import StoredFile
from tests.agreements.exchange_samples import exchange_file, imported


@pytest.fixture(autouse=True)
def _own_files(db, without_pdf, tmp_path, settings):
    settings.FILES_DIR = tmp_path


def picture(kind="PNG", size=(40, 20)):
    """The bytes of a picture."""
    content = BytesIO()
    Image.new("RGB", size, "navy").save(content, kind)
    return content.getvalue()


def logo(content, media_type="image/png", **more):
    """A logo as a file has it."""
    return {
        "sha256": hashlib.sha256(content).hexdigest(),
        "media_type": media_type,
        "alternative_text": "Ekeby kommuns vapen",
        "data": base64.b64encode(content).decode(),
        **more,
    }


def with_logos(*given, **agreement):
    """A file whose parties have these logos."""
    parties = [
        {"organisation": f"Part {place}", "kind": "other", "logo": one}
        for place, one in enumerate(given)
    ]
    return exchange_file(parties=parties, **agreement)


@pytest.mark.parametrize(("kind", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_picture_comes_in_and_goes_out(kind, media_type):
    content = picture(kind)
    given = logo(content, media_type)
    (one,) = imported(with_logos(given))
    stored = Party.objects.get().logo
    assert (stored.read(), stored.media_type) == (content, media_type)
    assert Party.objects.get().logo_alternative_text == "Ekeby kommuns vapen"
    exported = json.loads(export_bytes(one.top))
    assert exported["agreement"]["parties"][0]["logo"] == given


def test_picture_that_two_parties_share_is_carried_once():
    given = logo(picture())
    (one,) = imported(with_logos(given, given | {"alternative_text": "Samma bild"}))
    exported = json.loads(export_bytes(one.top))
    first, second = [party["logo"] for party in exported["agreement"]["parties"]]
    assert "data" in first
    assert "data" not in second
    imported(exported)
    assert StoredFile.objects.filter(media_type="image/png").count() == 1


def test_picture_that_two_agreements_of_a_file_have_comes_with_each():
    given = logo(picture())
    tops = [imported(with_logos(given, title=title))[0].top for title in ("Ett", "Två")]
    first, second = tops
    whole = json.loads(export_all(first.document.partnership, [first, second]))
    assert whole["agreements"][0]["parties"][0]["logo"] == given
    assert len(imported(whole)) == 2


def test_picture_is_not_in_the_hashed_bytes():
    (one,) = imported(with_logos(logo(picture()), signed=True))
    version = Agreement.objects.get(pk=one.top.pk).document.locked_version
    stored = json.loads(version.read())["parties"][0]["logo"]
    assert set(stored) == {"sha256", "media_type", "alternative_text"}
    assert stored_content(version).parties[0].logo.sha256 == stored["sha256"]


PNG = picture()
BAD = {
    "another digest": logo(PNG, sha256="0" * 64),
    "not base64": logo(PNG, data="åäö"),
    "another type": logo(PNG, "image/jpeg"),
    "no picture": logo(b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "a torn picture": logo(PNG[:-20]),
    "a picture of another kind": logo(picture("GIF")),
    "no bytes": logo(b""),
    "a type that is not allowed": logo(PNG, "image/svg+xml"),
    "no words": logo(PNG, alternative_text=" "),
    "too many words": logo(PNG, alternative_text="x" * 301),
    "too many pixels": logo(picture(size=(6_000, 5_000))),
    "too large": logo(PNG + b"\0" * logos.MAX_BYTES),
}


@pytest.mark.parametrize("given", BAD.values(), ids=BAD)
def test_logo_that_is_not_what_it_says_is_refused(given):
    with pytest.raises(ImportRefused) as caught:
        imported(with_logos(logo(PNG), given))
    assert caught.value.errors[0].path.startswith("$.agreement.parties[1].logo")
    assert not Agreement.objects.exists()


def test_picture_that_is_only_named_is_refused_also_when_the_server_has_it():
    """A digest alone would let a file show what its sender may not see."""
    imported(with_logos(logo(PNG)))
    named = {name: value for name, value in logo(PNG).items() if name != "data"}
    with pytest.raises(ImportRefused) as caught:
        imported(with_logos(named))
    assert caught.value.errors[0].path == "$.agreement.parties[0].logo"
