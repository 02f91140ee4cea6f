"""A draft made from an earlier agreement: what follows along and what stays behind."""

from datetime import date

import pytest

from agreements import starting, tree
from agreements.kind import AGREEMENT
from agreements.models import Agreement, Supersession
from documents.choices import Command, Reach
from documents.models import Change, Version
from documents.reading import read_tree
from documents.writing import kept_key
from tests.factories import SIGNING_DAY, make_agreement, signed_tree, small_tree

NEW_PERIOD = {"valid_from": date(2029, 1, 1), "valid_to": date(2032, 12, 31)}


def copy_of(agreement, by, **changed):
    options = {"title": "Ny överenskommelse", "subtitle": "", "replaces": False} | NEW_PERIOD
    return starting.start_from(
        agreement, drafting_organisation=by.organisation, by=by.actor, **options | changed
    )


def rows(model, agreement):
    return list(model.objects.filter(document=agreement.document).order_by("pk"))


@pytest.mark.parametrize("replaces", [True, False])
def test_every_row_is_new_and_remembers_the_one_it_was_copied_from(signed, karin, replaces):
    copied = copy_of(signed, karin, replaces=replaces)

    for model in AGREEMENT.models:
        if model is Supersession:
            continue
        before, after = rows(model, signed), rows(model, copied)
        assert [row.copied_from for row in after] == [row.key for row in before]
        assert not {row.key for row in after} & {row.key for row in before}


def test_what_is_said_follows_along(signed, karin):
    before, after = read_tree(signed), read_tree(copy_of(signed, karin))

    assert [one.heading for _place, one in after.walk_sections()] == [
        one.heading for _place, one in before.walk_sections()
    ]
    assert after.duties[0].section == before.duties[0].section == (3, 2)
    assert after.bodies[1].part_of == "Styrgrupp"
    for name in ("kind", "area", "legal_basis", "programmes", "organisations", "renewal_rule"):
        assert getattr(after, name) == getattr(before, name)


def test_what_belongs_to_the_old_paper_stays_behind(karin, without_pdf):
    content = signed_tree(document_date=date(2023, 11, 1), terminated_on=date(2028, 5, 1))
    agreement = make_agreement(content, by=karin)
    after = read_tree(copy_of(agreement, karin))

    assert after.signed is False
    assert (after.title, after.subtitle) == ("Ny överenskommelse", "")
    assert (after.valid_from, after.valid_to) == tuple(NEW_PERIOD.values())
    for name in ("document_date", "signed_on", "terminated_on"):
        assert getattr(after, name) is None
    assert (after.signed_at, after.validity_text) == ("", "")
    assert (after.extensions, after.supersedes) == ((), ())
    assert [party.registry_number for party in after.parties] == ["", ""]


def test_the_signatures_stay_behind_and_the_signatories_follow(karin, without_pdf):
    person = tree.Signatory(
        name="Kerstin Berg", order=1, signed_on=SIGNING_DAY, signed_at="Luleå", method="ink"
    )
    party = tree.Party(organisation="Luleå kommun", kind="municipality", signatories=(person,))
    agreement = make_agreement(small_tree(parties=(party,)), by=karin)

    copied = read_tree(copy_of(agreement, karin)).signatories[0]
    assert (copied.name, copied.order) == ("Kerstin Berg", 1)
    assert (copied.signed_on, copied.signed_at, copied.method) == (None, "", "")


def test_a_copy_is_a_draft_of_those_who_made_it_and_a_change_of_its_own(signed, per, karin):
    copied = copy_of(signed, per)

    assert copied.document.drafting_organisation == per.organisation
    assert copied.document.reach == Reach.DRAFTING
    assert not Version.objects.filter(document=copied.document).exists()
    made = Change.objects.of(copied.document).get()
    assert (made.command, made.name) == (Command.COPY, "Per Lind")
    assert not Agreement.objects.visible_to(karin.access).filter(pk=copied.pk).exists()


def test_a_successor_is_linked_to_what_it_replaces(signed, karin):
    copied = copy_of(signed, karin, replaces=True)

    link = Supersession.objects.get(document=copied.document)
    assert link.predecessor == signed
    assert link.reference == str(signed.key)
    assert link.title == signed.name == "Samverkansöverenskommelse 2024–2027"


def test_the_one_copied_from_is_untouched(signed, karin):
    before = read_tree(signed)
    copy_of(signed, karin, replaces=True)

    assert read_tree(Agreement.objects.get(pk=signed.pk)) == before
    assert Change.objects.of(signed.document).count() == 2


def test_bringing_the_same_file_in_twice_makes_two_agreements(karin, without_pdf):
    first, second = (make_agreement(small_tree(), by=karin, key_for=kept_key) for _ in "12")

    for model in AGREEMENT.models:
        keys = [row.key for row in rows(model, first)]
        assert [row.copied_from for row in rows(model, second)] == keys
        assert not set(keys) & {row.key for row in rows(model, second)}
