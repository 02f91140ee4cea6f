"""What sheets and papers call the columns of a plan's table, in either language."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from django.conf import settings
from django.utils import translation

from core.text import search_key
from plans.columns import COLUMNS

_MARKS = re.compile(r"[\s:*.?()]+")
#: Others that sheets of plans have, beside those that each column knows itself.
_ALSO = {
    "text": ("aktivitet/åtgärd", "åtgärd/aktivitet", "vad ska göras", "löfte", "löften"),
    "heading": ("fokusområden", "insatsområde", "strategi"),
    "operative_goal": ("operativt mål", "mål för aktiviteten", "effektmål"),
    "responsible": ("ansvar", "ansvarig part", "ansvarig organisation", "aktör", "aktörer"),
    "when": ("när/tid", "tid/när", "genomförs", "tidsram", "start/slut"),
    "followed_up": ("uppföljning och utvärdering", "hur följs det upp", "utvärdering"),
    "description": ("beskriv aktiviteten", "genomförande"),
}


def column_called(said: str) -> str:
    """Return the name of the column that a head calls `said`, or ""."""
    return _names().get(folded(said), "")


def columns_called(heads: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the columns that heads call, each once and in their order.

    What no column is called is left out.
    """
    return tuple(dict.fromkeys(filter(None, map(column_called, heads))))


def folded(said: str) -> str:
    """Give what a head says without what makes no difference: case, marks, line breaks."""
    return _MARKS.sub(" ", search_key(said)).strip()


@cache
def _names() -> Mapping[str, str]:
    """Return what each column may be called, folded → its name."""
    found: dict[str, str] = {}
    for column in COLUMNS:
        labels = [column.name, *column.also_called, *_ALSO.get(column.name, ())]
        for language, _name in settings.LANGUAGES:
            with translation.override(language):
                labels = [str(column.label), *labels]
        for label in labels:
            found.setdefault(folded(label), column.name)
    return found
