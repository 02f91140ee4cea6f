"""Small matters of type: hyphens, headings and lists in words."""

from functools import cache

import pyphen
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from core.richtext import shift_headings

register = template.Library()

#: Words shorter than this fit a phone at 320 pixels in any heading.
LONG_WORD = 12
#: The same for the margin of a sheet, which takes nine letters where it is narrow.
LONG_IN_MARGIN = 10


@cache
def _hyphenator(language: str) -> pyphen.Pyphen | None:
    known = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=known, left=4, right=4) if known else None


@register.filter
def soften(text: str, language: str = "sv") -> str:
    """Put soft hyphens into the long words of a heading, which browsers do not hyphenate."""
    return _softened(text, language, LONG_WORD)


@register.filter
def soften_in_margin(text: str, language: str = "sv") -> str:
    """Put soft hyphens into the long words of what stands in the margin of a sheet."""
    return _softened(text, language, LONG_IN_MARGIN)


def _softened(text: str, language: str, shortest: int) -> str:
    hyphenator = _hyphenator(language)
    if hyphenator is None:
        return text
    softened = " ".join(
        hyphenator.inserted(word, hyphen="\u00ad") if len(word) >= shortest else word
        for word in str(text).split(" ")
    )
    # The patterns take "överens" apart in the middle: Samverkansöver-enskommelse.
    return softened.replace("över\u00adens", "överens")


@register.filter
def richtext(text: str, level: int) -> SafeString:
    """Show normalised rich text, its headings shifted to stand under a heading of `level`."""
    # Normalised at save and import by core.richtext, which is what makes it safe.
    return mark_safe(shift_headings(text, level))  # noqa: S308


@register.simple_tag
def heading(text: str, level: int, identifier: str = "", css: str = "") -> SafeString:
    """Write a heading element of `level` (2–6)."""
    attributes = format_html(' id="{}"', identifier) if identifier else ""
    if css:
        attributes += format_html(' class="{}"', css)
    return format_html("<h{0}{1}>{2}</h{0}>", level, attributes, text)


@register.filter
def in_words(items) -> str:
    """Join with commas and “and”: a, b and c."""
    return get_text_list([str(item) for item in items], _("and"))
