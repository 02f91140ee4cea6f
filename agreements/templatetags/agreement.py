"""What the templates of an agreement ask for."""

from django import template

from agreements import outline, phrases
from agreements.after_signing.succeeding import successors
from agreements.editing.wording import duties_beside_heading, passages
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
