"""What someone changed in a Word file, as proposals that can be taken in one by one.

The file carries the change it was made from. What the text said then is written as a Word file
and read back the same way: what the file says otherwise was changed in Word, however much or
little Word can hold of a text. What the program says today is compared as well, so that what was
changed in both places is seen.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.canonical import canonical_bytes, digest
from core.merge import as_written, merge
from core.richtext import plain
from core.richtext_blocks import join, split
from desk.word.actions import Action, AddComment, Delete, SetField, anchors
from desk.word.deletions import missing
from desk.word.marks import Mark
from desk.word.moves import moved, settled
from desk.word.newcomers import Addition, Newcomers
from desk.word.reading import WordLine
from desk.word.regions import Regions, regions
from desk.word.remarks import Remark
from desk.word.texts import Text
from documents import tree


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One proposal: where it stands, what it is, the words before and after, what it does.

    `now` is what the program says today where that is neither (then both were changed); `warning`
    says why one should look before choosing it. Those without a warning are chosen from the start.
    """

    where: str
    what: str
    before: str
    after: str
    actions: tuple[Action, ...]
    now: str = ""
    warning: str = ""

    @property
    def is_comment(self) -> bool:
        """Tell whether it is something that was said about the text."""
        return any(isinstance(one, AddComment) for one in self.actions)

    @property
    def token(self) -> str:
        """What the form sends for it: it stands for all that was shown."""
        shown = [self.where, self.what, self.before, self.after, self.now, repr(self.actions)]
        return digest(canonical_bytes(shown))[:32]


@dataclass
class Differences:
    """What can be taken in, and sentences about what cannot."""

    proposals: list[Difference] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def compare(
    base: Text, today: Text, lines: list[WordLine], remarks: Iterable[Remark] = ()
) -> Differences:
    """Return what `lines` of a file made from `base` say otherwise than that, and its comments.

    What the program says the same today is no difference any more.
    """
    found = _Comparison(base, today, regions(settled(base.lines, lines))).made()
    found.proposals += [_comment(today, remark) for remark in remarks]
    return found


class _Comparison:
    def __init__(self, base: Text, today: Text, returned: Regions) -> None:
        self.base, self.today, self.returned = base, today, returned
        self.newcomers = Newcomers(base, returned)
        self.found = Differences()
        # What has been written in the program since: from this file, if it was taken in before.
        self.since = {
            line.text.strip()
            for mark, lines in today.regions.lines.items()
            if mark not in base.regions.values
            for line in lines
        }

    def made(self) -> Differences:
        said = self.base.regions.values
        present = {one for one, value in self.returned.values.items() if value or not said[one]}
        self._addition(None)
        for mark in self.returned.values:
            addition = self.newcomers.after(mark)
            if mark not in present:
                self._addition(mark, addition)
            elif addition and addition.begins_section and mark.code == "part":
                self._split(mark, addition)
            else:
                self._field(mark)
                self._addition(mark, addition)
        self._missing(present)
        self.found.notes += [
            _("“%(words)s” has been moved in the file. Move it in the program.")
            % {"words": _short(self.base.regions.values[mark])}
            for mark in moved(self.base, self.returned)
        ]
        return self.found

    def _field(self, mark: Mark) -> None:
        """Propose what a field says in the file, or say that it is changed in the program."""
        before = self.base.regions.values[mark]
        after = self.returned.values[mark]
        now = self.today.regions.values.get(mark, "")
        if after in (before, now):
            return
        if mark.key not in self.today.keys:
            self.found.notes.append(
                _("“%(words)s” has been deleted in the program since. The file says: “%(after)s”")
                % {"words": _short(_shown(mark, before)), "after": _shown(mark, after)}
            )
            return
        if not mark.place.column:
            self._composed(before, after)
            return
        refusal = _refusal(mark, after)
        if refusal:
            self.found.notes.append(f"“{_short(_shown(mark, after))}”: {refusal}")
            return
        self.found.proposals.append(self._change(mark))

    def _change(self, mark: Mark, more: tuple[Action, ...] = (), what: str = "") -> Difference:
        """Propose a field, and `more` that goes with it.

        Of a text every paragraph that is as it was keeps what Word cannot hold. What was changed
        in the program in other paragraphs stays.
        """
        before = self.base.regions.values[mark]
        after = self.returned.values.get(mark, "")
        now = self.today.regions.values.get(mark, "")
        warning, value = "", after
        if mark.code == "part":
            pieces = merge(
                split(before), split(self.today.texts.get(mark.key, before)), split(after)
            )
            value = join(as_written(pieces))
            if now != before and not any(one.is_conflict for one in pieces):
                # The two changes do not meet: what is seen is what taking it in does now.
                before, after = now, value
        if now != before:
            warning = _(
                "This was changed in the program as well, after the file was made. What you take "
                "in replaces what the program says now."
            )
        elif not after:
            warning = _("The words are no longer in the file.")
        return Difference(
            where=self._where(mark),
            what=what or _what(mark),
            before=_shown(mark, before),
            after=_shown(mark, after),
            now=_shown(mark, now) if now != before else "",
            warning=warning,
            actions=((SetField(mark, value),) if value != now else ()) + more,
        )

    def _composed(self, before: str, after: str) -> None:
        self.found.notes.append(
            _(
                "“%(before)s” has become “%(after)s” in the file. The program puts these words "
                "together from several fields; change them in the program."
            )
            % {"before": before, "after": after}
        )

    def _is_taken_in(self, addition: Addition) -> bool:
        """Tell whether all of an addition is in the program already."""
        return all(line.text.strip() in self.since for line in addition.lines)

    def _split(self, mark: Mark, addition: Addition) -> None:
        """Propose a text together with the sections that were begun in it: words move between."""
        now = self.today.regions.values.get(mark)
        if now == self.returned.values[mark] and self._is_taken_in(addition):
            return
        same = self.base.regions.values[mark] == self.returned.values[mark]
        what = _("New section") if same else _("Text divided by a new heading")
        one = self._change(mark, tuple(addition.actions), what)
        words = [one.after, *(line.text.strip() for line in addition.lines)]
        self._propose(replace(one, after="\n\n".join(words)))

    def _propose(self, one: Difference) -> None:
        """Add a proposal, unless what it stands in has been deleted in the program."""
        if anchors(one.actions) <= self.today.keys:
            self.found.proposals.append(one)
            return
        self.found.notes.append(
            _("“%(words)s” stands in a part that has been deleted in the program since.")
            % {"words": _short(one.after)}
        )

    def _addition(self, mark: Mark | None, addition: Addition | None = None) -> None:
        """Propose what was written besides the rows."""
        addition = addition or self.newcomers.after(mark)
        if addition is None or self._is_taken_in(addition):
            return
        if addition.lost:
            self.found.notes.append(
                _("“%(words)s” stands where the document has no text, and was left out.")
                % {"words": _short(addition.lost)}
            )
        if addition.actions:
            self._propose(
                Difference(
                    where=self._where(mark),
                    what=addition.called(mark),
                    before="",
                    after="\n\n".join(line.text.strip() for line in addition.lines),
                    actions=tuple(addition.actions),
                )
            )

    def _missing(self, present: set[Mark]) -> None:
        lacking = missing(self.base, present)
        for node in lacking.rows:
            if node.key in self.today.keys:
                self.found.proposals.append(self._deletion(node))
        for mark in lacking.fields:
            if mark in self.today.regions.values:
                self.found.proposals.append(self._change(mark))
        told: set[UUID] = set()
        for mark in lacking.others:
            if mark.key in self.today.keys and mark.key not in told:
                told.add(mark.key)
                words = _short(_shown(mark, self.base.regions.values[mark]))
                self.found.notes.append(
                    _("“%(words)s” is no longer in the file. Delete it in the program.")
                    % {"words": words}
                )

    def _deletion(self, node) -> Difference:
        keys = {one.key for one in tree.walk(node)}
        said = [mark for mark in self.base.regions.values if mark.key in keys]
        now = {mark: self.today.regions.values.get(mark, "") for mark in said}
        changed = any(now[mark] != self.base.regions.values[mark] for mark in said)
        return Difference(
            where=self._where(said[0]) if said else "",
            what=_("Deleted in the file"),
            before="\n\n".join(_shown(mark, self.base.regions.values[mark]) for mark in said),
            after="",
            now="\n\n".join(_shown(*one) for one in now.items()) if changed else "",
            warning=_("This is no longer in the file. Choose it only if it is to be deleted."),
            actions=(Delete(node.ROW, node.key),),
        )

    def _where(self, mark: Mark | None) -> str:
        return self.base.name(mark) if mark else ""


def _comment(today: Text, remark: Remark) -> Difference:
    """Propose to keep a comment; where its row is gone, it is about the document as a whole."""
    mark = Mark.named(remark.mark)
    here = mark is not None and mark.key in today.keys and mark.row != today.content.ROW
    where = today.name(mark) if here else ""
    spot = {"row": mark.row, "key": mark.key, "place": where} if here else {}
    quoted = _("“%(words)s”") % {"words": remark.quote} + "\n\n" if remark.quote else ""
    return Difference(
        where=where,
        what=_("Comment by %(name)s") % {"name": remark.author or _("someone")},
        before=f"{quoted}{remark.text}",
        after=f"{quoted}{remark.text}",
        actions=(AddComment(remark.author, remark.text, quote=remark.quote, **spot),),
    )


def _shown(mark: Mark, value: str) -> str:
    return plain(value) if mark.code == "part" else value


def _short(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:79].rstrip()}…"


def _what(mark: Mark) -> str:
    """Return what kind of words a mark stands for."""
    column = mark.kind.model._meta.get_field(mark.place.column)
    return str(column.verbose_name).capitalize()


def _refusal(mark: Mark, value: str) -> str:
    """Return why the row cannot say `value`; empty when it can."""
    model = mark.kind.model
    try:
        model._meta.get_field(mark.place.column).clean(value, None)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""
