"""A consultation with many comments against one with few."""

from datetime import timedelta

from django.urls import reverse
from django.utils.timezone import localdate

from agreements.models import Agreement
from bench.timing import Task
from bench.world import World
from consultation.choices import CommentReach
from consultation.commenting import Author, Spot, comment
from consultation.models import Consultation
from consultation.rounds import Recipient, open_round
from documents.models import Section


def consultation_of(world: World, draft: Agreement, comments: int) -> Task:
    """Ask ten people about `draft`, let them write `comments` in all; return the overview."""
    opened = open_round(
        draft.document,
        title="Samråd",
        message="",
        last_day=localdate() + timedelta(days=14),
        recipients=[
            Recipient(f"Remissinstans {number}", f"remiss-{number}@example.org", "Ett bolag")
            for number in range(1, 11)
        ],
        see_each_other=False,
        address="http://localhost",
        by=world.actor,
    )
    _write(opened, draft, comments)
    address = reverse(
        "agreements:consultation", args=[world.access.partnership.slug, draft.pk, opened.pk]
    )
    return Task(f"overview, {comments} comments", lambda: world.get(address))


def _write(opened: Consultation, draft: Agreement, comments: int) -> None:
    invitations = list(opened.invitations.all())
    sections = list(Section.objects.filter(document=draft.document_id))
    for number in range(comments):
        section = sections[number % len(sections)]
        comment(
            draft.document,
            by=Author.guest(invitations[number % len(invitations)]),
            spot=Spot("section", section.key, section.heading),
            text="Här bör det stå vem som ansvarar för uppföljningen och när den görs.",
            reach=CommentReach.EVERYONE,
        )
