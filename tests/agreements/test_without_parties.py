"""A text without parties is not locked; one that was locked or signed so opens all the same."""

import pytest
from django.urls import reverse

from agreements.models import Agreement
from desk import workflow
from documents.changes import change
from documents.choices import Command, VersionKind
from documents.models import Version
from tests import factories
from tests.desk import Desk, errors, page, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def bare(karin, client_for, without_pdf):
    """Karin at work with a draft that nobody is a party to yet."""
    content = factories.small_tree(parties=())
    return Desk(client_for(karin), factories.make_agreement(content, by=karin))


def stored_before(desk, by, kind):
    """Hold the draft to a text without parties, as could be done once."""
    with change(by=by.actor, document=desk.agreement.document, command=Command.LOCK):
        return workflow.store_text(desk.agreement, kind)


def test_the_page_of_locking_says_that_parties_are_needed_and_leads_there(bare):
    asked = bare.get(bare.url("lock"))

    assert "utan parter går inte att låsa" in text_of(asked)
    assert bare.url("add", "party") in page(asked).xpath("//main//a/@href")
    assert not page(asked).xpath("//main//form")


def test_locking_without_a_party_is_refused_in_a_sentence(bare):
    refused = bare.post(bare.url("lock"), {"reason": "Till styrgruppen"})

    assert refused.status_code == 422
    assert text_of(refused).count("utan parter går inte att låsa") == 1
    assert "Det saknas parter" not in text_of(refused)
    assert not Version.objects.exists()
    assert len(bare.changes()) == 1  # that it was made


def test_with_a_party_it_is_locked(bare):
    bare.fill_in(bare.url("add", "party"), organisation="Luleå kommun", kind="municipality")

    assert bare.fill_in(bare.url("lock")).status_code == 302
    assert Version.objects.count() == 1


def test_a_locked_text_without_a_party_is_not_registered_as_signed(bare, karin):
    stored_before(bare, karin, VersionKind.PROPOSAL)

    refused = bare.fill_in(bare.url("register_signed"), signed_at="Luleå")

    assert refused.status_code == 422
    assert "Texten har inga parter" in text_of(refused)
    assert Agreement.objects.get().is_draft


@pytest.mark.parametrize("kind", [VersionKind.PROPOSAL, VersionKind.BINDING])
def test_one_that_was_stored_before_opens_everywhere(bare, karin, kind):
    stored_before(bare, karin, kind)

    pages = [bare.url(name) for name in ("detail", "word", "html", "history", "compare")]
    pages += [bare.url("version", 1), f"{bare.url('compare')}?fran=1&till=1"]
    pages += [bare.url("as_of", one.pk) for one in bare.changes()]
    for address in pages:
        assert bare.get(address).status_code == 200, address


def test_a_draft_that_was_locked_before_is_opened_and_compared_with_what_was_locked(bare, karin):
    stored_before(bare, karin, VersionKind.PROPOSAL)

    assert bare.fill_in(bare.url("reopen")).status_code == 302
    bare.fill_in(bare.url("add", "party"), organisation="Luleå kommun", kind="municipality")
    compared = bare.get(bare.url("compare", fran=1, till="utkast"))

    assert compared.status_code == 200
    assert "Luleå kommun" in text_of(compared)


def test_a_text_taken_in_is_no_signed_agreement_without_a_party(karin, client_for, without_pdf):
    client = client_for(karin)
    new = reverse("agreements:from_text", args=["trygg-i-lulea"])
    text = "Samverkan för trygghet\n\nMål\n\nVi ska öka tryggheten.\n\nLuleå den 3 maj 2024"
    manuscript = Desk(client, None)
    decide = client.post(new, {"text": text})["Location"]

    refused = manuscript.fill_in(decide, make="1", title="", outcome="signed")

    assert refused.status_code == 422
    assert "En undertecknad överenskommelse har parter" in text_of(refused)
    assert list(errors(refused)) == ["title", "outcome"]  # all that is lacking is said at once
    assert not Agreement.objects.exists()
    assert (
        manuscript.fill_in(decide, make="1", title="Trygghet", outcome="draft").status_code == 302
    )
    assert Agreement.objects.get().is_draft
