"""What the templates that show several rooms ask for."""

from django import template
from django.urls import reverse

from deadlines.feeds import token_of
from deadlines.models import CalendarFeed

register = template.Library()


@register.simple_tag(takes_context=True)
def calendar_address(context, feed: CalendarFeed) -> str:
    """Return the whole address of a calendar."""
    return context["request"].build_absolute_uri(reverse("pages:calendar", args=[token_of(feed)]))
