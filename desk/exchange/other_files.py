"""Files that were taken for exchange files and are something else: what they are, and whereto."""

from django.utils.translation import gettext_lazy as _

_PICTURE = _(
    "The file is a picture and no exchange file. The scan of a signed paper is taken in by “Old "
    "signed agreement for the archive”, where one begins a new agreement."
)

# What a file begins like → what it is and where it belongs. The name of a file is never trusted.
_BEGINNINGS = {
    b"PK": _(
        "The file is a Word file or packed (zip), and no exchange file. A Word file is taken in by "
        "“From Word or pasted text”, where one begins a new agreement."
    ),
    b"\xd0\xcf\x11\xe0": _(
        "The file is in the old format of Word or Excel, or protected with a password, and no "
        "exchange file. Save it as a Word document (.docx) without a password, and take it in by "
        "“From Word or pasted text”, where one begins a new agreement."
    ),
    b"%PDF": _(
        "The file is a PDF and no exchange file. A signed PDF is taken in by “Old signed agreement "
        "for the archive”, where one begins a new agreement."
    ),
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
    b"II*\0": _PICTURE,
    b"MM\0*": _PICTURE,
}


def told_by_beginning(content: bytes) -> str:
    """Return a sentence about a file of another known format; "" when it is none of them."""
    for beginning, sentence in _BEGINNINGS.items():
        if content.startswith(beginning):
            return str(sentence)
    return ""
