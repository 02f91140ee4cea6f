"""What a PDF says about itself, the same on every run: metadata, identification, attachments.

PDF/A wants its own and foreign identification schemas inside one rdf:RDF, with a description of
every schema it does not know (ISO 19005-2 and -3, 6.6.2.3): here that of PDF/UA.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaid:part>{part}</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
   <pdfuaid:part>1</pdfuaid:part>
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{optional}   <xmp:CreateDate>{created}</xmp:CreateDate>
   <xmp:ModifyDate>{created}</xmp:ModifyDate>
   <xmp:MetadataDate>{created}</xmp:MetadataDate>
   <xmp:CreatorTool>Överens</xmp:CreatorTool>
   <pdf:Producer>{producer}</pdf:Producer>
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True)
class Attachment:
    """A file inside the PDF. `relationship` is one of PDF/A-3's: Source, Data, Supplement …"""

    name: str
    content: bytes
    description: str
    mime: str = "application/json"
    relationship: str = "Source"


@dataclass(frozen=True)
class About:
    """The document's own facts. `created` stands for every date in the file."""

    title: str
    language: str
    author: str
    keywords: Sequence[str]
    created: datetime


def describe(pdf: pikepdf.Pdf, about: About, *, part: int) -> None:
    """Write metadata and the identification as PDF/UA-1 and PDF/A-`part`a."""
    producer = str(pdf.docinfo.get("/Producer", ""))
    optional = ""
    if about.author:
        optional += f"   <dc:creator><rdf:Seq>{_item(about.author)}</rdf:Seq></dc:creator>\n"
    if about.keywords:
        items = "".join(_item(keyword) for keyword in about.keywords)
        optional += f"   <dc:subject><rdf:Bag>{items}</rdf:Bag></dc:subject>\n"
        joined = escape(", ".join(about.keywords))
        optional += f"   <pdf:Keywords>{joined}</pdf:Keywords>\n"
    xmp = _XMP.format(
        part=part,
        title=escape(about.title),
        language=escape(about.language),
        optional=optional,
        created=about.created.isoformat(timespec="seconds"),
        producer=escape(producer),
    )
    # Not compressed, so that any tool can read it.
    metadata = pdf.make_stream(xmp.encode())
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = metadata
    pdf.Root.Lang = String(about.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    info = {
        "/Title": about.title,
        "/Author": about.author,
        "/Keywords": ", ".join(about.keywords),
        "/Creator": "Överens",
        "/Producer": producer,
        "/CreationDate": pdf_date(about.created),
        "/ModDate": pdf_date(about.created),
    }
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary({key: String(value) for key, value in info.items() if value})
    )


def attach(pdf: pikepdf.Pdf, attachments: Sequence[Attachment], when: datetime) -> None:
    """Embed files as PDF/A-3 asks: named, described, typed, dated, related to the document."""
    names, associated = Array(), Array()
    for attachment in sorted(attachments, key=lambda attachment: attachment.name):
        stream = pdf.make_stream(attachment.content)
        stream.Type = Name.EmbeddedFile
        stream.Subtype = Name(f"/{attachment.mime}")
        checksum = hashlib.md5(attachment.content, usedforsecurity=False).digest()
        stream.Params = Dictionary(
            Size=len(attachment.content),
            CreationDate=String(pdf_date(when)),
            ModDate=String(pdf_date(when)),
            CheckSum=String(checksum),
        )
        specification = pdf.make_indirect(
            Dictionary(
                Type=Name.Filespec,
                F=String(attachment.name),
                UF=String(attachment.name),
                Desc=String(attachment.description),
                AFRelationship=Name(f"/{attachment.relationship}"),
                EF=Dictionary(F=stream, UF=stream),
            )
        )
        names.extend([String(attachment.name), specification])
        associated.append(specification)
    if "/Names" not in pdf.Root:
        pdf.Root.Names = Dictionary()
    pdf.Root.Names.EmbeddedFiles = pdf.make_indirect(Dictionary(Names=names))
    pdf.Root.AF = associated


def pdf_date(when: datetime) -> str:
    """Give a time with its zone as PDF writes it: D:20261124120000+01'00'."""
    zone = when.strftime("%z")
    return f"{when:D:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


def _item(text: str) -> str:
    return f"<rdf:li>{escape(text)}</rdf:li>"
