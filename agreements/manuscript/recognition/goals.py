"""Which lists and sentences are the goals of the agreement."""

import re

from agreements.choices import ParagraphRole
from agreements.manuscript.recognition.marks import Marks
from intake.recognition import headings
from intake.recognition.sentences import sentences

_GOAL_WORD = (
    r"(?:(?:del|effekt|huvud|resultat)?mål(?:en|et|sättning(?:en|ar|arna)?)?|goals?|objectives?)"
)
# "De övergripande målen för samverkan … är:"
_LEADS = re.compile(rf"\b{_GOAL_WORD}\b", re.IGNORECASE)
_LEADS_TO_PRIORITIES = re.compile(
    r"\bprioriter\w+|\bfokusområde\w*|\binsatsområde\w*|\butvecklingsområde\w*", re.IGNORECASE
)
# "… om följande fokusområden:", under whatever heading.
_IS_LIST_OF_PRIORITIES = re.compile(
    r"\b(?:följande|dessa|våra|gemensamma)\s+(?:\w+\s+)?(?:prioriterade\s+områden|prioriteringar|"
    r"fokusområden|insatsområden|utvecklingsområden)\b[^.:]{0,20}:\Z",
    re.IGNORECASE,
)
_LEADS_TO_SUB_GOALS = re.compile(r"\bdelmål|\bsub-?goals?", re.IGNORECASE)
# Lists that are about goals and are none: what leads to them says so at its end.
_OTHER = re.compile(
    r"\b(?:styr[as]s?\b|genom att|uppnå|nå målen|exempelvis|till exempel|t\.ex|bland annat|bl\.a|"
    r"ansvara|följas upp|följs upp|mäts|mätas|indikator|aktivitet|åtgärd|målgrupp|består av|"
    r"lägesbild|underlag)",
    re.IGNORECASE,
)
# "Utifrån den gemensamma lägesbilden prioriteras …" says where from, not what the list is of.
_FROM = re.compile(
    r"\b(?:utifrån|enligt|utgår\s+från|med\s+(?:stöd|utgångspunkt)\s+[ia]v?|(?:baserat|grundat)\s+på)"
    r"\s+[^,:.]{0,40}?lägesbild\w*(?=\s+\w)",
    re.IGNORECASE,
)
# "Samverkan ska leda till:", "Parterna vill under perioden"
_AIMS = re.compile(
    r"\b(?:led(?:a|er)|bidrar?|syftar?|sträv(?:a|ar))\s+(?:till|efter)\b|\b(?:vill|enats\s+om)\b",
    re.IGNORECASE,
)
_END = 60
_OVERALL = re.compile(
    rf"(?:de[nt]?|vår[at]?|parternas|överenskommelsens|samverkans|samverkansöverenskommelsens)?\s*"
    rf"(?:gemensamma\s+|övergripande\s+|långsiktiga\s+|yttersta\s+)*{_GOAL_WORD}\b[^.:]{{0,80}}"
    r"\bär\s+(?:att\b|en\b|ett\b|ökad|minskad|stärkt|färre\b|fler\b)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:effekt|huvud)?mål\s*(?:\d{1,2}|(?-i:[A-H]))\s*[:.–-]\s*\S", re.IGNORECASE
)
_NUMBERED_SUB = re.compile(r"delmål\s*\d{1,2}(?:\.\d{1,2})?\s*[:.–-]\s*\S", re.IGNORECASE)
# "Målet är att …", "Ett annat mål är att …": one goal in each sentence.
_STATES = re.compile(
    rf"(?:(?:ett|det|vårt|parternas|samverkans)\s+)?(?:\w+\s+){{0,2}}{_GOAL_WORD}\s+(?:\w+\s+){{0,4}}"
    r"är\s+(?:\w+\s+)?att\b",
    re.IGNORECASE,
)
_FIRST_COLUMN = re.compile(r"(?:del|effekt)?mål(?:et)? – \S", re.IGNORECASE)
_OVERALL_HEADING = re.compile(r"(?:\w+\s+)?övergripande\s+mål|huvudmål", re.IGNORECASE)
_SUB_HEADING = re.compile(r"delmål(?:en)?|effektmål(?:en)?", re.IGNORECASE)


def mark_goals_by_form(marks: Marks) -> None:
    """Mark goals that would else be taken for headings: a table of them, and “Mål 1: …”.

    Such lines stand together, or there is one, right under “Mål”; with text under each of several
    they are headings.
    """
    if marks.having(ParagraphRole.GOAL, ParagraphRole.SUB_GOAL) or _mark_table(marks):
        return
    last = {one.text: at for at, one in enumerate(marks.paragraphs)}
    at = 0
    while at < len(marks.roles):
        end = at
        while end < len(marks.roles) and _is_numbered(marks, end) and marks.is_free(end):
            end += 1
        texts = [marks.paragraphs[one].text for one in range(at, end)]
        # A list of contents says it too, and is no place for it.
        if len(texts) > 1 and all(at <= last[text] < end for text in texts):
            _mark_numbered(marks, list(range(at, end)))
            return
        if len(texts) == 1 and _is_the_only_one(marks, at):
            _mark_numbered(marks, [at], fewest=1)
            return
        at = max(end, at + 1)


def _is_the_only_one(marks: Marks, at: int) -> bool:
    """Tell whether no other goal has a number, and the one stands right under “Mål”."""
    if not at or not headings.is_over_goals(marks.paragraphs[at - 1].text):
        return False
    return not any(_is_numbered(marks, one) for one in range(len(marks.roles)) if one != at)


def _is_numbered(marks: Marks, at: int) -> bool:
    one = marks.paragraphs[at]
    said = _NUMBERED.match(one.text) or _NUMBERED_SUB.match(one.text)
    return bool(said) and not one.is_heading


def stated(text: str) -> list[str]:
    """Return the goals that a paragraph of goals says: its sentences, where each states one."""
    found = sentences(text)
    if len(found) > 1 and all(_STATES.match(one) for one in found):
        return found
    return [text]


def mark_goals(marks: Marks) -> None:
    """Mark the goals of the first section that has any.

    They are a list under a heading or a sentence that says so, with the overall goal before it if
    there is one; or paragraphs that say “Mål 1: …”; or an overall goal alone. Areas to give
    priority to are the goals of a text that names no others. Goals of later sections stay in the
    text: all goals are printed in one place.
    """
    if marks.having(ParagraphRole.GOAL, ParagraphRole.SUB_GOAL):
        return
    for mark in (_mark_goals_proper, _mark_several, _mark_overall):
        for head, places in marks.sections():
            title = "" if head is None else headings.words(marks.paragraphs[head].text)
            free = [at for at in places if marks.is_free(at)]
            if free and mark(marks, free, title):
                _mark_above(marks, head)
                return


def _mark_goals_proper(marks: Marks, places: list[int], title: str) -> bool:
    """Mark what the text itself calls goals."""
    if headings.GOALS.fullmatch(title) and not _LEADS.search(title):
        return False
    return _mark_several(marks, places, title, with_priorities=False)


def _mark_several(
    marks: Marks, places: list[int], title: str, *, with_priorities: bool = True
) -> bool:
    return (
        _mark_numbered(marks, places)
        or _mark_list(marks, places, title, with_priorities=with_priorities)
        or _mark_lines(marks, places, title)
    )


def _mark_table(marks: Marks) -> bool:
    """Mark the rows of a table whose first column is the goals: each row is one, whole."""
    for head in range(marks.end):
        text = marks.paragraphs[head].text
        columns = text.count(" – ")
        if not columns or not _FIRST_COLUMN.match(text):
            continue
        rows = []
        while head + len(rows) + 1 < marks.end and marks.is_free(head + len(rows) + 1):
            row = marks.paragraphs[head + len(rows) + 1]
            if row.is_item or row.text.count(" – ") != columns:
                break
            rows.append(head + len(rows) + 1)
        if len(rows) > 1:
            marks.give(head, ParagraphRole.TEXT)
            for at in rows:
                marks.give(at, ParagraphRole.GOAL)
            return True
    return False


def _mark_lines(marks: Marks, places: list[int], title: str) -> bool:
    """Mark lines under a heading about goals that each say “Att …”, or sentences that state one."""
    if not headings.GOALS.fullmatch(title):
        return False
    lines = [at for at in places if marks.paragraphs[at].text.startswith("Att ")]
    if len(lines) < 2 or lines != list(range(lines[0], lines[-1] + 1)):
        lines = [at for at in places if len(stated(marks.paragraphs[at].text)) > 1][:1]
    for at in lines:
        marks.give(at, ParagraphRole.GOAL)
    return bool(lines)


def _mark_above(marks: Marks, head: int | None) -> None:
    """Put goals that stand under “Delmål” under the overall goal that the section above says."""
    title = "" if head is None else headings.words(marks.paragraphs[head].text)
    above = None if head is None else head - 1
    if not _SUB_HEADING.fullmatch(title) or above is None or not marks.is_free(above):
        return
    over = marks.having(ParagraphRole.HEADING)
    over = over[over.index(head) - 1] if over.index(head) else None
    if over != above - 1 or not _says_overall(marks, over, above) or head in marks.decided:
        return
    goals = marks.having(ParagraphRole.GOAL)
    if any(at in marks.decided for at in goals):
        return
    for at in goals:
        marks.roles[at] = ParagraphRole.SUB_GOAL
    marks.give(above, ParagraphRole.GOAL)
    # It leads from the goal to those under it, and is printed with them.
    marks.roles[head] = ParagraphRole.TEXT


def _says_overall(marks: Marks, head: int, at: int) -> bool:
    if not _OVERALL_HEADING.match(headings.words(marks.paragraphs[head].text)):
        return False
    text = marks.paragraphs[at].text
    is_one = len(text) <= 600 and len(sentences(text)) == 1
    is_alone = marks.roles[head + 2 : head + 3] == [ParagraphRole.HEADING]
    is_goal = text.startswith("Att ") or (is_alone and re.search(r"\bska(?:ll)?\b", text))
    return _is_overall(marks, at) or bool(is_one and is_goal)


def _mark_overall(marks: Marks, places: list[int], title: str) -> bool:
    overall = next((at for at in places if _is_overall(marks, at)), None)
    if overall is None and _OVERALL_HEADING.fullmatch(title) and len(places) == 1:
        text = marks.paragraphs[places[0]].text
        overall = places[0] if len(text) <= 600 and len(sentences(text)) == 1 else None
    if overall is None or not headings.GOALS.fullmatch(title):
        return False
    return marks.give(overall, ParagraphRole.GOAL)


def _mark_numbered(marks: Marks, places: list[int], *, fewest: int = 2) -> bool:
    goals = [at for at in places if _NUMBERED.match(marks.paragraphs[at].text)]
    subs = [at for at in places if _NUMBERED_SUB.match(marks.paragraphs[at].text)]
    if len(goals) + len(subs) < fewest or not goals:
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


def _mark_list(marks: Marks, places: list[int], title: str, *, with_priorities: bool) -> bool:
    under = bool(headings.GOALS.fullmatch(title))
    overall = next((at for at in places if _is_overall(marks, at)), None)
    here = set(places)
    for start in places:
        lead = start - 1 if start - 1 in here else None
        is_first = lead is None or not marks.paragraphs[lead].is_item
        if not (marks.paragraphs[start].is_item and is_first):
            continue
        if not _is_goal_list(marks, lead, under, overall):
            continue
        if lead is not None and (
            _is_of_each_area(marks, lead) or (not with_priorities and _are_priorities(marks, lead))
        ):
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
    if _OTHER.search(_FROM.sub("", said)[-_END:]):
        return False
    if _IS_LIST_OF_PRIORITIES.search(said):
        return True
    if _LEADS.search(said):
        return said.endswith((":", " är att")) or under
    if under and said.rstrip(":").endswith(" att"):
        return True  # "Samverkan ska leda till att:"
    is_told = _LEADS_TO_PRIORITIES.search(said) or _AIMS.search(said)
    return under and (not said.endswith(":") or bool(is_told))


def _are_priorities(marks: Marks, lead: int) -> bool:
    """Tell whether what leads to a list speaks of areas, and of no goals."""
    said = sentences(marks.paragraphs[lead].text)[-1]
    return bool(_LEADS_TO_PRIORITIES.search(said)) and not _LEADS.search(said)


def _is_of_each_area(marks: Marks, lead: int) -> bool:
    """Tell whether what leads to a list, “Mål:”, does so under several headings.

    Those goals stay under their areas: the first of them are not the goals of the agreement.
    """
    text = marks.paragraphs[lead].text
    return text.endswith(":") and any(
        one.text == text and at != lead for at, one in enumerate(marks.paragraphs)
    )


def _belongs(marks: Marks, overall: int, start: int) -> bool:
    """Tell whether the list at `start` is of sub-goals: named so, or right after the goal."""
    if overall == start - 1:
        return True
    return overall == start - 2 and bool(
        _LEADS_TO_SUB_GOALS.search(marks.paragraphs[start - 1].text)
    )
