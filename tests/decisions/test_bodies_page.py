"""Bodies and who sits in them: kept by coordinators and registrars, seen by everyone."""

from datetime import date

import pytest
from django.urls import reverse

from decisions.models import Body, Seat
from desk import workflow
from tests.desk import Desk, text_of

SLUG = "trygg-i-lulea"


@pytest.fixture
def at(client_for):
    """Return a function: persona → that person's desk with no document."""
    return lambda who: Desk(client_for(who), None)


def address(page, *numbers):
    return reverse(f"bodies:{page}", args=[SLUG, *numbers])


def test_a_body_and_its_members_are_added(at, karin, malte, partnership):
    desk = at(karin)
    made = desk.fill_in(address("new"), name="Styrgruppen", kind="steering_group")
    body = Body.objects.get()

    assert made["Location"] == address("body", body.pk)
    desk.fill_in(
        address("new_seat", body.pk), title="VD", organisation="Lulebo", user=str(malte.user.pk)
    )
    seat = Seat.objects.get()
    assert (seat.title, seat.user, seat.role) == ("VD", malte.user, "member")
    assert "VD, Lulebo" in str(seat)
    assert "Lulebo" in text_of(desk.get(address("list")))


def test_a_substitute_stands_in_for_someone_of_the_same_body(at, karin, steering_group, board):
    chief = steering_group.seats.get(title="VD")
    other = board.seats.create(title="Ordförande")
    url = address("new_seat", steering_group.pk)

    refused = at(karin).fill_in(
        url, title="Vice VD", role="substitute", stands_in_for=str(other.pk)
    )
    assert refused.status_code == 422
    at(karin).fill_in(url, title="Vice VD", role="substitute", stands_in_for=str(chief.pk))
    assert Seat.objects.get(title="Vice VD").stands_in_for == chief


def test_two_bodies_of_one_name_and_two_seats_of_one_account_are_refused(
    at, karin, steering_group, malte, other_partnership
):
    desk = at(karin)
    Body.objects.create(partnership=other_partnership, name="Beredningsgruppen", kind="other")
    assert desk.fill_in(address("new"), name="Beredningsgruppen", kind="other").status_code == 302

    same = desk.fill_in(address("new"), name="Styrgruppen", kind="other")
    assert same.status_code == 422
    assert "Det finns redan ett organ med det namnet." in text_of(same)
    twice = desk.fill_in(
        address("new_seat", steering_group.pk), title="VD igen", user=str(malte.user.pk)
    )
    assert twice.status_code == 422
    assert "Kontot har redan en plats i organet." in text_of(twice)


def test_who_left_makes_room_for_another_with_the_same_account(at, karin, steering_group, malte):
    seat = steering_group.seats.get(title="VD")
    desk = at(karin)
    desk.fill_in(address("seat", steering_group.pk, seat.pk), left_on="2024-01-31")

    seat.refresh_from_db()
    assert seat.left_on == date(2024, 1, 31)
    assert "VD" not in [one.title for one in steering_group.seats.sitting()]
    made = desk.fill_in(
        address("new_seat", steering_group.pk), title="Tf VD", user=str(malte.user.pk)
    )
    assert made.status_code == 302


def test_an_account_of_another_partnership_is_not_offered(at, karin, steering_group, olof):
    refused = at(karin).fill_in(
        address("new_seat", steering_group.pk), title="Gäst", user=str(olof.user.pk)
    )

    assert refused.status_code == 422
    assert not Seat.objects.filter(title="Gäst").exists()


def test_bodies_of_another_partnership_are_not_reached(at, karin, other_partnership):
    body = Body.objects.create(partnership=other_partnership, name="UmeBrå", kind="council")
    seat = body.seats.create(title="Ordförande")
    desk = at(karin)

    for url in (
        address("body", body.pk),
        address("new_seat", body.pk),
        address("seat", body.pk, seat.pk),
    ):
        assert desk.get(url).status_code == 404
    assert "UmeBrå" not in text_of(desk.get(address("list")))


def test_the_list_makes_no_more_queries_for_more_bodies(
    at, karin, steering_group, partnership, django_assert_num_queries
):
    desk = at(karin)
    desk.get(address("list"))
    with django_assert_num_queries(5):
        desk.get(address("list"))
    for number in range(5):
        body = Body.objects.create(partnership=partnership, name=f"Grupp {number}", kind="other")
        body.seats.create(title="Ordförande")
    with django_assert_num_queries(5):
        desk.get(address("list"))


def test_a_new_member_of_another_organisation_reads_what_is_before_the_body_already(
    at, plan, matter, karin, per, client_for
):
    desk = Desk(client_for(per), plan)
    assert desk.get(desk.url("matter", matter.pk)).status_code == 404

    url = address("new_seat", matter.body_id)
    at(karin).fill_in(url, title="Kommunpolis", user=str(per.user.pk))

    assert desk.get(desk.url("matter", matter.pk)).status_code == 200
    sent = plan.document.sharings.filter(organisation=per.organisation)
    assert [one.version for one in sent] == [matter.version]
    at(karin).fill_in(address("seat", matter.body_id, matter.body.seats.last().pk), name="Per")
    assert sent.count() == 1


def test_a_new_member_reads_no_draft_that_is_written_further(at, plan, matter, karin, per):
    workflow.reopen(plan, by=karin.actor)
    url = address("new_seat", matter.body_id)
    at(karin).fill_in(url, title="Kommunpolis", user=str(per.user.pk))

    assert not plan.document.sharings.filter(organisation=per.organisation).exists()
