"""Changes in words: “changed the goal “…” and moved the section “…””."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from desk.history.differing import in_words
from documents.choices import Command
from documents.kinds import DocumentKind, kind_of
from documents.models import Change, Version
from documents.row_kinds import ADDED, CHANGED, DELETED, MOVED, RENAMED, RowKind

#: What brings something back: said with what happened to the rows.
REVERSALS = {Command.UNDO, Command.REDO, Command.RESTORE}
#: What takes a change back, or makes it again.
STEPS_BACK = {Command.UNDO, Command.REDO}
#: A step back is said with what was taken back, not with what that did to the rows.
OPPOSITES = {"added": "deleted", "deleted": "added"}
#: What made the document: there was nothing before.
BEGINNINGS = {Command.CREATE, Command.COPY, Command.IMPORT}


#: Which rows an act names, where they are not whom it was shown to or what was locked.
ACT_NAMES = {
    Command.REGISTER: ("registration",),
    Command.ATTACH: ("attached_file",),
    Command.CONSULT: ("invitation",),
    Command.CLOSE_CONSULTATION: ("consultation",),
    Command.SUBMIT: ("matter",),
    Command.DECIDE: ("decision",),
    Command.UNBIND: ("decision",),
}
#: So many names are said; how many more there were is said as a number.
MOST_NAMES = 3
#: Of more rows than these, a block that was pasted, it is said how many there were of each kind.
MOST_ROWS = 8


@dataclass(frozen=True)
class Described:
    """A change and what it was, in words."""

    change: Change
    words: str

    @property
    def expands(self) -> bool:
        """Tell whether it is a change of rows that can be shown, and not the whole beginning."""
        if self.change.command in BEGINNINGS:
            return False
        return bool(_written_rows(self.change))


def version_name(version: Version) -> str:
    """Return what a stored version is, by the act that stored it; it knows its `change`."""
    if not version.is_binding:
        day = date_format(timezone.localtime(version.locked_at), "j F Y")
        return _("Proposal %(when)s") % {"when": day}
    names = {
        Command.REGISTER_SIGNED: _("As it was signed"),
        Command.EXTEND: _("With an extension"),
        Command.TERMINATE: _("With a termination"),
        Command.DECIDE: _("As it was adopted"),
    }
    return names.get(version.change.command, _("Binding text"))


def told(changes: Iterable[Change]) -> Iterator[Described]:
    """Give `changes` of one document, the latest first, in words; moving a row on is one move.

    A person who moves a row step by step has moved it once, to where it came in the end.
    """
    later = None
    for one in changes:
        moved = _only_move(one)
        if moved is None or moved != later:
            yield describe(one)
        later = moved


def _only_move(change: Change) -> tuple | None:
    """Return who moved which row on which day, where `change` did nothing else."""
    entry = change.entries[0] if len(change.entries) == 1 else {}
    if change.command != Command.EDIT or entry.get("act") != MOVED:
        return None
    return change.user_id, change.name, entry["key"], timezone.localdate(change.at)


def describe(change: Change) -> Described:
    """Return `change` with what its person did, in the reader's language."""
    return Described(change, get_text_list(_phrases(change), _("and")))


def what(change: Change) -> str:
    """Return what happened to the rows of `change`, in the reader's language; three at most."""
    if change.command == Command.REPLACE:
        return _replaced(change)
    phrases = _row_phrases(change)
    return get_text_list([*phrases[:3], "…"] if len(phrases) > 3 else phrases, _("and"))


def row_shown(change: Change) -> str:
    """Return the id of the first row of the page that `change` wrote, also one that it deleted."""
    rows = _written_rows(change)
    return f"{rows[0]['row']}-{rows[0]['key']}" if rows else ""


def _written_rows(change: Change) -> list[dict]:
    """Return the entries of rows that the page shows, not those of acts."""
    rows = kind_of(change.document).edited_rows
    return [entry for entry in change.entries if entry["row"] in rows]


def _phrases(change: Change) -> list[str]:
    if change.command == Command.UNDO and change.undoes.command not in STEPS_BACK:
        # With the act that was taken back, whatever that did to the rows.
        change.undoes.document = change.document
        undone = get_text_list(_phrases(change.undoes), _("and"))
        return [f"{Command.UNDO.label}: {undone}"]
    if change.command in REVERSALS or change.command == Command.ACCEPT_WORDING:
        label, rows = _accepted(change) or Command(change.command).label, what(change)
        return [f"{label}: {rows}" if rows else str(label)]
    if change.command == Command.REPLACE:
        return [_replaced(change)]
    if change.command != Command.EDIT:
        return [_act(change)]
    return _row_phrases(change) or [str(Command.EDIT.label)]


def _accepted(change: Change) -> str:
    """Say whose wording a change accepted, and whether as it was; "" when it accepted none."""
    if change.command != Command.ACCEPT_WORDING:
        return ""
    phrases = {
        "accepted": _("accepted the wording proposed by %(name)s"),
        "edited": _("accepted the wording proposed by %(name)s, with changes"),
    }
    acts = [one for one in change.entries if one["row"] == "wording"]
    return phrases[acts[0]["act"]] % {"name": acts[0]["name"]} if acts else ""


def _row_phrases(change: Change) -> list[str]:
    phrases, found = {}, defaultdict(list)
    of_document = kind_of(change.document)
    is_undo = change.command == Command.UNDO
    for entry in _written_rows(change):
        act = entry["act"]
        if is_undo:
            act, entry = OPPOSITES.get(act, act), entry | {"values": {}}
        phrase = _row_phrase(of_document, act, entry)
        if phrase:
            phrases[entry["row"], entry["key"], act] = phrase
            found[entry["row"], act].append(phrase)
    if len(phrases) <= MOST_ROWS:
        return list(phrases.values())
    # Who does thirty activities is told with them.
    by_themselves = {
        of: said for of, said in found.items() if not of_document.rows_by_name[of[0]].needs_parent
    }
    return [_number_of(of_document, *of, said) for of, said in (by_themselves or found).items()]


def _number_of(of_document: DocumentKind, row: str, act: str, said: list[str]) -> str:
    """Say how many rows of a kind something was done to; of a single one what was done."""
    phrases = {
        ADDED: _("added %(number)d %(rows)s"),
        CHANGED: _("changed %(number)d %(rows)s"),
        MOVED: _("moved %(number)d %(rows)s"),
        DELETED: _("deleted %(number)d %(rows)s"),
    }
    rows = of_document.rows_by_name[row].model._meta.verbose_name_plural
    return said[0] if len(said) == 1 else phrases[act] % {"number": len(said), "rows": rows}


def _row_phrase(of_document: DocumentKind, act: str, entry: dict) -> str:
    """Say what was done to a row: what it was called and is, which fact it said and says."""
    kind = of_document.rows_by_name[entry["row"]]
    columns = {column.attname: column for column in kind.model._meta.concrete_fields}
    values = entry.get("values", {}) if act == CHANGED else {}
    values = {field: said for field, said in values.items() if field in columns}
    renamed = kind.phrases.get(RENAMED)
    names = [field for field, (_old, new) in values.items() if new == entry["name"]]
    was = values.pop(names[0])[0] if renamed and names and values[names[0]][0] else ""
    facts = [
        _fact(of_document, kind, columns[one], values[one]) for one in list(values)[:MOST_NAMES]
    ]
    facts += ["…"] if len(values) > MOST_NAMES else []
    if was:
        return ", ".join([str(renamed) % {"old": was, "new": entry["name"]}, *facts])
    done = str(kind.phrases.get(act, "")) % {"name": entry["name"]}
    return f"{done}: {', '.join(facts)}" if done and facts else done


def _fact(of_document: DocumentKind, kind: RowKind, column: models.Field, said: list) -> str:
    """Say what a fact said and says."""
    before, now = (_value(of_document, kind, column, value) for value in said)
    return f"{column.verbose_name} {before or '–'} → {now or '–'}"


def _value(of_document: DocumentKind, kind: RowKind, column: models.Field, kept) -> str:
    """Return a kept value as its reader would say it."""
    if column.is_relation:
        return kept
    return in_words(of_document, column, kind.model(**{column.attname: column.to_python(kept)}))


def _replaced(change: Change) -> str:
    """Say which words came instead of which, and in how many places (`editing.replacing`)."""
    entry = next(one for one in change.entries if one["row"] == "replacement")
    new, number = entry["fields"][0], int(entry["fields"][1])
    if not new:
        phrase = ngettext(
            "deleted “%(old)s” in %(number)d place",
            "deleted “%(old)s” in %(number)d places",
            number,
        )
    else:
        phrase = ngettext(
            "replaced “%(old)s” with “%(new)s” in %(number)d place",
            "replaced “%(old)s” with “%(new)s” in %(number)d places",
            number,
        )
    return phrase % {"old": entry["name"], "new": new, "number": number}


def _act(change: Change) -> str:
    """Say an act with the names in it: whom it was shared with, which version was locked."""
    named = ACT_NAMES.get(change.command, ("sharing", "version"))
    told = [entry for entry in change.entries if entry["row"] in named]
    names = [entry["name"] for entry in told]
    if not names:
        # What is registered of the document itself stands in its own row.
        own = _row_phrases(change) if change.command == Command.REGISTER else []
        return get_text_list(own, _("and")) or str(Command(change.command).label)
    more = len(names) - MOST_NAMES
    if more > 1:
        others = ngettext("%(number)d other", "%(number)d others", more) % {"number": more}
        names = [*names[:MOST_NAMES], others]
    whom = get_text_list(names, _("and"))
    acts = {
        Command.SHARE: _("shared the draft for comments with %(whom)s"),
        Command.SEND: _("sent the draft to %(whom)s"),
        Command.LOCK: _("locked version %(whom)s"),
        Command.REGISTER_SIGNED: _("registered the document as signed (version %(whom)s)"),
        Command.EXTEND: _("registered an extension (version %(whom)s)"),
        Command.TERMINATE: _("registered a termination (version %(whom)s)"),
        Command.REGISTER: _("noted the registration at %(whom)s"),
        Command.ATTACH: _("attached the file %(whom)s"),
        Command.CONSULT: _("sent the draft for comments to %(whom)s"),
        Command.CLOSE_CONSULTATION: _("closed the consultation “%(whom)s”"),
        Command.SUBMIT: _("submitted the document for decision to %(whom)s"),
        Command.DECIDE: _decided(told[0]["act"]),
        Command.UNBIND: _("took back a decision, so that the text no longer binds: %(whom)s"),
    }
    of_kind = kind_of(change.document).act_phrases
    phrase = of_kind.get(change.command) or acts.get(change.command)
    return str(phrase) % {"whom": whom} if phrase else str(Command(change.command).label)


def _decided(act: str) -> str:
    """Say what was done with a registered decision."""
    phrases = {
        CHANGED: _("corrected or added to a decision: %(whom)s"),
        DELETED: _("took back a decision: %(whom)s"),
    }
    return phrases.get(act, _("registered a decision: %(whom)s"))
