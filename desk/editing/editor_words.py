"""What the text editor says, in the reader's language; the editor itself knows English only."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: The editor's own word → ours. Buttons first, then what stands in its menu and its dialogue.
EDITOR_WORDS: dict[str, Promise] = {
    "bold": _("Bold"),
    "italic": _("Italic"),
    "unordered list": _("Bulleted list"),
    "ordered list": _("Numbered list"),
    "List properties": _("List properties"),
    "blockquote": _("Quotation"),
    "heading 3": _("Subheading"),
    "heading 4": _("Smaller subheading"),
    "paragraph": _("Paragraph"),
    "insert link": _("Link"),
    "remove link": _("Remove the link"),
    "undo": _("Undo"),
    "redo": _("Redo"),
    "Heading 3": _("Subheading"),
    "Heading 4": _("Smaller subheading"),
    "Paragraph": _("Paragraph"),
    "Edit Link": _("Link"),
    "URL": _("Address"),
    "Title": _("Title"),
    "Update": _("Save"),
    "Cancel": _("Cancel"),
}
