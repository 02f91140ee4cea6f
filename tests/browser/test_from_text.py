"""From a pasted text to a finished draft, with and without JavaScript."""

import pytest

from tests.agreements.manuscript.invented import TEXT
from tests.browser.axe import faults
from tests.browser.places import AGREEMENTS, COORDINATOR

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

GOALS = ".found li"


def paragraph(page, words):
    """The paragraph that begins with `words`."""
    return page.locator(".paragraph", has_text=words)


def test_a_pasted_text_becomes_a_draft_in_a_few_presses(visit):
    karin = visit(COORDINATOR)
    page = karin.page
    karin.context.grant_permissions(["clipboard-read", "clipboard-write"])
    karin.go(AGREEMENTS)
    karin.press("main .lead a.ds-button")
    karin.press("main a[href$='/ny/text/']")
    page.evaluate("text => navigator.clipboard.writeText(text)", TEXT)
    page.focus("#id_text")
    page.keyboard.press("Control+V")
    karin.press("main form [type=submit]")

    assert page.input_value("#id_title") == "Samverkansöverenskommelse"
    assert page.locator(GOALS).count() == 2
    assert faults(page) == []
    with page.expect_response(lambda answer: answer.status == 204):
        page.fill("#id_title", "Med egna ord")
        page.keyboard.press("Tab")
    wrong = paragraph(page, "Fler som känner sig trygga").locator("select")
    wrong.focus()
    with karin.settled():
        wrong.select_option("text")
    # The facts follow at once; what was written by hand, and the focus, are where they were.
    assert page.locator(GOALS).count() == 1
    assert page.input_value("#id_title") == "Med egna ord"
    assert karin.focused() == wrong.get_attribute("id")

    # Ticks send nothing; with Shift all in between are ticked, and they change together.
    paragraph(page, "Vi börjar med").locator(".pick").click()
    paragraph(page, "Nattvandring").locator(".pick").click(modifiers=["Shift"])
    assert page.locator(".pick:checked").count() == 3
    with karin.settled():
        paragraph(page, "Belysning").locator("select").select_option("left_out")
    assert page.locator("[data-role=left_out]").count() == 3

    party = page.locator(".party-facts", has_text="Anna Berg")
    party.locator("summary").first.click()
    with page.expect_response(lambda answer: answer.status == 204):
        party.locator("[name$=registry_number]").fill("KS 2024/7")
        page.keyboard.press("Tab")
    page.reload()
    assert "KS 2024/7" in party.locator("summary").first.inner_text()

    karin.press("button[name=make]")
    sheet = page.locator(".sheet").inner_text()
    assert "Med egna ord" in sheet
    assert "KS 2024/7" in sheet
    assert page.locator(".goals .goal").count() == 1


def test_the_pass_works_without_javascript(visit):
    karin = visit(COORDINATOR, java_script_enabled=False)
    karin.go(f"{AGREEMENTS}ny/text/")
    karin.page.fill("#id_text", TEXT)
    karin.press("main form [type=submit]")
    paragraph(karin.page, "Belysning").locator("select").select_option("sub_goal")
    karin.press("noscript button")

    assert karin.page.locator(GOALS).count() == 4
    # Enter in a field keeps what is written and makes nothing.
    karin.page.fill("#id_title", "Med Enter")
    with karin.page.expect_navigation():
        karin.page.press("#id_title", "Enter")
    assert karin.page.input_value("#id_title") == "Med Enter"
    karin.press("button[name=make]")
    assert "Med Enter" in karin.page.locator(".sheet h1").inner_text()


def test_a_paste_that_is_too_large_stays_where_it_is_and_is_told(visit):
    page = visit(COORDINATOR).page
    page.goto(f"{AGREEMENTS}ny/text/")
    page.evaluate("document.getElementById('id_text').value = 'å'.repeat(3_500_000)")
    page.click("main form [type=submit]")

    assert page.locator("#too-large").is_visible()
    assert page.evaluate("document.getElementById('id_text').value.length") == 3_500_000
