"""What a person is asked of a file: what its words and its colours say of how far rows have come.

Pure. Words that mean a state for certain are taken for it; for others one is proposed. A colour is
never taken for anything before someone has said what it means.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import pgettext_lazy

from followup.choices import State
from followup.words import state_called, state_like
from intake.tables.colours import Hue
from plans.sheets.meaning import Meaning, SaidRow

_HUES = {
    Hue.RED: pgettext_lazy("colour", "Red"),
    Hue.ORANGE: pgettext_lazy("colour", "Orange"),
    Hue.YELLOW: pgettext_lazy("colour", "Yellow"),
    Hue.GREEN: pgettext_lazy("colour", "Green"),
    Hue.BLUE: pgettext_lazy("colour", "Blue"),
    Hue.PURPLE: pgettext_lazy("colour", "Purple"),
}
#: An answer: the words are no state but a comment.
COMMENT = "comment"
#: Longer words are a comment, unless they seem to be a state.
_LONGEST_STATE = 30
#: More are hardly chosen one by one; the rarest colours are left.
_MOST_WORDS, _MOST_COLOURS = 40, 12


@dataclass(frozen=True)
class Question:
    """`said` is the word, or the hue of cells in the column `where` ("" for whole rows).

    `rows` is how many rows say so, `proposed` an answer: a state, `COMMENT` or "".
    """

    said: str
    rows: int
    where: str = ""
    is_colour: bool = False
    proposed: str = ""

    @property
    def colour(self) -> str:
        """The hue in words."""
        return str(_HUES[self.said])


def questions(said: Meaning) -> tuple[Question, ...]:
    """Return what is to be asked of a file, the most common first."""
    words = Counter(word for row in said.rows if (word := _unknown(row)))
    colours = Counter(one for row in said.rows for one in row.colours)
    return (
        *(
            Question(word, number, proposed=_proposed(word))
            for word, number in words.most_common(_MOST_WORDS)
        ),
        *(
            Question(hue, number, where, is_colour=True)
            for (where, hue), number in colours.most_common(_MOST_COLOURS)
        ),
    )


def answered(said: Meaning, answers: Sequence[str]) -> Meaning:
    """Return the file with each row's status as `answers`, one for each question, say it is."""
    asked = questions(said)
    pairs = list(zip(asked, answers, strict=True))
    words = {one.said: answer for one, answer in pairs if not one.is_colour}
    colours = {(one.where, one.said): answer for one, answer in pairs if one.is_colour}
    return replace(said, rows=tuple(_told(row, words, colours) for row in said.rows))


def _unknown(row: SaidRow) -> str:
    word = row.cells.get("status", "").strip()
    return "" if state_called(word) else word


def _proposed(word: str) -> str:
    return state_like(word) or (COMMENT if len(word) > _LONGEST_STATE else "")


def _told(row: SaidRow, words: dict, colours: dict) -> SaidRow:
    cells = dict(row.cells)
    answer = state_called(cells.get("status", ""))
    if word := _unknown(row):
        answer = words.get(word, "")
        if answer == COMMENT:
            cells["comment"] = "\n".join(filter(None, [word, cells.get("comment", "")]))
    elif not answer:
        answer = next((colours[one] for one in row.colours if colours.get(one)), "")
    if "status" in cells or answer:
        cells["status"] = str(State(answer).label) if answer in State.values else ""
    return replace(row, cells=cells)
