"""Rows that stand in an order, and rows that stand in a tree."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.changes import open_change
from core.rank import RankField, between
from documents.models.row import DocumentRow

#: How deep a tree may be: deeper than any text, and as deep as an exchange file can say.
DEEPEST = 48


class RankedRow(DocumentRow):
    """A row with a place among its siblings: the rows with the same `siblings_by` values.

    The place is a fractional rank string; a move writes one row (decision 10).
    """

    #: Column names that siblings have in common.
    SIBLINGS_BY: tuple[str, ...] = ("document_id",)

    rank = RankField(editable=False)

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs) -> None:
        """Let each table know its place: the rank, and what its siblings have in common."""
        super().__init_subclass__(**kwargs)
        cls.PLACE = frozenset({"rank", *cls.SIBLINGS_BY})

    def siblings(self) -> list:
        """Return the row and its siblings in order (the row itself only once it is saved)."""
        same = {name: getattr(self, name) for name in self.SIBLINGS_BY}
        return list(type(self).objects.filter(**same).order_by("rank", "pk"))

    def place(self, index: int | None = None) -> None:
        """Give the row the place `index` (0 is first, None last) among its siblings; not saved.

        Inside an open change only: its lock keeps two from choosing the same rank.
        """
        open_change()
        others = [row for row in self.siblings() if row.pk != self.pk]
        at = len(others) if index is None else max(0, min(index, len(others)))
        before = others[at - 1].rank if at > 0 else None
        after = others[at].rank if at < len(others) else None
        self.rank = between(before, after)

    def step(self, by: int) -> None:
        """Move the row `by` places (−1 is one up) among its siblings; at an end nothing moves."""
        order = [row.pk for row in self.siblings()]
        index = order.index(self.pk) + by
        if 0 <= index < len(order):
            self.place(index)


class TreeRow(RankedRow):
    """A ranked row that can stand under another of its kind."""

    SIBLINGS_BY = ("document_id", "parent_id")

    parent = models.ForeignKey(
        "self",
        verbose_name=_("placed under"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="children",
    )

    class Meta:
        abstract = True

    def indent(self) -> None:
        """Move the row in: last under the sibling above it; without one nothing moves."""
        order = self.siblings()
        index = [row.pk for row in order].index(self.pk)
        if index > 0:
            self.put_under(order[index - 1])

    def outdent(self) -> None:
        """Move the row out: next after the row it stands under; at the top nothing moves."""
        above = self.parent
        if above is not None:
            self.parent = above.parent
            self.place([row.pk for row in self.siblings()].index(above.pk) + 1)

    def put_under(self, parent: "TreeRow | None") -> None:
        """Make the row the last one under `parent` (None: at the top); not saved.

        Raises ValidationError as `place` does, and leaves the row where it was.
        """
        before, self.parent = self.parent, parent
        try:
            self.place()
        except ValidationError:
            self.parent = before
            raise

    def place(self, index: int | None = None) -> None:
        """Give the row its place under its parent; not saved.

        Raises ValidationError when the parent is the row itself or stands under it, belongs to
        another document, or stands so deep that the tree would pass `DEEPEST` levels.
        """
        if self.parent_id is not None:
            self._check_parent()
        super().place(index)

    def _check_parent(self) -> None:
        if self.parent.document_id != self.document_id:
            raise ValidationError(_("It can only be moved within its own document."))
        # Read now, under the lock of the change: rows in hand may be older than the last move.
        rows = type(self).objects.filter(document_id=self.document_id)
        parents = dict(rows.values_list("pk", "parent_id"))
        above = list(_up(parents, self.parent_id))
        if self.pk in above:
            raise ValidationError(
                _("“%(name)s” cannot be placed under itself."),
                code="loop",
                params={"name": str(self)},
            )
        # The levels below the row, itself included; a new row has none below it.
        chains = (list(_up(parents, pk)) for pk in parents)
        height = max((chain.index(self.pk) + 1 for chain in chains if self.pk in chain), default=1)
        if len(above) + height > DEEPEST:
            raise ValidationError(
                _("It cannot be placed deeper than %(levels)d levels."),
                code="deep",
                params={"levels": DEEPEST},
            )


def _up(parents: dict[int, int | None], pk: int | None) -> Iterator[int]:
    """Give `pk` and what it stands under, one after the other, to the top."""
    while pk is not None:
        yield pk
        pk = parents.get(pk)
