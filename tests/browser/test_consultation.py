"""Comments at the words they are about, and a wording that is proposed and accepted in place."""

from datetime import date, timedelta

import pytest

from tests.browser.places import COORDINATOR, EDITOR, GOAL, TEXT

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

FORM, SEND = "[data-comment]", "[data-comment] [type=submit]"
SELECT = """block => {
  const node = document.createTreeWalker(block.querySelector("p"), NodeFilter.SHOW_TEXT).nextNode();
  const range = new Range();
  range.setStart(node, 0);
  range.setEnd(node, 11);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  return range.toString();
}"""


def test_a_guest_comments_and_proposes_and_the_editor_accepts_in_place(visit):
    desk, guest = visit(COORDINATOR), visit()
    draft = desk.start_draft()
    desk.go(f"{draft}samrad/ny/")
    desk.page.fill("[name=last_day]", (date.today() + timedelta(days=9)).isoformat())
    desk.page.fill("[name=others]", "Vera Lund <vera@example.org>, Bostadsbolaget")
    desk.press("main form:last-of-type [type=submit]")
    link = desk.page.locator("input[readonly]").input_value()

    # Vera selects some words, comments on them, and sees them marked.
    guest.page.goto(link)
    guest.press("main form >> nth=0 >> [type=submit]")
    block = guest.page.locator(TEXT).first
    words = block.evaluate(SELECT)
    guest.page.click(".comment-selection")
    guest.page.locator(f"{FORM} textarea:focus").wait_for()
    guest.page.keyboard.type("Vad menas?")
    with guest.settled():
        guest.page.click(SEND)
    talk = guest.page.locator(".talk:visible")
    assert "Vad menas?" in talk.inner_text()
    assert talk.locator(".quote").inner_text() == words
    assert guest.page.evaluate("CSS.highlights.get('commented').size") == 1
    assert guest.focused("class") == "count"

    # She proposes another wording.
    guest.page.locator(".section .remark a").first.focus()
    with guest.settled():
        guest.page.locator(".section .remark a", has_text="Syfte").click()
    guest.page.locator(f"{FORM} textarea").fill("Det bör sägas tydligare.")
    guest.press(f"{FORM} button:has-text('annan lydelse')")
    assert guest.page.locator("[name=text]").input_value() == "Det bör sägas tydligare."
    guest.page.locator(EDITOR).click()
    guest.page.keyboard.press("Control+End")
    guest.page.keyboard.type(" Detta är nytt.")
    # She goes elsewhere before she has sent it, and comes back to what she wrote.
    address = guest.page.url
    guest.page.wait_for_timeout(600)
    guest.page.goto(link)
    with guest.settled():
        guest.page.locator(".section .remark a", has_text="Syfte").click()
    guest.page.locator(f"{FORM} textarea").fill("Och kortare.")
    guest.press(f"{FORM} button:has-text('annan lydelse')")
    assert "Detta är nytt." in guest.page.locator(EDITOR).inner_text()
    why = guest.page.locator("[name=text]").input_value()
    assert " ".join(why.split()) == "Det bör sägas tydligare. Och kortare."
    guest.press(SEND)
    guest.page.goto(address)
    assert "Detta är nytt." not in guest.page.locator(EDITOR).inner_text()

    # The coordinator writes a comment by keyboard; what is half written survives that she accepts.
    desk.go(draft)
    desk.page.locator(".count").nth(1).wait_for()
    desk.page.locator(f"{GOAL} .tools a[data-act=edit]").first.focus()
    desk.page.keyboard.press("c")
    desk.page.locator(f"{FORM} textarea:focus").wait_for()
    desk.page.keyboard.type("Halvskrivet")
    desk.page.locator(".count").nth(1).click()
    accept = desk.page.locator(".talk [name=decision][value=accept]")
    desk.page.locator(".talk .wording").scroll_into_view_if_needed()
    assert "Detta är nytt." in desk.page.locator(".talk .diff ins").inner_text()
    with desk.settled():
        accept.click()
    desk.page.locator(TEXT, has_text="Detta är nytt.").first.wait_for()
    desk.page.locator(".count").first.wait_for()
    assert desk.page.locator(f"{FORM} textarea").input_value() == "Halvskrivet"
    with desk.settled():
        desk.page.click(SEND)
    assert desk.page.locator(FORM).count() == 0
    assert "Halvskrivet" in desk.page.locator(".talk:visible").inner_text()
