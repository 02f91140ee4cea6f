"""The table of one plan and what is done in it, as its coordinator's browser asks for it."""

import json
from unittest.mock import patch
from urllib.parse import urlencode

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from bench.plan_content import COLUMNS, PASTED
from bench.world import World
from desk import workflow
from documents.models import Change
from plans.models import Activity, Plan


class PlanPages:
    """The pages of `plan`. Each method stops the run when it is answered otherwise than usual."""

    def __init__(self, world: World, plan: Plan) -> None:
        self.world = world
        self.plan = plan
        self.keys = [str(row.key) for row in self._rows()]
        self._written = 0

    def address(self, name: str, *arguments, **query) -> str:
        """Return the address of a page of the plan; that of the table shows `COLUMNS`."""
        slug = self.world.access.partnership.slug
        address = reverse(f"plans:{name}", args=[slug, self.plan.pk, *arguments])
        query = [("kolumn", one) for one in COLUMNS] + list(query.items())
        return f"{address}?{urlencode(query)}"

    def get(self, name: str, *arguments, **query) -> None:
        """Open a page."""
        self.world.get(self.address(name, *arguments, **query))

    def row(self) -> None:
        """Open the page of one activity."""
        self.get("table_row", self.keys[0])

    def form(self) -> None:
        """Open the form of one activity."""
        self.get("edit", "activity", self.keys[0])

    def change(self) -> None:
        """Show what the latest change did."""
        self.get("change", self._latest())

    def cell(self) -> dict:
        """Return what the script sends when other words are written in a cell."""
        said = Activity.objects.get(key=self.keys[0]).area
        return {"cells": json.dumps([(self.keys[0], "area", self._word(), said)])}

    def save(self, sent: dict) -> None:
        """Save a cell; the answer is its row."""
        self.world.post(self.address("table_cells"), sent, status=200)

    def block(self, rows: int, columns: int) -> dict:
        """Return what the script sends when a block of other words is pasted over cells."""
        line = "\t".join([self._word()] * columns)
        return {
            "text": "\n".join([line] * rows),
            "rows": " ".join(self.keys[:rows]),
            "column": PASTED[0],
            "since": self._latest(),
        }

    def paste(self, sent: dict) -> None:
        """Paste a block; the answer is its rows."""
        shown = urlencode([("kolumn", one) for one in ("text", *PASTED)])
        address = self.address("table_paste").partition("?")[0]
        self.world.post(f"{address}?{shown}", sent, status=200)

    def poll(self) -> None:
        """Ask whether anything has happened; it has not."""
        self.world.get(self.address("table_news", efter=self._latest_seen), status=204)

    def newest(self) -> None:
        """Remember the latest change, as the page that polls does."""
        self._latest_seen = self._latest()

    def excel(self) -> bytes:
        """Fetch the rows as an Excel file."""
        return self.world.get(self.address("excel")).content

    def upload(self, content: bytes) -> None:
        """Send an Excel file, and see row by row what it would do."""
        file = SimpleUploadedFile("plan.xlsx", content)
        self.world.post(self.address("take_in_sheet"), {"file": file}, status=200)

    def two_versions(self) -> None:
        """Store two versions, between which a block was pasted; nothing is printed."""
        with patch("desk.workflow.print_document", lambda *_, **__: b"%PDF-1.7 stand-in"):
            self.lock()
            self.unlock()
            self.paste(self.block(30, len(PASTED)))
            self.lock()
            self.unlock()

    def compare(self) -> None:
        """Show what differs between two stored versions."""
        self.get("compare", fran=1, till=2)

    def lock(self) -> None:
        """Lock the draft: its text is stored, and printed for signing and for the archive."""
        self.world.post(self.address("lock"), {})

    def unlock(self) -> None:
        """Open the locked draft again."""
        current = Plan.objects.select_related("document__locked_version").get(pk=self.plan.pk)
        if current.document.is_locked:
            workflow.reopen(current, by=self.world.actor)

    def _rows(self):
        return Activity.objects.filter(document=self.plan.document_id).order_by("rank")

    def _latest(self) -> int:
        return Change.objects.of(self.plan.document)[0].pk

    def _word(self) -> str:
        self._written += 1
        return f"Ord {self._written}"
