"""Rich text: one normal form, made at import and at save.

Allowed are p, ul, ol, li, strong, em, a[href], h3, h4, blockquote and br; nothing carries a class,
style or id. List items hold paragraphs, as the editor writes them, so the first save of an
imported text changes nothing.
"""

import re
from collections.abc import Iterable
from functools import cache
from html import unescape

import nh3
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.richtext_shape import BLOCKS, CONTAINERS, HEADINGS, MARKS, Run, Shaper
from core.text import validate_characters

# Some hundred printed pages. Parsing hostile nesting takes time by the square of its length.
MAX_LENGTH = 250_000

_PARSED = BLOCKS | CONTAINERS | {"li", "br", "a"} | set(HEADINGS) | set(MARKS)
_ALLOWED = {"p", "ul", "ol", "li", "strong", "em", "a", "h3", "h4", "blockquote", "br"}
_GONE_WITH_CONTENT = {"script", "style", "title", "template", "iframe", "noembed", "noframes"}
_RULES = {
    "attributes": {"a": {"href"}},
    "url_schemes": {"http", "https", "mailto"},
    "link_rel": None,
}

# Made once: most of the time of a short text is that of putting the rules together.
_PARSER = nh3.Cleaner(tags=_PARSED, clean_content_tags=_GONE_WITH_CONTENT, **_RULES)

# The parser reopens unclosed inline tags in every paragraph. Equal ones it reopens three times at
# most, ones with different attributes all of them: 26 kB of <b 1><b 2>… would become 28 MB.
_INLINE_ATTRIBUTES = re.compile(
    r"<(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s/]"
    r"""(?:[^>"'<]|"[^"<]*"|'[^'<]*')*+>""",
    re.IGNORECASE,
)
_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)(?: href="([^"]*)")?>|([^<]+)')


def normalise(html: str, headings: dict[str, str] = HEADINGS) -> str:
    """Give `html` in the normal form; normalising that again changes nothing.

    `headings` says what each heading becomes; other than the standard is for reading, not keeping.

    Other headings, bold and italic become the allowed ones, other blocks paragraphs; loose text
    gets a paragraph; empty blocks go; white space is collapsed as a browser shows it, while
    U+00A0 stays; lists and quotations deeper than `Shaper.DEPTH` are flattened. Scripts, styles
    and comments go, the text of every other unknown tag stays. Links keep http, https, mailto,
    "#…", "?…" and "/…" and lose anything else. Text is NFC.

    Raises `ValidationError` for more than `MAX_LENGTH` characters (in or out) and for characters
    that `core.text.gate` refuses, also written as `&#1;`. Rich text never goes through `gate`
    itself: NFC would join a ">" with a combining stroke after it.
    """
    _validate_length(html)
    validate_characters(html)
    slim = _INLINE_ATTRIBUTES.sub(r"<\1>", html)
    parsed = _PARSER.clean(slim)
    validate_characters(parsed)
    shaper = Shaper(headings)
    for closing, tag, href, text in _TOKEN.findall(parsed):
        if text:
            shaper.text(unescape(text))
        elif closing:
            shaper.end(tag)
        else:
            shaper.start(tag, unescape(href))
    # The shaper writes only what is allowed; nh3 has the last word all the same.
    allowed = _cleaner(frozenset({*_ALLOWED, *headings.values()}))
    normal = allowed.clean(shaper.html()).replace("&nbsp;", "\u00a0")
    _validate_length(normal)
    return normal


@cache
def _cleaner(tags: frozenset[str]) -> nh3.Cleaner:
    return nh3.Cleaner(tags=set(tags), **_RULES)


def paragraph(runs: Iterable[Run]) -> str:
    """Give `runs` as one paragraph in the normal form; "" where they say nothing.

    It is what `normalise` makes of the HTML that says them, in a fraction of the time: a reader of
    files has a thousand of them and no HTML. A line feed is a line break. Raises as `normalise`.
    """
    shaper = Shaper()
    for run in runs:
        for tag, href in run.marks:
            shaper.start(tag, href)
        first, *others = run.text.split("\n")
        shaper.text(first)
        for line in others:
            shaper.start("br")
            shaper.text(line)
        for tag, _href in run.marks:
            shaper.end(tag)
    html = shaper.html()
    _validate_length(html)
    validate_characters(html)
    return html


def plain(html: str) -> str:
    """Give the text of normalised `html`: a blank line between blocks, "- " before list items.

    Items of a numbered list get their number ("1. "); deeper lists are indented by two spaces.
    """
    blocks: list[str] = []
    lists: list[int | None] = []  # per open list the last number given, None when bulleted
    text, mark, inside_list = "", "", False
    for closing, tag, _href, words in _TOKEN.findall(html):
        if words:
            text += unescape(words)
        elif tag == "br":
            text += "\n"
        elif tag in ("ul", "ol"):
            if closing:
                lists.pop()
            else:
                lists.append(0 if tag == "ol" else None)
        elif tag == "li" and not closing:
            if lists[-1] is not None:
                lists[-1] += 1
            mark = "- " if lists[-1] is None else f"{lists[-1]}. "
        elif tag in ("p", "h3", "h4") and closing:
            indent = "  " * (len(lists) - 1 if mark else len(lists))
            block = f"{indent}{mark}" + text.replace("\n", f"\n{indent}{' ' * len(mark)}")
            tight = bool(mark) and inside_list
            blocks.append(block if not blocks else f"\n{block}" if tight else f"\n\n{block}")
            text, mark, inside_list = "", "", bool(lists)
    return "".join(blocks)


def shift_headings(html: str, level: int) -> str:
    """Give normalised `html` with its headings set under a section whose own heading is `level`.

    The upper headings of the text get level + 1, the lower ones the level after that; lower ones
    before the first upper one get level + 1 too, so no level is skipped. None is deeper than 6.
    """
    upper, lower = min(level + 1, 6), min(level + 2, 6)
    seen_upper = False

    def shifted(match: re.Match) -> str:
        nonlocal seen_upper
        closing, number = match.groups()
        seen_upper = seen_upper or number == "3"
        return f"<{closing}h{lower if number == '4' and seen_upper else upper}>"

    return re.sub(r"<(/?)h([34])>", shifted, html)


def _validate_length(html: str) -> None:
    if len(html) > MAX_LENGTH:
        raise ValidationError(
            _("The text is too long: %(length)d characters. At most %(limit)d fit."),
            code="too_long",
            params={"length": len(html), "limit": MAX_LENGTH},
        )
