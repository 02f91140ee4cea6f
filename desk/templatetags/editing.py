"""What the templates of a document ask for where its text is being edited."""

import re
from dataclasses import dataclass, replace
from uuid import UUID

from django import template
from django.utils import translation
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy

from desk import addresses
from desk.editing.pointer import Pointer
from desk.editing.ways import WAYS, open_ways
from documents import tree
from documents.kinds import BlockKind, DocumentKind, kind_of_tree
from documents.row_kinds import RowKind

register = template.Library()


#: Stand for the key and the name of a row in tools that are shown at many.
ANY_KEY, ANY_NAME = UUID(int=0), "\ue000"


@dataclass(frozen=True)
class Link:
    """A link to a form: where it leads and what it says."""

    url: str
    label: str


def _kind(context) -> DocumentKind:
    return kind_of_tree(context["doc"])


def _row(context, name: str) -> RowKind:
    return _kind(context).rows_by_name[name]


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
        name = conditional_escape(_kind(context).short_name(node))
    text = rendered[kind].replace(str(ANY_KEY), str(node.key)).replace(ANY_NAME, name)
    for way in WAYS:
        if way not in kept["open_ways"].get(node.key, WAYS):
            text = text.replace(f'value="{way}"', f'value="{way}" aria-disabled="true"')
    # Our own template, and a name that is escaped.
    return mark_safe(text)  # noqa: S308


def _tools_of_any(context, node: tree.Node) -> str:
    """Render the tools of the kind of row that `node` is, for a row of no key and name yet."""
    row = _row(context, node.ROW)
    any_row = replace(node, key=ANY_KEY)
    target = f"{any_row.anchor}-block" if node.ROW == "section" else any_row.anchor
    values = {
        "node": any_row,
        "name": ANY_NAME,
        "target": target,
        "top": context["top"],
        "request": context["request"],
        "edit": _link_that_edits(context, any_row),
        "edit_id": f"edit-{ANY_KEY}",
        "asks": isinstance(node, tree.BlockPart) and _only_asks(context, node.block),
        "can_move": row.can_be_added,
        "in_tree": row.in_tree,
    }
    if node.ROW == "section":
        values["after"] = _link(context, "part", f"under={ANY_KEY}&first=1")
    elif row.can_be_added:
        values["after"] = Link(
            _address(context, node.ROW, f"after={ANY_KEY}"), gettext_lazy("Add after")
        )
    if node.ROW == "section":  # before the sections under it, where its own text ends
        values["below"] = [_link_under(context, "section", any_row, first=True)]
        values["below_target"] = any_row.anchor
    elif row.below and row.can_be_added:
        values["below"] = [_link_under(context, child, any_row) for child in row.below.values()]
    # The lines of the template are half of what it weighs.
    return re.sub(r"\s*\n\s*", "", _in_readers_words(context, "desk/items/tools.html", values))


def _only_asks(context, block: str) -> bool:
    """Tell whether editing `block` asks which of the rows in it is meant."""
    asked = _kind(context).blocks[block]
    return not asked.facts_at and not asked.has_look


def _link_that_edits(context, node: tree.Node) -> Link:
    """Return the link of the tools of `node` that opens its form, or the form of what it prints."""
    block = _kind(context).blocks[node.block] if isinstance(node, tree.BlockPart) else None
    if block and block.facts_at:
        doc = context["doc"]
        address = _edit_address(context, doc.ROW, doc.key, block.facts_at)
        return Link(address, gettext_lazy("Edit"))
    has_own = block is not None and block.has_look
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
        name = _kind(context).short_name(node)
    values = {
        "name": name,
        "target": printed_at(node, at),
        "edit": Link(_edit_address(context, node.ROW, node.key, at), gettext_lazy("Edit")),
        "edit_id": f"edit-{node.key}-{at}",
    }
    return _in_readers_words(context, "desk/items/tools.html", values)


@register.simple_tag(takes_context=True)
def to_fill_in(context, block: str) -> SafeString:
    """Show, where a block of facts has nothing to print, a link to the form of them."""
    if not context.get("editable") or context["doc"].key is None:
        return SafeString("")
    doc, kind = context["doc"], _kind(context).blocks[block]
    address = _edit_address(context, doc.ROW, doc.key, kind.facts_at)
    with translation.override(context["request"].LANGUAGE_CODE):
        words = str(kind.unfilled)
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
    return _add_links(context, [_link_under(context, row, under)])


@register.simple_tag(takes_context=True)
def section_add_links(context, section: tree.Section) -> SafeString:
    """Show what can be added where a section's own text ends: rows of its blocks, text, a section.

    A section that is added there stands there: before the sections under this one, if any.
    """
    if not context.get("editable") or section.key is None:
        return SafeString("")
    links = []
    for part in section.parts:
        block = isinstance(part, tree.BlockPart) and _kind(context).blocks[part.block]
        if block and block.rows:
            links += _links_of_block(context, block)
    links.append(_link(context, "part", f"under={section.key}"))
    if section.sections:
        links.append(_link_under(context, "section", section, first=True))
    else:
        links.append(_link(context, "section", f"after={section.key}"))
    return _add_links(context, links)


def _links_of_block(context, block: BlockKind) -> list[Link]:
    """Return the links that add a row to a block; also one under each of those that lead a list."""
    row, leads = block.rows, block.leads(context["doc"])
    under = [_link_under(context, row, lead) for lead in leads]
    if len(leads) > 1:
        under = [
            replace(link, label=f"{link.label}: {_kind(context).short_name(lead)}")
            for link, lead in zip(under, leads, strict=True)
        ]
    return [*under, *(_link(context, one) for one in (row, *block.adds))]


@register.simple_tag(takes_context=True)
def address_of(context, one: Pointer) -> str:
    """Return where `one` leads: the form of its row, or of a new one."""
    if one.key is None:
        return _address(context, one.row, f"under={one.under}" if one.under else "")
    return _edit_address(context, one.row, one.key, one.at)


def _edit_address(context, row: str, key: UUID, at: str = "") -> str:
    address = addresses.address_of(context["request"], context["top"], "edit", row, key)
    return f"{address}?at={at}" if at else address


def _link(context, row: str, query: str = "") -> Link:
    return Link(_address(context, row, query), _row(context, row).add_label)


def _link_under(context, row: str, above: tree.Node, *, first: bool = False) -> Link:
    """Return the link that adds a `row` under `above`, last or `first`."""
    kind = _row(context, row)
    label = (kind.add_under_label if row == above.ROW else "") or kind.add_label
    query = f"under={above.key}&first=1" if first else f"under={above.key}"
    return Link(_address(context, row, query), label)


def _address(context, row: str, query: str = "") -> str:
    address = addresses.address_of(context["request"], context["top"], "add", row)
    return f"{address}?{query}" if query else address


def _add_links(context, links: list[Link]) -> SafeString:
    return _in_readers_words(context, "desk/items/add.html", {"links": links})


def _in_readers_words(context, name: str, values: dict) -> SafeString:
    """Render the template `name` with `values` and the page's CSRF token, nothing else.

    The context processors have run for the page; running them for each fragment takes longer
    than the fragment.
    """
    fragment = context.template.engine.get_template(name)
    with translation.override(context["request"].LANGUAGE_CODE):
        return fragment.render(context.new(values | {"csrf_token": context["csrf_token"]}))
