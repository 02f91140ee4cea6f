"""The pages, against a view that does nothing behind the same middleware."""

from django.test import override_settings
from django.urls import reverse

from agreements.forms.rows import TextForm
from agreements.models import Agreement, SectionPart
from agreements.workflow import reopen
from bench.content import agreement
from bench.timing import Task
from bench.world import World
from documents.models import Document

#: A reader's browser asks for a fragment with this header.
HTMX = {"HX-Request": "true"}


class Pages:
    """One agreement's pages as its coordinator opens them."""

    def __init__(self, world: World, opened: Agreement) -> None:
        self.world = world
        self.opened = opened

    def address(self, name: str, *arguments) -> str:
        """Return the address of a page of the agreement."""
        slug = self.world.access.partnership.slug
        return reverse(f"agreements:{name}", args=[slug, self.opened.pk, *arguments])

    def get(self, name: str, *arguments, **headers) -> None:
        """Open a page; anything but 200 stops the run."""
        fetch(self.world, self.address(name, *arguments), **headers)

    def first_text(self) -> SectionPart:
        """Return the first running text."""
        return SectionPart.objects.filter(document=self.opened.document_id).order_by("pk")[0]

    def edited(self) -> tuple[str, dict]:
        """Return where the first running text is saved, and a form in which it says something new."""
        part = self.first_text()
        data = {
            "text": f"{part.text}<p>Ännu ett stycke.</p>"[-5000:],
            "seen": TextForm(instance=part).initial["seen"],
        }
        return self.address("edit", "part", part.key), data

    def save(self, prepared: tuple[str, dict]) -> None:
        """Save the text; the answer leads back to the page."""
        address, data = prepared
        response = self.world.client.post(address, data, headers=HTMX)
        assert response.status_code == 302, response.status_code

    def unlocked(self) -> None:
        """See to it that the draft can be locked."""
        document = Document.objects.get(pk=self.opened.document_id)
        if document.is_locked:
            reopen(Agreement.objects.get(pk=self.opened.pk), by=self.world.actor)

    def lock(self, _prepared: None) -> None:
        """Lock the draft: the text is stored and printed twice."""
        response = self.world.client.post(self.address("lock"), {})
        assert response.status_code == 302, response.status_code


def fetch(world: World, address: str, **headers) -> None:
    """Open a page; anything but 200 stops the run."""
    response = world.client.get(address, headers=headers)
    assert response.status_code == 200, f"{address}: {response.status_code}"
