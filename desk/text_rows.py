"""The rows of running text, which every kind of document declares among its own."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.richtext import plain
from desk.forms import sections
from desk.forms.row import RowForm
from documents import tree
from documents.choices import PartKind
from documents.fields import InFile, RunningText
from documents.models import Section, SectionPart
from documents.row_kinds import RowKind, WordPlace

#: Of a long text no more than this is read to find its first words.
_BEGINNING = 400


def _first_words(part: tree.TextPart) -> str:
    return plain(part.text)[:_BEGINNING] or _("Empty text")


def _part_form(part: SectionPart) -> type[RowForm]:
    return sections.BlockForm if part.kind == PartKind.BLOCK else sections.TextForm


SECTION = RowKind(
    model=Section,
    nodes=(tree.Section,),
    below={"parts": "part", "sections": "section"},
    form=sections.SectionForm,
    new_form=sections.NewSectionForm,
    phrases={
        "added": gettext_lazy("added the section “%(name)s”"),
        "changed": gettext_lazy("renamed a section “%(name)s”"),
        "renamed": gettext_lazy("renamed a section: “%(old)s” → “%(new)s”"),
        "moved": gettext_lazy("moved the section “%(name)s”"),
        "deleted": gettext_lazy("deleted the section “%(name)s”"),
    },
    add_label=gettext_lazy("New section"),
    add_under_label=gettext_lazy("New subsection"),
    short_name=lambda section: section.heading or _("Section without a heading"),
    texts=("heading",),
    word=(
        WordPlace(
            code="sect", column="heading", may_be_empty=True, carries_row=True, moves_row=True
        ),
    ),
)

PART = RowKind(
    model=SectionPart,
    nodes=(tree.TextPart, tree.BlockPart),
    fields=(RunningText("text"),),
    in_file=InFile(has_key=False),
    form=_part_form,
    new_form=sections.NewPartForm,
    phrases={
        "added": gettext_lazy("added a text in “%(name)s”"),
        "changed": gettext_lazy("changed the text in “%(name)s”"),
        "moved": gettext_lazy("moved a text in “%(name)s”"),
        "deleted": gettext_lazy("deleted a text in “%(name)s”"),
    },
    add_label=gettext_lazy("New text"),
    short_name=_first_words,
    texts=("text",),
    unsaid=("kind",),
    word=(WordPlace(code="part", column="text", is_long=True, carries_row=True, moves_row=True),),
)

#: Those that others point to first.
TEXT_ROWS = (SECTION, PART)
