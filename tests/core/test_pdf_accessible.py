"""The PDF follows PDF/UA-1 and PDF/A, level a, and can be read aloud in order."""

import subprocess
import sys

import pytest

from core.pdf import Attachment
from tests.core.pdf_sample import SHEET, sample
from tests.pdf_checks import families, problems, spoken

FILE = Attachment("överenskommelse.json", b'{"a":1}', "Utbytesfil")


@pytest.mark.parametrize("options", [{}, {"variant": "a3", "attachments": [FILE]}])
def test_no_checker_finds_a_problem(options, tmp_path):
    assert problems(sample(**options), tmp_path) == []


def test_the_text_is_read_in_order_without_headers_and_footers():
    blocks = spoken(sample())
    assert blocks[:4] == [
        "Luleå kommun",
        "[Figure: Luleå kommuns vapen]",
        "Samverkansöverenskommelse",
        "Citat ”så här” – é, fetstil och kursiv.",
    ]
    assert blocks[5] == (
        "Se Brottsförebyggande rådets webbplats, med en länk som är så lång att den går över två "
        "rader, tabellen och sidan."
    )
    assert blocks[6:16] == ["–", "Öka tryggheten", "–", "Nivå två", "Mer"] + [
        "–", "Minska brott", "1.", "Ett", "2.",
    ]  # fmt: skip
    assert blocks[-4:] == ["Luleå kommun", "Fredrik Hansson", "Polisen", "Petra Hinterthaler"]
    assert not any("Exempel" in block or "(2)" in block for block in blocks)


def test_a_table_that_goes_on_over_many_sheets_is_one_with_its_head_read_once(tmp_path):
    rows = "".join(f"<tr><td>Vandring {n}</td><td>mars</td></tr>" for n in range(1, 121))
    head = "<thead><tr><th>Vad</th><th>När</th></tr></thead>"
    other = f"<table>{head}<tbody><tr><td>Möte</td><td>maj</td></tr></tbody></table>"
    data = sample(f"<h1>Plan</h1><table>{head}<tbody>{rows}</tbody></table><p>Slut.</p>{other}")

    blocks = spoken(data)

    assert [one for one in blocks if one.startswith("Vandring")] == [
        f"Vandring {n}" for n in range(1, 121)
    ]
    assert blocks[1:3] == ["Vad", "När"]
    assert blocks.count("Vad") == 2  # once for each of the two
    assert blocks[-5:] == ["Slut.", "Vad", "När", "Möte", "maj"]
    assert problems(data, tmp_path) == []


def test_only_bundled_fonts_get_in_and_what_they_lack_is_written_as_its_code(tmp_path, caplog):
    data = sample("<p>Hej 👮🏽 漢 &#x200d;å, e\u0301, <code>x</code></p>")
    assert families(data) <= {"Source-Serif-4", "Source-Sans-3"}
    text = spoken(data)[0].replace("\u200d", "")
    assert text == "Hej [U+1F46E][U+1F3FD] [U+6F22] å, é, x"
    assert "U+1F46E" in caplog.text
    assert problems(data, tmp_path) == []


def test_the_same_content_gives_the_same_bytes_also_in_another_process():
    script = (
        "import hashlib; from tests.core.pdf_sample import sample;"
        "print(hashlib.sha256(sample()).hexdigest())"
    )
    hashes = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            check=True,
            text=True,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(hashes) == 1
    assert sample() == sample()


def test_a_marker_that_no_font_has_is_told_and_found_by_the_checks(tmp_path, caplog):
    sheet = f"{SHEET} ul ul {{ list-style-type: circle }}"
    data = sample(base_css=["/static/css/fonts.css", sheet])
    assert "The style sheet uses U+25E6" in caplog.text
    assert problems(data, tmp_path) != []
