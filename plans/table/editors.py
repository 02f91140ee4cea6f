"""What a cell is written in: one template for each column, which the page clones."""

from collections.abc import Iterator

from django import forms
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from plans.columns import Column, Editor, heading_names
from plans.tree import PlanTree


def editors(plan: PlanTree, columns: tuple[Column, ...]) -> Iterator[tuple[Column, SafeString]]:
    """Give each column with its editor: Django's own widgets, whose values are what cells say."""
    for column in columns:
        yield column, _widget(column, plan).render("cell", "", {"aria-label": column.label})


def _widget(column: Column, plan: PlanTree) -> forms.Widget:
    if column.editor == Editor.CHOICE:
        names = heading_names(plan)
        return forms.Select(choices=[("", _("Not stated")), *zip(names, names, strict=True)])
    if column.editor in (Editor.TEXT, Editor.LIST):
        return forms.Textarea(attrs={"rows": 2})
    attrs = {"autocomplete": "off"}
    if column.editor == Editor.DAY:
        attrs["placeholder"] = _("yyyy-mm-dd")
    return forms.TextInput(attrs=attrs)
