"""Sentences of Swedish running text, exactly as they stand in it."""

import re

# A stop after one of these ends no sentence.
_ABBREVIATIONS = (
    "t.ex bl.a t.o.m fr.o.m m.m m.fl o.s.v osv d.v.s dvs s.k p.g.a resp ev ca kl nr dnr st kap f.d "
    "tf bitr jan feb mar apr jun jul aug sept sep okt nov dec tel inkl exkl max min enl jfr"
)
_SHORT = frozenset(_ABBREVIATIONS.split())
_END = re.compile(r"[.!?][\"”’)]?\s+(?=[\"”(–-]?\s?[A-ZÅÄÖÉ0-9])")
_LAST_WORD = re.compile(r"[^\s(]+\Z")


def sentences(text: str) -> list[str]:
    """Return the sentences of `text` in order; joined by their spaces they are all of it."""
    found, start = [], 0
    for end in _END.finditer(text):
        # A word is short: looking further back would take time by the square of the length.
        word = _LAST_WORD.search(text[max(start, end.start() - 12) : end.start()])
        if text[end.start()] == "." and word and _is_short(word[0]):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found


def _is_short(word: str) -> bool:
    return word.lower() in _SHORT or (len(word) == 1 and word.isalpha())
