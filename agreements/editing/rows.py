"""The rows that are edited on the page: one table of kind → model, forms and where it shows."""

from dataclasses import dataclass

from django.http import Http404

from agreements.choices import PartKind
from agreements.forms import structure, text
from agreements.forms.row import RowForm
from agreements.models import (
    Agreement,
    Appendix,
    Body,
    Duty,
    Goal,
    Party,
    Seat,
    Section,
    SectionPart,
    Signatory,
)
from agreements.models.ranked import RankedRow
from documents.models import DocumentRow


@dataclass(frozen=True)
class RowKind:
    """How one kind of row is edited.

    `under` is the foreign key by which it stands under another row and `under_model` that row's
    model; `needs_parent` says that it cannot stand alone.
    """

    model: type[DocumentRow]
    form: type[RowForm]
    new_form: type[RowForm] | None = None
    under: str = ""
    under_model: type[DocumentRow] | None = None
    needs_parent: bool = False

    @property
    def can_be_added(self) -> bool:
        """Tell whether there can be more than one."""
        return issubclass(self.model, RankedRow)

    def form_for(self, row: DocumentRow) -> type[RowForm]:
        """Return the form that edits `row`."""
        if isinstance(row, SectionPart):
            return text.BlockForm if row.kind == PartKind.BLOCK else text.TextForm
        return self.form


ROW_KINDS: dict[str, RowKind] = {
    "agreement": RowKind(Agreement, text.AgreementForm),
    "section": RowKind(
        Section,
        text.SectionForm,
        new_form=text.NewSectionForm,
        under="parent",
        under_model=Section,
    ),
    "part": RowKind(
        SectionPart,
        text.TextForm,
        new_form=text.NewPartForm,
        under="section",
        under_model=Section,
        needs_parent=True,
    ),
    "goal": RowKind(Goal, structure.GoalForm, under="parent", under_model=Goal),
    "party": RowKind(Party, structure.PartyForm),
    "signatory": RowKind(
        Signatory, structure.SignatoryForm, under="party", under_model=Party, needs_parent=True
    ),
    "body": RowKind(Body, structure.BodyForm),
    "seat": RowKind(Seat, structure.SeatForm, under="body", under_model=Body, needs_parent=True),
    "duty": RowKind(Duty, structure.DutyForm),
    "appendix": RowKind(Appendix, text.AppendixForm),
}


def row_kind(name: str) -> RowKind:
    """Return the kind called `name` in addresses, or raise Http404."""
    try:
        return ROW_KINDS[name]
    except KeyError as error:
        raise Http404 from error
