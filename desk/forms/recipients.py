"""People to ask, as they are pasted: lists from a letter, a spread sheet or an address book."""

import re
from collections.abc import Iterator

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, validate_email
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from consultation.models import Invitation
from consultation.rounds import Recipient
from core.text import GatedCharField

#: So many lines that cannot be read are told of.
MOST_FAULTS = 10
LONGEST_LIST, LONGEST_NAME, LONGEST_ORGANISATION = 60_000, 200, 300
# RFC 5321 allows no longer one; Django's own check does.
LONGEST_EMAIL = Invitation._meta.get_field("email").max_length

_BETWEEN = r"\s<>,;\"()\[\]"
#: What is meant as an address, whole or not, with the signs that programs put around it.
_ADDRESS = re.compile(
    rf"(?P<mark><\s*)?(?<![^{_BETWEEN}])(?:mailto:)?"
    rf"(?P<email>[^{_BETWEEN}]*@[^{_BETWEEN}]*)(?(mark)\s*>)?",
    re.IGNORECASE,
)
_OUTSIDE_QUOTES = re.compile(r"""((?:[^;"]|"[^"]*"|")+)""")
#: Invisible characters that come along from web pages and letters.
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_IN_BRACKETS = re.compile(r"\(\s*([^()]*[^()\s])\s*\)")
_EDGES = " \t,;\"'()[]<>:-–•*·"


class RecipientsField(GatedCharField):
    """People to ask: one on each line, or several with `;` or `,` between them."""

    widget = forms.Textarea(attrs={"rows": 6, "spellcheck": "false"})

    def __init__(self, **kwargs) -> None:
        super().__init__(max_length=LONGEST_LIST, **kwargs)

    def clean(self, value) -> list[Recipient]:
        """Return the people, each address once; raise with a sentence for each line not read."""
        people, faults = {}, []
        for number, line in enumerate(super().clean(value).split("\n"), start=1):
            try:
                for one in recipients_in(line):
                    people.setdefault(one.email, one)
            except ValidationError as error:
                faults.append(_at_line(number, error))
            if len(faults) == MOST_FAULTS:
                break
        if faults:
            raise ValidationError(faults)
        return list(people.values())


def recipients_in(line: str) -> Iterator[Recipient]:
    """Give the people that a line names; raise ValidationError when someone has no good address.

    Read are an address alone; a name before it, with or without `<…>`; an organisation after a
    comma, before the address or after it.
    """
    line = line.translate(_INVISIBLE)
    addresses = list(_ADDRESS.finditer(line))
    # A spread sheet puts ; between the columns of one person, an address book between people.
    is_list = len(addresses) > 1 or (addresses and addresses[0]["mark"] and ";" in line)
    pieces = _OUTSIDE_QUOTES.findall(line) if is_list else [line]
    if len(addresses) == 1 and len(pieces) > 1 and _ADDRESS.search(pieces[0]):
        pieces = [line]  # only an organisation after it
    for piece in pieces:
        found = list(_ADDRESS.finditer(piece))
        if not found and piece.strip(_EDGES):
            raise ValidationError(
                _("there is no e-mail address in “%(words)s”."),
                params={"words": Truncator(piece.strip()).chars(60)},
            )
        start = 0
        for address in found:
            # What stands after the last address belongs to it when it is the only one.
            after = piece[address.end() :] if len(found) == 1 else ""
            yield _recipient(piece[start : address.start()], address, after)
            start = address.end()
        if len(found) > 1 and piece[start:].strip(_EDGES):
            raise ValidationError(
                _("it is not clear whom “%(words)s” belongs to. Write one person on each line."),
                params={"words": Truncator(piece[start:].strip(_EDGES)).chars(60)},
            )


def _recipient(before: str, address: re.Match, after: str) -> Recipient:
    email = address["email"].strip(".'").lower()
    try:
        validate_email(email)
        MaxLengthValidator(LONGEST_EMAIL)(email)
    except ValidationError as error:
        raise ValidationError(
            _("“%(email)s” is not an e-mail address."),
            params={"email": Truncator(email).chars(60)},
        ) from error
    name, organisation = _name_and_organisation(before, is_marked=bool(address["mark"]))
    organisation = ", ".join(part for part in (organisation, *_parts(after)) if part)
    if len(name) > LONGEST_NAME or len(organisation) > LONGEST_ORGANISATION:
        raise ValidationError(_("the name or the organisation is too long."))
    return Recipient(name or email, email, organisation)


def _name_and_organisation(before: str, *, is_marked: bool) -> tuple[str, str]:
    """Part what stands before an address: “Anna Ek, Lulebo”, but “Ek, Anna <…>” is a name.

    An address book has the organisation in brackets: “Ek Anna (Lulebo) <…>”.
    """
    in_brackets = _IN_BRACKETS.findall(before)
    name, *rest = _parts(_IN_BRACKETS.sub(" ", before)) or [""]
    if rest and is_marked and " " not in name:
        name, rest = f"{name}, {rest[0]}", rest[1:]
    return name, ", ".join([*in_brackets, *rest])


def _parts(words: str) -> list[str]:
    parts = (" ".join(part.strip(_EDGES).split()) for part in re.split(r"[,;\t]", words))
    return [part for part in parts if part]


def _at_line(number: int, error: ValidationError) -> ValidationError:
    return ValidationError(
        _("Line %(number)d: %(fault)s"), params={"number": number, "fault": error.messages[0]}
    )
