"""What the templates of an agreement ask for."""

from collections.abc import Iterable

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from agreements import outline, phrases
from agreements.after_signing.succeeding import successors
from agreements.editing.wording import duties_beside_heading, passages
from agreements.listed import Listed
from core import intervals

register = template.Library()

register.filter("goal_groups", outline.goal_groups)
register.filter("goal_steps", outline.goal_steps)
register.filter("signing_parties", outline.signing_parties)
register.filter("validity_sentence", phrases.validity_sentence)
register.filter("printed_renewal", phrases.printed_renewal)
register.filter("signing_line", phrases.signing_line)
register.filter("signed_line", phrases.signed_line)
register.filter("interval", intervals.in_words)
register.filter("duty_facts", phrases.duty_facts)
register.filter("subject", phrases.subject)
register.filter("strength", phrases.strength)
register.filter("how_often", phrases.how_often)
register.filter("who_and_what", phrases.who_and_what)
register.filter("role", phrases.role)
register.filter("decisions", phrases.decisions)
register.filter("belongs_to", phrases.belongs_to)
register.filter("decisions_after", phrases.decisions_after)
register.filter("other_named", phrases.other_named)
register.filter("successors", successors)
register.simple_tag(passages)
register.simple_tag(duties_beside_heading)


@register.simple_tag
def agreement_lines(rows: Iterable[Listed]) -> SafeString:
    """Show agreements as the lines of a list. In Python: a template takes four times as long."""
    # Every text in it is escaped; how an agreement stands is HTML already.
    return mark_safe("".join(map(_line, rows)))  # noqa: S308


def _line(row: Listed) -> str:
    secrecy = f'<p class="small">{escape(row["secrecy"])}</p>' if row["secrecy"] else ""
    return (
        f'<li><div class="what"><strong><a href="{row["url"]}">{escape(row["name"])}</a></strong>'
        f"<p>{escape(row['below'])}</p>{secrecy}</div>"
        f'<span class="when">{row["standing"]}</span></li>'
    )
