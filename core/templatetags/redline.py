"""A difference between two texts, marked so that it is seen and heard."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.textdiff import Paragraph, Run

register = template.Library()

_SKIPPED = format_html("<p>{}</p>", "…")


@register.simple_tag
def redline(paragraphs: list[Paragraph]) -> SafeString:
    """Write paragraphs with `<ins>` and `<del>`, whose ends a screen reader hears."""
    return format_html_join("", "<p>{}</p>", ((_runs(one),) for one in paragraphs))


@register.simple_tag
def redline_gist(paragraphs: list[Paragraph]) -> SafeString:
    """Write the changed paragraphs and their neighbours; an ellipsis stands for the rest."""
    shown = [False, *(one.kind != "equal" for one in paragraphs), False]
    written = []
    for number, one in enumerate(paragraphs, start=1):
        if any(shown[number - 1 : number + 2]):
            written.append(format_html("<p>{}</p>", _runs(one)))
        elif not written or written[-1] != _SKIPPED:
            written.append(_SKIPPED)
    return format_html_join("", "{}", ((one,) for one in written))


@register.simple_tag
def redline_runs(paragraph: Paragraph) -> SafeString:
    """Write one paragraph of a redline within a line."""
    return _runs(paragraph)


@register.simple_tag
def redline_line(line) -> SafeString:
    """Write one paragraph of a redline (`paragraph`, `is_heading`), a heading as a strong line."""
    runs = _runs(line.paragraph)
    if line.is_heading:
        return format_html('<p class="heading">{}</p>', runs)
    return format_html("<p>{}</p>", runs)


def _runs(paragraph: Paragraph) -> SafeString:
    return format_html_join("", "{}", ((_run(run),) for run in paragraph.runs))


def _run(run: Run) -> SafeString | str:
    if run.kind == "equal":
        return run.text
    tag, word = ("ins", _("added")) if run.kind == "insert" else ("del", _("struck"))
    # The space between words stands outside the mark.
    text = run.text.lstrip()
    return format_html(
        '{0}<{1}><span class="visually-hidden">[{2}: </span>{3}'
        '<span class="visually-hidden">] </span></{1}>',
        run.text[: len(run.text) - len(text)],
        tag,
        word,
        text,
    )
