"""A day is written as text: what is none is said at its field, and nothing has been saved."""

import pytest

from tests.browser.places import COORDINATOR, FORM, SAVE, SIGNED_PERIOD

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

FIRST_DAY, HELD = "[name=valid_from]", "Den dagen finns inte."
FACTS = ".tools a[id^=edit-][href*='/agreement/']"


def test_a_mistyped_day_in_place_is_refused_where_it_was_written(visit):
    desk = visit(COORDINATOR)
    path = desk.start_draft()
    form = desk.open_form(FACTS)
    form.locator(FIRST_DAY).fill("")
    form.locator(FIRST_DAY).press_sequentially("30 februari 2024")

    with desk.settled():
        form.locator(SAVE).click()

    assert HELD in desk.page.locator(f"{FORM} .errorlist").inner_text()
    assert desk.focused("name") == "valid_from"
    assert desk.page.locator(FIRST_DAY).input_value() == "30 februari 2024"
    other = visit(COORDINATOR)
    other.go(f"{path}historik/")
    assert "första dag" not in other.page.locator(".events").inner_text()


@pytest.mark.parametrize("scripted", [True, False])
def test_a_mistyped_day_on_a_page_of_its_own_registers_nothing(visit, scripted):
    visitor = visit(COORDINATOR, java_script_enabled=scripted)
    path = f"{visitor.find_agreement(SIGNED_PERIOD)}uppsagning/"
    visitor.go(path)
    visitor.page.fill("[name=terminated_on]", "2027-01-01")
    visitor.page.fill("[name=by_whom]", "Polisen")
    visitor.page.fill("[name=notified_on]", "2024-02-30")

    visitor.press("main form button[type=submit]")

    assert visitor.path == path
    assert HELD in visitor.page.locator("main .errorlist").inner_text()
    assert visitor.page.locator("[name=notified_on]:focus").input_value() == "2024-02-30"
    assert visitor.page.locator("[data-calendar]").first.is_visible() is scripted


def test_a_day_can_be_chosen_in_the_browsers_own_calendar(visit):
    desk = visit(COORDINATOR)
    desk.start_draft()
    form = desk.open_form(FACTS)
    day = form.locator(".day", has=desk.page.locator(FIRST_DAY))
    calendar = day.locator("[type=date]")
    calendar.evaluate("one => { one.showPicker = () => { one.dataset.shown = one.value; }; }")

    day.get_by_role("button", name="Välj i en kalender").click()
    assert calendar.get_attribute("data-shown") == form.locator(FIRST_DAY).input_value()
    calendar.evaluate(
        "one => { one.value = '2029-04-05';"
        " one.dispatchEvent(new Event('change', { bubbles: true })); }"
    )

    assert form.locator(FIRST_DAY).input_value() == "2029-04-05"
    assert desk.page.locator(f"{FORM}[data-unsaved]").count() == 1
