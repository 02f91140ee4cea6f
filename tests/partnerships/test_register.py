"""The organisation register, and the addresses of partnerships."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.utils import IntegrityError
from django.urls import get_resolver
from django.urls.converters import SlugConverter

from demo.organisations import ORGANISATIONS
from partnerships.models import Organisation, Partnership, register_organisations
from partnerships.reserved import RESERVED_SLUGS
from tests.factories import MembershipFactory, OrganisationFactory, PartnershipFactory


@pytest.fixture
def register(db):
    register_organisations(ORGANISATIONS)


def test_the_register_is_a_hierarchy(register):
    local = Organisation.objects.named("Lokalpolisområde Luleå-Boden")

    above = []
    while local.parent:
        local = local.parent
        above.append(local.name)
    assert above == ["Polisområde Norrbotten", "Polisregion Nord", "Polismyndigheten"]


def test_registering_again_changes_nothing(register):
    Organisation.objects.filter(name="Lulebo").update(kind="business")
    count = Organisation.objects.count()
    register_organisations(ORGANISATIONS)

    assert Organisation.objects.count() == count
    assert Organisation.objects.named("Lulebo").kind == "business"


@pytest.mark.parametrize("name", ["luleå kommun", "LULEÅ  KOMMUN", " Lulea\u030a kommun"])
def test_a_name_is_found_whatever_its_case_spaces_and_composition(register, name):
    assert Organisation.objects.named(name).name == "Luleå kommun"
    with pytest.raises(ValidationError):
        Organisation(name=name, kind="municipality").full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(name=name, kind="municipality")


def test_lists_are_in_swedish_order(db):
    for name in ("Östersund", "Zinkgruvan", "Åre", "Ängelholm", "Arvika"):
        OrganisationFactory(name=name)

    assert [one.name for one in Organisation.objects.all()] == [
        "Arvika",
        "Zinkgruvan",
        "Åre",
        "Ängelholm",
        "Östersund",
    ]


def test_a_hierarchy_does_not_bite_its_own_tail(register):
    police = Organisation.objects.named("Polismyndigheten")
    police.parent = Organisation.objects.named("Lokalpolisområde Umeå")

    with pytest.raises(ValidationError) as refused:
        police.full_clean()
    assert set(refused.value.message_dict) == {"parent"}


def test_an_organisation_keeps_its_own_name(register):
    Organisation.objects.named("Lulebo").full_clean()


def test_a_partnership_is_visible_to_its_members_only(people):
    assert [one.slug for one in Partnership.objects.visible_to(people.karin.user)] == [
        "trygg-i-lulea"
    ]
    assert [one.slug for one in Partnership.objects.visible_to(people.olof.user)] == ["umebra"]
    assert not Partnership.objects.visible_to(people.ada.user).exists()


def test_one_membership_in_each_partnership(karin, partnership):
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(user=karin.user, partnership=partnership)


@pytest.mark.parametrize("word", sorted(RESERVED_SLUGS))
def test_a_partnership_cannot_take_the_address_of_a_page(db, word):
    with pytest.raises(ValidationError) as refused:
        Partnership(name="Namn", slug=word).full_clean()
    assert word in refused.value.messages[0]
    assert Partnership.free_slug(word) == f"{word}-2"


def test_a_free_address_is_made_of_the_name(db):
    PartnershipFactory(name="UmeBrå", slug="umebra")

    assert Partnership.free_slug("Trygg i Åre & Ö") == "trygg-i-are-o"
    assert Partnership.free_slug("UmeBrå") == "umebra-2"
    assert Partnership.free_slug("ᚠᚢᚦ") == "samverkan"


def test_the_reserved_words_are_the_first_path_words_of_our_pages():
    first_words = set()
    for pattern in get_resolver().url_patterns:
        first = str(pattern.pattern).split("/")[0]
        if "<" in first:
            assert isinstance(pattern.pattern.converters["partnership"], SlugConverter)
        elif first:
            first_words.add(first)

    # Words kept for pages that are still to come, and the folder of static files.
    assert first_words <= RESERVED_SLUGS
    assert RESERVED_SLUGS - first_words <= {"halsa", "kalender", "offentligt", "static"}
