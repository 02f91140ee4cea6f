"""How the names of people are written."""

import re

_LETTERS = [chr(code) for code in range(0x41, 0x250)]
_UPPER = "".join(letter for letter in _LETTERS if letter.isupper())
_LOWER = "".join(letter for letter in _LETTERS if letter.islower())
_BREAK = "-'’´"
# "af Ugglas", "Bladh in Zito", "dos Santos Lund"; never "i" or "av", which join other words.
_PARTICLE = (
    r"(?:af|von|van|vom|zu|zur|zum|und|der|den|des|de|di|da|do|du|das|dos|dei|del|della|degli|las|"
    r"la|los|lo|les|le|y|e|ibn|bint|bin|ben|abu|abd|al|el|ul|ur|in|ter|ten|te|op|til|ap)"
)
# "al-Hassan", "d'Ailly"
_PREFIX = r"(?:a[lsdnrtz]|ash|el|ul|d|l|t|s|dell|dall)"
_WORD = rf"[{_UPPER}](?:[{_LOWER}]+(?:[{_UPPER}][{_LOWER}]+)?|[{_UPPER}]+|\.(?:[{_UPPER}]\.)*)"
#: One of the words of a name: "Anna-Karin", "O'Brien", "A."
PART = (
    rf"(?:{_PREFIX}[{_BREAK}])?(?:[{_UPPER}]['’´])?(?:{_WORD})"
    rf"(?:-{_PREFIX}(?=-)|[{_BREAK}](?:{_WORD})|['’´][{_LOWER}]+)*"
)
_NAME = re.compile(
    rf"{PART}(?:\s(?:{PART}|[{_UPPER}]|{_PARTICLE})){{0,4}}\s{PART}(?:\s\([{_UPPER}]{{1,3}}\))?\Z"
)


def is_name(text: str) -> bool:
    """Tell whether `text` is written as a whole name: “Anna af Ek”, “Ali al-Hassan (S)”."""
    return bool(_NAME.match(text))
