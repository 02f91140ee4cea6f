"""What a cell is written in: one template for each column, which the page clones."""

from collections.abc import Iterable, Iterator

from django import forms
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from plans.column import Column, Editor
from plans.tree import PlanTree


def editors(
    plan: PlanTree, columns: Iterable[Column], *, texts: bool, reports: bool
) -> Iterator[tuple[Column, SafeString]]:
    """Give those of `columns` that are written in their cells, each with its editor.

    They are Django's own widgets, whose values are what cells say. `texts` and `reports` tell which
    of the two the reader writes.
    """
    for column in columns:
        if column.is_written(texts, reports):
            yield column, _widget(column, plan).render("cell", "", {"aria-label": column.label})


def _widget(column: Column, plan: PlanTree) -> forms.Widget:
    if column.editor == Editor.CHOICE:
        names = column.choices(plan)
        return forms.Select(choices=[("", _("Not stated")), *zip(names, names, strict=True)])
    if column.editor in (Editor.TEXT, Editor.LIST):
        return forms.Textarea(attrs={"rows": 2})
    attrs = {"autocomplete": "off"}
    if column.editor == Editor.DAY:
        attrs["placeholder"] = _("yyyy-mm-dd")
    return forms.TextInput(attrs=attrs)
