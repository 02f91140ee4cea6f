"""The form of one row: what every kind of row has in common."""

from django import forms
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils.translation import gettext_lazy as _

from core.canonical import canonical_bytes, digest


class RowForm(forms.ModelForm):
    """Edits one row. `seen` tells what the row said when the form was opened.

    It is compared under the document's lock, so that a stale edit never overwrites a newer one.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["seen"] = self.fingerprint()
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.empty_label = _("Not stated")
            elif isinstance(field, forms.ChoiceField) and field.choices[:1] == BLANK_CHOICE_DASH:
                field.choices = [("", _("Not stated")), *field.choices[1:]]

    def fingerprint(self) -> str:
        """Return a digest of what the row says in the fields of this form."""
        said = forms.model_to_dict(self.instance, fields=self.edited)
        return digest(canonical_bytes({name: str(value) for name, value in said.items()}))

    @property
    def edited(self) -> list[str]:
        """The model's columns that this form edits."""
        return list(self._meta.fields)

    def is_stale(self) -> bool:
        """Tell whether the row says something else than when the form was opened.

        To be asked of a form that is bound to a row read under the lock, before it is validated
        (validation puts the new values into the row).
        """
        return self.data.get(self.add_prefix("seen"), "") != self.fingerprint()
