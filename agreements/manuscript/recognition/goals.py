"""Which lists and sentences are the goals of the agreement."""

import re

from agreements.choices import ParagraphRole
from agreements.manuscript.recognition import headings
from agreements.manuscript.recognition.marks import Marks
from agreements.manuscript.recognition.sentences import sentences

_GOAL_WORD = (
    r"(?:(?:del|effekt|huvud|resultat)?mål(?:en|et|sättning(?:en|ar|arna)?)?|goals?|objectives?)"
)
# "De övergripande målen för samverkan … är:"
_LEADS = re.compile(rf"\b{_GOAL_WORD}\b", re.IGNORECASE)
_LEADS_TO_PRIORITIES = re.compile(
    r"\bprioriter\w+|\bfokusområde\w*|\binsatsområde\w*|\butvecklingsområde\w*", re.IGNORECASE
)
_LEADS_TO_SUB_GOALS = re.compile(r"\bdelmål|\bsub-?goals?", re.IGNORECASE)
# Lists that are about goals and are none: what leads to them says so at its end.
_OTHER = re.compile(
    r"\b(?:styr[as]s?\b|genom att|uppnå|nå målen|exempelvis|till exempel|t\.ex|bland annat|bl\.a|"
    r"ansvara|följas upp|följs upp|mäts|mätas|indikator|aktivitet|åtgärd|målgrupp|består av|"
    r"lägesbild|underlag)",
    re.IGNORECASE,
)
_END = 60
_HEADING = re.compile(
    r"(?:(?:övergripande|gemensamma?|långsiktiga|prioriterade|strategiska|överenskommelsens|"
    r"samverkans|syfte och|vision och)\s+)*"
    r"(?:(?:del|effekt|huvud)?mål(?:en|et|sättning(?:en|ar|arna)?)?(?:\s+och\s+(?:delmål|"
    r"inriktning|prioriteringar))?|prioritering(?:ar)?|områden|fokusområden|insatsområden|"
    r"utvecklingsområden|goals|objectives)(?:\s+(?:för|20\d\d|\d{4}).*)?",
    re.IGNORECASE,
)
_OVERALL = re.compile(
    rf"(?:det|vårt|parternas|överenskommelsens|samverkans|samverkansöverenskommelsens)?\s*"
    rf"(?:gemensamma\s+|övergripande\s+|långsiktiga\s+|yttersta\s+)*{_GOAL_WORD}\b[^.:]{{0,80}}"
    r"\bär\s+(?:att\b|en\b|ett\b)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"mål\s*\d{1,2}\s*[:.–-]\s*\S", re.IGNORECASE)
_NUMBERED_SUB = re.compile(r"delmål\s*\d{1,2}(?:\.\d{1,2})?\s*[:.–-]\s*\S", re.IGNORECASE)


def mark_goals(marks: Marks) -> None:
    """Mark the goals of the first section that has any.

    They are a list under a heading or a sentence that says so, with the overall goal before it if
    there is one; or paragraphs that say “Mål 1: …”; or an overall goal alone. Goals of later
    sections stay in the text: all goals are printed in one place.
    """
    if marks.having(ParagraphRole.GOAL, ParagraphRole.SUB_GOAL):
        return
    for mark in (_mark_several, _mark_overall):
        for head, places in marks.sections():
            title = "" if head is None else headings.words(marks.paragraphs[head].text)
            free = [at for at in places if marks.is_free(at)]
            if free and mark(marks, free, title):
                return


def _mark_several(marks: Marks, places: list[int], title: str) -> bool:
    return _mark_numbered(marks, places) or _mark_list(marks, places, title)


def _mark_overall(marks: Marks, places: list[int], title: str) -> bool:
    overall = next((at for at in places if _is_overall(marks, at)), None)
    if overall is None or not _HEADING.fullmatch(title):
        return False
    return marks.give(overall, ParagraphRole.GOAL)


def _mark_numbered(marks: Marks, places: list[int]) -> bool:
    goals = [at for at in places if _NUMBERED.match(marks.paragraphs[at].text)]
    subs = [at for at in places if _NUMBERED_SUB.match(marks.paragraphs[at].text)]
    if len(goals) + len(subs) < 2 or not goals:
        return False
    first, last = min(goals), max([*goals, *subs])
    between = set(places) & set(range(first, last + 1)) - {*goals, *subs}
    if any(not marks.paragraphs[at].is_item for at in between):
        # Running text between them would lose its place.
        return False
    for at in range(first, _end_of_list(marks, last + 1)):
        is_goal = at in goals
        marks.give(at, ParagraphRole.GOAL if is_goal else ParagraphRole.SUB_GOAL)
    return True


def _mark_list(marks: Marks, places: list[int], title: str) -> bool:
    under = bool(_HEADING.fullmatch(title))
    overall = next((at for at in places if _is_overall(marks, at)), None)
    items = [at for at in places if marks.paragraphs[at].is_item]
    for start in items:
        if start - 1 in items:
            continue
        lead = start - 1 if start - 1 in places else None
        if not _is_goal_list(marks, lead, under, overall):
            continue
        has_overall = overall is not None and _belongs(marks, overall, start)
        if has_overall:
            marks.give(overall, ParagraphRole.GOAL)
        for at in range(start, _end_of_list(marks, start)):
            is_sub = has_overall or marks.paragraphs[at].level > 0
            marks.give(at, ParagraphRole.SUB_GOAL if is_sub else ParagraphRole.GOAL)
        return True
    return False


def _end_of_list(marks: Marks, start: int) -> int:
    end = start
    while end < len(marks.roles) and marks.is_free(end) and marks.paragraphs[end].is_item:
        end += 1
    return end


def _is_overall(marks: Marks, at: int) -> bool:
    """Tell whether the paragraph is one sentence, which says what the overall goal is."""
    one = marks.paragraphs[at]
    return (
        not one.is_item
        and len(one.text) <= 600
        and not one.text.endswith((":", " att", " är"))
        and bool(_OVERALL.match(one.text))
        and len(sentences(one.text)) == 1
    )


def _is_goal_list(marks: Marks, lead: int | None, under: bool, overall: int | None) -> bool:
    if lead is None:
        return under
    if lead == overall:
        return True
    said = sentences(marks.paragraphs[lead].text)[-1]
    if _OTHER.search(said[-_END:]):
        return False
    if _LEADS.search(said):
        return said.endswith(":") or under
    return under and (not said.endswith(":") or bool(_LEADS_TO_PRIORITIES.search(said)))


def _belongs(marks: Marks, overall: int, start: int) -> bool:
    """Tell whether the list at `start` is of sub-goals: named so, or right after the goal."""
    if overall == start - 1:
        return True
    return overall == start - 2 and bool(
        _LEADS_TO_SUB_GOALS.search(marks.paragraphs[start - 1].text)
    )
