"""What is done to a comment leads back to where one came from, and never to another site."""

import pytest

from consultation.models import Comment
from tests.desk import fields, page

pytestmark = pytest.mark.any_database


@pytest.fixture
def said(held, text):
    """Vera's comment and her proposed wording."""
    held.vera.post("enter")
    held.vera.post("comment", {"text": "Vad menas?"}, f"?row=part&key={text.key}")
    held.vera.post("propose", {"wording": "<p>Veras.</p>"}, text=text.key)
    return Comment.objects.order_by("pk")


def links_in(response, comment):
    """The links of a comment in the overview of a round."""
    return page(response).xpath(f"//li[@id='{comment.anchor}']//a/@href")


def test_from_the_overview_one_comes_back_to_its_line(desk, held, said):
    overview = desk.url("consultation", held.round.pk)
    question, proposal = said

    (link,) = links_in(desk.get(overview), proposal)
    decided = desk.fill_in(link, decision="reject")
    assert decided["Location"] == f"{overview}#{proposal.anchor}"

    (link,) = links_in(desk.get(overview), question)
    listed = page(desk.get(link.split("#")[0]))
    (answer,) = listed.xpath(f"//*[@id='{question.anchor}']//a[contains(@href, '/svara/')]/@href")
    assert desk.fill_in(answer, text="Så här.")["Location"] == f"{overview}#{question.anchor}"
    (form,) = listed.xpath(f"//*[@id='{question.anchor}']//form[contains(@action, '/klar/')]")
    assert "hx-post" not in form.attrib
    done = desk.post(form.get("action"), dict(form.form_values()))
    assert done["Location"] == f"{overview}#{question.anchor}"


def test_a_link_that_tells_a_state_also_says_what_it_leads_to(desk, held, said):
    overview = desk.url("consultation", held.round.pk)
    question, proposal = said
    (link,) = links_in(desk.get(overview), proposal)
    desk.fill_in(link, decision="reject")

    shown = page(desk.get(overview))

    words = [shown.xpath(f"string(//li[@id='{one.anchor}']//a)") for one in said]
    assert words[0].startswith("Öppen – svara: ")
    assert " – se lydelsen: " in words[1]


def test_a_wording_that_is_edited_leads_back_too(desk, held, said):
    overview = desk.url("consultation", held.round.pk)
    proposal = said.last()
    (link,) = links_in(desk.get(overview), proposal)

    opened = desk.post(link, fields(desk.get(link)) | {"decision": "edit"})
    at = page(opened).xpath("//form[@data-edit]/@action")[0]

    assert desk.post(at, fields(opened))["Location"] == f"{overview}#{proposal.anchor}"


def test_in_the_list_one_stays_among_those_that_were_shown(desk, said):
    shown = desk.url("comments", visa="alla")
    form = page(desk.get(shown)).xpath("//form[contains(@action, '/klar/')]")[0]

    done = desk.post(form.get("action"), dict(form.form_values()), htmx=True)

    assert done["Location"] == f"{shown}#{said.first().anchor}"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://ont.example/",
        "//ont.example/",
        "///ont.example",
        "/\\ont.example",
        "\\\\ont.example",
        "javascript:alert(1)",
        " //ont.example",
        "\x00//ont.example",
        "http:///ont.example",
        "/" + "x" * 3000,
    ],
)
def test_it_never_leads_to_another_site(desk, said, elsewhere):
    for url in (desk.url("deal_with", said[0].pk), desk.url("answer", said[0].pk)):
        made = desk.post(url, {"next": elsewhere, "text": "Svar."})
        assert made["Location"].startswith(desk.url("comments"))

    shown = desk.client.get(desk.url("comments"), {"next": elsewhere}).content.decode()
    assert "ont.example/" not in shown.replace("%2F%2Font.example", "")


def test_a_guest_who_takes_a_comment_back_is_told_so_where_it_stood(held, said, text):
    taken = held.vera.post("withdraw", comment=said.first().pk)

    assert taken["Location"] == f"{held.vera.url()}#part-{text.key}"
    assert "Din kommentar är tillbakatagen." in page(held.vera.get()).xpath(
        "string(//details[contains(@class, 'asked')]/summary)"
    )
