"""What one thing is called, it is called on every page: the words people in the field chose."""

import re

from django.urls import reverse

from agreements import starting
from tests.desk import Desk, page, text_of
from tests.test_translations import SWEDISH

#: What things were called before, each where another name has taken its place.
EARLIER_NAMES = re.compile(
    r"\bny plats\b|plats utan namn|\b(till|ändrade|flyttade|bort) platsen\b|"
    r"utbytesfil|utbytesformat|[Tt]a in en Word-fil|"
    r"[Tt]a fram ny överenskommelse|[Nn]y (överenskommelse )?utifrån|efterföljare är på väg|"
    r"är den här filen vår|uppgifter vid sidan av texten|^Gör\b(?! (om|till|då))|^Vidare$",
    re.I,
)


def test_nothing_is_called_by_an_earlier_name():
    said = [words for message in SWEDISH for words in message.words]

    assert [words for words in said if EARLIER_NAMES.search(words)] == []


def test_a_member_of_a_group_is_added_as_a_member(desk):
    address = f"{desk.url('add', 'seat')}?under={desk.row('body').key}"
    shown = page(desk.get(desk.url("detail")))

    link = shown.xpath(f"//a[contains(@href, '{address}')]")[0].text_content()

    assert "Ny ledamot" in link
    assert "Lägg till ledamot" in text_of(desk.get(address))


def test_what_the_text_does_not_print_stands_under_duties_and_bodies(desk):
    shown = page(desk.get(desk.url("detail")))

    assert shown.xpath("//*[@id='behind-heading']/text()") == ["Åtaganden och grupper"]
    # A duty may quote the text word for word: it is said there, only not printed from here.
    sentence = shown.xpath("string(//*[@id='behind']/p)")
    assert "som kan säga samma sak med egna ord. De skrivs inte ut." in sentence


def test_sharing_for_comments_says_that_one_also_writes(desk):
    words = text_of(desk.get(desk.url("share")))

    assert "För synpunkter: de läser, kommenterar och kan skriva i utkastet" in words


def test_a_copy_has_one_name_in_the_panel_on_its_page_and_among_the_ways_in(desk, signed):
    for made in (desk.agreement, signed):
        there = Desk(desk.client, made)
        url = there.url("start_from")
        (link,) = page(there.get(there.url("detail"))).xpath(f"//a[@href='{url}']/text()")
        (heading,) = page(there.get(url)).xpath("//h1/text()")
        assert link == f"{heading} …" == "Kopiera till ny överenskommelse …"
    ways = text_of(desk.get(reverse("agreements:new", args=[desk.slug])))
    assert "Kopiera till ny överenskommelse" in ways


def test_changes_from_word_have_one_name_in_the_panel_and_on_their_page(desk):
    url = desk.url("take_in")

    (link,) = page(desk.get(desk.url("detail"))).xpath(f"//a[@href='{url}']/text()")
    (heading,) = page(desk.get(url)).xpath("//h1/text()")

    assert link == f"{heading} …" == "Läs in ändringar från Word …"


def test_a_file_is_checked_under_the_name_of_the_link(desk, signed):
    url = reverse("agreements:check_file", args=[desk.slug])

    (link,) = page(desk.get(reverse("agreements:list", args=[desk.slug]))).xpath(
        f"//a[@href='{url}']/text()"
    )
    (heading,) = page(desk.get(url)).xpath("//h1/text()")

    assert link == heading == "Kontrollera en fil"


def test_an_agreement_tells_that_a_new_draft_is_under_way(desk, signed, karin):
    starting.start_from(
        signed,
        title="Nästa överenskommelse",
        subtitle="",
        valid_from=None,
        valid_to=None,
        replaces=True,
        drafting_organisation=karin.organisation,
        by=karin.actor,
    )
    there = Desk(desk.client, signed)

    assert "Nytt utkast pågår: Nästa överenskommelse" in text_of(there.get(there.url("detail")))


def test_a_search_without_hits_repeats_what_was_sought(desk):
    found = desk.get(reverse("agreements:list", args=[desk.slug]) + "?sok=finns-inte")

    assert "Inga träffar på ”finns-inte”" in text_of(found)


def test_replacing_words_that_are_nowhere_says_the_same_as_the_search(desk):
    found = desk.get(desk.url("replace", sok="finns-inte", med="x"))

    assert "Inga träffar på ”finns-inte”" in text_of(found)


def test_a_page_for_another_role_says_whom_to_turn_to(client_for, ines, draft):
    refused = client_for(ines).get(reverse("agreements:new", args=["trygg-i-lulea"]))

    assert refused.status_code == 403
    assert "Sidan kräver en annan roll. Kontakta samordnaren." in text_of(refused)


def test_what_leaves_the_program_is_downloaded_under_one_heading(client_for, karin, printed):
    there = Desk(client_for(karin), printed)
    shown = page(there.get(there.url("detail")))
    names = shown.xpath("//h2/text() | //h3/text() | //*[@role='group']/@aria-label")

    assert {"Hämta", "Åtgärder", "Ändra eller avsluta"} <= {one.strip() for one in names}


def test_the_members_of_a_small_agreement_are_called_members_in_its_history(desk):
    seat = desk.row("seat")
    desk.fill_in(desk.at("edit", seat), organisation="Räddningstjänsten")

    assert "ändrade ledamoten" in text_of(desk.get(desk.url("history")))
