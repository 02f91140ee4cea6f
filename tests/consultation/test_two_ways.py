"""Sharing and consulting lead to each other, and both say who has the draft already."""

from desk import workflow
from documents.choices import SharingKind
from tests.desk import page, text_of
from tests.factories import SIGNING_DAY


def test_each_page_says_whom_it_is_for_and_leads_to_the_other(desk):
    for name, other in (
        ("consult", "share"),
        ("consultations", "share"),
        ("share", "consultations"),
    ):
        shown = page(desk.get(desk.url(name)))
        assert shown.xpath(f"//main//p/a[@href='{desk.url(other)}']"), name
        assert "Har redan utkastet" not in shown.text_content()


def test_who_has_the_draft_already_is_said_once_with_how_and_when(desk, karin, per, malte):
    given = {"on": SIGNING_DAY, "by": karin.actor}
    workflow.share(
        desk.agreement, organisations=[per.organisation], kind=SharingKind.FOR_COMMENTS, **given
    )
    workflow.share(
        desk.agreement,
        organisations=[per.organisation, malte.organisation],
        kind=SharingKind.SENT,
        **given,
    )

    for name in ("consult", "consultations", "share"):
        shown = page(desk.get(desk.url(name)))
        (notice,) = shown.xpath("//main//div[contains(@class, 'notice')]")
        said = [" ".join(one.text_content().split()) for one in notice.xpath(".//li")]
        assert sorted(said) == [
            "Lokalpolisområde Luleå-Boden, översänt den 20 november 2023",
            "Lulebo, översänt den 20 november 2023",
        ]


def test_a_binding_text_is_not_shared(signed, karin, client_for, desk):
    desk.agreement = signed
    assert "Är det en part" not in text_of(desk.get(desk.url("consultations")))
