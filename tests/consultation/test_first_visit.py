"""What someone who was asked meets when the link is opened for the first time."""

from tests.desk import page, text_of


def test_a_link_opened_after_the_round_was_closed_asks_for_nothing_and_still_leads_to_the_draft(
    held, desk
):
    assert "vill ha synpunkter" in text_of(held.siv.get())
    desk.post(desk.url("close_consultation", held.round.pk))

    met = held.siv.get()

    assert "Synpunkter tas inte längre emot" in text_of(met)
    assert "vill ha synpunkter" not in text_of(met)
    assert not page(met).xpath("//input[@name='answers_as']")
    assert held.siv.post("enter").status_code == 302
    assert desk.agreement.title in text_of(held.siv.get())


def test_every_page_of_a_guest_says_that_an_example_is_one(held, text):
    def says_so(met):
        return "Inget här är beslutat eller undertecknat" in page(met).xpath(
            "string(//aside[@class='example'])"
        )

    partnership = held.round.document.partnership
    assert not says_so(held.vera.get())
    partnership.is_example = True
    partnership.save()

    assert says_so(held.vera.get())
    held.vera.post("enter")
    for name, given in (("read", {}), ("comment", {}), ("propose", {"text": text.key})):
        assert says_so(held.vera.get(name, **given)), name
    assert says_so(held.vera.get("elsewhere", rest="finns-inte"))


def test_what_the_coordinator_wrote_and_the_documents_title_stand_before_and_beside_the_draft(
    held, desk
):
    held.round.title = "Synpunkter före mötet"
    held.round.save()
    met = page(held.vera.get())
    assert desk.agreement.title in met.xpath("string(//main)")
    held.vera.post("enter")

    (asked,) = page(held.vera.get()).xpath("//details[contains(@class, 'asked')]")

    assert "Särskilt målen." in asked.text_content()
    assert f"vill veta vad du anser om ”{desk.agreement.title}”" in asked.text_content()
    assert "Kommentera vid ett avsnitt" in asked.xpath("string(summary)")


def test_a_guest_says_what_concerns_the_whole_in_one_place(held):
    held.vera.post("enter")

    ways = page(held.vera.get()).xpath("//a[contains(@href, '/kommentera/')]/@href")

    assert ways
    assert all("row=section" in one for one in ways)


def test_a_member_who_is_signed_in_is_not_asked_who_reads_and_finds_the_way_back(
    held, stina, per, client_for
):
    at_work = client_for(stina)
    met = at_work.get(held.stina.url())

    assert page(met).xpath("//article[contains(@class, 'sheet')]")
    assert page(met).xpath("//header//a[@href='/trygg-i-lulea/']")
    held.stina.invitation.refresh_from_db()
    assert held.stina.invitation.opened_at is None  # looking writes nothing
    at_work.post(held.stina.url("answer"), {"answer": "abstains"})
    held.stina.invitation.refresh_from_db()
    assert held.stina.invitation.opened_at
    assert held.stina.invitation.answered_by == str(stina.user)
    # A colleague with her link is asked, as whoever is not signed in.
    for other in (client_for(per), held.vera.client):
        met = other.get(held.stina.url())
        assert "vill ha synpunkter" in text_of(met)
        assert not page(met).xpath("//header//a[@href='/trygg-i-lulea/']")
