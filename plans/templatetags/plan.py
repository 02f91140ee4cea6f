"""What the templates of a plan ask for."""

from django import template

from documents.outline import LAST_LEVEL
from plans import outline, phrases
from plans.tree import Activity

register = template.Library()


@register.inclusion_tag("plans/items/carried.html", takes_context=True)
def carried_over(context, activity: Activity) -> dict:
    """Show since when an activity has been in plans, and which targets it had; not in print."""
    return {"carried": (context.get("carried") or {}).get(activity.key)}


@register.filter
def deeper(level: int, depth: int) -> int:
    """Return the level of a heading that stands `depth` deep where the first has `level`."""
    return min(level + depth - 1, LAST_LEVEL)


register.filter("about_problem", phrases.about_problem)
register.filter("answers_to", phrases.answers_to)
register.filter("basis", phrases.basis)
register.filter("cause", phrases.cause)
register.filter("cause_kind", phrases.cause_kind)
register.filter("extension", phrases.extension)
register.filter("groups", outline.groups)
register.filter("heading_kind", phrases.kind)
register.filter("measure", phrases.measure)
register.filter("more", phrases.more)
register.filter("owner", phrases.owner)
register.filter("period", phrases.period)
register.filter("plan_facts", phrases.facts)
register.filter("said_in_print", phrases.said_in_print)
register.filter("signatory", phrases.signatory)
register.filter("under_title", phrases.under_title)
register.filter("when", phrases.when)
register.filter("who", phrases.responsible)
