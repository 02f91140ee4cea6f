"""Days and periods as Swedish texts write them."""

from datetime import date

import pytest

from core.intervals import Interval
from intake.recognition.dates import first_day, leading_period, period
from intake.recognition.intervals import intervals

NEW_YEAR, LAST = date(2024, 1, 1), date(2027, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        "från den 1 januari 2024 till den 31 december 2027",
        "för åren 2024–2027",
        "2024-2027",
        "2024-01-01--2027-12-31".replace("--", " – "),
        "fr.o.m. 2024-01-01 t.o.m. 2027-12-31",
        "från och med 1/1 2024 till och med 31/12 2027",
        "mellan den 1 jan 2024 och den 31 dec 2027",
        "1.1.2024–31.12.2027",
        "från januari 2024 till och med december 2027",
        "träder i kraft 1 januari 2024 och gäller till och med 2027",
        "under 2024, 2025, 2026 samt 2027",
        "2024–27",
        "fr o m 1:a januari 2024 t o m sista december 2027",
        "f. o. m. 1:e jan 2024 tom den 31:a dec 2027",
        "från den 1 januari 2024 till utgången av år 2027",
        "från den 1 januari 2024 och upphör att gälla den sista dagen i december 2027",
        "1/1 2024-31/12 2027",
        "1/1-24–31/12-27",
        "240101–271231",
        "fr. o. m. 240101 t. o. m. 271231",
        "från 2024-01-01 och löper som längst till 2027-12-31",
        "2024-01-01--2027-12-31",
    ],
)
def test_period_has_its_first_and_last_day(text):
    said = period(f"Överenskommelsen gäller {text}.")
    assert (said.first, said.last) == (NEW_YEAR, LAST)


def test_one_end_can_be_open_and_a_year_is_whole():
    assert period("gäller t.o.m. 2027-12-31").first is None
    assert period("gäller från den 1 januari 2024 och tills vidare").last is None
    assert period("under 2024").last == date(2024, 12, 31)
    assert period("1 januari–31 december 2027").first == date(2027, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "A812.968/2016",
        "KS-2016/00123",
        "Lag (2023:196)",
        "den 31 februari 2024",
        "2027–2024",
        "2024, 2026 och 2027",
        "2024-11",
        "2027–24",
        "20241301",
        "240101",
        "556012-4321",
        "120240101",
    ],
)
def test_what_is_no_period_is_none(text):
    assert period(text) is None


def test_a_period_is_told_from_what_the_sentence_goes_on_to_name():
    said = leading_period("gäller 2024–2027 och ska följas upp under 2026")
    assert (said.first, said.last) == (NEW_YEAR, LAST)
    assert leading_period("gäller 2024–2025 och 2026–2027") is None
    assert leading_period("gäller 2024–2027, 2029") is None


def test_first_whole_day_is_found():
    assert first_day("Ekeby den 8:e november 2016") == date(2016, 11, 8)
    assert first_day("november 2016") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("minst vartannat år", [(2, "year")]),
        ("årligen, i en årlig plan", [(1, "year")]),
        ("två gånger per år", [(6, "month")]),
        ("minst fyra ggr/år", [(1, "quarter")]),
        ("en gång i månaden", [(1, "month")]),
        ("vart tredje år", [(3, "year")]),
        ("vecko-, månads- och kvartalsvis", [(1, "week"), (1, "month"), (1, "quarter")]),
        ("fem gånger per år", []),
    ],
)
def test_interval_is_read_or_left_alone(text, found):
    assert intervals(text) == [Interval(*one) for one in found]
