"""Where the blocks of an agreement are printed, under which heading, and what is added there."""

from tests.desk import page


def test_a_goal_can_be_added_to_the_list_that_another_leads(desk):
    lead = desk.row("goal", children__isnull=False)
    links = page(desk.get(desk.url("detail"))).xpath("//p[@class='adds']/a")
    said = {link.get("href"): " ".join(link.text_content().split()) for link in links}

    assert said[desk.url("add", "goal", under=lead.key)] == "+ Nytt delmål"


def test_the_signatures_stand_after_the_text_without_a_heading(desk):
    (closing,) = page(desk.get(desk.url("detail"))).xpath(
        "//section[contains(@class, 'closing') and contains(@class, 'signatures')]"
    )

    assert closing.xpath(".//h1 | .//h2 | .//h3") == []
