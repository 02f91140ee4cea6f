"""Choosing which rows of the plan, and which goals of the agreement, a row answers to."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.models import Goal

#: Stands before what is named in words and is no row here: no key begins so.
_WORDS = "“"


def _lines(said: str) -> list[str]:
    return [line.strip() for line in said.split("\n") if line.strip()]


class LinksField(forms.MultipleChoiceField):
    """Rows of the same document, as `documents.fields.Links` keeps them.

    What a row names that is no row here can be kept or left out.
    """

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs) -> None:
        super().__init__(required=False, **kwargs)

    def offer(self, rows: Iterable, named: Iterable[dict]) -> None:
        """Offer `rows`, and the words among what the row `named` until now."""
        offered = [(str(row.key), str(row)) for row in rows]
        words = [one["words"] for one in named if "words" in one]
        self.choices = [*offered, *((_WORDS + one, one) for one in words)]

    def prepare_value(self, value):
        """Show the list of links as the choices that stand for them."""
        return [
            (one.get("row") or _WORDS + one["words"]) if isinstance(one, dict) else one
            for one in value or ()
        ]

    def clean(self, value) -> list[dict]:
        """Return the links that were chosen.

        Where nothing is offered, as in a table's cell, each line of what is written names a row.
        """
        if not self.choices and isinstance(value, str):
            return [{"words": line} for line in _lines(value)]
        return [
            {"words": one.removeprefix(_WORDS)} if one.startswith(_WORDS) else {"row": one}
            for one in super().clean(value)
        ]

    def has_changed(self, initial, data) -> bool:
        """Compare as choices."""
        return super().has_changed(self.prepare_value(initial), data)


class LinkField(LinksField):
    """One row of the same document, or none."""

    widget = forms.Select

    def offer(self, rows: Iterable, named: Iterable[dict]) -> None:
        """Offer none of them too."""
        super().offer(rows, named)
        self.choices = [("", _("Not stated")), *self.choices]

    def prepare_value(self, value):
        """Show the choice that stands for the link."""
        return next(iter(super().prepare_value(value)), "") if isinstance(value, list) else value

    def to_python(self, value) -> list[str]:
        """Return what was chosen as a list of one."""
        return [value] if value else []

    def has_changed(self, initial, data) -> bool:
        """Compare as one choice."""
        return (self.prepare_value(initial) or "") != (data or "")


class GoalsField(forms.MultipleChoiceField):
    """Goals of the partnership's agreements, named by their words.

    The words are those of a text that binds, and no longer change.
    """

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs) -> None:
        super().__init__(label=_("Goals of the agreement"), required=False, **kwargs)

    def clean(self, value) -> list[str]:
        """Return the goals that were chosen; where none are offered, those that are written."""
        if not self.choices and isinstance(value, str):
            return _lines(value)
        return super().clean(value)

    def offer(self, partnership_id: int, named: Iterable[str]) -> None:
        """Offer the goals of texts that bind, and those that the row `named` until now."""
        goals = Goal.objects.filter(
            document__partnership=partnership_id, document__binding_version__isnull=False
        ).order_by("-document", "parent", "rank", "pk")
        texts = dict.fromkeys([*goals.values_list("text", flat=True), *named])
        self.choices = [(one, one) for one in texts]
