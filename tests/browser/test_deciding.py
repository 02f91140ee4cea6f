"""A member of the steering group reads and answers on a tablet; the coordinator sees it."""

import pytest

from tests.browser.places import COORDINATOR, MEMBER, PLANS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TABLET = {"width": 820, "height": 1180}


def test_a_member_reads_and_answers_with_few_presses(visit):
    member = visit(MEMBER, viewport=TABLET)
    member.go(PLANS)
    plan = member.address_of(".list a[href*='/planer/']")
    member.go(f"{plan}beslut/")
    matter = member.address_of(".list li a[href*='/beslut/']")

    member.go(matter)
    page = member.page
    assert page.locator(".compared ins").first.is_visible()
    assert page.locator("[name=said]:checked").count() == 0
    page.locator("#read p").wait_for(timeout=15_000)  # noted by itself after a while
    page.get_by_label("Inga synpunkter").check()
    member.press(".answer .ds-button")

    coordinator = visit(COORDINATOR)
    coordinator.go(matter)
    answers = coordinator.page.locator(".asked-in li").first.inner_text()
    assert "Kommundirektör" in answers
    assert "Inga synpunkter" in answers
