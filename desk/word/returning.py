"""A Word file on its way back into its document: read, compared, and waiting for a person.

Nothing is stored while the person chooses. What was read goes out with the page, signed, and is
compared anew when it comes back, under the lock of the change that takes it in.
"""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.core import signing
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from desk.word.differences import Differences, compare
from desk.word.list_numbers import notes_on_numbers
from desk.word.reading import WordLine, read_word_file
from desk.word.remarks import Remark
from desk.word.texts import Text
from documents.models import Change, TopRow
from documents.reading import read_tree

_SALT = "desk.word"
#: What a form can send, with room for everything else in it (settings).
_MAX_LENGTH = 5_000_000
#: More than a person goes through, and than a form has fields for.
_MAX_PROPOSALS = 500


@dataclass(frozen=True)
class ReturnedFile:
    """What was read of a file: its name, its lines, the change it was made from, and the rest."""

    name: str
    lines: list[WordLine]
    change: int | None
    remarks: list[Remark]
    notes: list[str]

    @classmethod
    def read(cls, name: str, content: bytes, top: TopRow) -> "ReturnedFile":
        """Read a file. Raises `ValidationError` as `read_word_file`.

        The code is other_document when it cannot be compared with this one.
        """
        returned = read_word_file(content)
        if returned.origin is None or returned.origin.top != top.key:
            raise ValidationError(_("The file was not made from this text."), code="other_document")
        if not any(line.mark for line in returned.lines):
            raise ValidationError(
                _(
                    "The file has lost the marks that tell which text is which, as when it was "
                    "saved by another program than Word or LibreOffice."
                ),
                code="other_document",
            )
        return cls(name, returned.lines, returned.origin.change, returned.remarks, returned.notes)

    def packed(self) -> str:
        """Return it as a text that cannot be changed unnoticed. Raises `ValidationError`."""
        values = asdict(self)
        # Only what a line says: most of a line's values are empty.
        values["lines"] = [
            {key: value for key, value in line.items() if value} for line in values["lines"]
        ]
        text = signing.dumps(values, salt=_SALT, compress=True)
        if len(text) > _MAX_LENGTH:
            raise ValidationError(_("The file is too long to be compared with the text."))
        return text

    @classmethod
    def unpacked(cls, text: str) -> "ReturnedFile":
        """Return what was packed. Raises `signing.BadSignature` for anything else."""
        values = signing.loads(text, salt=_SALT)
        lines = [WordLine(**{"text": "", "html": ""} | line) for line in values.pop("lines")]
        remarks = [Remark(**remark) for remark in values.pop("remarks")]
        return cls(lines=lines, remarks=remarks, **values)


def differences(top: TopRow, returned: ReturnedFile, seen) -> Differences:
    """Return what the file says otherwise than `top` now.

    `seen` are its changes that the reader sees: a file that names another one is compared with
    the text of today. Raises `ValidationError` for a text that is too long, or when there is more
    than a person can go through.
    """
    now = timezone.now()
    today = Text.of(read_tree(top), top, now)
    made_from = _made_from(top, returned, seen)
    base = _base(top, made_from, today, now)
    kept = set(top.document.comments.values_list("text", "quote"))
    remarks = [one for one in returned.remarks if (one.text, one.quote) not in kept]
    found = compare(base, today, returned.lines, remarks)
    if made_from is None:
        found.notes.insert(
            0,
            _(
                "The file does not say which wording it was made from. It is compared with the "
                "wording of today: what was changed in the program meanwhile looks changed back."
            ),
        )
    if len(found.proposals) > _MAX_PROPOSALS:
        raise ValidationError(
            _("The file differs in %(number)d places, which is more than can be gone through here.")
            % {"number": len(found.proposals)}
        )
    found.notes[:0] = [*returned.notes, *notes_on_numbers(returned.lines)]
    return found


def _made_from(top: TopRow, returned: ReturnedFile, seen) -> Change | None:
    if returned.change is None:
        return None
    return seen.filter(pk=returned.change).first()


def _base(top: TopRow, made_from: Change | None, today: Text, now: datetime) -> Text:
    """Return the text that the file was made from."""
    if (
        made_from is None
        or not Change.objects.of(top.document).filter(pk__gt=made_from.pk).exists()
    ):
        return today
    return Text.of(read_tree(top, made_from), top, now)
