"""PDF and exchange file by the pages: a draft says so, the locked text is what was stored."""

import subprocess
from io import BytesIO
from shutil import which

import pikepdf
import pytest
from django.db import connection

from agreements import signing
from agreements.models import Agreement
from desk import workflow
from desk.exchange.encoding import content_bytes
from desk.importing.making import import_files
from documents.models import Version
from documents.reading import read_tree
from tests.agreements.exchange_samples import HAND
from tests.desk import Desk, text_of
from tests.factories import PartnershipFactory, make_agreement, small_tree
from tests.pdf_checks import problems, spoken


@pytest.fixture
def desk(karin, client_for, pdf_once):
    """Karin with a draft whose PDFs are truly printed."""
    return Desk(client_for(karin), make_agreement(small_tree(), by=karin))


def words(response):
    return " ".join(spoken(response.content))


def seen(content, tmp_path):
    """What stands on the pages, also above and below the text, which nobody is read."""
    file = tmp_path / "seen.pdf"
    file.write_bytes(content)
    run = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True)
    return run.stdout.decode()


def attachment(content):
    with pikepdf.open(BytesIO(content)) as pdf:
        return pdf.attachments["overenskommelse.json"].get_file().read_bytes()


def imported_again(data):
    [again] = import_files([("a.json", data)], partnership=PartnershipFactory(), by=HAND)
    return again.top


def same_text(one, other):
    """Compare what is hashed, which has no keys."""
    return content_bytes(read_tree(one)) == content_bytes(read_tree(other))


def test_the_pdf_of_a_draft_says_so_and_the_same_draft_gives_the_same_bytes(desk):
    first, second = desk.get(desk.url("pdf")), desk.get(desk.url("pdf"))

    assert first["Content-Type"] == "application/pdf"
    assert "utkast" in first["Content-Disposition"]
    assert first.content == second.content
    with pikepdf.open(BytesIO(first.content)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Samverkansöverenskommelse"
    assert "Öka tryggheten." in words(first)


def test_the_pdf_of_the_locked_and_of_the_binding_text_is_what_was_stored(desk, karin):
    draft = desk.get(desk.url("pdf")).content
    workflow.lock(desk.agreement, by=karin.actor)
    proposal = Version.objects.get(number=1)
    assert desk.get(desk.url("pdf")).content == proposal.pdf.read() != draft

    signing.register_signed(desk.agreement, signed_on=None, signed_at="", by=karin.actor)
    binding = Version.objects.get(number=2)

    assert desk.get(desk.url("pdf")).content == binding.pdf.read()
    assert desk.get(desk.url("pdf") + "?variant=a3").content == binding.archive_pdf.read()
    assert desk.get(desk.url("version_pdf", 1)).content == proposal.pdf.read()
    assert desk.get(desk.url("version_pdf", 2)).content == binding.pdf.read()
    assert desk.get(desk.url("version_pdf", 3)).status_code == 404


@pytest.mark.skipif(not which("pdftotext"), reason="poppler-utils is not installed")
def test_every_page_of_a_draft_says_that_it_is_one_and_no_other_text_does(desk, karin, tmp_path):
    assert "Utkast – ej beslutat" in seen(desk.get(desk.url("pdf")).content, tmp_path)

    workflow.lock(desk.agreement, by=karin.actor)
    signing.register_signed(desk.agreement, signed_on=None, signed_at="", by=karin.actor)

    assert "tkast" not in seen(desk.get(desk.url("pdf")).content, tmp_path)


@pytest.mark.parametrize("variant", ["zzz", "", "%00", "A3"])
def test_a_variant_that_is_none_gives_the_ordinary_pdf(desk, variant):
    with pikepdf.open(BytesIO(desk.get(f"{desk.url('pdf')}?variant={variant}").content)) as pdf:
        assert not pdf.attachments


def test_the_archive_pdf_carries_the_exchange_file_which_can_be_imported_again(desk, karin):
    draft = desk.get(desk.url("pdf") + "?variant=a3").content
    assert same_text(imported_again(attachment(draft)), desk.agreement)

    workflow.lock(desk.agreement, by=karin.actor)
    stored = desk.get(desk.url("pdf") + "?variant=a3").content

    assert same_text(imported_again(attachment(stored)), desk.agreement)


def test_the_exchange_file_is_the_same_text_and_comes_as_a_file(desk):
    response = desk.get(desk.url("export"))

    assert response["Content-Disposition"].startswith("attachment")
    assert same_text(imported_again(response.content), desk.agreement)


@pytest.mark.parametrize("what", ["text", "pdf", "archive"])
def test_stored_bytes_that_were_changed_are_not_sent(desk, karin, what):
    version = workflow.lock(desk.agreement, by=karin.actor)
    if what == "text":
        changed = version.content.replace("Öka".encode(), b"Oka")
        with connection.cursor() as cursor:  # behind the back of the program
            cursor.execute("UPDATE documents_version SET content = %s", [changed])
        addresses = ["pdf", "detail", "export"]
    else:
        stored = version.pdf if what == "pdf" else version.archive_pdf
        stored.path.write_bytes(b"%PDF-1.7 something else")
        addresses = ["pdf"]
    for name in addresses:
        response = desk.get(desk.url(name) + ("?variant=a3" if what == "archive" else ""))
        assert response.status_code == 409, name
        assert "SHA" not in text_of(response)
        assert b"something else" not in response.content


@pytest.mark.parametrize("variant", ["ua", "a3"])
@pytest.mark.parametrize("locked", [False, True])
def test_the_pdfs_are_accessible(desk, karin, tmp_path, variant, locked):
    if locked:
        workflow.lock(desk.agreement, by=karin.actor)

    response = desk.get(f"{desk.url('pdf')}?variant={variant}")

    assert problems(response.content, tmp_path) == []


def test_attacks_in_the_text_are_printed_as_text(karin, client_for):
    evil = "<script>alert(1)</script><img src='file:///etc/passwd'> & <b>"
    made = make_agreement(small_tree(title=evil, subtitle=evil), by=karin)
    desk = Desk(client_for(karin), made)

    assert evil in words(desk.get(desk.url("pdf")))
    assert Agreement.objects.get().title == evil
