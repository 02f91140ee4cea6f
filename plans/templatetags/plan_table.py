"""What the templates of a plan's table ask for."""

import html
from collections.abc import Iterable
from urllib.parse import urlencode

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from desk.addresses import address_of
from plans.columns import Column, ReadyView
from plans.table.arranging import Row
from plans.table.view import COLUMN, NOTHING, SIEVE, View

register = template.Library()


@register.simple_tag(takes_context=True)
def table_rows(context, rows: Iterable[Row]) -> SafeString:
    """Show rows of the table. In Python: a template takes two to three times as long.

    Cells are escaped by what Django's own `escape` calls, which asks each whether it is lazy first.
    """
    columns = context["columns"] if "columns" in context else context["table"].columns
    begins, ends = zip(*map(_around, columns), strict=True)
    address = address_of(context["request"], context["top"], "table_row", _ANY_KEY)
    shown = []
    for row in rows:
        cells = "".join(
            [
                f"{begin}{html.escape(said)}{end}"
                for begin, said, end in zip(begins, row.cells, ends, strict=True)
            ]
        )
        shown.append(_row(row, address, cells))
    # Every text in it is escaped.
    return mark_safe("".join(shown))  # noqa: S308


_ANY_KEY = "00000000-0000-0000-0000-000000000000"


def _row(row: Row, address: str, cells: str) -> str:
    key, name = str(row.key), escape(row.name)
    mark, lead = escape(_("Mark")), escape(_("Open"))
    return (
        f'<tr id="activity-{key}" data-key="{key}"><td class="mark">'
        f'<input type="checkbox" name="rad" value="{key}" form="marked" aria-label="{mark} {name}">'
        f'<a href="{address.replace(_ANY_KEY, key)}" aria-label="{lead} {name}">›</a>'
        f"</td>{cells}</tr>"
    )


def _around(column: Column) -> tuple[str, str]:
    """Return what stands around the text of a cell; the activity's own text is the row's head."""
    if column.name == "text":
        return '<th scope="row">', "</th>"
    return format_html('<td data-said="{}">', column.label), "</td>"


@register.filter
def sieve_label(name: str) -> str:
    """Return what a filter is called."""
    return str(SIEVE[name].label)


@register.filter
def sieve_value(value: str) -> str:
    """Return a value of a filter in words."""
    return _("Not stated") if value == NOTHING else value


@register.filter
def as_cell(value: str) -> str:
    """Return what a cell says in a group of this value."""
    return "" if value == NOTHING else value


@register.filter
def picked(view: View, name: str) -> tuple[str, ...]:
    """Return the values that a filter is set to."""
    return view.chosen.get(name, ())


@register.filter
def ready_query(ready: ReadyView) -> str:
    """Return the query of the address of a ready view."""
    return "?" + urlencode([(COLUMN, name) for name in ready.columns])
