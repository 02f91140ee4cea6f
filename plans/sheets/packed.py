"""What was read of a file, as it goes out with the page and comes back; nothing is stored."""

from dataclasses import asdict

from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from plans.sheets.meaning import Meaning, SaidRow

_SALT = "plans.sheets"
#: What a form can send, with room for everything else in it (settings).
_MAX_LENGTH = 5_000_000


def pack(name: str, said: Meaning) -> str:
    """Return it as a text that cannot be changed unnoticed. Raises `ValidationError`."""
    text = signing.dumps([name, asdict(said)], salt=_SALT, compress=True)
    if len(text) > _MAX_LENGTH:
        raise ValidationError(_("The file says more than can be looked through at once."))
    return text


def unpack(text: str) -> tuple[str, Meaning]:
    """Return what was packed. Raises `signing.BadSignature` for anything else."""
    name, values = signing.loads(text, salt=_SALT)
    rows = [SaidRow(**row | _tuples(row)) for row in values.pop("rows")]
    return name, Meaning(rows=tuple(rows), **values | {"notes": tuple(values["notes"])})


def _tuples(row: dict) -> dict:
    return {"beside": tuple(row["beside"]), "colours": tuple(map(tuple, row["colours"]))}
