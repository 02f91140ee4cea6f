"""What the templates of a plan ask for."""

from django import template

from plans import outline, phrases

register = template.Library()

register.filter("groups", outline.groups)
register.filter("heading_kind", phrases.kind)
register.filter("more", phrases.more)
register.filter("owner", phrases.owner)
register.filter("period", phrases.period)
register.filter("plan_facts", phrases.facts)
register.filter("when", phrases.when)
register.filter("who", phrases.responsible)
