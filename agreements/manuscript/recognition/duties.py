"""Sentences that say what shall or should be done, how often, by whom and for whom."""

import re
from collections.abc import Iterator
from dataclasses import replace

from agreements.choices import ParagraphRole
from agreements.manuscript.proposal import RecognisedDuty
from agreements.manuscript.recognition.marks import Marks
from agreements.manuscript.recognition.undertakings import Setting, each_of, settings
from core.intervals import Interval
from deadlines.choices import DutySubject, Strength
from intake.recognition.intervals import intervals
from intake.recognition.sentences import sentences

LONGEST = 1500


def _pattern(*alternatives: str) -> re.Pattern:
    return re.compile("|".join(alternatives), re.IGNORECASE)


def _is_done(thing: str) -> re.Pattern:
    """Match a sentence in which something is done with `thing`, not one that mentions it."""
    return _pattern(
        rf"{thing}\b[^.;]{{0,60}}?\b(?:ska|skall|bör|måste|tas|görs|fastställs|revideras|uppdateras|"
        r"upprättas|sammanställs|beslutas|utarbetas|är\s+giltig|gäller\s+i)\b",
        r"\b(?:ta[rs]?\s+(?:\w+\s+)?fram|görs?|göra|fastställ\w*|revider\w*|uppdater\w*|upprätta\w*|"
        r"sammanställ\w*|beslutar?\s+om|utarbeta\w*|formulera\w*|avge\w*|ansvar\w*\s+för)\b"
        rf"[^.;]{{0,40}}?{thing}\b",
    )


_SHOULD = _pattern(r"\b(?:bör|should)\b")
_MUST = _pattern(
    r"\b(?:ska|skall|måste|åtar\s+sig|förbinder\s+sig|ansvarar|ansvarig\s+för|fastställs|"
    r"revideras|uppdateras|görs|genomförs|redovisas|rapporteras|utvärderas|beslutas|shall|must)\b",
    r"\bsker\b",
    r"\b(?:fastställer|reviderar|uppdaterar|upprättar|sammanställer|utvärderar)\b",
    r"\bta[rs]\s+(?:\w+\s+){0,2}fram\b",
    r"\bföljs\s+upp\b",
    r"\bbidrar\s+till\b",
)
_PLAN_WORD = r"\b(?:åtgärds|handlings|aktivitets|verksamhets)plan(?:en|er|erna)?"
_PLAN = _pattern(_PLAN_WORD)
_PLAN_DONE = _is_done(_PLAN_WORD)
_FOLLOWED_UP = _pattern(r"\bfölj\w*\s+upp\b", r"\buppfölj")
_EVALUATED = _pattern(r"\butvärder")
_REVISED = _pattern(r"\brevider")
_AGREEMENT = _pattern(r"överenskommelse|\bavtalet\b")
_GOALS = _pattern(r"\b(?:del)?mål(?:en|et)?\b")
_GROUPS = _pattern(r"\barbetsgrupp")
_APPOINTED = _pattern(r"\btillsätt")
_PROMISES_DONE = _is_done(r"\bmedborgarlöft\w*")
_VISIBLE = _pattern(r"\bsynliggör")
_SUPPORT = _pattern(r"(?:verksamhets-?|kommunikations|administrativ\w*)\s?[^.]{0,30}stöd\b")
_PICTURE_DONE = _is_done(r"\blägesbild(?:en|er|erna)?")
_NEXT = _pattern(r"\b(?:ny|nästa)\s+(?:samverkans)?överenskommelse")
_DRAWN_UP = _pattern(r"\bframta", r"\bta(?:s)?\s+fram\b", r"\barbet\w+\s+med\b")

# A sentence is about the first of these of which every word is found in it.
_SUBJECTS = [
    (DutySubject.EVALUATION, (_EVALUATED, _AGREEMENT)),
    (DutySubject.RENEWAL, (_NEXT, _DRAWN_UP)),
    (DutySubject.PLAN_FOLLOWUP, (_FOLLOWED_UP, _PLAN)),
    (DutySubject.GOAL_FOLLOWUP, (_FOLLOWED_UP, _GOALS)),
    (DutySubject.WORKING_GROUPS, (_APPOINTED, _GROUPS)),
    (DutySubject.PROMISES, (_PROMISES_DONE,)),
    (DutySubject.SUPPORT, (_SUPPORT,)),
    (DutySubject.VISIBILITY, (_VISIBLE,)),
    (DutySubject.PLAN, (_PLAN_DONE,)),
    (DutySubject.SITUATIONAL_PICTURE, (_PICTURE_DONE,)),
    (DutySubject.OTHER, (_FOLLOWED_UP, _AGREEMENT)),
    (DutySubject.OTHER, (_REVISED, _AGREEMENT)),
]
# These are spoken of in many sentences that set no task.
_NEED_MORE = {DutySubject.PLAN, DutySubject.SITUATIONAL_PICTURE, DutySubject.OTHER}

_CLAUSES = re.compile(r"\s+(?:och|samt|men)\s+")
_VALID_FOR = re.compile(r"\b(?:giltig|gäller)\s+i\s+(ett|två|tre|fyra|\d)\s+år\b", re.IGNORECASE)
_NUMBERS = {"ett": 1, "två": 2, "tre": 3, "fyra": 4}
_WHO = r"(?P<who>[^\W\d_][^,.;:()]{1,80}?)"
_DECIDED_BY = re.compile(
    rf"\b(?:fastställs|beslutas|godkänns|antas)\s+av\s+{_WHO}(?=\s+(?:och|samt|som|i|en|minst|varje)\b|[,.;:]|\Z)",
    re.IGNORECASE,
)
_REPORTED_TO = re.compile(
    r"\b(?:redovisas|rapporteras|återrapporteras|presenteras)\s+(?:\w+\s+){0,2}?(?:för|till)\s+"
    rf"{_WHO}(?=\s+(?:och|samt|som|i|en|minst|varje)\b|[,.;:]|\Z)",
    re.IGNORECASE,
)
_RESPONSIBLE = re.compile(rf"{_WHO}\s+(?:ansvarar|har\s+ansvar(?:et)?|är\s+ansvariga?)\b")
_ITS_FOLLOW_UP = re.compile(r"ansvarar\s+för\s+(?:att\s+)?(?:denna\s+)?uppföljning", re.IGNORECASE)


def mark_duties(marks: Marks) -> None:
    """Mark the running text and the list items that say a duty."""
    for at, (one, setting) in enumerate(zip(marks.paragraphs, settings(marks), strict=True)):
        if marks.is_free(at) and any(_in_paragraph(at, one.text, setting)):
            marks.give(at, ParagraphRole.DUTY)


def duties_of(marks: Marks) -> tuple[RecognisedDuty, ...]:
    """Return the duties of the marked paragraphs; validity can stand beside a duty."""
    found: list[RecognisedDuty] = []
    where = settings(marks)
    for at in marks.having(ParagraphRole.DUTY, ParagraphRole.VALIDITY):
        text = marks.paragraphs[at].text
        here = list(_in_paragraph(at, text, where[at]))
        if not here and marks.roles[at] == ParagraphRole.DUTY:
            here = [_unrecognised(at, text)]
        found += here
    return tuple(found)


def _in_paragraph(at: int, text: str, setting: Setting) -> Iterator[RecognisedDuty]:
    """Give the duties of a paragraph; who answers for a follow-up can be said a sentence later."""
    if setting.who and len(text) <= LONGEST:
        yield _of_party(at, text, setting.who)
        return
    last: RecognisedDuty | None = None
    for sentence in sentences(text):
        if len(sentence) > LONGEST:
            continue
        here = list(_in_sentence(at, sentence))
        who = () if here or sentence.endswith((":", " att")) else setting.says(sentence)
        if who and not _ITS_FOLLOW_UP.search(sentence):
            here = [_of_party(at, sentence, who)]
        if last and not here and _ITS_FOLLOW_UP.search(sentence) and not last.responsible:
            last = replace(last, responsible=_responsible(sentence))
            continue
        for duty in here:
            if last:
                yield last
            last = duty
    if last:
        yield last


def _in_sentence(at: int, sentence: str) -> Iterator[RecognisedDuty]:
    strength = _strength(sentence)
    subject = strength and _subject(sentence)
    if not subject:
        return
    every = intervals(sentence)
    duty = RecognisedDuty(
        paragraph=at,
        subject=subject.value,
        strength=strength,
        text=sentence,
        responsible=_responsible(sentence),
        decided_by=_found(_DECIDED_BY, sentence),
        recipient=_found(_REPORTED_TO, sentence),
    )
    if len(every) > 1 and _each_in_its_clause(sentence):
        for clause in _each_in_its_clause(sentence):
            about = _subject(clause) or subject
            yield replace(duty, subject=about.value, every=intervals(clause)[0])
    elif subject == DutySubject.PLAN:
        yield from _of_plan(duty, every)
    elif every:
        yield from (replace(duty, every=one) for one in every)
    elif subject not in _NEED_MORE or duty.responsible or duty.decided_by:
        yield duty


def _each_in_its_clause(sentence: str) -> list[str]:
    """Return the clauses of a sentence that each say how often; empty when one says it twice.

    “Planen ska uppdateras vartannat år och följas upp årligen” is two duties on two subjects.
    """
    clauses = [one for one in _CLAUSES.split(sentence) if intervals(one)]
    is_each = [intervals(one)[0] for one in clauses] == intervals(sentence)
    return clauses if is_each and all(len(intervals(one)) == 1 for one in clauses) else []


def _of_party(at: int, said: str, who: tuple[str, ...]) -> RecognisedDuty:
    """Return what parties shall do: an item of its list, or a sentence that begins with it."""
    every = intervals(said)
    return RecognisedDuty(
        paragraph=at,
        subject=(_subject(said) or DutySubject.OTHER).value,
        strength=Strength.SHOULD.value if _SHOULD.search(said) else Strength.MUST.value,
        text=said.rstrip(",; "),
        every=every[0] if len(every) == 1 else None,
        responsible=tuple(one[:1].upper() + one[1:] for one in who),
    )


def _of_plan(duty: RecognisedDuty, every: list[Interval]) -> Iterator[RecognisedDuty]:
    """Give the duties that a sentence about the plan says: to have one, and to revise it."""
    valid_for = _VALID_FOR.search(duty.text)
    revision = _REVISED.search(duty.text)
    if valid_for:
        years = _NUMBERS.get(valid_for[1].lower()) or int(valid_for[1])
        if years:
            yield replace(duty, every=Interval(years, "year"))
    if revision:
        duty = replace(duty, subject=DutySubject.PLAN_REVISION.value)
    if every:
        yield from (replace(duty, every=one) for one in every)
    elif not valid_for and (revision or duty.responsible or duty.decided_by):
        yield duty


def _subject(sentence: str) -> DutySubject | None:
    return next(
        (
            subject
            for subject, patterns in _SUBJECTS
            if all(pattern.search(sentence) for pattern in patterns)
        ),
        None,
    )


def _strength(sentence: str) -> str:
    if _SHOULD.search(sentence):
        return Strength.SHOULD.value
    return Strength.MUST.value if _MUST.search(sentence) else ""


def _found(pattern: re.Pattern, sentence: str) -> str:
    match = pattern.search(sentence)
    return match["who"].strip() if match else ""


def _responsible(sentence: str) -> tuple[str, ...]:
    """Return who a sentence says is responsible, when it begins with that."""
    match = _RESPONSIBLE.match(sentence)
    if match is None or len(match["who"].split()) > 9:
        return ()
    return tuple(who[:1].upper() + who[1:] for who in each_of(match["who"]))


def _unrecognised(at: int, text: str) -> RecognisedDuty:
    """Return the duty that a person says the paragraph holds, where the program sees none."""
    said = next((one for one in sentences(text) if _strength(one)), text)
    strength = _strength(said) or Strength.MUST.value
    return RecognisedDuty(
        paragraph=at, subject=DutySubject.OTHER.value, strength=strength, text=said
    )
