"""Text copied from a PDF: what the pages repeat goes, sentences become whole, nothing else goes."""

from intake.reading.upload import read_text
from tests.agreements.manuscript.word_files import outline

NOTE = "Sidnummer och rader som står på varje sida togs inte med."

PAGES = """Dnr KS 2024/455 Sida 1 (3)
Samverkansöverenskommelse

INLEDNING
Brott och otrygghet påverkar människors livskvalitet i hela vår kommun. Vi
arbetar därför tillsammans för att minska brotten och för att öka
Dnr KS 2024/455 Sida 2 (3)
Samverkansöverenskommelse
tryggheten, också i byarna.
UPPFÖLJNING
Arbetet följs upp i styrgruppen varje år.
Dnr KS 2024/455 Sida 3 (3)
Samverkansöverenskommelse
Ekeby 2024-05-03
"""


def test_running_heads_and_page_numbers_go_and_stand_once_where_they_say_something():
    reading = read_text(PAGES)
    assert outline(reading.paragraphs) == [
        "Dnr KS 2024/455",
        "Samverkansöverenskommelse",
        "INLEDNING",
        "Brott och otrygghet påverkar människors livskvalitet i hela vår kommun. Vi arbetar därför "
        "tillsammans för att minska brotten och för att öka tryggheten, också i byarna.",
        "UPPFÖLJNING",
        "Arbetet följs upp i styrgruppen varje år.",
        "Ekeby 2024-05-03",
    ]
    assert len(reading.notes) == 1


def test_numbers_alone_are_those_of_pages_only_when_pages_lie_between():
    page = "\n\n".join(f"Vi gör sak {n} i dag." for n in range(10, 30))
    reading = read_text(f"{page}\n\n1\n\n{page}\n\n2\n\n{page}\n\n3\n")
    assert not {"1", "2", "3"} & set(outline(reading.paragraphs))
    chapters = read_text("1\n\nFörord\n\nEn text.\n\n2\n\nMål\n\nEn text.\n\n3\n\nSlut\n")
    assert {"1", "2", "3"} < set(outline(chapters.paragraphs))
    assert chapters.notes == []


def test_headings_that_are_repeated_stay():
    areas = "\n\n".join(f"Område {n}\n\nMål\n\nVi gör mer i område {n}." for n in range(1, 5))
    assert outline(read_text(areas).paragraphs).count("Mål") == 4


def test_hyphens_ligatures_and_hard_spaces_of_a_page_are_undone():
    assert outline(
        read_text(
            "Vi\u00a0ska tillsammans sä\ufb01kra ef\ufb02uvier, samt minska narkotika-\n"
            "användningen bland unga och stärka det brotts- och drogföre\u00ad\n"
            "byggande arbetet i hela kommunen."
        ).paragraphs
    ) == [
        "Vi ska tillsammans säfikra effluvier, samt minska narkotikaanvändningen bland unga och "
        "stärka det brotts- och drogförebyggande arbetet i hela kommunen."
    ]


def test_each_line_is_a_paragraph_where_no_sentence_was_broken():
    lines = [
        "Kommunen ansvarar för att det finns en samordnare för arbetet.",
        "Kommunen tar varje år fram en plan för det som ska göras sedan.",
        "Effektmål 1: Antalet bostadsinbrott i kommunen ska minska.",
    ]
    assert outline(read_text("\n".join(lines)).paragraphs) == lines


def test_heading_goes_with_its_table_of_contents():
    text = "Innehåll\n\n1. Mål ......... 2\n2. Slut ........ 3\n\n1. Mål\n\nVi vill mycket här."
    assert outline(read_text(text).paragraphs) == ["1. Mål", "Vi vill mycket här."]
