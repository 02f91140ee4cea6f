"""What the templates ask for about how it goes with rows."""

from django import template
from django.utils import timezone, translation
from django.utils.safestring import SafeString

from desk import addresses
from documents.kinds import kind_of_tree
from documents.tree import Node
from followup import phrases
from followup.standing import Standing
from partnerships.permissions import Action

register = template.Library()

register.filter("number_said", phrases.number)
register.filter("period_said", phrases.period)
register.filter("why_total", phrases.why)


@register.filter
def state_look(standing: Standing) -> str:
    """Return how the state that was reported last looks; "" where none was."""
    return phrases.LOOKS.get(standing.state, "")


@register.filter
def is_late(standing: Standing) -> bool:
    """Tell whether the row is late today."""
    return standing.is_late(timezone.localdate())


@register.filter
def needs_updating(standing: Standing) -> bool:
    """Tell whether nothing has been heard of the row for long."""
    return standing.needs_updating(timezone.localdate())


@register.simple_tag(takes_context=True)
def how_it_goes(context, node: Node) -> SafeString:
    """Show beside a row how it goes with it, on the page of the document alone.

    It is no part of the text: where no `standings` are given, as in print, nothing stands here.
    It is said in the reader's language, also in a document that is written in another.
    """
    standing = (context.get("standings") or {}).get(node.key)
    if standing is None:
        return SafeString("")
    request = context["request"]
    may_report = request.access.may(Action.REPORT)
    if not (standing.is_reported or may_report or is_late(standing)):
        return SafeString("")
    page = "report" if may_report else "followed"
    values = {
        "row_name": kind_of_tree(context["doc"]).short_name(node),
        "standing": standing,
        "reports": may_report,
        "address": addresses.address_of(request, context["top"], page, node.key),
    }
    with translation.override(request.LANGUAGE_CODE):
        values["came_of"] = phrases.short(standing.outcomes)
        fragment = context.template.engine.get_template("desk/followup/beside.html")
        return fragment.render(context.new(values))
