"""The running text: nested sections, each an ordered run of parts (decision 8)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.richtext import plain
from documents.choices import BlockStyle, PartKind
from documents.models.ranked import RankedRow, TreeRow


class Section(TreeRow):
    """A section with or without a heading (`domain.md` rows 7–8)."""

    ROW = "section"

    heading = models.CharField(_("heading"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def __str__(self) -> str:
        return self.heading or str(_("section without a heading"))


class SectionPart(RankedRow):
    """Running text or a structured block inside a section."""

    ROW = "part"
    SIBLINGS_BY = ("section_id",)

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="parts")
    kind = models.CharField(max_length=10, choices=PartKind, default=PartKind.TEXT)
    text = models.TextField(_("text"), blank=True, help_text="Normalised HTML (core.richtext).")
    #: The name of a block that the kind of document declares (`documents.kinds`).
    block = models.CharField(_("block"), max_length=20, blank=True)
    style = models.CharField(_("list style"), max_length=10, choices=BlockStyle, blank=True)

    class Meta:
        verbose_name = _("part of a section")
        verbose_name_plural = _("parts of sections")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind=PartKind.TEXT, block="", style="")
                | (models.Q(kind=PartKind.BLOCK, text="") & ~models.Q(block="")),
                name="part_is_text_or_block",
                violation_error_message=_("A part is either running text or a block."),
            )
        ]

    def __str__(self) -> str:
        return str(PartKind.BLOCK.label) if self.kind == PartKind.BLOCK else plain(self.text)

    def name_in_history(self) -> str:
        """Return the heading of the section, which tells a reader where the text stands."""
        return str(self.section)
