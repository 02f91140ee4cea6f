"""A day's work in the table of a plan: keys, paste, a colleague at the same time, a phone."""

import pytest

from tests.browser.axe import faults
from tests.browser.places import COORDINATOR, LULEA

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PASTE = """(text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  document.activeElement.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
  );
}"""
#: What the clipboard would hold after Ctrl+C.
COPY = """() => {
  const data = new DataTransfer();
  document.activeElement.dispatchEvent(
    new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }),
  );
  return [data.getData("text/plain"), data.getData("text/html")];
}"""
SHEET = (
    "Åtgärd\tAnsvarig\tOmråde\tFokusområde\r\n"
    '"Vandra\noch prata"\tPolisen: leder\tPorsön\tTrygga torg\r\n'
    "Byt lamporna\tLuleå kommun, Gator\tPorsön\tTrygga torg\r\n"
    "Öppna hallen\tFritid\tÖrnäset\tUngas fritid\r\n"
)


def begun(visit, title, *, sheet=SHEET, **options):
    """Return someone in front of the table of a new plan into which a sheet has been pasted."""
    karin = visit(COORDINATOR, **options)
    karin.go(f"/{LULEA}/planer/ny/")
    karin.page.fill("[name=title]", title)
    karin.press("main button[type=submit]")
    karin.press("a[href$='/tabell/']")
    karin.page.locator("#grid [tabindex='0']").focus()
    karin.page.evaluate(PASTE, sheet)
    karin.page.click("dialog button[value=paste]")
    karin.page.wait_for_selector("tr[data-key]")
    return karin


def column(page, number):
    """What the cells of a column say, from top to bottom."""
    return page.locator(f"tr[data-key] > :nth-child({number + 1})").all_text_contents()


def told(page, words):
    """Wait until the status line says `words`."""
    page.locator("#told", has_text=words).wait_for()


def at(page):
    """Where the focus is: the text of its cell."""
    return page.evaluate("document.activeElement.closest('td, th')?.innerText.trim()")


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def test_one_works_in_it_by_keyboard(visit):
    page = begun(visit, "Med tangenter").page
    assert column(page, 1) == ["Vandra\noch prata", "Byt lamporna", "Öppna hallen"]
    assert at(page).startswith("Vandra")

    press(page, "ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown")
    assert at(page) == "Porsön"
    page.keyboard.type("Centrum")  # the first letter is not lost
    press(page, "Enter")
    told(page, "Sparat")
    assert column(page, 4) == ["Porsön", "Centrum", "Örnäset"]

    # Rows under the next heading go on from those above it.
    assert page.evaluate("document.activeElement.closest('tr').className") == "new"
    press(page, "ArrowUp", "F2")
    page.keyboard.type(" norra")
    press(page, "Escape")
    assert at(page) == "Centrum"

    press(page, "ArrowUp", "Shift+ArrowDown", "Control+d")
    told(page, "Sparat")
    assert column(page, 4)[:2] == ["Porsön", "Porsön"]
    assert page.evaluate(COPY) == [
        "Porsön\nPorsön",
        '<table border="1"><tr><td>Porsön</td></tr><tr><td>Porsön</td></tr></table>',
    ]
    press(page, "Delete")
    page.wait_for_function("!document.querySelector('#grid').innerText.includes('Porsön')")
    press(page, "Control+z")
    told(page, "Ångrat")
    assert column(page, 4)[:2] == ["Porsön", "Porsön"]

    press(page, "Control+Enter")
    page.keyboard.type("Ny")
    press(page, "Tab")
    page.keyboard.type("Polisen")
    press(page, "Alt+Enter")
    page.keyboard.type("Skolan medverkar")
    press(page, "Enter")
    page.keyboard.type("Hann inte")  # in the column of who does it: kept until the row has words
    press(page, "Escape")
    page.locator("tr[data-key] > :nth-child(2)", has_text="Ny").wait_for()
    page.locator("td", has_text="Skolan medverkar").wait_for()
    told(page, "Sparat")

    press(page, "Tab")
    assert at(page) is None


def test_two_in_one_table_lose_nothing(visit):
    karin = begun(visit, "Två samtidigt")
    other = visit(COORDINATOR)
    other.go(karin.page.url)
    here, there = karin.page, other.page
    area = "tr[data-key] > :nth-child(5)"

    here.locator(area).first.click()
    here.keyboard.type("Centrum")
    there.locator(area).first.click()
    there.keyboard.type("Hertsön")
    there.keyboard.press("Enter")
    told(there, "Sparat")
    here.keyboard.press("Enter")

    told(here, "Välj mellan texterna")
    cell = here.locator(area).first
    assert "Hertsön" in cell.inner_text()
    assert "Centrum" in cell.inner_text()
    assert faults(here) == []
    here.click("[data-keep=mine]")
    told(here, "Sparat")
    # What a colleague has saved comes by itself.
    there.locator(area, has_text="Centrum").wait_for(timeout=12_000)


def test_it_has_no_faults_and_is_cards_on_a_phone(visit):
    karin = begun(visit, "På en telefon")
    page = karin.page
    assert faults(page) == []
    page.click("summary:has-text('Kolumner')")
    assert faults(page) == []

    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(page.url.split("?")[0])
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert faults(page) == []
    with page.expect_navigation():
        page.locator("tr[data-key]", has_text="Byt lamporna").click()
    assert page.locator("h1").inner_text() == "Byt lamporna"


def test_how_it_goes_is_written_in_cells_also_while_the_text_is_locked(visit):
    karin = begun(visit, "Plan som följs upp")
    page = karin.page
    table = page.url.partition("?")[0]
    karin.go(f"{table.replace('tabell', 'las')}")
    karin.press("main form button[type=submit]")
    karin.go(f"{table}?kolumn=text&kolumn=status&kolumn=outcome&kolumn=deviation")
    statuses = page.locator("tr[data-key] > [data-said=Status]")

    statuses.first.click()
    press(page, "Enter", "p", "Enter")
    told(page, "Rapporterat.")
    statuses.first.click()
    press(page, "Shift+ArrowDown", "Control+d")
    page.locator("[data-said=Status] .tag.going").nth(1).wait_for()
    press(page, "Control+z")
    told(page, "En rapport ångras inte")

    statuses.nth(1).click()
    page.evaluate(PASTE, "klar\r\nnästan klar\r\n")
    page.locator("dialog select").select_option("partly_done")
    page.click("dialog button[value=paste]")
    told(page, "Rapporterat.")
    assert statuses.all_inner_texts() == ["Pågår", "Genomförd", "Delvis genomförd"]
    assert statuses.first.get_attribute("title").startswith("Samordnaren, Luleå kommun, ")
    assert faults(page) == []

    page.locator("tr[data-key] > th").first.click()
    press(page, "x")
    told(page, "I texten går det inte att skriva nu")
    page.locator("tr[data-key] > [data-said=Utfall]").first.click()
    press(page, "Enter")
    page.wait_for_url("**/uppfoljning/**")
