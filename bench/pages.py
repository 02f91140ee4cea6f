"""The pages and acts of one agreement, as its coordinator opens and does them."""

from django.urls import reverse

from agreements.models import Agreement
from bench.world import World
from desk.forms.sections import TextForm
from desk.workflow import reopen
from documents.models import Document, SectionPart

#: What a browser says when it fetches a fragment instead of a page.
HTMX = {"HX-Request": "true"}


class Pages:
    """The pages of `opened`. Each method stops the run when it is answered otherwise than usual."""

    def __init__(self, world: World, opened: Agreement) -> None:
        self.world = world
        self.opened = opened

    def address(self, name: str, *arguments) -> str:
        """Return the address of a page of the agreement."""
        slug = self.world.access.partnership.slug
        return reverse(f"agreements:{name}", args=[slug, self.opened.pk, *arguments])

    def get(self, name: str) -> None:
        """Open a page."""
        self.world.get(self.address(name))

    def text_to_edit(self) -> str:
        """Return where the form of the first running text is fetched."""
        return self.address("edit", "part", self._first_text().key)

    def fragment(self, address: str) -> None:
        """Open a form in its place on the page."""
        self.world.get(address, **HTMX)

    def edited(self) -> tuple[str, dict]:
        """Return where the first running text is saved, and a form that says something else."""
        part = self._first_text()
        first, _blank, rest = part.text.partition("</p>")
        shown = TextForm(instance=part)
        said = "<p>Ett annat ord" if "Ett ord" in first else "<p>Ett ord"
        return self.address("edit", "part", part.key), {
            "text": f"{said}</p>{rest}",
            "seen": shown.initial["seen"],
        }

    def save(self, edited: tuple[str, dict]) -> None:
        """Save the text; the answer leads back to the page."""
        address, data = edited
        self.world.post(address, data, **HTMX)

    def unlock(self) -> None:
        """See to it that the draft can be locked."""
        if Document.objects.get(pk=self.opened.document_id).is_locked:
            reopen(Agreement.objects.get(pk=self.opened.pk), by=self.world.actor)

    def lock(self) -> None:
        """Lock the draft: its text is stored, and printed for signing and for the archive."""
        self.world.post(self.address("lock"), {})

    def _first_text(self) -> SectionPart:
        return SectionPart.objects.filter(document=self.opened.document_id).order_by("pk")[0]
