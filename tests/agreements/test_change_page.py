"""What one person did at once, as a redline in words; and bringing back how a row was."""

from desk import workflow
from documents.changes import change
from documents.choices import Command, SharingKind
from documents.models import Section, SectionPart
from tests.desk import Desk, page, text_of
from tests.factories import SIGNING_DAY


def marked(response):
    """What is struck and what is added on a page, without the words for those who listen."""
    found = page(response)
    return tuple(
        ["".join(one.xpath("text()|span[2]/preceding-sibling::text()[1]")[:1]) for one in marks]
        for marks in (found.xpath("//del"), found.xpath("//ins"))
    )


def words(response):
    return page(response).xpath("//h2[@class='words']/text()")


def latest(desk):
    return desk.get(desk.url("change", desk.changes()[0].pk))


def test_an_edited_text_is_a_redline(desk):
    part = desk.row("part", kind="text")
    desk.fill_in(desk.at("edit", part), text="<p>Målen är våra gemensamma.</p><p>Nytt.</p>")

    shown = latest(desk)

    assert marked(shown) == ([], ["våra", "Nytt."])
    assert words(shown) == ["Ändrade texten i ”Mål”"]
    assert "[tillagt: våra]" in text_of(shown)


def test_other_fields_are_said_in_the_words_of_their_choices_and_days(desk):
    desk.fill_in(desk.at("edit", desk.row("goal")), kind="process", text="Öka tryggheten.")
    assert marked(latest(desk)) == (["Effektmål"], ["Processmål"])

    desk.fill_in(
        desk.at("edit", desk.row("agreement")), valid_to="2028-01-31", renewal_rule="", title="Ny"
    )
    struck, added = marked(latest(desk))
    assert {"31 december 2027", "Samverkansöverenskommelse"} <= set(struck)
    assert {"31 januari 2028", "Ny"} == set(added)
    desk.fill_in(desk.at("edit", desk.row("body")), decides=["plan"])
    assert "situational_picture" not in latest(desk).content.decode()


def test_what_went_along_with_a_deleted_section_is_shown(desk):
    desk.post(desk.at("delete", desk.row("section", heading="Arbetssätt")))

    shown = latest(desk)

    struck, _added = marked(shown)
    assert {"Arbetssätt", "Styrgrupp", "Styrgruppen möts varje kvartal."} <= set(struck)
    assert "Tog bort avsnittet ”Arbetssätt”" in words(shown)


def test_a_deleted_section_is_brought_back_with_all_in_it_and_nothing_else(desk):
    section, duty = desk.row("section", heading="Arbetssätt"), desk.row("duty")
    before = set(Section.objects.values_list("key", "heading", "parent_id", "rank"))
    texts = set(SectionPart.objects.values_list("key", "text", "section_id"))
    desk.post(desk.at("delete", section))
    offered = page(latest(desk)).xpath("//form[.//button[@name='before']]/@action")
    url = desk.url("restore", desk.changes()[0].pk, "section", section.key)
    desk.fill_in(desk.at("edit", desk.row("goal")), text="Annat")

    # What goes along has no button of its own; the duty that lost its section has.
    assert set(offered) == {url, desk.url("restore", desk.changes()[1].pk, "duty", duty.key)}
    assert desk.post(url, {"before": "1"}).status_code == 302

    assert set(Section.objects.values_list("key", "heading", "parent_id", "rank")) == before
    assert set(SectionPart.objects.values_list("key", "text", "section_id")) == texts
    assert desk.row("goal").text == "Annat"


def test_an_earlier_wording_is_brought_back_where_the_row_stands_now(desk, karin):
    goal = desk.row("goal")
    for text in ("Ett", "Två"):
        desk.fill_in(desk.at("edit", goal), text=text)
    first = desk.changes()[1]
    desk.post(desk.at("move", goal), {"direction": "down"})
    place = desk.row("goal").rank
    url = desk.url("restore", first.pk, "goal", goal.key)

    assert desk.post(url).status_code == 302
    assert (desk.row("goal").text, desk.row("goal").rank) == ("Ett", place)
    assert desk.post(url, {"before": "1"}).status_code == 302
    assert desk.row("goal").text == "Öka tryggheten."
    assert desk.changes()[0].command == Command.RESTORE
    assert "återställde en tidigare lydelse: ändrade målet" in text_of(
        desk.get(desk.url("history"))
    )
    # It says so already: nothing is done, and nothing is offered.
    changes = len(desk.changes())
    desk.post(url, {"before": "1"})
    assert len(desk.changes()) == changes


def test_nothing_is_brought_back_that_was_not_there_or_into_a_locked_text(desk, karin, without_pdf):
    desk.fill_in(desk.url("add", "goal"), text="Nytt mål")
    made, goal = desk.changes()[0], desk.row("goal", text="Nytt mål")
    url = desk.url("restore", made.pk, "goal", goal.key)

    assert desk.post(url, {"before": "1"}).status_code == 409
    other = desk.row("goal", text="Bygga broar")
    assert desk.post(desk.url("restore", made.pk, "goal", other.key)).status_code == 404
    assert desk.post(desk.url("restore", made.pk, "finns-inte", goal.key)).status_code == 404
    desk.post(desk.at("delete", goal))
    workflow.lock(desk.agreement, by=karin.actor)
    assert desk.post(url).status_code == 409
    assert not page(desk.get(desk.url("change", made.pk))).xpath("//main//form")


def test_a_change_from_before_the_draft_was_shared_is_not_there_for_others(
    desk, karin, per, client_for
):
    desk.fill_in(desk.at("edit", desk.row("goal")), text="Hemligt ord")
    earlier = desk.changes()[0]
    workflow.share(
        desk.agreement,
        organisations=[per.organisation],
        kind=SharingKind.FOR_COMMENTS,
        on=SIGNING_DAY,
        by=karin.actor,
    )
    with change(by=karin.actor, document=desk.agreement.document):
        goal = desk.row("goal")
        goal.text = "Öppet ord"
        goal.save()
    colleague = Desk(client_for(per), desk.agreement)

    assert colleague.get(desk.url("change", earlier.pk)).status_code == 404
    restore = desk.url("restore", earlier.pk, "goal", goal.key)
    assert colleague.post(restore, {"before": "1"}).status_code == 404
    assert marked(colleague.get(desk.url("change", desk.changes()[0].pk)))[1] == ["Öppet"]


def test_a_very_large_change_is_cut_short_and_leads_to_the_document(desk, karin):
    with change(by=karin.actor, document=desk.agreement.document):
        for number in range(70):
            row = SectionPart(
                document_id=desk.agreement.document_id,
                section=desk.row("section"),
                text=f"<p>Rad {number}</p>",
            )
            row.place()
            row.save()

    shown = latest(desk)

    assert len(words(shown)) == 60
    assert "10 delar till ändrades." in text_of(shown)


def test_the_history_leads_to_each_change_of_the_text(desk):
    desk.fill_in(desk.at("edit", desk.row("goal")), text="Nytt")
    links = page(desk.get(desk.url("history"))).xpath("//main//details//a/@href")

    assert links == [desk.url("change", desk.changes()[0].pk)]
