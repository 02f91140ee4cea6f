"""A small Swedish document with everything that a PDF must carry, for the tests beside it."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from PIL import Image

from core.pdf import render

STATIC = Path(__file__).parents[2] / "static"

SHEET = """
@page { size: A4; margin: 25mm 20mm 25mm 35mm;
  @top-center { content: "Exempel – ej undertecknad handling"; font: 8pt "Source Sans 3" }
  @bottom-left { content: "Överens · förslag 24 november"; font: 8pt "Source Sans 3" }
  @bottom-right { content: counter(page) " (" counter(pages) ")"; border-top: 1px solid } }
html { font: 10.5pt/1.5 "Source Serif 4"; hyphens: auto }
h1, h2, h3, th, strong { font-weight: 600 }
ul.dash { list-style-type: "– " }
td { border: 0.5pt solid #999; background: #f4f5f3 }
.sign { display: flex; gap: 10mm; break-before: page }
.sign div { flex: 1 }
.line { border-top: 1pt solid; margin-top: 12mm }
"""

BODY = """
<p>Luleå kommun</p><img src="/filer/logo" alt="Luleå kommuns vapen"><img src="/filer/logo" alt="">
<h1>Samverkansöverenskommelse</h1>
<p>Citat ”så här” – é, <strong>fetstil</strong> och <em>kursiv</em>.</p>
<h2>Mål</h2>
<p>Se <a href="https://bra.se/å?a=1&amp;b=2">Brottsförebyggande rådets webbplats, med en länk som
är så lång att den går över två rader</a>, <a href="#tabell">tabellen</a> och
<a href="/sida/">sidan</a>.</p>
<ul class="dash"><li><p>Öka tryggheten</p><ul><li><p>Nivå två</p></li></ul><p>Mer</p></li>
<li><p>Minska brott</p></li></ul>
<ol><li><p>Ett</p></li><li><p>Två</p></li></ol>
<h3>Tabell</h3>
<table id="tabell"><caption>Aktiviteter</caption>
<thead><tr><th>Vad</th><th>När</th><th>Vem</th></tr></thead>
<tbody><tr><th>Vandring</th><td>mars</td><td>Per</td></tr>
<tr><th>Möte</th><td>april</td><td>Karin</td></tr>
<tr><th>Uppföljning</th><td>maj</td><td>Stina</td></tr></tbody></table>
<svg width="40" height="20"><title>Anmälda brott per månad</title>
<rect width="20" height="10"/></svg>
<p>Denna överenskommelse har upprättats i två exemplar.</p>
<div class="sign"><div><h2>Luleå kommun</h2><p class="line">Fredrik Hansson</p></div>
<div><h2>Polisen</h2><p class="line">Petra Hinterthaler</p></div></div>
"""


def logo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 40), "#0b5a6b").save(out, "PNG")
    return out.getvalue()


def sample(body: str = BODY, **changes) -> bytes:
    options = {
        "base_css": ["/static/css/fonts.css", SHEET],
        "title": "Överenskommelse – prov",
        "language": "sv",
        "author": "Luleå kommun",
        "keywords": ["trygghet", "råd & stöd"],
        "created": datetime(2026, 11, 24, 12, 0, tzinfo=UTC),
        "fetch": {"/static/": STATIC, "/filer/": {"logo": logo()}.get},
    }
    return render(f"<!doctype html><body>{body}</body>", **options | changes)
