"""What people write of how far something has come, read as a state. Pure.

Sheets have words of their own for it, in Swedish and English. What is not known for certain is
proposed and never taken: a person says what it means.
"""

import re

from django.conf import settings
from django.utils import translation

from core.text import search_key
from followup.choices import State

_MARKS = re.compile(r"[\s.,:;!?()\-–/]+")
#: Words that mean nothing else.
_WORDS = {
    State.NOT_STARTED: (
        *("ej påbörjat", "inte påbörjad", "inte påbörjat", "ej startad", "ej startat"),
        *("inte startad", "inte startat", "ej börjat", "inte börjat", "planerad", "planerat"),
        *("opåbörjad", "opåbörjat", "kommande", "not started", "planned"),
    ),
    State.ONGOING: (
        *("pågående", "påbörjad", "påbörjat", "startad", "startat", "igång", "i gång"),
        *("löpande", "under arbete", "ongoing", "started", "in progress"),
    ),
    State.DONE: (
        *("klar", "klart", "klara", "genomfört", "genomförda", "färdig", "färdigt", "avslutad"),
        *("avslutat", "slutförd", "slutfört", "utförd", "utfört", "gjort", "uppnådd", "uppnått"),
        *("done", "finished", "completed"),
    ),
    State.PARTLY_DONE: (
        *("delvis genomfört", "delvis", "delvis klar", "delvis klart", "delvis uppnådd"),
        *("delvis uppnått", "partly done", "partially done"),
    ),
    State.NOT_DONE: (
        *("ej genomfört", "inte genomförd", "inte genomfört", "ej klar", "ej klart"),
        *("ej uppnådd", "ej uppnått", "ej utförd", "ej utfört", "not done"),
    ),
    State.DROPPED: (
        *("utgår", "utgått", "utgår ur planen", "struken", "struket", "avbruten", "avbrutet"),
        *("inställd", "inställt", "nedlagd", "dropped", "cancelled"),
    ),
    State.REGULAR_WORK: (
        *("ordinarie verksamhet", "ordinarie arbete", "i ordinarie verksamhet"),
        *("övergått i ordinarie", "övergår i ordinarie verksamhet", "regular work"),
    ),
}
#: Beginnings of words by which a state is proposed; the first that is found.
_LIKE = (
    (r"ordinarie", State.REGULAR_WORK),
    (r"delvis|till viss del|nästan", State.PARTLY_DONE),
    (r"(?:ej|inte) (?:på)?(?:börja|start)|ska (?:på)?börja|planera|senare", State.NOT_STARTED),
    (r"(?:ej|inte|aldrig) \w", State.NOT_DONE),
    (r"utgå|strö?k|struk|avbr|inställ|skjut", State.DROPPED),
    (r"pågå|på gång|på väg|påbörja|arbet", State.ONGOING),
    (r"klar|genomför|färdig|avsluta|slutför|utför|uppnå|gjor", State.DONE),
)


def state_called(said: str) -> State | None:
    """Return the state that `said` means for certain, or None."""
    wanted = _folded(said)
    return _known().get(wanted) if wanted else None


def state_like(said: str) -> State | None:
    """Return the state that `said` may mean, to be asked about, or None."""
    wanted = _folded(said)
    found = (state for like, state in _LIKE if re.search(rf"\b(?:{like})", wanted))
    return state_called(said) or next(found, None)


def _folded(said: str) -> str:
    return _MARKS.sub(" ", search_key(said)).strip()


def _known() -> dict[str, State]:
    """Return each word that means a state, its own name in either language among them."""
    found = {_folded(word): state for state, words in _WORDS.items() for word in words}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found |= {_folded(str(state.label)): state for state in State}
    return found
