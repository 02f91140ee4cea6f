"""What a form says of its fields: which of them have to be filled in."""

from django import template
from django.forms import BoundField
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def need(field: BoundField) -> str:
    """Return what is to stand in brackets after the label of `field`, or nothing.

    A field that is needed at times says when (`needed_when` of its form: name → condition). Of the
    rest the fewer are marked, so that a mark tells something: those that are required, or those
    that are optional. Where nothing is required nothing is marked, unless it is a lone field.
    """
    conditions = getattr(field.form, "needed_when", {})
    if field.name in conditions:
        return conditions[field.name]
    marked = _marked(field)
    if field.name not in {one.name for one in marked}:
        return ""
    required = [one for one in marked if one.field.required]
    optional = [one for one in marked if not one.field.required]
    if field.field.required:
        return _("required") if len(required) < len(optional) else ""
    if required:
        return "" if len(required) < len(optional) else _("optional")
    return _("optional") if len(optional) == 1 else ""


def _marked(field: BoundField) -> list[BoundField]:
    """Return the fields of the form that can bear a mark: a box that is not ticked is an answer."""
    conditions = getattr(field.form, "needed_when", {})
    return [
        one
        for one in field.form.visible_fields()
        if one.widget_type != "checkbox" and one.name not in conditions
    ]
