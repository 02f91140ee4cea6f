"""From when to when the agreement is valid, and what happens then."""

import re
from dataclasses import dataclass

from agreements.choices import ParagraphRole, RenewalRule
from agreements.manuscript.recognition.marks import Marks
from agreements.manuscript.recognition.renewal import (
    ENDS_BY_ITSELF,
    FURTHER_NOTICE,
    OR_ELSE,
    RUNNING,
    SUBJECT,
    TERMINATED,
    before_renewal,
    rule_of,
    rules_said,
    speaks_of_renewal,
)
from intake.recognition import headings
from intake.recognition.dates import (
    Period,
    is_bare,
    leading_period,
    period,
    points,
    years_from,
)
from intake.recognition.sentences import sentences

LONGEST = 500
_VALID = (
    r"(?:gäller|gälla|är\s+giltigt?|giltighet\w*|löper|löpa|träder\s+i\s+kraft|is\s+valid|"
    r"(?:omfattar|avser)\s+(?:år|åren|kalenderåret|kalenderåren|perioden|tiden)|sträcker\s+sig|applies|"
    r"(?:tecknas|ingås|sluts)\s+(?:för\s+(?:åren|perioden|tiden)|på\s+obestämd))"
)
_VERB = re.compile(rf"\b{_VALID}\b", re.IGNORECASE)
# The agreement itself and not, as in the same sentence, a plan of it.
_SAYS = re.compile(
    rf"\b(?:{SUBJECT}\b(?:(?!plan\b|planen\b|löfte)[^.]){{0,80}}?\b(?<!\w\ssom\s){_VALID}\b|"
    r"(?:träffa[rt]?|ingå(?:r|tt)?|slut(?:er|it)|teckna[rt]?)\b[^.]{0,60}?"
    rf"\b{SUBJECT}\b[^.]{{0,80}}?\bför\s+(?:tiden|perioden|åren)\b|"
    rf"{_VALID}\b[^.]{{0,20}}\b{SUBJECT}|{SUBJECT}\s+är\s+löpande\b)",
    re.IGNORECASE,
)
_VALID_WORD = re.compile(rf"\b{_VALID}\b|{RUNNING}|\bavtalstid|\bperiod", re.IGNORECASE)
_OF_A_PLAN = re.compile(r"plan(?:en|erna)?\b|löfte", re.IGNORECASE)
_FOR_A_TIME = re.compile(
    r"\b(?:\d{1,2}|ett|två|tre|fyra|fem|sex)\s*\)?\s*år\b|undertecknande|signer", re.IGNORECASE
)
_AT_SIGNING = re.compile(r"\bundertecknat|\bundertecknande|\bsignering|\bsigned\b", re.IGNORECASE)
# An agreement before this one, beside it or under it.
_OF_ANOTHER = re.compile(
    r"ersätt(?:er|a|are)\b|tidigare|föregående|förra\b|nuvarande|nu\s+gällande|upphör|upphäv|avlös|bilaga|tillägg|"
    r"\b(?:avtal|överenskommelse)\w*\s+med\b|\bsom\s+(?:gäll|löp|förläng)|replac|previous|former|supersed",
    re.IGNORECASE,
)
_NAMES_ANOTHER = re.compile(
    r"\b(?:ersätter|tidigare|föregående|förra|nuvarande|nu\s+gällande|upphäver|avlöser|replaces)\b",
    re.IGNORECASE,
)
_SAYS_ANOTHER = re.compile(
    rf"(?P<before>.*?)\b(?:tidigare|föregående|förra|nuvarande|nu\s+gällande)\s+(?:\w+\s+)?{SUBJECT}",
    re.IGNORECASE,
)
# "Den gäller från …", where the heading has said what is meant.
_SAYS_UNDER = re.compile(
    rf"\W*(?:(?:den|denna|det|detta|it|this)\s+)?(?:{_VALID}|avtals(?:tid|period)\w*)\b",
    re.IGNORECASE,
)
# "Avtalstid: 2024–2026", under any heading and among the lines above the text.
_LABELLED = re.compile(
    r"\W*(?:(?:avtals?|överenskommelse(?:ns?)?|giltighets?)(?:tid|period)(?:en)?|giltig(?:het|t)?|"
    r"gäller|löptid)(?:\s+(?:från|till|under|t\.?\s?o\.?\s?m|fr?\.?\s?o\.?\s?m)\.?)*\s*(?::|(?=\d))",
    re.IGNORECASE,
)
# "Den gäller …", after a sentence on the agreement.
_IT = re.compile(rf"\W*(?:den|det|avtals?tiden)\s+(?:är\s+)?{_VALID}\b", re.IGNORECASE)
_IS_ON_IT = re.compile(rf"\W*(?:(?:denna|den\s+här|detta|det\s+här)\s+)?{SUBJECT}\b", re.IGNORECASE)
# From one election to the next, in October: 2022–2026 are five calendar years, and the days are
# not said. A term of four years by the calendar is: 2027–2030.
_TERM = re.compile(r"\bmandatperiod\w*\s+(?P<first>\d{4})\s?[-–/]\s?(?P<last>\d{4})", re.IGNORECASE)
_BEGINS = re.compile(r"\b(?:från|fr\.?\s?o\.?\s?m|med\s+början|i\s+kraft|from)\b", re.IGNORECASE)


@dataclass(frozen=True)
class ValidityFacts:
    """What the text says; the texts are whole sentences, as they stand."""

    period: Period | None = None
    text: str = ""
    rule: str = ""
    renewal_text: str = ""


def mark_validity(marks: Marks) -> None:
    """Mark the paragraphs that say how long the agreement is valid or how it is renewed."""
    for head, places in marks.sections():
        under = head is not None and _is_about_validity(marks, head)
        for at in places:
            if not marks.is_free(at) or marks.paragraphs[at].is_item:
                continue
            text = marks.paragraphs[at].text
            if len(text) > 3000:
                continue
            said = sentences(text)
            if any(
                speaks_of_renewal(one, under=under)
                or _says_validity(one, under or bool(_IS_ON_IT.match(before) and _IT.match(one)))
                for before, one in zip(["", *said], said, strict=False)
            ):
                marks.give(at, ParagraphRole.VALIDITY)


def validity_of(marks: Marks) -> ValidityFacts:
    """Return what the paragraphs marked as validity say; years in the title when none is."""
    said, text, renewals = None, "", []
    marked = marks.having(ParagraphRole.VALIDITY)
    for at in marked:
        for sentence in sentences(marks.paragraphs[at].text):
            # "… gäller till 2025 och kan förlängas": one sentence can say both.
            own = before_renewal(sentence)
            if speaks_of_renewal(sentence, under=True):
                renewals.append(sentence)
            if not (_says_validity(own, under=True) or (at in marks.decided and own == sentence)):
                continue
            if not text:
                said, text = _period_in(own), sentence
            elif _completes(said, period(own)):
                said = Period(said.first, period(own).last)
                text = f"{text} {sentence}"
            elif said and not said.last and FURTHER_NOTICE.search(own):
                text = f"{text} {sentence}"
    said = _with_title(said, text, _period_of_title(marks))
    # What is said not to be is told only where nothing says what is.
    renewal = next(
        (one for one in renewals if rule_of(one) != RenewalRule.NONE), "".join(renewals[:1])
    )
    ends = said is not None and said.last is not None
    rule = _rule(text, renewal, ends=ends)
    texts = [marks.paragraphs[at].text for at in marked]
    ends_by_itself = any(map(ENDS_BY_ITSELF.search, texts))
    if any(TERMINATED.search(ENDS_BY_ITSELF.sub("", one)) for one in texts):
        is_running = not rule and said and not ends and not _FOR_A_TIME.search(text)
        if rule == RenewalRule.OPEN_ENDED or is_running:
            rule = RenewalRule.UNTIL_TERMINATED.value
        elif rule == RenewalRule.NONE and not renewal and not ends_by_itself:
            # How it is terminated leaves open what comes after the last day.
            rule = ""
    return ValidityFacts(said, text if len(text) <= LONGEST else "", rule, renewal)


def stated_period(sentence: str, *, under: bool) -> Period | None:
    """Return the period for which a sentence surely says that this agreement is valid, or None.

    Stricter than what recognition proposes: nobody looks it through. `under` tells that the
    sentence stands under a heading about validity.
    """
    own = before_renewal(sentence)
    # After the days another may be named: "… or until it is replaced by a new one".
    end = max((one.end for one in points(own)), default=0)
    if _OF_ANOTHER.search(own[:end]):
        return None
    says = _SAYS.search(own) or (under and _SAYS_UNDER.match(own))
    if _OF_A_PLAN.search(own[: says.start()]) if says else not (under and is_bare(own)):
        return None
    said = _period_in(own)
    if said and said.last is None and not _BEGINS.search(own):
        return None
    return said


def is_other_rule(rule: str, words: str) -> bool:
    """Tell whether `words` on renewal surely mean another rule than `rule`.

    Words that can be meant as the rule, or that name no rule, do not; nor is an unknown rule told
    from any.
    """
    if rule in {"", RenewalRule.UNKNOWN}:
        return False
    said = rules_said(words)
    return bool(said) and rule not in said


def says_renewal(sentence: str, *, under: bool) -> bool:
    """Tell whether a sentence says how this agreement is renewed."""
    if _OF_ANOTHER.search(sentence) or _OF_A_PLAN.search(sentence):
        return False
    goes_on = _SAYS.search(sentence) and FURTHER_NOTICE.search(sentence)
    return bool(goes_on) or speaks_of_renewal(sentence, under=under)


def _completes(said: Period | None, more: Period | None) -> bool:
    """Tell whether `more` is the last day to the first day that was said before."""
    return bool(said and more and said.first and not said.last and more.last and not more.first)


def _rule(text: str, renewal: str, *, ends: bool) -> str:
    if renewal:
        return rule_of(renewal)
    if not text or OR_ELSE.search(text):
        return ""
    goes_on = FURTHER_NOTICE.search(text)
    if ends:
        return (RenewalRule.UNTIL_FURTHER_NOTICE if goes_on else RenewalRule.NONE).value
    if goes_on:
        is_terminated = TERMINATED.search(text)
        rule = RenewalRule.UNTIL_TERMINATED if is_terminated else RenewalRule.OPEN_ENDED
        return rule.value
    return ""


def _with_title(said: Period | None, text: str, in_title: Period | None) -> Period | None:
    """Return the period that was `said`, with what the years of the title complete of it."""
    if in_title is None or (text and (said is None or _FOR_A_TIME.search(text))):
        return said
    if not text:
        return in_title
    begins = said.last is None and said.first and said.first.year == in_title.first.year
    if begins and not FURTHER_NOTICE.search(text):
        return Period(said.first, in_title.last)
    if (said.first, said.last) == (None, in_title.last) and not _AT_SIGNING.search(text):
        return in_title
    return said


def _period_in(sentence: str) -> Period | None:
    """Return the period that a sentence says of this agreement, past what it says of another."""
    if _is_from_election_to_election(sentence):
        return None
    says = _SAYS.search(sentence) or _VALID_WORD.search(sentence)
    verb = says.start() if says else 0
    another = _NAMES_ANOTHER.search(sentence)
    last = [one.start() for one in _VERB.finditer(sentence) if not _is_of_that(sentence, one)][-1:]
    if another and another.start() > verb and not (last and last[0] > another.start()):
        sentence = sentence[: another.start()]
    tail = sentence[last[0] :] if last else ""
    if another and last and another.start() < last[0]:
        sentence = tail
    for part in (sentence, tail):
        said = years_from(part) or period(part) or leading_period(part)
        if said:
            return said
    return None


def _is_from_election_to_election(text: str) -> bool:
    term = _TERM.search(text)
    return bool(term) and int(term["last"]) - int(term["first"]) == 4


def _is_of_that(sentence: str, verb: re.Match) -> bool:
    """Tell whether a verb says something of what was just named: “… den som gäller”."""
    return bool(re.search(r"\w\s+som\s+\Z", sentence[max(0, verb.start() - 10) : verb.start()]))


def _is_about_validity(marks: Marks, head: int) -> bool:
    return bool(headings.VALIDITY.match(headings.words(marks.paragraphs[head].text)))


def _says_validity(sentence: str, under: bool) -> bool:
    """Tell whether a sentence, by itself or `under` a heading about validity, says it."""
    if under and is_bare(sentence):
        return True
    about = (under and _VALID_WORD.search(sentence)) or _SAYS.search(sentence)
    about = _LABELLED.match(sentence) or about
    if not about or _OF_A_PLAN.search(sentence[: about.start()]):
        return False
    another = _SAYS_ANOTHER.match(sentence)
    if another and not re.search(SUBJECT, another["before"], re.IGNORECASE):
        return False
    goes_on = _FOR_A_TIME.search(sentence) or FURTHER_NOTICE.search(sentence)
    return bool(goes_on) or _period_in(sentence) is not None


def _period_of_title(marks: Marks) -> Period | None:
    for role in (ParagraphRole.TITLE, ParagraphRole.SUBTITLE):
        for at in marks.having(role):
            text = marks.paragraphs[at].text
            said = period(text) or leading_period(text)
            if _is_from_election_to_election(text):
                return None
            if said and said.first and said.last and said.first.year < said.last.year:
                return said
    return None
