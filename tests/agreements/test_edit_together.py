"""Two people edit one row at once: what does not clash is put together, the rest is a choice."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from documents.changes import change
from documents.models import SectionPart
from tests.access_world import picture
from tests.desk import errors, fields, page, text_of

FIRST, SECOND, THIRD = "<p>Parterna möts.</p>", "<p>De talar.</p>", "<p>De skriver.</p>"
TEXT = FIRST + SECOND + THIRD


@pytest.fixture
def url(desk, karin):
    """Where a text of three paragraphs is edited."""
    with change(by=karin.actor, document=desk.agreement.document):
        part = desk.row("part", kind="text")
        part.text = TEXT
        part.save()
    return desk.at("edit", part)


def text(desk):
    return SectionPart.objects.filter(kind="text").order_by("pk").first().text


def test_different_paragraphs_of_one_text_are_put_together_and_that_is_said(desk, colleague, url):
    opened = fields(desk.get(url))
    colleague.fill_in(url, text=FIRST.replace("möts", "möts ofta") + SECOND + THIRD)
    colleague.fill_in(url, text=FIRST.replace("möts", "möts ofta") + THIRD)

    hers = FIRST + SECOND + THIRD.replace("skriver", "skriver under") + "<p>Klart.</p>"
    response = desk.post(url, opened | {"text": hers})

    assert response.status_code == 302
    assert text(desk) == ("<p>Parterna möts ofta.</p><p>De skriver under.</p><p>Klart.</p>")
    assert "Per Lind" in page(desk.get(response["Location"])).xpath("string(//*[@id='messages'])")
    assert [one.name for one in desk.changes()[:3]] == ["Karin Ström", "Per Lind", "Per Lind"]


def test_items_of_one_list_are_put_together(desk, colleague, url):
    items = [f"<li><p>{word}</p></li>" for word in ("ett", "två", "tre")]
    desk.fill_in(url, text=f"<ul>{''.join(items)}</ul>")
    opened = fields(desk.get(url))
    colleague.fill_in(url, text=f"<ul>{''.join(items[:2])}</ul>")

    desk.post(url, opened | {"text": f"<ul><li><p>noll</p></li>{''.join(items)}</ul>"})

    assert text(desk) == f"<ul><li><p>noll</p></li>{''.join(items[:2])}</ul>"


def test_different_fields_of_one_form_are_put_together(desk, colleague):
    url = desk.at("edit", desk.row("agreement"))
    opened = fields(desk.get(url))
    colleague.fill_in(url, valid_to="2029-12-31", programmes="Trygg i Luleå\nBarnahus")

    response = desk.post(
        url, opened | {"title": "Ny rubrik", "programmes": "Lokala BRÅ\nTrygg i Luleå"}
    )

    assert response.status_code == 302
    agreement = desk.row("agreement")
    assert (agreement.title, agreement.valid_to.year) == ("Ny rubrik", 2029)
    assert agreement.programmes == ["Lokala BRÅ", "Trygg i Luleå", "Barnahus"]


def test_what_is_wrong_only_when_put_together_is_refused_in_words_with_both_in_the_form(
    desk, colleague
):
    url = desk.at("edit", desk.row("agreement"))
    opened = fields(desk.get(url))
    colleague.fill_in(url, valid_to="2024-06-30")

    response = desk.post(url, opened | {"valid_from": "2025-01-01"})

    assert response.status_code == 422
    assert set(errors(response)) == {"valid_to"}
    sent = fields(response)
    assert (sent["valid_from"], sent["valid_to"]) == ("2025-01-01", "2024-06-30")
    assert desk.post(url, sent | {"valid_to": "2029-01-01"}).status_code == 302


def test_a_logo_that_comes_with_a_stale_form_comes_along(desk, colleague):
    url = desk.at("edit", desk.row("party"))
    opened = fields(desk.get(url))
    colleague.fill_in(url, registry_number="BRÅ 7")

    logo = SimpleUploadedFile("vapen.png", picture(3), "image/png")
    desk.post(url, opened | {"logo_alternative_text": "Vapen", "logo_file": logo})

    assert (desk.row("party").registry_number, bool(desk.row("party").logo)) == ("BRÅ 7", True)


def test_the_same_paragraph_is_shown_side_by_side_and_the_rest_is_put_together(
    desk, colleague, url
):
    opened = fields(desk.get(url))
    colleague.fill_in(url, text=FIRST + "<p>De lyssnar.</p>" + THIRD + "<p>Pers rad.</p>")

    response = desk.post(url, opened | {"text": FIRST + "<p>De sjunger.</p>" + THIRD})

    assert response.status_code == 409
    found = page(response)
    assert "lyssnar" in found.xpath("string(//*[@class='saved'])")
    assert "sjunger" in found.xpath("string(//*[@class='written'])")
    assert "Per Lind" in text_of(response)
    # Taking one's own takes along what did not clash; keeping theirs is to leave.
    mine = fields(response)
    assert mine["text"] == FIRST + "<p>De sjunger.</p>" + THIRD + "<p>Pers rad.</p>"
    assert text(desk) == FIRST + "<p>De lyssnar.</p>" + THIRD + "<p>Pers rad.</p>"

    both = desk.post(url, mine | {"put_both": "1"})

    assert both.status_code == 422
    put = fields(both)["text"]
    assert put == FIRST + "<p>De lyssnar sjunger.</p>" + THIRD + "<p>Pers rad.</p>"
    assert text(desk) != put
    assert desk.post(url, fields(both)).status_code == 302
    assert text(desk) == put


def test_words_that_both_added_to_one_paragraph_are_put_together(desk, colleague, url):
    opened = fields(desk.get(url))
    colleague.fill_in(url, text=FIRST.replace("möts", "möts ofta") + SECOND + THIRD)

    response = desk.post(
        url, opened | {"text": FIRST.replace("möts.", "möts. De hälsar.") + SECOND + THIRD}
    )

    assert response.status_code == 302
    assert text(desk) == "<p>Parterna möts ofta. De hälsar.</p>" + SECOND + THIRD
    assert "Per Lind" in page(desk.get(response["Location"])).xpath("string(//*[@id='messages'])")


def test_both_in_the_form_have_twice_only_the_words_that_clashed(desk, colleague, url):
    opened = fields(desk.get(url))
    colleague.fill_in(url, text=FIRST.replace("möts", "möts ofta") + SECOND + THIRD)

    refused = desk.post(
        url, opened | {"text": FIRST.replace("möts", "Nu möts sällan") + SECOND + THIRD}
    )
    both = desk.post(url, fields(refused) | {"put_both": "1"})

    assert refused.status_code == 409
    assert fields(both)["text"] == "<p>Parterna Nu möts ofta sällan.</p>" + SECOND + THIRD


def test_sending_the_same_form_twice_is_no_conflict_and_one_change(desk, url):
    opened = fields(desk.get(url)) | {"text": "<p>Nytt.</p>"}
    changes = len(desk.changes())

    statuses = [desk.post(url, opened).status_code for _time in range(2)]

    assert statuses == [302, 302]
    assert len(desk.changes()) == changes + 1
