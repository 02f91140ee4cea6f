"""Every page fits every window, from a phone to a desk, and axe finds no fault on it.

Nothing scrolls sideways, overlaps or is cut off; axe knows WCAG 2.2 AA and good practice.
"""

from pathlib import Path

import pytest

from tests.browser.axe import faults
from tests.browser.every_page import LONG_PAGES, PAGES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LAYOUT = (Path(__file__).parent / "layout.js").read_text()
WIDTHS = (1440, 820, 390, 320)
#: axe is slow, and what it judges differs between a desk and a phone alone.
WITH_AXE = (1440, 390)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_fits_every_window_and_is_accessible(enter, name):
    page = enter(name).page
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        found += [f"{width} px: {fault}" for fault in page.evaluate(LAYOUT)]
        found += faults(page) if width in WITH_AXE and name not in LONG_PAGES else []

    assert found == []


@pytest.mark.parametrize("name", ["sign in, refused", "overview", "draft", "history", "edit body"])
def test_the_main_pages_are_accessible_in_the_dark(enter, name):
    assert faults(enter(name, colours="dark").page) == []
