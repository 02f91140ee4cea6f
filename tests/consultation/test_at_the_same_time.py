"""Fifty people comment at once (PostgreSQL; the tests' SQLite has one connection)."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections

from consultation.models import Comment, Invitation
from consultation.rounds import Recipient, ask_more
from tests.consultation.conftest import Guest

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="the tests' SQLite lies in memory: one connection"
    ),
]


def test_fifty_people_comment_at_once_and_nothing_is_lost(held, karin, text):
    people = [Recipient(f"Person {number}", f"p{number}@example.org") for number in range(50)]
    guests = [Guest(one) for one in ask_more(held.round, people, by=karin.actor)]

    def take_part(guest):
        try:
            said = [
                guest.post("enter"),
                guest.post(
                    "comment", {"text": guest.invitation.email}, f"?row=part&key={text.key}"
                ),
                guest.post("answer", {"answer": "remarks"}),
            ]
            return [one.status_code for one in said]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(16) as pool:
        met = list(pool.map(take_part, guests))

    assert met == [[302, 302, 302]] * 50
    assert set(Comment.objects.values_list("text", flat=True)) == {one.email for one in people}
    assert Invitation.objects.filter(answered_at__isnull=False).count() == 50
