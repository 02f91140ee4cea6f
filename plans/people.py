"""Who does an activity, written in one cell and read from it again.

One line for each: “Polisen: möter upp”, “Luleå kommun, Gator (Ada)”, “Skolan medverkar: bjuder
in”. What someone does in several lines goes on in lines that are further in. A cell that nobody
has changed says exactly what it said, also where a name has a colon or a comma of its own.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.utils.translation import gettext as _

from core.text import search_key
from intake.recognition.organisations import is_known
from plans import phrases
from plans.choices import ResponsibleRole
from plans.tree import Responsible

_FURTHER_IN = "  "
_CONTRIBUTES = re.compile(r"\s+(?:medverkar|bidrar|deltar|contributes)$", re.IGNORECASE)
_PERSON = re.compile(r"(?P<name>.*\S)\s*\((?P<person>[^()]+)\)", re.DOTALL)
#: “Polisen: leder; Kommunen: deltar”, “Polisen; Kommunen”
_NEXT = re.compile(r";\s*")


def write(responsible: Iterable[Responsible]) -> str:
    """Return those who do an activity, each on a line of its own."""
    return "\n".join(_line(one) for one in responsible)


def read(said: str, known: Iterable[Responsible] = ()) -> tuple[Responsible, ...]:
    """Return those that a cell names, in order.

    `known` are those that the plan has: a line that says one of them as it is printed is that
    one, and a name of theirs is taken apart as they are. Others are an organisation where the
    name tells, otherwise a body or group; what follows a comma is a unit or function.
    """
    known = list(known)
    lines = {_line(one): one for one in reversed(known)}
    names = {search_key(one.name): one for one in reversed(known)}
    return tuple(
        one for line in _lines(said, lines, names) if (one := _told(line, lines, names)).name
    )


def _line(one: Responsible) -> str:
    return phrases.responsible(one).replace("\n", f"\n{_FURTHER_IN}")


def _told(
    line: str, lines: Mapping[str, Responsible], names: Mapping[str, Responsible]
) -> Responsible:
    if line in lines:
        return replace(lines[line], key=None, copied_from=None)
    return _read_line(line, names)


def _lines(
    said: str, lines: Mapping[str, Responsible], names: Mapping[str, Responsible]
) -> list[str]:
    """Return the lines of a cell, each with those that are further in under it."""
    found: list[str] = []
    for line in said.split("\n"):
        if found and line[:1] in (" ", "\t"):
            found[-1] += f"\n{_FURTHER_IN}{line.strip()}"
        elif line.strip():
            found.append(line.strip())
    return [one for line in found for one in ([line] if line in lines else _listed(line, names))]


def _listed(line: str, names: Mapping[str, Responsible]) -> list[str]:
    """Return those that stand after one another on a line with semicolons between them."""
    parts = [part for part in _NEXT.split(line) if part]
    if all(":" in part for part in parts) or ":" not in line:
        return parts
    return parts if all(search_key(_name_of(part)) in names for part in parts) else [line]


def _name_of(part: str) -> str:
    return _CONTRIBUTES.sub("", part.split(":")[0])


def _read_line(line: str, names: Mapping[str, Responsible]) -> Responsible:
    who, does = _apart(line, names)
    words = _("%(who)s contributes") % {"who": ""}
    role = ResponsibleRole.RESPONSIBLE
    if (without := _CONTRIBUTES.sub("", who.removesuffix(words))) != who:
        who, role = without, ResponsibleRole.CONTRIBUTES
    person = ""
    if search_key(who) not in names and (named := _PERSON.fullmatch(who)):
        who, person = named["name"], named["person"].strip()
    if same := names.get(search_key(who)):
        organisation, body, function = same.organisation, same.body, same.function
    else:
        first, _comma, function = (part.strip() for part in who.partition(","))
        organisation, body = (first, "") if is_known(first) or function else ("", first)
    return Responsible(
        organisation=organisation,
        body=body,
        function=function,
        person=person,
        does=does.replace(f"\n{_FURTHER_IN}", "\n").strip(),
        role=role.value,
    )


def _apart(line: str, names: Mapping[str, Responsible]) -> tuple[str, str]:
    """Return who and what: at the first colon after which the name is known, or at the first."""
    colons = [at for at, letter in enumerate(line) if letter == ":"]
    known = (at for at in colons if search_key(_CONTRIBUTES.sub("", line[:at])) in names)
    at = next(known, colons[0] if colons else len(line))
    return line[:at].strip(), line[at + 1 :].strip(" ")
