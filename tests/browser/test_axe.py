"""axe finds no fault on any page: rules of WCAG 2.2 AA and good practice."""

import pytest

from tests.browser.axe import faults
from tests.browser.every_page import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_accessible(enter, name):
    visitor = enter(name)
    found = faults(visitor.page)
    visitor.page.set_viewport_size(PHONE)

    assert found + faults(visitor.page) == []


@pytest.mark.parametrize("name", ["sign in, refused", "overview", "draft", "history", "edit body"])
def test_the_main_pages_are_accessible_in_the_dark(enter, name):
    assert faults(enter(name, colours="dark").page) == []
