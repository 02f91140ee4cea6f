"""The form of one row: what every kind of row has in common."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms

from core.canonical import canonical_bytes, digest
from desk.forms.fields import name_empty_choices


@dataclass(frozen=True)
class FieldGroup:
    """Fields of a form that belong together: a legend, or none for the first of a form.

    A folded group is opened by whoever needs it, and stands open when a field in it is asked for
    or refused.
    """

    legend: str
    fields: list[forms.BoundField]
    is_folded: bool = False
    is_asked_for: bool = False

    @property
    def is_open(self) -> bool:
        """Tell whether the group is to be seen at once."""
        refused = any(field.errors for field in self.fields)
        return not self.is_folded or self.is_asked_for or refused


class RowForm(forms.ModelForm):
    """Edits one row. `seen` tells what the row said when the form was opened.

    It is compared under the document's lock, so that a stale edit never overwrites a newer one.
    """

    #: Groups after the fields that are in none: legend, names of fields, whether it is folded.
    GROUPS: tuple[tuple[str, tuple[str, ...], bool], ...] = ()

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    #: The field that the form has been opened at, or none.
    opened_at = ""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["seen"] = self.fingerprint()
        for field in self.fields.values():
            if type(field.widget) is forms.Textarea:
                field.widget.attrs["rows"] = 3  # where a browser cannot fit it to its text
        name_empty_choices(self)

    def fingerprint(self) -> str:
        """Return a digest of what the row says in the fields of this form."""
        said = forms.model_to_dict(self.instance, fields=self._meta.fields)
        return digest(canonical_bytes({name: str(value) for name, value in said.items()}))

    @property
    def edited(self) -> list[str]:
        """The model's columns that this form edits."""
        return [name for name in self._meta.fields if name in self.fields]

    @property
    def groups(self) -> list[FieldGroup]:
        """The fields that are seen, as they are to be shown."""
        grouped = {name for _legend, names, _folded in self.GROUPS for name in names}
        alone = [field for field in self.visible_fields() if field.name not in grouped]
        return [
            FieldGroup("", alone),
            *(
                FieldGroup(
                    str(legend),
                    [self[name] for name in names if name in self.fields],
                    is_folded,
                    self.opened_at in names,
                )
                for legend, names, is_folded in self.GROUPS
                if any(name in self.fields for name in names)
            ),
        ]

    def drop_empty(self, names: Iterable[str]) -> None:
        """Leave out those fields in which there is nothing to choose."""
        for name in names:
            if not any(value for value, _label in self.fields[name].choices):
                del self.fields[name]

    def open_at(self, name: str) -> None:
        """Let the form begin at its field `name`, in sight and with the focus, if it has one."""
        if name in self.fields:
            self.opened_at = name
            self.fields[name].widget.attrs["autofocus"] = True

    def noticed(self) -> str:
        """Return what is worth a second look in what has been saved, as a sentence, or nothing."""
        return ""

    def is_stale(self) -> bool:
        """Tell whether the row says something else than when the form was opened.

        To be asked of a form that is bound to a row read under the lock, before it is validated
        (validation puts the new values into the row).
        """
        return self.data.get(self.add_prefix("seen"), "") != self.fingerprint()
