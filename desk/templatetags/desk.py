"""What the pages of a document of any kind ask for."""

from collections.abc import Iterable

from django import template
from django.templatetags.static import static
from django.utils import translation
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString
from js_asset.media import Media

from core.days import day
from desk import addresses
from desk.editing.editor_words import EDITOR_WORDS
from desk.history.words import row_shown, version_name, what
from desk.lines import lines
from documents import kinds
from documents.kinds import BlockKind, DocumentKind, kind_of_tree
from documents.languages import words_for
from documents.models import TopRow
from documents.tree import DocumentTree

register = template.Library()
register.simple_tag(lines, name="document_lines")

NOTHING = "desk/nothing.html"

#: The places where a kind of document has templates of its own → what stands there otherwise.
PLACES = {
    "masthead": NOTHING,
    "front": NOTHING,
    "beside_heading": NOTHING,
    "marked_text": "desk/document/text.html",
    "after": NOTHING,
    "tag": NOTHING,
    "above": NOTHING,
    "status": "desk/side/status.html",
    "records": NOTHING,
    "comparisons": NOTHING,
    "looks": NOTHING,
    "downloads": NOTHING,
    "cover_sheet": NOTHING,
    "registration": NOTHING,
    "other_file": NOTHING,
}

register.filter("what_happened", what)
register.filter("row_shown", row_shown)
register.filter("version_name", version_name)
register.filter("day", day)


@register.simple_tag(takes_context=True)
def here(context, name: str, *arguments) -> str:
    """`{% here "history" %}`: the address of another page of the same document."""
    return addresses.address_of(context["request"], context["top"], name, *arguments)


@register.simple_tag(takes_context=True)
def there(context, top: TopRow, name: str, *arguments) -> str:
    """`{% there other "detail" %}`: the address of a page of another document."""
    return addresses.address_of(context["request"], top, name, *arguments)


@register.simple_tag
def kind_of(top: TopRow) -> DocumentKind:
    """`{% kind_of top as kind %}`: the kind of document that `top` is."""
    return kinds.kind_of(top.document)


@register.simple_tag
def document_kinds() -> Iterable[DocumentKind]:
    """`{% document_kinds as kinds %}`: every kind of document there is."""
    return kinds.kinds().values()


@register.simple_tag(takes_context=True)
def list_of(context, kind: DocumentKind) -> str:
    """`{% list_of kind %}`: the address of the list of documents of a kind."""
    return addresses.list_of(context["request"], kind)


@register.filter
def block_template(content: DocumentTree, name: str) -> str:
    """Return the template that prints the block called `name`."""
    return kind_of_tree(content).blocks[name].template


@register.simple_tag
def block_kind(content: DocumentTree, name: str) -> BlockKind:
    """`{% block_kind doc name as block %}`: what the kind declares of the block called `name`."""
    return kind_of_tree(content).blocks[name]


@register.filter
def panel(content: DocumentTree, place: str) -> str:
    """Return the kind's own template for a `place` on the pages that every document has.

    Where it has none, what every document shows there, which may be nothing.
    """
    return kind_of_tree(content).panels.get(place, PLACES[place])


@register.tag
def document_language(parser, token):
    """`{% document_language doc.language %}…{% end_document_language %}`: the document's own words.

    Fixed words of the sheet do not follow the reader's interface (decision 7). A language we have
    no words in is served by Swedish.
    """
    _name, language = token.split_contents()
    nodes = parser.parse(["end_document_language"])
    parser.delete_first_token()
    return _DocumentLanguage(parser.compile_filter(language), nodes)


class _DocumentLanguage(template.Node):
    def __init__(self, language, nodes) -> None:
        self.language = language
        self.nodelist = nodes

    def render(self, context) -> str:
        with translation.override(words_for(self.language.resolve(context))):
            return self.nodelist.render(context)


@register.simple_tag(takes_context=True)
def logo_url(context, logo) -> str:
    """Return where a party's logo is fetched: an address on a page, the stored file in print."""
    if context.get("printing"):
        return f"/stored/{logo.sha256}"
    return addresses.address_of(context["request"], context["top"], "logo", logo.sha256)


@register.simple_tag(takes_context=True)
def editor_media(context, media) -> SafeString:
    """Show the words, scripts and styles of the editor, with the page's nonce on its import map."""
    words = {theirs: str(ours) for theirs, ours in EDITOR_WORDS.items()}
    return format_html(
        '{}<script src="{}"></script><script src="{}" defer></script>{}',
        json_script(words, "editor-words"),
        static("js/editor_words.js"),
        static("js/paste.js"),
        Media.from_media(media, nonce=str(context["request"].csp_nonce)).render(),
    )
