"""Nothing scrolls sideways, overlaps or is cut off, on any page, from a phone to a desk."""

from pathlib import Path

import pytest

from tests.browser.every_page import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LAYOUT = (Path(__file__).parent / "layout.js").read_text()
WIDTHS = (320, 390, 820, 1440)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_fits_every_window(enter, name):
    visitor = enter(name)
    found = []
    for width in WIDTHS:
        visitor.page.set_viewport_size({"width": width, "height": 844})
        found += [f"{width} px: {fault}" for fault in visitor.page.evaluate(LAYOUT)]

    assert found == []
