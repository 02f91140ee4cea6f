"""From when to when the agreement is valid, and what happens then."""

import re
from dataclasses import dataclass

from agreements.choices import ParagraphRole, RenewalRule
from agreements.manuscript.recognition import headings
from agreements.manuscript.recognition.dates import Period, is_bare, period, points, years_from
from agreements.manuscript.recognition.marks import Marks
from agreements.manuscript.recognition.sentences import sentences

LONGEST = 500
_SUBJECT = r"(?:överenskommelse|avtal|agreement)\w*"
_VALID = (
    r"(?:gäller|gälla|är\s+giltigt?|giltighet\w*|löper|löpa|träder\s+i\s+kraft|is\s+valid|"
    r"omfattar\s+(?:åren|perioden|tiden)|applies)"
)
# The agreement itself and not, as in the same sentence, a plan of it.
_SAYS = re.compile(
    rf"\b(?:{_SUBJECT}\b(?:(?!plan\b|planen\b|löfte)[^.]){{0,80}}?\b{_VALID}\b|"
    rf"{_VALID}\b[^.]{{0,20}}\b{_SUBJECT})",
    re.IGNORECASE,
)
_VALID_WORD = re.compile(rf"\b{_VALID}\b|\bavtalstid|\bperiod", re.IGNORECASE)
_OF_A_PLAN = re.compile(r"plan(?:en|erna)?\b|löfte", re.IGNORECASE)
_FOR_A_TIME = re.compile(
    r"\btills\s+vidare|\b(?:\d{1,2}|ett|två|tre|fyra|fem|sex)\s*\)?\s*år\b|undertecknande|signer|"
    r"until\s+further",
    re.IGNORECASE,
)
_FURTHER_NOTICE = re.compile(r"\btills\s+vidare|until\s+further\s+notice", re.IGNORECASE)
_TERMINATED = re.compile(r"\bsäg(?:a|as|er|s)?\s+upp|uppsäg|terminat", re.IGNORECASE)
_EXTENDED = re.compile(
    r"\bförläng|\bprolong|\bextend|\bfortsätter\s+(?:att\s+)?gälla|"
    r"\bdärefter\s+(?:[^\W\d]+\s+){0,3}tills\s+vidare",
    re.IGNORECASE,
)
_AT_SIGNING = re.compile(r"\bundertecknat|\bundertecknande|\bsignering|\bsigned\b", re.IGNORECASE)
_CAN = re.compile(
    r"\b(?:kan|får|möjlighet|option|may|can)\b[^.,;]{0,60}(?:förläng|prolong|extend)", re.IGNORECASE
)
_YEARLY = re.compile(
    r"(?:förläng|prolong|extend)[^.;]{0,40}\b(?:ett\s+år|1\s+år|(?:12|tolv)\s+månader|årsvis|"
    r"årligen|one\s+year)\b|\bett\s+år\s+i\s+(?:taget|sänder)",
    re.IGNORECASE,
)
# An agreement before this one, beside it or under it.
_OF_ANOTHER = re.compile(
    r"ersätt(?:er|a|are)\b|tidigare|föregående|förra\b|nuvarande|nu\s+gällande|upphör|upphäv|avlös|bilaga|tillägg|"
    r"\b(?:avtal|överenskommelse)\w*\s+med\b|\bsom\s+(?:gäll|löp|förläng)|replac|previous|former|supersed",
    re.IGNORECASE,
)
# "Den gäller från …", where the heading has said what is meant.
_SAYS_UNDER = re.compile(
    rf"\W*(?:(?:den|denna|det|detta|it|this)\s+)?(?:{_VALID}|avtals(?:tid|period)\w*)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\b(?:från|fr\.?\s?o\.?\s?m|med\s+början|i\s+kraft|from)\b", re.IGNORECASE)
_NOT_EXTENDED = re.compile(
    r"\b(?:inte|ej|not)\s+(?:\w+\s+)?(?:förlängas|förlängs|förlängning|be\s+extended)|"
    r"förlängs\s+(?:inte|ej)\b|\butan\s+(?:\w+\s+)?förläng",
    re.IGNORECASE,
)
_WITHOUT_END = {
    RenewalRule.UNTIL_FURTHER_NOTICE,
    RenewalRule.OPEN_ENDED,
    RenewalRule.UNTIL_TERMINATED,
}


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
            if len(text) <= 3000 and any(
                _says_renewal(one, under) or _says_validity(one, under) for one in sentences(text)
            ):
                marks.give(at, ParagraphRole.VALIDITY)


def validity_of(marks: Marks) -> ValidityFacts:
    """Return what the paragraphs marked as validity say; years in the title when none is."""
    said, text, renewal = None, "", ""
    marked = marks.having(ParagraphRole.VALIDITY)
    for at in marked:
        for sentence in sentences(marks.paragraphs[at].text):
            extended = _EXTENDED.search(sentence)
            # "… gäller till 2025 och kan förlängas": one sentence can say both.
            own = sentence[: extended.start()] if extended else sentence
            if extended and not renewal:
                renewal = sentence
            if not (_says_validity(own, under=True) or (at in marks.decided and not extended)):
                continue
            if not text:
                said, text = years_from(own) or period(own), sentence
            elif _completes(said, period(own)):
                said = Period(said.first, period(own).last)
                text = f"{text} {sentence}"
    in_title = _period_of_title(marks)
    completes = said and in_title and (said.first, said.last) == (None, in_title.last)
    if not marked or completes and not _AT_SIGNING.search(text):
        said = in_title
    ends = said is not None and said.last is not None
    rule = _rule(text, renewal, ends=ends)
    # A text that tells how it is terminated, and not what comes after the last day, leaves it open.
    if rule == RenewalRule.NONE and any(
        _TERMINATED.search(marks.paragraphs[at].text) for at in marked
    ):
        rule = ""
    return ValidityFacts(said, text if len(text) <= LONGEST else "", rule, renewal)


def stated_period(sentence: str, *, under: bool) -> Period | None:
    """Return the period for which a sentence surely says that this agreement is valid, or None.

    Stricter than what recognition proposes: nobody looks it through. `under` tells that the
    sentence stands under a heading about validity.
    """
    extended = _EXTENDED.search(sentence)
    own = sentence[: extended.start()] if extended else sentence
    # After the days another may be named: "… or until it is replaced by a new one".
    end = max((one.end for one in points(own)), default=0)
    if _OF_ANOTHER.search(own[:end]):
        return None
    says = _SAYS.search(own) or (under and _SAYS_UNDER.match(own))
    if _OF_A_PLAN.search(own[: says.start()]) if says else not (under and is_bare(own)):
        return None
    said = years_from(own) or period(own)
    if said and said.last is None and not _BEGINS.search(own):
        return None
    return said


def is_other_rule(rule: str, words: str) -> bool:
    """Tell whether `words` on renewal surely mean another rule than `rule`.

    Words that can be meant as the rule, or that name no rule, do not; nor is an unknown rule told
    from any.
    """
    if rule in {"", RenewalRule.UNKNOWN} or _NOT_EXTENDED.search(words):
        return False
    said = {RenewalRule.BY_MUTUAL_CONSENT} if _CAN.search(words) else set()
    said |= {RenewalRule.YEARLY} if _YEARLY.search(words) else set()
    said |= _WITHOUT_END if _FURTHER_NOTICE.search(words) else set()
    return bool(said) and rule not in said


def says_renewal(sentence: str, *, under: bool) -> bool:
    """Tell whether a sentence says how this agreement is renewed."""
    if _OF_ANOTHER.search(sentence) or _OF_A_PLAN.search(sentence):
        return False
    goes_on = _SAYS.search(sentence) and _FURTHER_NOTICE.search(sentence)
    return bool(goes_on) or _says_renewal(sentence, under)


def _completes(said: Period | None, more: Period | None) -> bool:
    """Tell whether `more` is the last day to the first day that was said before."""
    return bool(said and more and said.first and not said.last and more.last and not more.first)


def _rule(text: str, renewal: str, *, ends: bool) -> str:
    if renewal:
        return _rule_of(renewal)
    if ends:
        return RenewalRule.NONE.value if text else ""
    if _FURTHER_NOTICE.search(text):
        is_terminated = _TERMINATED.search(text)
        rule = RenewalRule.UNTIL_TERMINATED if is_terminated else RenewalRule.OPEN_ENDED
        return rule.value
    return ""


def _is_about_validity(marks: Marks, head: int) -> bool:
    return bool(headings.VALIDITY.match(headings.words(marks.paragraphs[head].text)))


def _says_validity(sentence: str, under: bool) -> bool:
    """Tell whether a sentence, by itself or `under` a heading about validity, says it."""
    if under and is_bare(sentence):
        return True
    about = _VALID_WORD.search(sentence) if under else _SAYS.search(sentence)
    if not about or _OF_A_PLAN.search(sentence[: about.start()]):
        return False
    return period(sentence) is not None or bool(_FOR_A_TIME.search(sentence))


def _says_renewal(sentence: str, under: bool) -> bool:
    if not _EXTENDED.search(sentence):
        return False
    return under or re.search(_SUBJECT, sentence, re.IGNORECASE) is not None


def _rule_of(sentence: str) -> str:
    if _FURTHER_NOTICE.search(sentence):
        return RenewalRule.UNTIL_FURTHER_NOTICE.value
    if _CAN.search(sentence):
        return RenewalRule.BY_MUTUAL_CONSENT.value
    if _YEARLY.search(sentence):
        return RenewalRule.YEARLY.value
    return RenewalRule.UNKNOWN.value


def _period_of_title(marks: Marks) -> Period | None:
    for role in (ParagraphRole.TITLE, ParagraphRole.SUBTITLE):
        for at in marks.having(role):
            said = period(marks.paragraphs[at].text)
            if said and said.first and said.last and said.first.year < said.last.year:
                return said
    return None
