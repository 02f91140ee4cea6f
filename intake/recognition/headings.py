"""What a heading of a Swedish text looks like, with a style or without: its words, its number."""

import re

from intake.paragraphs import Paragraph

LONGEST = 90

NUMBERING = re.compile(r"(?:§\s*)?(\d{1,2}(?:\.\d{1,2}){0,3})(?:\.|\)|\s*§)?\s+(?=\S)")
#: Headings that agreements of this kind have, by how they begin.
_KNOWN = re.compile(
    r"(?:parter|avtalsparter|samarbetsparter|samverkansparter|inledning|bakgrund|syfte|ändamål|mål|"
    r"målsättning|målbild|delmål|övergripande mål|gemensamma mål|vision|värdegrund|prioritera|"
    r"prioritering|fokusområde|insatsområde|utvecklingsområde|problembild|organisation|styrgrupp|"
    r"ledningsgrupp|arbetsgrupp|beredningsgrupp|samverkansgrupp|samverkan(?!s(?:över|avt))|arbetssätt|"
    r"arbetsform|arbetsmetod|metod|lägesbild|gemensam lägesbild|orsaksanalys|åtgärd|handlingsplan|"
    r"aktivitetsplan|medborgarlöfte|uppföljning|utvärdering|giltighet|avtalstid|avtalsperiod|"
    r"överenskommelsens giltighet|tidplan|tidsplan|tidsperiod|underskrift|undertecknande|signatur|"
    r"ekonomi|finansiering|resurser|kostnader|kommunikation|information|media|sekretess|ansvar|"
    r"roller|lagstiftning|rättslig|omfattning|definition|uppsägning|förlängning|ändring|tvist|"
    r"(?:kommunens|polisens|regionens)\s+(?:åtagande|ansvar|skyldighet|uppgifter|uppdrag|roll)|"
    r"övrigt|bilag|revidering|uppgifter|uppdrag|åtagande|skyldighet|parternas åtagande|"
    r"gemensamma åtagande|"
    r"kontakt|innehåll|parties|background|introduction|purpose|goals|objectives|organisation|"
    r"follow-up|evaluation|validity|signatures|communication)\w*\b",
    re.IGNORECASE,
)
PARTIES = re.compile(
    r"(?:avtals|samarbets|samverkans)?parter\b|parterna\Z|överenskommelsens parter", re.IGNORECASE
)
SIGNATURES = re.compile(r"(?:underskrift|undertecknande|signatur|signatures)", re.IGNORECASE)
VALIDITY = re.compile(
    r"(?:överenskommelsens\s+)?(?:giltighet|avtalstid|avtalsperiod|tidplan|tidsplan|tidsperiod|"
    r"validity|förlängning|uppsägning|hur länge gäller)",
    re.IGNORECASE,
)
#: Headings over goals, or over areas to give priority to.
GOALS = re.compile(
    r"(?:(?:våra?|parternas|övergripande|gemensam(?:ma|t)?|långsiktiga|prioriterade|strategiska|överenskommelsens|"
    r"samverkans|syfte och|vision och)\s+)*"
    r"(?:(?:del|effekt|huvud)?mål(?:en|et|sättning(?:en|ar|arna)?)?(?:\s+och\s+(?:delmål|"
    r"inriktning|prioriteringar))?|prioritering(?:ar)?|områden|fokusområden|insatsområden|"
    r"utvecklingsområden|goals|objectives)(?:\s+(?:för|20\d\d|\d{4}).*)?",
    re.IGNORECASE,
)
_GOAL = re.compile(r"mål|goal|objective", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:är|ska|skall|består|består|har|bör|kan|gäller|ansvarar|träffar|utgör|innebär|blir|vill|is|"
    r"shall|are)\b",
    re.IGNORECASE,
)
# What is asked is a heading, though it has a verb: "Hur länge gäller överenskommelsen?"
_QUESTION = re.compile(
    r"(?:vad|vem|vilk(?:a|en|et)|hur|varför|när|var)\b[^.?]{0,70}\?\Z", re.IGNORECASE
)
# What goes on is said, and no heading: "Parter: X och Y", "Organisation: X".
_LABEL = re.compile(r"(?:avtalsparter|parter|organisation):\s", re.IGNORECASE)
# "Gäller från: 2024-01-01", "Avtalstid: 2024–2026"
SAYS_A_DAY = re.compile(
    r"[^:]{3,30}:\W*\d|(?:avtals|giltighets|överenskommelse\w*)(?:tid|period)(?:en)?\s\d",
    re.IGNORECASE,
)
# What is to be filled in or told of each party: the head of a column, or a label on a form.
_FIELD = re.compile(
    r"(?:organisationsn(?:umme)?r|org\.?\s?nr|kontaktperson|telefon|e-post)\.?\Z", re.IGNORECASE
)
_TO_FILL_IN = re.compile(r"_{3}|\.{4}|…{2}")
_UNFINISHED = re.compile(r"\s(?:att|är|och|som|samt|för|av|med)\Z")


def words(text: str) -> str:
    """Return a heading without its number and colon."""
    number = NUMBERING.match(text)
    return text[number.end() if number else 0 :].strip().rstrip(":").strip()


def is_over_goals(text: str) -> bool:
    """Tell whether `text` is a heading over goals: “Mål”, “3. Gemensamma mål”."""
    return len(text) <= LONGEST and bool(_GOAL.search(text) and GOALS.fullmatch(words(text)))


def is_known(paragraph: Paragraph) -> bool:
    """Tell whether the paragraph is one of the headings that such agreements have."""
    text = words(paragraph.text)
    return (
        is_line(paragraph)
        and len(text.split()) <= 6
        and bool(_KNOWN.match(text))
        and not _VERB.search(text)
        and not text.endswith(",")
        and not _LABEL.match(text)
        and not _FIELD.match(text)
        and not _TO_FILL_IN.search(text)
        and not SAYS_A_DAY.match(text)
    )


def is_numbered(paragraph: Paragraph) -> bool:
    """Tell whether the paragraph is a heading with a number: “2.1 Styrgrupp”."""
    number = NUMBERING.match(paragraph.text)
    rest = paragraph.text[number.end() :] if number else ""
    return bool(number) and is_line(paragraph) and rest[:1].isupper() and not _VERB.search(rest)


def numbers(one: Paragraph) -> tuple[int, ...]:
    """Return the number of a heading, “2.1 Styrgrupp” as (2, 1); () for one without."""
    found = NUMBERING.match(one.text)
    return tuple(int(part) for part in found[1].split(".")) if found else ()


def has_verb(text: str) -> bool:
    """Tell whether something is said, as no heading does."""
    return bool(_VERB.search(text))


def is_question(text: str) -> bool:
    """Tell whether something is asked, as a heading may: “Hur länge gäller överenskommelsen?”."""
    return bool(_QUESTION.match(text))


def is_field(text: str) -> bool:
    """Tell whether it is what is told of each party: the head of a column, or a label."""
    return bool(_FIELD.match(text))


def is_line(paragraph: Paragraph) -> bool:
    """Tell whether the paragraph is one short line, as a heading is, and no sentence."""
    text = paragraph.text
    return (
        len(text) <= LONGEST
        and "\n" not in text
        and text[-1:] not in ".,;!?…"
        and not _UNFINISHED.search(text)
        # A row of a table is none.
        and text.count(" – ") < 2
    )


def leads(one: Paragraph, following: Paragraph) -> bool:
    """Tell whether a line without any style leads to running text, or to a list."""
    if _VERB.search(one.text):
        return False
    if following.is_item:
        return True
    is_running = following.text.endswith((".", ":", " att", " är"))
    return len(following.text) > len(one.text) and (
        len(following.text) > LONGEST or (is_running and len(following.text.split()) > 3)
    )
