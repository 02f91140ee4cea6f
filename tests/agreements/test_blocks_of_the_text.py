"""Where the blocks of an agreement are printed and what is added there; what stands beside it."""

from desk.printing.running_lines import footer_line
from documents.choices import VersionKind
from tests.agreements.word.files import NOW
from tests.desk import page
from tests.factories import signed_tree


def test_a_goal_can_be_added_to_the_list_that_another_leads(desk):
    lead = desk.row("goal", children__isnull=False)
    links = page(desk.get(desk.url("detail"))).xpath("//p[@class='adds']/a")
    said = {link.get("href"): " ".join(link.text_content().split()) for link in links}

    assert said[desk.url("add", "goal", under=lead.key)] == "+ Nytt delmål"


def test_the_signatures_stand_after_the_text_without_a_heading(desk):
    (closing,) = page(desk.get(desk.url("detail"))).xpath(
        "//section[@class='closing of-signatures']"
    )

    assert closing.xpath(".//h1 | .//h2 | .//h3") == []


def test_an_agreement_without_appendices_has_no_place_for_them(desk):
    shown = desk.get(desk.url("detail")).content.decode()
    for row in desk.kind.rows_by_name["appendix"].model.objects.all():
        assert desk.post(desk.at("delete", row)).status_code == 302
    without = desk.get(desk.url("detail")).content.decode()

    assert "Bilagor" in shown
    assert "Bilagor" not in without


def test_the_way_to_the_side_says_the_status(desk):
    (link,) = page(desk.get(desk.url("detail"))).xpath("//a[@href='#side']")

    assert link.text_content().split()[0] == "Utkast"


def test_the_foot_of_a_signed_text_says_when_it_was_signed():
    content = signed_tree()
    foot = footer_line(content, VersionKind.BINDING, NOW)

    assert content.signed_on
    assert "undertecknad" in foot
