"""Placing a section or a goal under another."""

from django import forms
from django.utils.translation import gettext_lazy as _

from documents.models.ranked import TreeRow


class PlaceForm(forms.Form):
    """Choose what the row is to stand under; nothing chosen is the top."""

    parent = forms.ModelChoiceField(
        label=_("Place under"), queryset=None, required=False, empty_label=_("Nothing: at the top")
    )

    def __init__(self, row: TreeRow, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.row = row
        self.fields["parent"].queryset = (
            type(row)
            .objects.filter(document_id=row.document_id)
            .exclude(pk=row.pk)
            .order_by("rank")
        )
        self.initial.setdefault("parent", row.parent_id)

    def clean(self) -> dict:
        """Put the row in its new place, unsaved; refuse a place under itself."""
        cleaned = super().clean()
        if not self.errors and cleaned["parent"] != self.row.parent:
            self.row.put_under(cleaned["parent"])
        return cleaned
