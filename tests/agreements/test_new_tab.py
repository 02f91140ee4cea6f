"""A PDF opens beside what one is writing, never in its place, and its link says so."""

import pytest
from lxml import html


@pytest.mark.parametrize("name", ["detail", "registration", "history"])
def test_every_pdf_opens_in_a_tab_of_its_own(desk, name):
    if name == "history":
        desk.fill_in(desk.url("lock"))
    shown = html.fromstring(desk.get(desk.url(name)).content.decode())

    links = [
        link
        for link in shown.xpath("//main//a")
        if "/pdf/" in link.get("href") or link.get("href").endswith(".pdf")
    ]

    assert links
    for link in links:
        assert link.get("target") == "_blank", link.get("href")
        assert link.xpath(".//*[@class='visually-hidden']"), link.get("href")
