"""What the templates of a plan's table ask for."""

import html
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlencode

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from desk.addresses import address_of
from followup import phrases
from followup.standing import Standing
from plans.column import Column
from plans.table.arranging import Row
from plans.table.ready import ReadyView
from plans.table.view import COLUMN, NOTHING, SIEVE, View

register = template.Library()


@register.simple_tag(takes_context=True)
def table_rows(context, rows: Iterable[Row]) -> SafeString:
    """Show rows of the table. In Python: a template takes two to three times as long.

    Cells are escaped by what Django's own `escape` calls, which asks each whether it is lazy first.
    """
    columns = context["columns"] if "columns" in context else context["table"].columns
    begins, ends = zip(*[_around(one, context) for one in columns], strict=True)
    address = any_row(context, "table_row")
    others = [
        (at, one, one.opens and any_row(context, one.opens))
        for at, one in enumerate(columns)
        if one.reported or one.opens
    ]
    shown = []
    for row in rows:
        cells = [
            f"{begin}{html.escape(said)}{end}"
            for begin, said, end in zip(begins, row.cells, ends, strict=True)
        ]
        for at, column, leads in others:
            cells[at] = _other_cell(column, row, row.cells[at], begins[at], leads)
        shown.append(_row(row, address, "".join(cells)))
    # Every text in it is escaped.
    return mark_safe("".join(shown))  # noqa: S308


_ANY_KEY = "00000000-0000-0000-0000-000000000000"


@register.simple_tag(takes_context=True)
def any_row(context, name: str) -> str:
    """Return the address of a page of a row, with a key in it that stands for that of any."""
    return address_of(context["request"], context["top"], name, _ANY_KEY)


def _other_cell(column: Column, row: Row, said: str, begin: str, leads: str) -> str:
    """Show what was reported, with who and when in its title, or what leads to the row's page."""
    inside = escape(said)
    if column.name == "status" and row.standing:
        inside = _states(row.standing, said)
    elif leads and said:
        inside = format_html('<a href="{}">{}</a>', leads.replace(_ANY_KEY, str(row.key)), said)
    report = column.source(row.standing) if row.standing and said else None
    title = format_html(' title="{}"', phrases.who(report)) if report else ""
    return f"{begin.removesuffix('>')}{title}>{inside}</td>"


def _states(standing: Standing, said: str) -> str:
    """Show a state as beside a row (`desk/followup/tags.html`), and after it what asks for more."""
    asks = [_tag(one.value, str(one.label)) for one in standing.attention(timezone.localdate())]
    if not (standing.state or asks):
        return ""
    state = _tag(phrases.LOOKS[standing.state], said) if standing.state else ""
    return " ".join([f"<span data-saved>{state}</span>", *asks])


@cache
def _tag(kind: str, word: str) -> str:
    # A line break in it would be one in the cell.
    return render_to_string("includes/tag.html", {"kind": kind, "word": word}).replace("\n", "")


def _row(row: Row, address: str, cells: str) -> str:
    key, name = str(row.key), escape(row.name)
    mark, lead = escape(_("Mark")), escape(_("Open"))
    return (
        f'<tr id="activity-{key}" data-key="{key}"><td class="mark">'
        f'<input type="checkbox" name="rad" value="{key}" form="marked" aria-label="{mark} {name}">'
        f'<a href="{address.replace(_ANY_KEY, key)}" aria-label="{lead} {name}">›</a>'
        f"</td>{cells}</tr>"
    )


def _around(column: Column, context) -> tuple[str, str]:
    """Return what stands around the text of a cell; the activity's own text is the row's head."""
    if column.name == "text":
        return '<th scope="row">', "</th>"
    # What goes for most cells is said of the table.
    editable, reports = context.get("editable", True), context.get("reports", True)
    is_written = column.is_written(editable, reports)
    other = "" if is_written == editable else f' aria-readonly="{str(not is_written).lower()}"'
    return format_html('<td data-said="{}"{}>', column.label, mark_safe(other)), "</td>"  # noqa: S308


@register.filter
def sieve_label(name: str) -> str:
    """Return what a filter is called."""
    return str(SIEVE[name].label)


@register.filter
def sieve_value(value: str, name: str) -> str:
    """Return a value of the filter called `name` in words."""
    return SIEVE[name].said(value)


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
