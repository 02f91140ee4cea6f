"""What is printed in one place and written in another is opened by a double click or a key."""

import pytest

from tests.browser.places import CANCEL, COORDINATOR, FORM, SAVE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

VALIDITY = ".block.structured:has-text('Överenskommelsen gäller')"
SIGNER = ".signatures .person.block"


@pytest.fixture
def desk(visit):
    """The coordinator with a draft of her own in front of her."""
    visitor = visit(COORDINATOR)
    visitor.start_draft()
    return visitor


def test_a_double_click_on_the_validity_opens_the_facts_and_cancelling_leads_back(desk):
    block = desk.page.locator(VALIDITY).first
    opener = block.locator(":scope > .tools a[data-act=edit]").get_attribute("id")

    block.locator("p").first.dblclick()
    desk.page.wait_for_selector(FORM)
    assert desk.focused("name") == "valid_from"
    with desk.settled():
        desk.page.locator(f"{FORM} {CANCEL}").click()

    assert desk.focused() == opener


def test_a_double_click_on_a_place_to_sign_edits_the_person_there(desk):
    signer = desk.page.locator(SIGNER).first
    place = signer.get_attribute("id")

    signer.locator("p").first.dblclick()
    desk.page.wait_for_selector(FORM)
    assert desk.focused("name") == "name"
    desk.page.keyboard.press("ControlOrMeta+a")
    desk.page.keyboard.type("Nytt Namn")
    with desk.settled():
        desk.page.click(f"{FORM} {SAVE}")

    assert "Nytt Namn" in desk.page.locator(f"#{place}").inner_text()
    assert desk.focused() == f"edit-{place.removeprefix('signatory-')}"


def test_what_is_missing_opens_the_form_at_its_field_also_where_another_link_opens_it(desk):
    link = desk.page.locator("#side a[data-opens][href*='at=registry_number']").first
    with desk.settled():
        link.click()
    assert desk.focused("name") == "registry_number"
    desk.page.locator(f"{FORM} [name=display_name]").focus()
    link.click()  # open already
    assert desk.focused("name") == "registry_number"
