"""What was done with those parts of a Word file that are not its text, as sentences."""

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from lxml import etree

from core.text import printable
from intake.reading.word_parts import WordParts
from intake.reading.word_styles import W


def notes_of(
    parts: WordParts,
    seen: Counter,
    *,
    struck: Sequence[str] = (),
    around: Sequence[str] = (),
    with_comments: bool = True,
) -> list[str]:
    """Return the sentences; `seen` is what `BodyReader` met, and "heads" from the page headers.

    `struck` is the text that was struck through, `around` what stood round the pages and was left
    out: both are quoted, since nobody sees afterwards what they were.
    Nothing is said of comments to one who takes care of them (`with_comments` False).
    """
    notes = [_tracked_changes(parts.main.root)]
    for count, sentence in (
        (with_comments and _count(parts.root("comments"), "comment"), _comments),
        (_footnotes(parts), _notes),
        (seen["pictures"], _pictures),
        (seen["boxes"], _boxes),
        (seen["tables"], _tables),
        (seen["embedded"], _embedded),
    ):
        if count:
            notes.append(sentence(count))
    if seen["contents"]:
        notes.append(_("The table of contents was left out; the agreement gets its own."))
    if seen["heads"]:
        notes.append(_("What stood at the top or bottom of the pages stands first in the text."))
    if around:
        said = _("Left out from the bottom of the pages: %(words)s.")
        notes.append(said % {"words": _quoted(around)})
    if struck:
        said = _("Struck-through text was left out, as deleted: %(words)s.")
        notes.append(said % {"words": _quoted(struck)})
    if seen["hidden"]:
        notes.append(_("Hidden text was left out."))
    if parts.has_macros:
        notes.append(_("The file held macros. They were not run and were left out."))
    return [note for note in notes if note]


def _quoted(texts: Sequence[str]) -> str:
    """Return texts as they are named in a sentence, once each."""
    said = dict.fromkeys(" ".join(printable(text).split()) for text in texts)
    return ", ".join(_("“%(text)s”") % {"text": text} for text in said)


def _tracked_changes(root: etree._Element) -> str:
    inserted = _changes(root, "ins") + _changes(root, "moveTo")
    deleted = _changes(root, "del") + _changes(root, "moveFrom")
    if not inserted and not deleted:
        return ""
    total = inserted + deleted
    return ngettext(
        "The file had %(total)d tracked change: what was inserted was taken in "
        "(%(inserted)d), what was deleted was left out (%(deleted)d).",
        "The file had %(total)d tracked changes: what was inserted was taken in "
        "(%(inserted)d), what was deleted was left out (%(deleted)d).",
        total,
    ) % {"total": total, "inserted": inserted, "deleted": deleted}


def _changes(root: etree._Element, kind: str) -> int:
    """Count changes of text; the mark at a paragraph's end belongs to the change beside it."""
    return sum(len(change) > 0 for change in root.iter(f"{W}{kind}"))


def _comments(count: int) -> str:
    return ngettext(
        "%(count)d comment was left out.", "%(count)d comments were left out.", count
    ) % {"count": count}


def _notes(count: int) -> str:
    return ngettext(
        "%(count)d footnote was left out. Write in the text what must be there.",
        "%(count)d footnotes were left out. Write in the text what must be there.",
        count,
    ) % {"count": count}


def _pictures(count: int) -> str:
    return ngettext(
        "%(count)d picture was left out.", "%(count)d pictures were left out.", count
    ) % {"count": count}


def _boxes(count: int) -> str:
    return ngettext(
        "%(count)d text box was taken in as text, after the paragraph that it was fixed to.",
        "%(count)d text boxes were taken in as text, after the paragraphs that they were fixed to.",
        count,
    ) % {"count": count}


def _tables(count: int) -> str:
    return ngettext(
        "%(count)d table was taken in as text, row by row.",
        "%(count)d tables were taken in as text, row by row.",
        count,
    ) % {"count": count}


def _embedded(count: int) -> str:
    return ngettext(
        "%(count)d part of the file comes from another file and was left out.",
        "%(count)d parts of the file come from other files and were left out.",
        count,
    ) % {"count": count}


def _footnotes(parts: WordParts) -> int:
    return _count(parts.root("footnotes"), "footnote") + _count(parts.root("endnotes"), "endnote")


def _count(root: etree._Element | None, name: str) -> int:
    """Count the elements of a part that a person wrote: separators have a type."""
    if root is None:
        return 0
    return sum(one.get(f"{W}type") in (None, "normal") for one in root.iter(f"{W}{name}"))
