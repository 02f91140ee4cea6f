"""What a draft lacks is said in sentences that know where it is mended."""

from dataclasses import replace
from datetime import date

from agreements import tree
from agreements.editing.missing import missing
from agreements.editing.wording import duties_beside_heading, duties_not_in_text, passages
from tests.desk import page
from tests.factories import key, small_tree

WORDING = "Planen ska uppdateras minst vartannat år."


def sections(text, under=""):
    """Two sections; the second says `text`, and a third under it says `under`."""
    below = tree.Section(heading="Följs upp", parts=(tree.TextPart(text=under),))
    plan = tree.Section(heading="Plan", parts=(tree.TextPart(text=text),), sections=(below,))
    first = tree.Section(heading="Inledning", parts=(tree.TextPart(text=f"<p>{WORDING}</p>"),))
    return first, plan


def duty(text=WORDING, section=(2,)):
    return tree.Duty(key=key("duty"), subject="plan", strength="must", text=text, section=section)


def strayed(written, under="", **said):
    content = small_tree(sections=sections(written, under), duties=(duty(**said),))
    return bool(duties_not_in_text(content))


def test_a_wording_is_known_whatever_its_white_space_case_marks_and_last_stop():
    assert not strayed("<p>Läget. planen ska\n uppdateras <strong>minst</strong> vartannat år,</p>")
    assert not strayed("<ul><li><p>Planen ska uppdateras</p></li></ul><p>minst vartannat år</p>")
    assert not strayed("<p>Tomt</p>", under=f"<p>{WORDING}</p>")


def test_a_wording_that_stands_in_another_section_has_strayed():
    assert strayed("<p>Planen ska uppdateras varje år.</p>")
    assert not strayed("<p>Planen</p>", section=())  # of no section: anywhere will do
    assert strayed("<p>Planen</p>", section=(), text="Något helt annat")
    assert not strayed("<p>Planen</p>", text="")


def test_a_duty_is_noted_at_the_paragraph_that_says_it():
    before, after = "<h3>Hur</h3><p>Läget.</p>", "<ul><li><p>Ett</p></li></ul><p>Slut.</p>"
    content = small_tree(
        sections=sections(f"{before}<p>{WORDING}</p>{after}", f"<p>{WORDING}</p>"),
        duties=(duty(), duty("Något annat")),
    )
    plan = content.sections[1]

    found = passages(content, (2,), plan.parts[0])

    assert [(one.html, len(one.duties)) for one in found] == [
        (before, 0),
        (f"<p>{WORDING}</p>{after}", 1),
    ]
    assert duties_beside_heading(content, (2,), plan) == [content.duties[1]]
    (alone,) = passages(content, (2, 1), plan.sections[0].parts[0])
    assert (alone.html, alone.duties) == (f"<p>{WORDING}</p>", [])


def test_what_the_blocks_of_a_section_print_is_said_there():
    blocks = tuple(tree.BlockPart(block=name) for name in ("goals", "bodies", "validity"))
    content = small_tree(sections=(tree.Section(heading="Allt", parts=blocks),))
    duties = tuple(duty(text, (1,)) for text in ("Bygga broar", "åren 2024–2027", "Ekonomichef"))

    assert duties_not_in_text(replace(content, duties=duties)) == [duties[-1]]


def test_each_sentence_knows_which_row_mends_it():
    found = {
        (one.row, one.key, one.under)
        for one in missing(
            small_tree(
                goals=(),
                renewal_rule="",
                sections=sections("<p>Planen</p>"),
                duties=(duty(),),
                parties=(tree.Party(key=key("police"), organisation="Polisen", kind="police"),),
            )
        )
    }

    assert found == {
        ("signatory", None, key("police")),
        ("goal", None, None),
        ("agreement", key("agreement"), None),
        ("party", key("police"), None),
        ("duty", key("duty"), None),
    }


def test_the_sentences_lead_to_the_forms_and_a_strayed_duty_is_marked(desk):
    plan = desk.row("section", heading="Åtgärdsplan")
    desk.fill_in(desk.at("edit", plan.parts.get()), text="<p>Planen är ny.</p>")
    shown = page(desk.get(desk.url("detail")))

    links = shown.xpath("//aside[@id='side']//a[@data-opens]")
    assert any("Åtgärdsplan" in link.text_content() for link in links)
    for link in links:
        assert desk.get(link.get("href"), htmx=True).status_code == 200
    row = desk.row("duty", subject="plan")
    assert shown.xpath(f"//*[@id='duty-{row.key}']/*[@class='mark']")

    desk.post(desk.at("delete", plan))
    assert "står inte i texten" in page(desk.get(desk.url("detail"))).xpath("string(//aside)")


def test_validity_in_words_that_names_other_years_than_the_days_is_pointed_out():
    days = {"valid_from": date(2027, 1, 1), "valid_to": date(2030, 12, 31)}
    said = "Giltighetstiden i ord nämner andra år än första och sista dag."

    def sentences(text):
        return [str(one) for one in missing(small_tree(**days, validity_text=text))]

    assert said in sentences("Överenskommelsen gäller till den 31 december 2020.")
    for text in ("åren 2027–2030", "från undertecknandet", ""):
        assert said not in sentences(text)
