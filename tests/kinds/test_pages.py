"""Every page that a document has is there for a document of every kind, in every state."""

import pytest
from django.urls import reverse

from desk import workflow
from tests.desk import text_of
from tests.kinds.examples import bind

#: Pages of a document that take nothing more, in all states.
EVERYWHERE = (
    "detail",
    "pdf",
    "html",
    "word",
    "export",
    "history",
    "compare",
    "comments",
    "registration",
    "cover_sheet",
    "correspondence",
    "consultations",
)


@pytest.mark.parametrize("page", EVERYWHERE)
def test_a_page_is_there_for_a_draft_a_locked_and_a_binding_text(desk, karin, page):
    statuses = [desk.get(desk.url(page)).status_code]
    workflow.lock(desk.agreement, by=karin.actor)
    statuses.append(desk.get(desk.url(page)).status_code)
    bind(desk.agreement, karin)
    statuses.append(desk.get(desk.url(page)).status_code)
    has_no_place = page == "export" and not desk.kind.in_file
    assert set(statuses) == {302 if has_no_place else 200}


def test_the_list_and_the_overview_have_it_or_live_with_it(desk):
    listed = desk.get(reverse(f"{desk.kind.namespace}:list", args=[desk.slug]))
    assert desk.agreement.name in text_of(listed)
    overview = desk.get(reverse("pages:overview", args=[desk.slug]))
    assert desk.agreement.name in text_of(overview)
    assert desk.url("history") in overview.content.decode()
    assert desk.get(reverse("pages:start")).status_code in (200, 302)


def test_meeting_view_and_pages_of_the_past(desk, karin):
    assert desk.get(desk.url("detail", las=1)).status_code == 200
    made = desk.changes()[0]
    assert desk.get(desk.url("as_of", made.pk)).status_code == 200
    assert desk.get(desk.url("change", made.pk)).status_code == 200
    workflow.lock(desk.agreement, by=karin.actor)
    assert desk.get(desk.url("version", 1)).status_code == 200
    assert desk.get(desk.url("version_pdf", 1)).status_code == 200


@pytest.mark.parametrize("page", ["share", "lock", "replace", "take_in", "consult", "comment"])
def test_the_forms_of_a_draft_open(desk, page):
    assert desk.get(desk.url(page)).status_code == 200


def test_the_forms_of_a_locked_and_of_a_binding_text_open(desk, karin):
    workflow.lock(desk.agreement, by=karin.actor)
    assert desk.get(desk.url("reopen")).status_code == 200
    bind(desk.agreement, karin)
    assert desk.get(desk.url("attach")).status_code == 200
