"""Pasting from Word and its kin: what they mean is kept, their trimmings are not."""

import pytest

from core.richtext import normalise
from tests.browser.places import COORDINATOR, EDITOR, FORM, SAVE, TEXT
from tests.clipboards import PROGRAMS, nested

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PASTE = """([selector, html]) => {
  const surface = document.querySelector(selector);
  const data = new DataTransfer();
  data.setData("text/html", html);
  surface.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
}"""


def test_a_paste_from_another_program_keeps_what_it_means_and_nothing_else(visit):
    karin = visit(COORDINATOR)
    karin.start_draft()
    karin.open_form(TEXT)

    for program, (html, meant) in PROGRAMS.items():
        assert _pasted(karin.page, html) == meant, program

    assert _pasted(karin.page, nested(5000)) == "<p><strong>Ord</strong></p>"
    with karin.settled():
        karin.page.click(f"{FORM} {SAVE}")
    assert karin.page.locator(f"{TEXT} strong", has_text="Ord").count() == 1


def _pasted(page, html):
    """Give what stands in the empty editor after `html` was pasted, as it will be kept."""
    page.locator(EDITOR).focus()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.evaluate(PASTE, [EDITOR, html])
    return normalise(page.locator(f"{FORM} textarea").input_value())
