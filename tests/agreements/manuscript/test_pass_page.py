"""Deciding what the parts of a text are: without JavaScript, from the paste to the agreement."""

from datetime import date

import pytest
from django.urls import reverse

from agreements.models import Agreement, Duty, Goal, Manuscript, Party, Signatory
from tests.agreements.manuscript.invented import TEXT
from tests.desk import errors, fields, page

SLUG = "trygg-i-lulea"


class Reader:
    """Karin with a text that she has brought in."""

    def __init__(self, client, text=TEXT):
        self.client = client
        address = reverse("agreements:from_text", args=[SLUG])
        self.url = client.post(address, {"text": text})["Location"]

    @property
    def manuscript(self):
        return Manuscript.objects.latest("pk")

    def shown(self):
        """The page as a tree."""
        return page(self.client.get(self.url))

    def roles(self):
        """What each paragraph is taken for: the words of the paragraph → the choice."""
        return {
            one.find_class("words")[0].text_content().strip(): one.get("data-role")
            for one in self.shown().find_class("paragraph")
        }

    def select(self, words):
        """The name of the select beside the paragraph that begins with `words`."""
        for one in self.shown().find_class("paragraph"):
            if one.find_class("words")[0].text_content().strip().startswith(words):
                return one.xpath(".//select/@name")[0]
        raise LookupError(words)

    def send(self, url="", **changed):
        """Send the page's form as a browser does, with some fields changed."""
        return self.client.post(url or self.url, fields(self.client.get(url or self.url)) | changed)

    def without(self, name, **changed):
        """Send the form with the field `name` unticked."""
        sent = fields(self.client.get(self.url))
        del sent[name]
        return self.client.post(self.url, sent | changed)


@pytest.fixture
def reader(karin, client_for, without_pdf):
    return Reader(client_for(karin))


def made(response):
    """The agreement that a request led to, and its rows of some kinds."""
    assert response.status_code == 302, errors(response)
    return Agreement.objects.get(pk=response["Location"].rstrip("/").rpartition("/")[2])


def rows(model, agreement):
    found = model.objects.filter(document=agreement.document)
    return [str(one) for one in found.order_by("pk")]


def test_what_was_recognised_becomes_a_draft_with_one_press(reader, karin):
    agreement = made(reader.without("anew", make="1"))

    assert agreement.title == "Samverkansöverenskommelse"
    assert (agreement.valid_from, agreement.valid_to) == (date(2025, 1, 1), date(2028, 12, 31))
    assert rows(Goal, agreement) == ["Färre brott i centrum", "Fler som känner sig trygga"]
    assert "Granvik kommun" in rows(Party, agreement)
    assert rows(Signatory, agreement) == ["Anna Berg", "Bo Lund"]
    assert rows(Duty, agreement)
    assert agreement.is_draft
    assert agreement.document.is_drafted_by(karin.organisation)
    assert reader.client.get(reader.url)["Location"].endswith(f"/{agreement.pk}/")


def test_a_text_that_names_no_municipality_says_so_until_a_person_names_one(karin, client_for):
    reader = Reader(client_for(karin), "Samverkan för trygghet\n\nVi vill.")
    said = "Ingen kommun kändes igen i texten"
    assert said in reader.shown().text_content()
    reader.send(**{"party-0-name": "Ekeby kommun", "party-0-kind": "municipality"})
    assert said not in reader.shown().text_content()


def test_a_role_that_is_changed_changes_that_and_leaves_the_rest(reader):
    before = reader.roles()
    choice = reader.select("Fler som känner sig")

    response = reader.send(**{choice: "text"})

    assert response.status_code == 302
    assert reader.roles() == before | {"Fler som känner sig trygga": "text"}
    assert rows(Goal, made(reader.send(make="1"))) == ["Färre brott i centrum"]


def test_a_list_of_text_becomes_goals_at_once(reader):
    reader.send(**{reader.select("Belysning"): "sub_goal"})

    assert reader.roles()["Nattvandring"] == "sub_goal"


def test_paragraphs_that_are_ticked_become_together_what_one_of_them_becomes(reader):
    first, second = (reader.select(words) for words in ("Vi börjar med", "Styrgruppen ska"))
    ticked = [name.removeprefix("role-") for name in (first, second)]

    reader.send(**{first: "left_out", "pick": ticked})

    roles = reader.roles()
    assert roles["Vi börjar med:"] == "left_out"
    assert {role for words, role in roles.items() if words.startswith("Styrgruppen")} == {
        "left_out"
    }
    assert roles["Nattvandring"] == "text"


def test_ticks_that_are_no_paragraphs_change_nothing(reader):
    before = reader.roles()

    reader.send(pick=["99999", "x", "²", "-1"], **{reader.select("Vi börjar"): "left_out"})

    assert reader.roles() == before | {"Vi börjar med:": "left_out"}


def test_what_was_written_by_hand_stays_when_the_text_is_read_anew(reader):
    sent = {"title": "Med egna ord", "party-0-registry_number": "KS 2024/7"}
    reader.send(**sent)
    reader.send(**{reader.select("Samverkansöverenskommelse"): "left_out"})
    opened = fields(reader.client.get(reader.url))

    assert opened["title"] == "Med egna ord"
    assert opened["party-0-registry_number"] == "KS 2024/7"
    # Only what differs from the text was kept; the rest still follows it.
    assert set(reader.manuscript.decisions["facts"]) == {"title"}
    reader.send(**{reader.select("Överenskommelsen gäller"): "left_out"})
    assert not fields(reader.client.get(reader.url)).get("validity_text")


def test_parties_and_those_who_sign_are_added_corrected_and_removed(reader):
    opened = fields(reader.client.get(reader.url))
    names = {opened[f"party-{at}-name"]: at for at in (0, 1)}
    kommun = names["Granvik kommun"]
    police = 1 - kommun
    agreement = made(
        reader.send(
            make="1",
            **{
                f"party-{kommun}-person-1-name": "Cecilia Ek",
                f"party-{kommun}-person-1-title": "Kommundirektör",
                f"party-{police}-person-0-name": "Bo Lundh",
                "party-2-name": "Granviksbostäder",
                "party-2-kind": "housing_company",
                "party-2-person-0-title": "VD",
            },
        )
    )

    assert set(rows(Signatory, agreement)) == {"Anna Berg", "Cecilia Ek", "Bo Lundh", "VD"}
    assert len(rows(Party, agreement)) == 3


def test_what_is_removed_or_unticked_is_not_taken(reader):
    opened = fields(reader.client.get(reader.url))
    kommun = 0 if opened["party-0-name"] == "Granvik kommun" else 1
    opened.pop("duty")
    reader.client.post(reader.url, opened | {f"party-{kommun}-person-0-remove": "on"})
    assert fields(reader.client.get(reader.url))[f"party-{kommun}-person-0-remove"] == "on"

    agreement = made(reader.send(make="1"))

    assert rows(Signatory, agreement) == ["Bo Lund"]
    assert rows(Duty, agreement) == []


def test_a_signed_text_is_locked_as_it_stands(reader):
    agreement = made(reader.send(make="1", outcome="signed"))

    assert agreement.signed_on == date(2024, 12, 3)
    assert agreement.document.is_binding


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "å" * 501),
        ("valid_to", "2020-01-01"),
        ("signed_on", "2999-01-01"),
        ("renewal_rule", "x"),
        ("outcome", "x"),
        ("party-0-name", "å" * 301),
        ("party-1-person-0-name", "a\x07b"),
    ],
)
def test_a_bad_fact_is_a_sentence_at_its_field_and_the_rest_is_kept(reader, field, value):
    response = reader.send(make="1", **{field: value, "subtitle": "Kvar"})

    assert response.status_code == 422
    assert list(errors(response)) == [field]
    assert fields(response)["subtitle"] == "Kvar"
    assert not Agreement.objects.exists()
    assert reader.client.get(reader.url).status_code == 200


def test_nothing_is_made_of_changes_whose_meaning_was_not_shown(reader):
    response = reader.send(make="1", **{reader.select("Färre brott"): "text"})

    assert response["Location"] == reader.url
    assert not Agreement.objects.exists()
    assert made(reader.send(make="1"))


def test_two_presses_make_one_agreement(reader):
    sent = fields(reader.client.get(reader.url)) | {"make": "1"}

    addresses = {reader.client.post(reader.url, sent)["Location"] for _press in range(2)}

    assert len(addresses) == Agreement.objects.count() == 1


def test_facts_are_kept_while_one_writes(reader):
    response = reader.send(keep="1", title="Halvvägs")

    assert response.status_code == 204
    assert fields(reader.client.get(reader.url))["title"] == "Halvvägs"


def test_a_long_text_is_decided_on_page_by_page(karin, client_for, without_pdf):
    line = "Parterna ska minst en gång om året följa upp stycke {} i texten."
    reader = Reader(client_for(karin), "\n\n".join(line.format(n) for n in range(1200)))

    first = reader.client.get(reader.url)
    sent = fields(first)
    assert sum(len(one) if isinstance(one, list) else 1 for one in sent.values()) < 900
    assert len(first.content) < 1_000_000
    onward = reader.client.post(reader.url, sent | {"to": "2", "role-7": "left_out"})["Location"]
    reader.send(onward, **{"role-250": "goal"})

    decided = reader.manuscript.decisions["roles"]
    assert (decided["7"], decided["250"]) == ("left_out", "goal")
    for odd in ("99999", "²"):
        assert reader.client.get(f"{reader.url}?sida={odd}").status_code == 200
        assert reader.client.post(reader.url, {"to": odd, "outcome": "draft"}).status_code == 302


def test_a_text_on_its_way_is_listed_and_can_be_thrown_away(reader):
    ways = reverse("agreements:new", args=[SLUG])
    assert reader.url in reader.client.get(ways).content.decode()

    asked = f"{reader.url}ta-bort/"
    assert Manuscript.objects.count() == 1
    assert reader.client.get(asked).status_code == 200
    assert reader.client.post(asked)["Location"] == ways

    assert not Manuscript.objects.exists()
    assert reader.client.get(reader.url).status_code == 404
