"""The signed paper as a file: kept with the binding version, fetched again, recognised."""

from hashlib import sha256
from io import BytesIO

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from desk import workflow
from documents.models import AttachedFile
from tests.desk import Desk, errors, page, text_of


def scan(number=1):
    """A small whole PDF, another one for each number."""
    file = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(100 + number, 100))
        pdf.save(file, deterministic_id=True)
    return file.getvalue()


def upload(content=None, name="Påskrivet original.pdf"):
    return SimpleUploadedFile(name, content or scan(), content_type="text/html")


@pytest.fixture
def desk(signed, karin, client_for):
    """Karin with the signed agreement."""
    return Desk(client_for(karin), signed)


def test_the_file_comes_with_the_registration_and_is_bound_to_the_binding_version(
    draft, karin, client_for
):
    desk = Desk(client_for(karin), draft)
    workflow.lock(draft, by=karin.actor)
    asked = text_of(desk.get(desk.url("register_signed")))
    assert "Alla i samverkan ser den: Lokalpolisområde Luleå-Boden, Lulebo, Luleå kommun" in asked

    answer = desk.post(desk.url("register_signed"), {"signed_on": "", "paper": upload()})
    kept = AttachedFile.objects.get()

    assert answer.status_code == 302
    assert (kept.version.number, kept.version.is_binding) == (2, True)
    assert kept.change == kept.version.change
    assert kept.file.sha256 == sha256(scan()).hexdigest()


def test_everyone_who_sees_the_agreement_fetches_the_file_and_it_is_never_shown(
    desk, signed, ines, olof, client_for
):
    desk.post(desk.url("attach"), {"paper": upload()})
    kept = AttachedFile.objects.get()
    reader = Desk(client_for(ines), signed)
    shown = reader.get(reader.url("detail"))
    [address] = page(shown).xpath("//aside//a[contains(@href, '/filer/')]/@href")

    sent = reader.get(address)

    assert "Undertecknat original: Påskrivet original.pdf" in text_of(shown)
    assert kept.file.sha256 in text_of(shown)
    assert sent.content == scan()
    assert sent["Content-Type"] == "application/pdf"
    assert sent["Content-Disposition"].startswith("attachment")
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert client_for(olof).get(address).status_code == 404
    assert reader.get(desk.url("attached_file", "0" * 64)).status_code == 404


def test_the_same_file_twice_is_one(desk):
    for _time in range(2):
        desk.post(desk.url("attach"), {"paper": upload()})
    assert AttachedFile.objects.count() == 1

    desk.post(desk.url("attach"), {"paper": upload(scan(2), name="Polisens exemplar.pdf")})
    assert AttachedFile.objects.count() == 2


def test_a_bad_file_is_refused_with_a_sentence(desk):
    answer = desk.post(desk.url("attach"), {"paper": upload(b"<script>", name="original.pdf")})

    assert answer.status_code == 422
    assert "varken en PDF" in errors(answer)["paper"]
    assert "paper" in errors(desk.post(desk.url("attach"), {}))
    assert not AttachedFile.objects.exists()


@pytest.mark.parametrize("variant", ["pdf", "archive_pdf"])
def test_our_own_print_is_not_taken_for_the_paper_that_was_signed(desk, signed, variant):
    ours = getattr(signed.document.locked_version, variant).read()

    answer = desk.post(desk.url("attach"), {"paper": upload(ours, name="Inskannad.pdf")})

    assert answer.status_code == 422
    assert "programmets egen utskrift, utan underskrifter" in errors(answer)["paper"]
    assert not AttachedFile.objects.exists()


def test_a_file_of_ours_is_recognised_by_its_bytes_alone(desk, signed, karin, olof, client_for):
    desk.post(desk.url("attach"), {"paper": upload()})
    check = "/trygg-i-lulea/overenskommelser/kontrollera/"
    ours = signed.document.locked_version.pdf.read()

    def told(content):
        answer = desk.post(check, {"file": SimpleUploadedFile("x.pdf", content)})
        assert answer.status_code == 200
        return text_of(answer)

    assert "version 1 (Gällande lydelse) av Samverkansöverenskommelse 2024–2027" in told(ours)
    assert "”Påskrivet original.pdf” (Undertecknat original)" in told(scan())
    assert "”x.pdf” är inte känd här" in told(ours + b" ")
    assert desk.post(check, {}).status_code == 422
    other = client_for(olof)
    answer = other.post(check.replace("trygg-i-lulea", "umebra"), {"file": upload(ours)})
    assert "är inte känd här" in text_of(answer)


def test_the_print_that_was_signed_is_told_as_what_was_signed(draft, karin, client_for):
    desk = Desk(client_for(karin), draft)
    check = "/trygg-i-lulea/overenskommelser/kontrollera/"
    version = workflow.lock(draft, by=karin.actor)
    desk.post(desk.url("reopen"))
    desk.fill_in(desk.at("edit", desk.row("agreement")), title="En annan titel")
    signed_version = workflow.lock(draft, by=karin.actor)
    asked = text_of(desk.get(desk.url("register_signed")))
    desk.post(desk.url("register_signed"), {"signed_on": "", "signed_at": ""})

    def told(stored):
        upload = SimpleUploadedFile("x.pdf", stored.pdf.read())
        return text_of(desk.post(check, {"file": upload}))

    assert "Texten i version 2 blir gällande lydelse" in asked
    assert "Den sparas som en version för sig" in asked
    assert "Det är texten som undertecknades." in told(signed_version)
    assert "Det är inte den version som gäller nu" not in told(signed_version)
    assert "Det är inte den version som gäller nu" in told(version)
