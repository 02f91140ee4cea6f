"""What a form refuses: always a sentence at the field, what was written is kept, nothing saved."""

import pytest

from agreements.models import Agreement
from documents.models import Change
from tests.desk import errors, fields, page
from tests.factories import make_agreement, small_tree

HUGE = str(2**40)
#: (row, what is written, the field that says what is wrong)
REFUSED = [
    ("agreement", {"title": ""}, "title"),
    ("agreement", {"title": "   \t "}, "title"),
    ("agreement", {"title": "å" * 501}, "title"),
    ("agreement", {"subtitle": "å" * 501}, "subtitle"),
    ("agreement", {"valid_from": "2027-01-01", "valid_to": "2026-12-31"}, "valid_to"),
    ("agreement", {"valid_from": "0000-00-00"}, "valid_from"),
    ("agreement", {"valid_to": "2023-02-30"}, "valid_to"),
    ("agreement", {"valid_to": "10000-01-01"}, "valid_to"),
    ("agreement", {"document_date": "i går"}, "document_date"),
    ("agreement", {"kind": "contract"}, "kind"),
    ("agreement", {"renewal_rule": "<script>"}, "renewal_rule"),
    ("agreement", {"revised_every_n": "2", "revised_every_unit": ""}, "revised_every_unit"),
    ("agreement", {"revised_every_n": "", "revised_every_unit": "year"}, "revised_every_n"),
    ("agreement", {"revised_every_n": "två"}, "revised_every_n"),
    ("agreement", {"revised_every_n": "-1"}, "revised_every_n"),
    ("agreement", {"revised_every_n": HUGE}, "revised_every_n"),
    ("agreement", {"revised_every_n": "9" * 5000}, "revised_every_n"),
    ("section", {"heading": "å" * 501}, "heading"),
    ("goal", {"text": ""}, "text"),
    ("goal", {"kind": "both"}, "kind"),
    ("goal", {"prevention": "0"}, "prevention"),
    ("party", {"organisation": ""}, "organisation"),
    ("party", {"organisation": "å" * 301}, "organisation"),
    ("party", {"kind": "kingdom"}, "kind"),
    ("party", {"registry_number": "1" * 201}, "registry_number"),
    ("signatory", {"order": "-1"}, "order"),
    ("signatory", {"order": HUGE}, "order"),
    ("signatory", {"order": "1.5"}, "order"),
    ("signatory", {"order": "först"}, "order"),
    ("signatory", {"mandate": "king"}, "mandate"),
    ("body", {"name": ""}, "name"),
    ("body", {"decides": ["everything"]}, "decides"),
    ("body", {"parent": "abc"}, "parent"),
    ("body", {"parent": HUGE}, "parent"),
    ("body", {"parent": "9" * 40}, "parent"),
    ("seat", {"name": "", "title": "", "organisation": ""}, "title"),
    ("seat", {"function": "boss"}, "function"),
    ("duty", {"subject": ""}, "subject"),
    ("duty", {"strength": "kan"}, "strength"),
    ("duty", {"every_n": HUGE, "every_unit": "year"}, "every_n"),
    ("duty", {"every_n": "0", "every_unit": "year"}, "every_n"),
    ("duty", {"every_n": "2", "every_unit": "century"}, "every_unit"),
    ("duty", {"section": "9" * 40}, "section"),
    ("appendix", {"title": ""}, "title"),
]


@pytest.mark.parametrize(
    ("kind", "written", "field"), REFUSED, ids=lambda value: str(value)[:40] if value else "-"
)
def test_it_is_refused_at_its_field_and_what_was_written_is_kept(desk, kind, written, field):
    url, before = desk.at("edit", desk.row(kind)), Change.objects.count()

    response = desk.fill_in(url, **written)

    assert response.status_code == 422
    assert errors(response)[field]
    assert Change.objects.count() == before
    shown = fields(response)
    for name, value in written.items():
        offered = page(response).xpath(f"//select[@name='{name}']")
        if not offered and not isinstance(value, list):
            assert shown.get(name, "") == value


def test_every_field_that_is_wrong_says_so_at_once(desk):
    response = desk.fill_in(desk.at("edit", desk.row("agreement")), title="", valid_to="nej")

    assert set(errors(response)) == {"title", "valid_to"}
    invalid = page(response).xpath("//*[@aria-invalid='true']/@name")
    assert set(invalid) == {"title", "valid_to"}


def test_a_title_that_grows_when_it_is_folded_is_kept(desk):
    url = desk.at("edit", desk.row("agreement"))

    assert desk.fill_in(url, title="ß" * 500, subtitle="ß" * 500).status_code == 302


def test_the_last_day_of_the_calendar_is_a_day(desk):
    url = desk.at("edit", desk.row("agreement"))

    assert desk.fill_in(url, valid_from="0001-01-01", valid_to="9999-12-31").status_code == 302

    for name in ("detail", "history", "start_from", "export"):
        assert desk.get(desk.url(name)).status_code == 200, name
    assert desk.get(desk.url("detail")[: -len(f"{desk.agreement.pk}/")]).status_code == 200


@pytest.mark.parametrize(("kind", "field"), [("body", "parent"), ("duty", "section")])
def test_a_row_of_another_document_is_no_choice(desk, karin, kind, field):
    other = make_agreement(small_tree(), by=karin)
    model = {"body": desk.row("body"), "duty": desk.row("section")}[kind]
    foreign = type(model).objects.filter(document=other.document).first()
    url = desk.at("edit", desk.row(kind))

    assert str(foreign.pk) not in page(desk.get(url)).xpath(f"//select[@name='{field}']//@value")
    assert list(errors(desk.fill_in(url, **{field: foreign.pk}))) == [field]


def test_a_body_is_not_part_of_its_own_part(desk):
    above, below = desk.row("body"), desk.row("body", name="Arbetsgrupp")
    assert below.parent == above

    response = desk.fill_in(desk.at("edit", above), parent=below.pk)

    assert list(errors(response)) == ["parent"]


def test_what_a_form_does_not_have_is_not_written(desk):
    desk.fill_in(
        desk.at("edit", desk.row("agreement")),
        **{"signed": "True", "signed_on": "2020-01-01", "document": "1", "key": "x", "id": "7"},
    )

    agreement = Agreement.objects.get(pk=desk.agreement.pk)
    assert (agreement.signed, agreement.signed_on) == (False, None)
    assert agreement.key == desk.agreement.key
