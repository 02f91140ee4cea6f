"""What a PDF says about itself, carries with it and refuses to fetch."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest

from core.pdf import Attachment
from core.pdf_fetch import LocalFetcher
from tests.core.pdf_sample import STATIC, logo, sample
from tests.pdf_checks import metadata

FILE = Attachment("överenskommelse.json", b'{"a":1}', "Utbytesfil")


def opened(data):
    return pikepdf.open(BytesIO(data))


def test_metadata_name_the_document_and_every_date_is_the_given_one():
    pdf = opened(sample())
    facts = metadata(pdf)
    assert facts["dc:title"] == "Överenskommelse – prov"
    assert facts["dc:creator"] == "Luleå kommun"
    assert facts["pdf:Keywords"] == "trygghet, råd & stöd"
    assert facts["dc:language"] == str(pdf.Root.Lang) == "sv"
    for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
        assert facts[name] == "2026-11-24T12:00:00+00:00"
    assert str(pdf.docinfo.CreationDate) == "D:20261124120000+00'00'"
    assert (facts["pdfaid:part"], facts["pdfuaid:part"]) == ("2", "1")


def test_the_archive_variant_carries_its_files_and_says_what_they_are():
    pdf = opened(sample(variant="a3", attachments=[FILE]))
    assert metadata(pdf)["pdfaid:part"] == "3"
    (specification,) = pdf.Root.AF
    assert specification.AFRelationship == "/Source"
    assert str(specification.UF) == "överenskommelse.json"
    assert str(specification.Desc) == "Utbytesfil"
    stream = specification.EF.F
    assert stream.read_bytes() == b'{"a":1}'
    assert stream.Subtype == "/application/json"
    assert str(stream.Params.ModDate) == "D:20261124120000+00'00'"
    assert pdf.Root.Names.EmbeddedFiles.Names[1].objgen == specification.objgen


def test_links_say_what_they_lead_to_and_addresses_of_the_site_become_text():
    pdf = opened(sample())
    annotations = [a for page in pdf.pages for a in page.obj.get("/Annots", [])]
    assert {str(a.A.URI) for a in annotations if "/A" in a} == {"https://bra.se/%C3%A5?a=1&b=2"}
    texts = {str(a.Contents) for a in annotations}
    assert "tabellen" in texts
    assert any(text.startswith("Brottsförebyggande rådets webbplats") for text in texts)
    assert "sidan" not in texts


@pytest.mark.parametrize(
    "source",
    ["file:///etc/hostname", "http://127.0.0.1:9/x.png", "data:image/png;base64,AAAA"]
    + ["/static/../manage.py", "/static/%2e%2e/manage.py", "/filer/annan", "//evil.example/x.png"],
)
def test_nothing_else_is_fetched_and_the_document_is_made_all_the_same(source, caplog):
    data = sample(f"<h1>A</h1><p>Text</p><img src='{source}' alt='Vapen'>")
    assert len(opened(data).pages) == 1
    with pytest.raises(ValueError, match="resource"):
        LocalFetcher({"/static/": STATIC, "/filer/": {"logo": logo()}.get}).fetch(
            source if ":" in source else f"https://local.invalid{source}"
        )


@pytest.mark.parametrize(
    "changes",
    [
        {"created": datetime(2026, 11, 24)},
        {"title": ""},
        {"language": ""},
        {"variant": "x1"},
        {"attachments": [FILE]},
    ],
)
def test_what_would_break_the_standards_is_refused(changes):
    with pytest.raises(ValueError, match="."):
        sample(**{"created": datetime(2026, 1, 1, tzinfo=UTC)} | changes)
