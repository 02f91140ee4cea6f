"""What a draft says of its validity, and otherwise in its facts, is pointed out; nothing else."""

from datetime import date

import pytest

from agreements import tree
from agreements.editing.missing import missing
from tests.desk import page, text_of
from tests.factories import key, small_tree

pytestmark = pytest.mark.usefixtures("in_english")

DAYS = {"valid_from": date(2029, 1, 1), "valid_to": date(2032, 12, 31), "validity_text": ""}


def pointed_out(text="", heading="Allmänt", **facts):
    """Where the draft disagrees: the row and field, or none; `text` stands under `heading`."""
    part = tree.TextPart(key=key("text"), text=text)
    section = tree.Section(key=key("section"), heading=heading, parts=(part,))
    lacks = missing(small_tree(**DAYS | {"sections": (section,), "duties": ()} | facts))
    return [(one.row, one.at) for one in lacks if one.row != "party" and one.row != "signatory"]


OTHER_DAYS = [
    "Överenskommelsen gäller från och med 2025-01-01 till och med 2028-12-31.",
    "Denna överenskommelse gäller <strong>2025–2028</strong> eller tills den ersätts av en ny.",
    "Avtalet löper under fyra år fr.o.m. 2022-03-15.",
    "Överenskommelsen träder i kraft den 1 februari 2029.",
    "Överenskommelsen gäller till och med 2028-12-31 och kan därefter förlängas till 2040.",
]


@pytest.mark.parametrize("sentence", OTHER_DAYS)
def test_a_sentence_that_states_other_days_leads_to_its_text(sentence):
    text = f"<p>Vi samverkar. {sentence}</p>"
    assert pointed_out(text, renewal_rule="unknown") == [("part", "")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Överenskommelsen gäller från den 1 januari 2029 till den 31 december 2032.",
        "Överenskommelsen gäller åren 2029–2032.",
        "Denna överenskommelse ersätter överenskommelsen 2017–2020.",
        "Den ersätter den överenskommelse som gäller till och med 2028-12-31.",
        "Nuvarande överenskommelse gäller till och med den 31 december 2028.",
        "Den tidigare överenskommelsen gällde 2017–2020.",
        "Handlingsplanen till överenskommelsen gäller 2029–2030.",
        "Avtalet med Securitas gäller till och med 2026-12-31.",
        "Under 2025 anmäldes 300 brott, mot 250 under 2024.",
        "Senast den 1 oktober 2032 ska arbetet med en ny överenskommelse inledas.",
    ],
)
def test_other_agreements_plans_and_years_are_nothing_to_point_out(sentence):
    for heading in ("Inledning", "Giltighetstid"):
        assert pointed_out(f"<p>{sentence}</p>", heading=heading) == []


def test_what_stands_under_a_heading_of_validity_need_not_name_the_agreement():
    for words in ("Den gäller 2025–2028.", "2025-01-01 – 2028-12-31"):
        assert pointed_out(f"<p>{words}</p>", heading="5 Giltighetstid") == [("part", "")]
        assert pointed_out(f"<p>{words}</p>", heading="Tidplan för arbetet") == []


def test_lists_and_amendments_and_unknown_days_disagree_with_nothing():
    text = f"<p>{OTHER_DAYS[0]}</p>"
    assert pointed_out(f"<ul><li>{text}</li><li>{text}</li></ul>") == []
    assert pointed_out(text, kind="amendment", title="Tillägg 2025–2028") == []
    unknown = pointed_out(text, valid_from=None, valid_to=None)
    assert unknown == [("agreement", "valid_from")]


def test_years_in_words_are_those_of_days_in_them_and_days_are_the_days():
    days = {"valid_from": date(2029, 2, 15), "valid_to": date(2032, 12, 31)}
    for words in ("åren 2029–2032", "Överenskommelsen gäller 2029–2032."):
        assert pointed_out(f"<p>{words}</p>", validity_text=words, **days) == []
    words = "den 15 februari 2029 till den 30 juni 2032"
    assert pointed_out(validity_text=words, **days) == [("agreement", "validity_text")]


def test_years_of_a_heading_and_of_the_titles_are_those_of_the_validity():
    assert pointed_out(heading="Prioritering för verksamhetsåren 2017-2020") == [("section", "")]
    for heading in (
        "Prioriterade områden 2029–2030",
        "Tidigare överenskommelse 2017–2020",
        "Uppföljning av åren 2025–2028",
        "Nytt sedan 2020",
    ):
        assert pointed_out(heading=heading) == []
    assert pointed_out(title="Överenskommelse 2025–2028") == [("agreement", "title")]
    assert pointed_out(subtitle="Ekeby kommun, 2029–2031") == [("agreement", "subtitle")]
    assert pointed_out(subtitle="Ekeby kommun, 2029–2032") == []


UNTIL_NOTICE = "Tecknas ingen ny överenskommelse förlängs denna tills vidare."


def test_words_on_renewal_that_mean_another_rule_are_pointed_out_in_facts_and_text():
    said = pointed_out(f"<p>{UNTIL_NOTICE}</p>", renewal_text=UNTIL_NOTICE, renewal_rule="yearly")
    assert said == [("agreement", "renewal_text"), ("part", "")]
    said = pointed_out("<p>Överenskommelsen gäller tills vidare.</p>", renewal_rule="none")
    assert said == [("part", "")]


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (UNTIL_NOTICE, "until_further_notice"),
        (UNTIL_NOTICE, "until_terminated"),
        (UNTIL_NOTICE, "unknown"),
        ("Överenskommelsen kan förlängas med ett år i taget.", "yearly"),
        ("Överenskommelsen kan förlängas med ett år i taget.", "by_mutual_consent"),
        ("Överenskommelsen kan inte förlängas.", "none"),
        ("Om den inte sägs upp förlängs överenskommelsen med två år.", "yearly"),
        ("Den tidigare överenskommelsen förlängdes tills vidare.", "none"),
        ("Lokalerna upplåts tills vidare.", "none"),
    ],
)
def test_words_that_can_mean_the_rule_or_name_none_are_not(words, rule):
    assert pointed_out(f"<p>{words}</p>", renewal_rule=rule) == []


def test_the_sentence_says_where_and_what_and_leads_to_the_form(desk):
    section = desk.row("section", heading="Åtgärdsplan")
    part = section.parts.get()
    desk.fill_in(desk.at("edit", part), text=f"<p>{OTHER_DAYS[0]}</p>")

    for _time in range(2):  # it stays
        side = page(desk.get(desk.url("detail"))).get_element_by_id("side")
        (link,) = [one for one in side.iterlinks() if desk.at("edit", part) in one[2]]
        words = link[0].text_content()
        assert all(one in words for one in ("2028-12-31", "Åtgärdsplan", "2027"))

    desk.fill_in(desk.at("edit", part), text="<p>Överenskommelsen gäller 2024–2027.</p>")
    side = page(desk.get(desk.url("detail"))).get_element_by_id("side")
    assert desk.at("edit", part) not in [one[2] for one in side.iterlinks()]


def test_whoever_chooses_another_rule_than_the_words_is_told_when_saving(desk):
    desk.client.cookies["django_language"] = "en"
    told = "says something else than the rule"
    facts = desk.at("edit", desk.row("agreement"))

    saved = desk.fill_in(facts, renewal_text=UNTIL_NOTICE, renewal_rule="yearly")
    assert told in text_of(desk.get(saved["Location"]))
    saved = desk.fill_in(facts, area="Hela kommunen")
    assert told not in text_of(desk.get(saved["Location"]))
    saved = desk.fill_in(facts, renewal_rule="until_further_notice")
    assert told not in text_of(desk.get(saved["Location"]))


def test_a_block_of_validity_with_nothing_to_print_says_so_where_one_writes(desk):
    words = "The validity is not filled in"
    desk.client.cookies["django_language"] = "en"
    section = desk.row("section", heading="Åtgärdsplan")
    desk.fill_in(desk.url("add", "part", under=section.key), block="validity")
    assert words not in text_of(desk.get(desk.url("detail")))

    facts = desk.row("agreement")
    empty = {"valid_from": "", "valid_to": "", "validity_text": "", "renewal_text": UNTIL_NOTICE}
    desk.fill_in(desk.at("edit", facts), **empty)
    shown = page(desk.get(desk.url("detail")))
    (link,) = shown.xpath("//p[@class='unsaid']/a")
    assert link.get("href") == desk.url("edit", "agreement", facts.key, at="valid_from")
    assert words not in text_of(desk.get(desk.url("detail") + "?las"))
