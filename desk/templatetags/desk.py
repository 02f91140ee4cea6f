"""What the pages of a document of any kind ask for."""

from django import template

from desk import addresses

register = template.Library()


@register.simple_tag(takes_context=True)
def here(context, name: str, *arguments) -> str:
    """`{% here "history" %}`: the address of another page of the same document."""
    return addresses.address_of(context["request"], context["top"], name, *arguments)


@register.simple_tag(takes_context=True)
def list_of(context) -> str:
    """`{% list_of %}`: the address of the list that the document stands in."""
    return addresses.list_of(context["request"], context["top"])
