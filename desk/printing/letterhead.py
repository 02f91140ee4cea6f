"""The letterhead of a partnership on page, in print, in Word and in HTML.

It changes how an agreement looks, never what it says: neither the content tree nor the hash knows
of it, and a stored version keeps the PDF it was locked with.
"""

from collections.abc import Iterable

from core.text import search_key
from documents.tree import Node
from partnerships.choices import LetterheadColour, LogoPlacement
from partnerships.models import Letterhead, Partnership

#: Contrast 7:1 or more against white (WCAG 2.2, success criterion 1.4.6).
COLOURS: dict[str, str] = {
    LetterheadColour.BLACK: "1c2326",
    LetterheadColour.BLUE: "0b3c66",
    LetterheadColour.GREEN: "144a30",
    LetterheadColour.RED: "7d1b1b",
    LetterheadColour.PURPLE: "4c2468",
}


def letterhead_of(partnership: Partnership) -> Letterhead:
    """Return the partnership's letterhead, or the default one, which is not saved.

    No query when the partnership was read together with its letterhead.
    """
    try:
        return partnership.letterhead
    except Letterhead.DoesNotExist:
        return Letterhead(partnership=partnership)


def in_letterhead_order(parties: Iterable[Node], letterhead: Letterhead) -> list[Node]:
    """Return `parties` in the letterhead's order; those it does not name come after, as they were.

    A party is named by its organisation or by its name as printed, whatever the case.
    """
    places = {search_key(name): number for number, name in enumerate(letterhead.order)}

    def place(party: Node) -> int:
        named = [search_key(party.organisation), search_key(party.name)]
        return min((places[one] for one in named if one in places), default=len(places))

    return sorted(parties, key=place)


def colour_of(letterhead: Letterhead) -> str:
    """Return the colour as six hexadecimal digits; black for one that is not in the palette."""
    return COLOURS.get(letterhead.colour, COLOURS[LetterheadColour.BLACK])


def style_sheet(letterhead: Letterhead) -> str:
    """Return the style sheet that gives printed pages the letterhead's colour and logotypes."""
    colour, rules = colour_of(letterhead), ""
    if letterhead.colour != LetterheadColour.BLACK:
        rules += f"h1, h2, h3, h4, h5, h6, .goals ::marker {{ color: #{colour} }}"
        rules += f".masthead {{ border-bottom-color: #{colour} }}"
    if letterhead.logos == LogoPlacement.NONE:
        rules += ".masthead img { display: none }"
    elif letterhead.logos == LogoPlacement.BESIDE:
        # In one line with the name: WeasyPrint cannot float or grid in the flexible masthead.
        rules += ".masthead img { display: inline-block; max-width: 30mm; margin: 0 3mm 0 0 }"
        rules += ".masthead img + strong { display: inline }"
    return rules
