"""What the page of a manuscript asks for."""

from django import template
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from agreements.manuscript.roles import GROUPS

register = template.Library()


@register.simple_tag(takes_context=True)
def role_select(context, at: int, choice: str) -> SafeString:
    """Show what paragraph `at` was taken for, as a select of what else it can be.

    With a box to tick, for what is to be changed together. Its options are written once for each
    choice: a page has hundreds of selects.
    """
    written = vars(context["request"]).setdefault("options_by_choice", {})
    if choice not in written:
        written[choice] = _options(choice)
    label = conditional_escape(_("Paragraph %(number)d") % {"number": at + 1})
    tick = conditional_escape(_("Tick paragraph %(number)d") % {"number": at + 1})
    return mark_safe(  # noqa: S308
        f'<input class="pick" type="checkbox" name="pick" value="{at}" aria-label="{tick}">'
        f'<select name="role-{at}" id="role-{at}" aria-label="{label}">{written[choice]}</select>'
    )


def _options(choice: str) -> SafeString:
    groups = (
        (
            label,
            format_html_join(
                "",
                '<option value="{}"{}>{}</option>',
                (
                    (value, mark_safe(" selected") if value == choice else "", word)  # noqa: S308
                    for value, word in choices
                ),
            ),
        )
        for label, choices in GROUPS
    )
    return format_html_join("", '<optgroup label="{}">{}</optgroup>', groups)
