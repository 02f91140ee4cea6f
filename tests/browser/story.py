"""The story that the program is for, step by step; how each step is done is the tests' business."""

from io import BytesIO

import pikepdf

from tests import pdf_checks
from tests.browser.places import AGREEMENTS, EDITOR, NEXT_PERIOD, SIGNED_PERIOD

GOAL_WRITTEN = "Minska antalet anmälda våldsbrott i offentlig miljö"
TEXT_WRITTEN = "Parterna träffas varje vecka"


def signed_is_locked(visitor):
    """Open the agreement of 2024–2027 from the list: no tool to edit it is there."""
    visitor.go(AGREEMENTS)
    visitor.press(f".list li:has-text('{SIGNED_PERIOD}') a >> nth=0")
    assert visitor.page.locator(".tools, .sheet .adds:not(.remark), form.edit").count() == 0
    assert SIGNED_PERIOD in visitor.page.locator(".sheet").inner_text()


def successor_is_prefilled(visitor):
    """Start its successor: the form knows the period that follows."""
    visitor.ask_for("kopiera")
    value = visitor.page.locator
    assert value("[name=valid_from]").input_value() == "2028-01-01"
    assert value("[name=valid_to]").input_value() == "2031-12-31"
    assert NEXT_PERIOD in value("[name=subtitle]").input_value()
    assert value("[name=replaces]").is_checked()
    visitor.press("main button[type=submit]")
    return visitor.path


def history_says(visitor, draft):
    """The history says in words who changed the goal and the text."""
    visitor.go(f"{draft}historik/")
    told = [row.inner_text() for row in visitor.page.locator(".events > li").all()]
    assert all("Samordnaren" in one for one in told)
    assert any(GOAL_WRITTEN in one for one in told)
    assert len(told) >= 3


def locked_version(visitor, draft):
    """Lock a version; nothing can be edited any more."""
    visitor.go(draft)
    visitor.ask_for("las")
    visitor.press("main button[type=submit]")
    assert visitor.page.locator(".tools, .sheet .adds:not(.remark)").count() == 0
    assert visitor.page.locator("#messages li.success").count() == 1


def printed(visitor, draft, tmp_path):
    """Download the PDF: accessible, and it says what was written."""
    address = visitor.address_of(f"#side a[href='{draft}pdf/']")
    data = visitor.context.request.get(address).body()
    found = pdf_checks.problems(data, tmp_path)
    assert found == [], found
    spoken = " ".join(pdf_checks.spoken(data))
    assert GOAL_WRITTEN in spoken
    assert TEXT_WRITTEN in spoken
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) >= 2


def editor(visitor):
    """The surface of the text editor that is open."""
    return visitor.page.locator(EDITOR)
