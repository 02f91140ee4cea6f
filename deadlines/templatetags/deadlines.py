"""What the templates ask for about deadlines."""

from django import template
from django.utils import timezone

from deadlines import phrases
from deadlines.choices import Strength
from deadlines.duties import Deadline, Duty

register = template.Library()

register.filter("duty_facts", phrases.facts)
register.filter("duty_name", phrases.name)
register.filter("met_by", phrases.met_by)
register.filter("last_done", phrases.last_done)


@register.filter
def until_when(deadline: Deadline) -> str:
    """Say until when it is to be done."""
    return phrases.standing(deadline, timezone.localdate())


@register.filter
def deadline_look(deadline: Deadline) -> str:
    """Return how it looks (`templates/includes/tag.html`).

    Only what shall be done, and was done once, is late: where nothing was ever noted, that is what
    is missing.
    """
    if deadline.is_late(timezone.localdate()):
        is_missed = deadline.done and deadline.duty.strength == Strength.MUST
        return "late" if is_missed else "stale"
    return "going" if deadline.day else "idle"


@register.simple_tag(takes_context=True)
def deadline_of(context, duty: Duty) -> Deadline | None:
    """Return how it stands with a duty of a text, where the page knows it; print does not."""
    return (context.get("deadlines") or {}).get(duty)
