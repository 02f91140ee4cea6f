"""Choosing two texts of a document to compare."""

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.models import TopRow, Version

#: The working draft, among numbers of versions; a document that this one replaces, with a number.
DRAFT, EARLIER = "utkast", "foregaende-"


class CompareForm(forms.Form):
    """From which text to which; the names are those of the address."""

    fran = forms.ChoiceField(label=gettext_lazy("From"))
    till = forms.ChoiceField(label=gettext_lazy("To"))

    def __init__(
        self, data, *, versions: list[Version], earlier: list[TopRow], has_draft: bool
    ) -> None:
        """Offer the draft, `versions`, the latest first, and the `earlier` documents it replaces.

        Without data, the first two of them.
        """
        texts = [(DRAFT, _("Working draft"))] if has_draft else []
        texts += [(str(one.number), _named(one)) for one in versions]
        replaced = [(f"{EARLIER}{number}", one.name) for number, one in enumerate(earlier, start=1)]
        self.names = dict(texts + replaced)
        values = list(self.names)
        given = {"till": values[0] if values else "", "fran": (values[1:] or [""])[0]}
        super().__init__(given | {name: data[name] for name in given if name in data})
        for field in self.fields.values():
            field.choices = [*texts, (_("Replaced by this text"), replaced)] if replaced else texts
            field.error_messages["invalid_choice"] = _(
                "There is no such text to compare. Choose one in the list."
            )
        self.has_two = len(values) > 1

    @property
    def chosen(self) -> list[str]:
        """What the two texts are called; nothing while there is none of a given name."""
        return (
            [self.names[self.cleaned_data[name]] for name in self.fields] if self.is_valid() else []
        )


def _named(version: Version) -> str:
    day = date_format(localtime(version.locked_at), "j F Y")
    if version.is_binding:
        return _("Binding text, version %(number)d") % {"number": version.number}
    return _("Proposal %(day)s, version %(number)d") % {"day": day, "number": version.number}
