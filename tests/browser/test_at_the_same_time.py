"""Two at work in one draft: nothing is lost, and both are told what is so."""

import re

import pytest

from demo.accounts import PASSWORD
from tests.browser.axe import faults
from tests.browser.places import COORDINATOR, EDITOR, FORM, GOAL, OFFICER, SAVE, TEXT

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

HERS, HIS = "Målet som samordnaren skrev det", "Målet som kommunpolisen skrev det"


@pytest.fixture
def draft(visit):
    """A draft of the coordinator's, shared with the police; give the path of its page."""
    visitor = visit(COORDINATOR)
    path = visitor.start_draft()
    visitor.go(f"{path}dela/")
    visitor.page.get_by_label("Lokalpolisområde Luleå-Boden").check()
    visitor.page.locator("[name=kind]").first.check()
    visitor.press("main button[type=submit]")
    return path


@pytest.fixture
def both(visit, draft):
    """The coordinator and the officer, each with the first goal open and another text in it."""
    pair = visit(COORDINATOR), visit(OFFICER)
    for visitor, text in zip(pair, (HERS, HIS), strict=True):
        visitor.go(draft)
        visitor.open_form(GOAL).locator("[name=text]").fill(text)
    return pair


def save(visitor):
    """Press save in the form that is open."""
    with visitor.settled():
        visitor.page.click(f"{FORM} {SAVE}")


def test_the_second_sees_both_texts_and_then_chooses(both):
    first, second = both
    save(first)
    save(second)

    form = second.page.locator(FORM)
    assert HERS in form.locator(".saved ins").inner_text()
    assert HIS in form.locator(".written ins").inner_text()
    assert form.locator("[name=text]").input_value() == HIS
    assert "Samordnaren" in form.locator("[role=alert]").inner_text()

    save(second)
    assert second.page.locator(FORM).count() == 0
    assert HIS in second.texts(GOAL).values()
    first.page.reload()
    assert HIS in first.texts(GOAL).values()


def test_each_sees_the_other_and_fetches_what_was_changed_and_it_is_taken_back(visit, draft):
    first, second = visit(COORDINATOR), visit(OFFICER)
    second.go(draft)
    form = second.open_form(GOAL)
    with second.page.expect_response("**/narvaro/"):
        form.locator("[name=text]").fill(HIS)
        second.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    first.go(draft)
    assert "Kommunpolisen" in first.page.locator("#presence .here").inner_text()
    assert first.page.locator(f"{GOAL} .writer").first.inner_text() == "Kommunpolisen skriver här"
    first.open_form(".block.heading").locator("[name=heading]").fill("Påbörjad rubrik")

    save(second)
    with first.page.expect_response("**/narvaro/"):
        first.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert HIS not in first.texts(GOAL).values()  # nothing moves under the reader
    with first.settled():
        first.page.click("#presence .news a")
    assert HIS in first.texts(GOAL).values()
    assert first.focused() in first.texts(GOAL)
    assert first.page.locator(f"{FORM} [name=heading]").input_value() == "Påbörjad rubrik"
    first.page.locator("#presence .news").wait_for(state="detached")

    with second.settled():
        second.page.click("#undo")
    assert HIS not in second.texts(GOAL).values()
    assert "Ångrat" in second.page.locator("#messages").inner_text()


def test_when_the_text_was_locked_meanwhile_what_is_written_stays(both, draft):
    first, second = both
    first.go(f"{draft}las/")
    first.press("main button[type=submit]")
    save(second)

    assert second.page.locator(f"{FORM} [name=text]").input_value() == HIS
    assert second.page.locator(f"{FORM} [role=alert]").inner_text()
    assert (
        "Samordnaren låste en version" in second.page.locator(f"{FORM} [role=alert]").inner_text()
    )
    assert [one for one in second.complaints if "Error Code 409" not in one] == []
    second.complaints.clear()


@pytest.mark.parametrize("is_signed", [False, True])
def test_what_was_written_is_copied_or_discarded_on_the_page_of_a_locked_text(
    visit, draft, is_signed
):
    first, second = visit(COORDINATOR), visit(OFFICER)
    second.go(draft)
    second.open_form(TEXT)
    second.page.keyboard.press("Control+a")
    second.page.keyboard.type("R&D först\nSedan mer")
    second.page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    for act in ["las", "undertecknad"][: 1 + is_signed]:
        first.go(f"{draft}{act}/")
        first.press("main button[type=submit]")
    second.page.on("dialog", lambda dialog: dialog.accept())
    second.page.reload()

    kept = second.page.locator("#kept")
    text = kept.locator("textarea")
    assert text.input_value() == "R&D först\n\nSedan mer"
    assert "Här går det inte att skriva nu" in kept.inner_text()
    assert faults(second.page, "#kept") == []
    kept.get_by_role("button", name="Kopiera").click()
    assert second.page.evaluate("getSelection().toString()") == text.input_value()
    assert kept.get_by_role("button", name="Kopierat").is_visible()
    kept.get_by_role("button", name="Släng").click()
    assert not kept.is_visible()
    second.page.reload()
    assert not kept.is_visible()


def test_when_the_goal_was_deleted_meanwhile_what_is_written_can_be_copied(both):
    first, second = both
    goal = first.page.locator(FORM).get_attribute("id").removeprefix("goal-")
    first.go(f"{first.path.split('#')[0]}goal/{goal}/ta-bort/")
    first.press("main button[type=submit]")
    save(second)

    gone = second.page.locator("#main-gone")
    assert gone.locator("textarea").first.input_value() == HIS
    assert "Samordnaren" in gone.inner_text()
    assert second.page.locator(FORM).count() == 0


def delete(visitor, draft, row):
    """Delete the row with the id `row` on a page of its own."""
    kind, key = re.fullmatch("([a-z]+)-([0-9a-f-]{36}).*", row).groups()
    visitor.go(f"{draft}{kind}/{key}/ta-bort/")
    visitor.press("main button[type=submit]")


@pytest.mark.parametrize(
    ("written", "deleted", "width"),
    [
        (TEXT, TEXT, 1440),
        (GOAL, GOAL, 390),
        (TEXT, ".section:has(> .block:not(.heading, .structured)) > .heading", 390),
    ],
)
def test_whoever_saves_into_what_is_gone_is_led_to_what_they_wrote(
    visit, draft, written, deleted, width
):
    second = visit(OFFICER, viewport={"width": width, "height": 844})
    second.go(draft)
    row = second.page.locator(deleted).last.get_attribute("id")
    form = second.open_form(f"#{second.page.locator(written).last.get_attribute('id')}")
    field = form.locator(f"[name=text]:visible, {EDITOR}").first
    field.press("Control+a")
    field.press_sequentially("Skrivet förgäves")
    delete(visit(COORDINATOR), draft, row)
    save(second)

    panel = second.page.locator("#main-gone")
    assert second.focused() == "main-gone"
    second.page.locator("#presence .news").wait_for()
    box = panel.bounding_box()
    bar = second.page.locator("#desk-bar").bounding_box()
    assert bar["y"] + bar["height"] <= box["y"]
    assert box["y"] + min(box["height"], 200) < 844
    assert panel.locator("textarea").first.input_value() == "Skrivet förgäves"


@pytest.mark.parametrize("cookies", [{"name": "sessionid"}, {}])
def test_whoever_was_signed_out_meanwhile_signs_in_elsewhere_and_saves(visit, draft, cookies):
    writer = visit(COORDINATOR)
    writer.go(draft)
    writer.open_form(GOAL).locator("[name=text]").fill(HERS)
    writer.context.clear_cookies(**cookies)
    save(writer)
    assert "logga in i ett annat fönster" in (
        writer.page.locator(f"{FORM} [role=alert]").inner_text()
    )
    # Without its token a form is refused, and htmx says so in the console.
    assert [one for one in writer.complaints if "Error Code 403" not in one] == []
    writer.complaints.clear()
    assert writer.page.locator(f"{FORM} [name=text]").input_value() == HERS

    with writer.page.expect_popup() as opened:
        writer.page.click(f"{FORM} [role=alert] a")
    elsewhere = opened.value
    elsewhere.fill("[name=login]", COORDINATOR)
    elsewhere.fill("[name=password]", PASSWORD)
    with elsewhere.expect_navigation():
        elsewhere.click("main button[type=submit]")
    save(writer)
    assert writer.page.locator(FORM).count() == 0
    assert HERS in writer.texts(GOAL).values()


def test_leaving_with_something_unsaved_is_asked_about(visit, draft):
    writer = visit(COORDINATOR)
    writer.go(draft)
    writer.open_form(GOAL).locator("[name=text]").type("Nytt")
    asked = []
    writer.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    writer.page.click(".brand", no_wait_after=True)
    writer.page.wait_for_timeout(300)

    assert asked == ["beforeunload"]
    assert writer.page.locator(FORM).count() == 1


@pytest.mark.parametrize("width", [390, 820])
def test_on_a_narrow_window_one_sees_who_is_here_or_how_many(visit, draft, width):
    visit(OFFICER).go(draft)
    window = {"width": width, "height": 844}
    first = visit(COORDINATOR, viewport=window, has_touch=True, is_mobile=True)
    first.go(draft)

    here = first.page.locator("#presence .here")
    here.wait_for()
    said = "2 här" if width < 600 else "Här just nu: Kommunpolisen"
    assert " ".join(here.inner_text().split()) == said
    assert here.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert first.page.locator("#desk-bar").bounding_box()["height"] < 60


@pytest.mark.parametrize("width", [600, 820])
def test_beside_what_was_saved_a_name_is_whole_or_it_says_how_many(visit, draft, width):
    visit(OFFICER).go(draft)
    first = visit(COORDINATOR, viewport={"width": width, "height": 1180})
    first.go(draft)
    first.open_form(GOAL).locator("[name=text]").fill("Ett mål som är så långt att det inte ryms")
    save(first)
    here = first.page.locator("#presence .here")
    here.wait_for()
    room = here.bounding_box()
    name = here.locator(".person").first
    seen = name if name.is_visible() else here.locator(".so-many")
    box = seen.bounding_box()
    assert box["x"] >= room["x"]
    assert box["x"] + box["width"] <= room["x"] + room["width"] + 1
    assert first.page.locator("[data-take-back]").is_visible()
