"""What a row of the document is called where it is spoken of, in a few words."""

from functools import singledispatch

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from agreements import tree
from agreements.choices import Block, DutySubject
from core.richtext import plain

#: Enough to tell a row from its neighbours, and no more to listen to.
LENGTH = 50
#: Of a long text no more than this is read to find its first words.
_BEGINNING = 400


def short_name(node: tree.Node) -> str:
    """Return a name for `node` of at most `LENGTH` characters on one line, never empty."""
    return Truncator(" ".join(_named(node).split())).chars(LENGTH)


@singledispatch
def _named(node: tree.Node) -> str:
    return node.title


@_named.register
def _section(section: tree.Section) -> str:
    return section.heading or _("Section without a heading")


@_named.register
def _text(part: tree.TextPart) -> str:
    return plain(part.text)[:_BEGINNING] or _("Empty text")


@_named.register
def _block(part: tree.BlockPart) -> str:
    return Block(part.block).label


@_named.register
def _goal(goal: tree.Goal) -> str:
    return goal.text


@_named.register
def _party(party: tree.Party) -> str:
    return party.name


@_named.register
def _body(body: tree.Body) -> str:
    return body.name


@_named.register
def _signatory(person: tree.Signatory) -> str:
    return person.name or person.title or _("Unnamed signatory")


@_named.register
def _seat(seat: tree.Seat) -> str:
    return seat.name or seat.title or seat.organisation or _("Unnamed seat")


@_named.register
def _duty(duty: tree.Duty) -> str:
    return duty.text or DutySubject(duty.subject).label
