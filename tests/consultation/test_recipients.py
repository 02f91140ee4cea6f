"""People to ask are read from what people paste, and a line that cannot be read is named."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from consultation.models import Invitation
from desk.forms.recipients import RecipientsField
from tests.desk import fields, text_of

ANNA = ("Anna Ek", "anna@example.org", "")
AT_LULEBO = ("Anna Ek", "anna@example.org", "Lulebo")
ALONE = ("anna@example.org", "anna@example.org", "")
BO = ("Bo Al", "bo@example.org", "")


def read(text):
    people = RecipientsField().clean(text)
    return [(one.name, one.email, one.organisation) for one in people]


@pytest.mark.parametrize(
    ("pasted", "people"),
    [
        ("anna@example.org", [ALONE]),
        ("<anna@example.org>", [ALONE]),
        ("mailto:ANNA@example.org.", [ALONE]),
        ("Anna Ek anna@example.org", [ANNA]),
        ("Anna Ek (anna@example.org)", [ANNA]),
        ("Anna Ek <anna@example.org>", [ANNA]),
        ('"Anna Ek" <mailto:anna@example.org>', [ANNA]),
        ("\u200b• Anna\xa0Ek – anna@example.org", [ANNA]),
        ("Anna Ek <anna@example.org>, Lulebo", [AT_LULEBO]),
        ("Anna Ek <anna@example.org>; Lulebo", [AT_LULEBO]),
        ("Anna Ek, Lulebo, anna@example.org", [AT_LULEBO]),
        ("Anna Ek, Lulebo <anna@example.org>", [AT_LULEBO]),
        ("Anna Ek\tLulebo\tanna@example.org", [AT_LULEBO]),
        ("Anna Ek (Lulebo) <anna@example.org>", [AT_LULEBO]),
        ("'Anna Ek (Lulebo)' <anna@example.org>;", [AT_LULEBO]),
        (
            '"Öberg, Karin (Stadsbyggnad)" <karin@example.org>',
            [("Öberg, Karin", "karin@example.org", "Stadsbyggnad")],
        ),
        ("Anna Ek;Lulebo;anna@example.org", [AT_LULEBO]),
        ("anna@example.org, Lulebo", [("anna@example.org", "anna@example.org", "Lulebo")]),
        ("Ek Anna <anna@example.org>; Al Bo <bo@example.org>;", [
            ("Ek Anna", "anna@example.org", ""), ("Al Bo", "bo@example.org", ""),
        ]),
        ('Ek, Anna <anna@example.org>; "Al, Bo; jr" <bo@example.org>', [
            ("Ek, Anna", "anna@example.org", ""), ("Al, Bo", "bo@example.org", "jr"),
        ]),
        ("Anna Ek <anna@example.org>, Bo Al <bo@example.org>", [ANNA, BO]),
        ("Anna Ek <anna@example.org>, Lulebo; Bo Al <bo@example.org>", [AT_LULEBO, BO]),
        ("anna@example.org,anna@example.org; Anna Ek <ANNA@example.org>", [ALONE]),
        ("\n anna@example.org \r\n\r\nBo Al bo@example.org", [ALONE, BO]),
        (" ;, \n", []),
    ],
)  # fmt: skip
def test_what_people_paste_is_read(pasted, people):
    assert read(pasted) == people


@pytest.mark.parametrize(
    ("pasted", "faults"),
    [
        ("Anna Ek", ["Line 1: there is no e-mail address in “Anna Ek”."]),
        ("a@example.org\nfel@\nb@example.org", ["Line 2: “fel@” is not an e-mail address."]),
        ("Bo <inte en adress>", ["Line 1: there is no e-mail address in “Bo <inte en adress>”."]),
        ("a@example.org; Lulebo; b@example.org", [
            "Line 1: there is no e-mail address in “Lulebo”."
        ]),
        ("Anna Ek; Bo Al <bo@example.org>", [
            "Line 1: there is no e-mail address in “Anna Ek”."
        ]),
        ("a@example.org, b@example.org, Lulebo", [
            "Line 1: it is not clear whom “Lulebo” belongs to. Write one person on each line."
        ]),
        (f"{'a' * 201} <a@example.org>", ["Line 1: the name or the organisation is too long."]),
        (f"{'b' * 250}@example.org", [f"Line 1: “{'b' * 59}…” is not an e-mail address."]),
        ("x\n" * 50, [f"Line {n}: there is no e-mail address in “x”." for n in range(1, 11)]),
    ],
)  # fmt: skip
def test_each_line_that_cannot_be_read_is_named_with_what_is_wrong(pasted, faults, in_english):
    with pytest.raises(ValidationError) as refused:
        RecipientsField().clean(pasted)

    assert refused.value.messages == faults


@pytest.mark.parametrize("pasted", ["@" * 50_000, "a" * 50_000, '"' * 50_000, "<" * 50_000])
def test_what_is_no_list_at_all_is_refused_at_once(pasted):
    with pytest.raises(ValidationError):
        RecipientsField().clean(pasted + "x")


def test_whoever_is_named_twice_is_asked_once_and_a_refused_list_stays(desk, per):
    asked = {"last_day": localdate().isoformat(), "members": [str(per.membership.pk)]}
    typed = "per@example.org\nAnna Ek <anna@example.org>\nANNA@example.org"

    refused = desk.fill_in(desk.url("consult"), **asked, others=f"{typed}\nVem?")
    assert refused.status_code == 422
    assert "Rad 4:" in text_of(refused)
    assert fields(refused)["others"] == f"{typed}\nVem?"
    assert not Invitation.objects.exists()

    assert desk.fill_in(desk.url("consult"), **asked, others=typed).status_code == 302
    made = Invitation.objects.order_by("pk")
    assert [(one.email, one.user) for one in made] == [
        ("per@example.org", per.user),
        ("anna@example.org", None),
    ]
