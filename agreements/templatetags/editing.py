"""What the templates of an agreement ask for where its text is being edited."""

import re
from dataclasses import dataclass, replace
from uuid import UUID

from django import template
from django.urls import reverse
from django.utils import translation
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, gettext_lazy

from agreements import tree
from agreements.choices import Block
from agreements.editing.blocks import (
    ADD_LABELS,
    ROWS_OF_BLOCKS,
    VALIDITY_AT,
    has_look,
)
from agreements.editing.pointer import Pointer
from agreements.editing.ways import WAYS, open_ways
from agreements.editing.wording import duties_beside_heading, passages
from agreements.naming import short_name
from agreements.outline import goal_groups

register = template.Library()

register.simple_tag(passages)
register.simple_tag(duties_beside_heading)

#: Rows that stand in a tree and can be moved in and out.
IN_TREES = {"section", "goal"}
#: Rows besides sections that something can be added under, and what that is.
CHILDREN = {"goal": "goal", "party": "signatory", "body": "seat"}
#: Stand for the key and the name of a row in tools that are shown at many.
ANY_KEY, ANY_NAME = UUID(int=0), "\ue000"
#: The same for a row that comes under another of its kind.
UNDER_LABELS = ADD_LABELS | {
    "section": gettext_lazy("New subsection"),
    "goal": gettext_lazy("New sub-goal"),
}


@dataclass(frozen=True)
class Link:
    """A link to a form: where it leads and what it says."""

    url: str
    label: str


@register.simple_tag(takes_context=True)
def tools(context, node: tree.Node) -> SafeString:
    """Show what can be done with `node` where the page is being edited; nothing in print.

    The tools speak the reader's language, also inside a document that is written in another.
    They are rendered once for each kind of row and differ by its key and name and by the ways it
    can be moved only: a page has hundreds.
    """
    if not context.get("editable") or node.key is None:
        return SafeString("")
    kept = vars(context["request"])
    rendered = kept.setdefault("tools_by_kind", {})
    kind = node.ROW, getattr(node, "block", "")
    if kind not in rendered:
        rendered[kind] = _tools_of_any(context, node)
    if "open_ways" not in kept:
        kept["open_ways"] = open_ways(context["doc"])
    with translation.override(context["request"].LANGUAGE_CODE):
        name = conditional_escape(short_name(node))
    text = rendered[kind].replace(str(ANY_KEY), str(node.key)).replace(ANY_NAME, name)
    for way in WAYS:
        if way not in kept["open_ways"].get(node.key, WAYS):
            text = text.replace(f'value="{way}"', f'value="{way}" aria-disabled="true"')
    # Our own template, and a name that is escaped.
    return mark_safe(text)  # noqa: S308


def _tools_of_any(context, node: tree.Node) -> str:
    """Render the tools of the kind of row that `node` is, for a row of no key and name yet."""
    any_row = replace(node, key=ANY_KEY)
    target = f"{any_row.anchor}-block" if node.ROW == "section" else any_row.anchor
    values = {
        "node": any_row,
        "name": ANY_NAME,
        "target": target,
        "agreement": context["agreement"],
        "slug": context["request"].access.partnership.slug,
        "edit": _link_that_edits(context, any_row),
        "edit_id": f"edit-{ANY_KEY}",
        "asks": isinstance(node, tree.BlockPart) and _only_asks(node.block),
        "can_move": node.ROW != "agreement",
        "in_tree": node.ROW in IN_TREES,
    }
    if node.ROW == "section":
        values["after"] = _link(context, "part", f"under={ANY_KEY}&first=1")
    elif node.ROW != "agreement":
        values["after"] = Link(
            _address(context, node.ROW, f"after={ANY_KEY}"), gettext_lazy("Add after")
        )
    if node.ROW == "section":  # before the sections under it, where its own text ends
        values["below"] = _link(context, "section", f"under={ANY_KEY}&first=1", UNDER_LABELS)
        values["below_target"] = any_row.anchor
    elif child := CHILDREN.get(node.ROW):
        values["below"] = _link(context, child, f"under={ANY_KEY}", UNDER_LABELS)
    # The lines of the template are half of what it weighs.
    return re.sub(
        r"\s*\n\s*", "", _in_readers_words(context, "agreements/items/tools.html", values)
    )


def _only_asks(block: str) -> bool:
    """Tell whether editing `block` asks which of the rows in it is meant."""
    return block != Block.VALIDITY and not has_look(block)


def _link_that_edits(context, node: tree.Node) -> Link:
    """Return the link of the tools of `node` that opens its form, or the form of what it prints."""
    if isinstance(node, tree.BlockPart) and node.block == Block.VALIDITY:
        address = _edit_address(context, "agreement", context["doc"].key, VALIDITY_AT)
        return Link(address, gettext_lazy("Edit"))
    has_own = isinstance(node, tree.BlockPart) and has_look(node.block)
    label = gettext_lazy("List style") if has_own else gettext_lazy("Edit")
    return Link(_edit_address(context, node.ROW, node.key), label)


@register.simple_tag(takes_context=True)
def edit_here(context, node: tree.Node, at: str) -> SafeString:
    """Show a link to the form of `node`, at its field `at`, where more of it is printed.

    The block that it stands in has the id that `printed_at` gives.
    """
    if not context.get("editable") or node.key is None:
        return SafeString("")
    with translation.override(context["request"].LANGUAGE_CODE):
        name = short_name(node)
    values = {
        "name": name,
        "target": printed_at(node, at),
        "edit": Link(_edit_address(context, node.ROW, node.key, at), gettext_lazy("Edit")),
        "edit_id": f"edit-{node.key}-{at}",
    }
    return _in_readers_words(context, "agreements/items/tools.html", values)


@register.simple_tag(takes_context=True)
def validity_to_fill_in(context) -> SafeString:
    """Show, where no day or words of it are known, a link to where the validity is written."""
    if not context.get("editable") or context["doc"].key is None:
        return SafeString("")
    with translation.override(context["request"].LANGUAGE_CODE):
        words = gettext("The validity is not filled in")
    address = _edit_address(context, "agreement", context["doc"].key, VALIDITY_AT)
    return format_html('<p class="unsaid"><a href="{}" data-opens>{}</a></p>', address, words)


@register.filter
def printed_at(node: tree.Node, at: str) -> str:
    """Return the id of the place where the field `at` of `node` is printed, besides its own."""
    return f"{node.anchor}-{at}"


@register.simple_tag(takes_context=True)
def add_link(context, row: str, under: tree.Node | None = None) -> SafeString:
    """Show a link that adds a `row`, under `under` where it must stand under something."""
    if not context.get("editable") or (under is not None and under.key is None):
        return SafeString("")
    if under is None:
        return _add_links(context, [_link(context, row)])
    labels = UNDER_LABELS if row == under.ROW else ADD_LABELS
    return _add_links(context, [_link(context, row, f"under={under.key}", labels)])


@register.simple_tag(takes_context=True)
def section_add_links(context, section: tree.Section) -> SafeString:
    """Show what can be added where a section's own text ends: rows of its blocks, text, a section.

    A section that is added there stands there: before the sections under this one, if any.
    """
    if not context.get("editable") or section.key is None:
        return SafeString("")
    links = []
    for part in section.parts:
        if isinstance(part, tree.BlockPart) and part.block in ROWS_OF_BLOCKS:
            links += _links_of_block(context, ROWS_OF_BLOCKS[part.block])
    links.append(_link(context, "part", f"under={section.key}"))
    if section.sections:
        links.append(_link(context, "section", f"under={section.key}&first=1", UNDER_LABELS))
    else:
        links.append(_link(context, "section", f"after={section.key}"))
    return _add_links(context, links)


def _links_of_block(context, row: str) -> list[Link]:
    """Return the links that add a `row` to a block; a goal also under those that lead a list."""
    if row != "goal":
        return [_link(context, row)]
    leads = [group.lead for group in goal_groups(context["doc"].goals) if group.lead]
    under = [_link(context, "goal", f"under={lead.key}", UNDER_LABELS) for lead in leads]
    if len(leads) > 1:
        under = [
            replace(link, label=f"{link.label}: {short_name(lead)}")
            for link, lead in zip(under, leads, strict=True)
        ]
    return [*under, _link(context, "goal")]


@register.simple_tag(takes_context=True)
def address_of(context, one: Pointer) -> str:
    """Return where `one` leads: the form of its row, or of a new one."""
    if one.key is None:
        return _address(context, one.row, f"under={one.under}" if one.under else "")
    return _edit_address(context, one.row, one.key, one.at)


def _edit_address(context, row: str, key: UUID, at: str = "") -> str:
    slug = context["request"].access.partnership.slug
    address = reverse("agreements:edit", args=[slug, context["agreement"].pk, row, key])
    return f"{address}?at={at}" if at else address


def _link(context, row: str, query: str = "", labels: dict = ADD_LABELS) -> Link:
    return Link(_address(context, row, query), labels[row])


def _address(context, row: str, query: str = "") -> str:
    slug = context["request"].access.partnership.slug
    address = reverse("agreements:add", args=[slug, context["agreement"].pk, row])
    return f"{address}?{query}" if query else address


def _add_links(context, links: list[Link]) -> SafeString:
    return _in_readers_words(context, "agreements/items/add.html", {"links": links})


def _in_readers_words(context, name: str, values: dict) -> SafeString:
    """Render the template `name` with `values` and the page's CSRF token, nothing else.

    The context processors have run for the page; running them for each fragment takes longer
    than the fragment.
    """
    fragment = context.template.engine.get_template(name)
    with translation.override(context["request"].LANGUAGE_CODE):
        return fragment.render(context.new(values | {"csrf_token": context["csrf_token"]}))
