"""What a sentence says of the time after the last day, or of an agreement that has none."""

import re

from agreements.choices import RenewalRule

# Other agreements have other names: "hyresavtalet".
SUBJECT = (
    r"(?:\w{0,30}överenskommelse|avsiktsförklaring|(?:samverkans|samarbets|partnerskaps)?avtal|"
    r"agreement)\w*"
)
# Of the agreement, and not "uppföljningen är löpande".
RUNNING = rf"(?:{SUBJECT}|\b(?:den|det|denna|detta|och)|,)\s+är\s+löpande\b"
# "till dess att en ny tecknas", "tills den sägs upp"
_UNTIL_CHANGED = (
    r"\b(?:in)?till(?:s|\s+dess)\b[^.,;]{0,60}?\b(?:ny(?:a|tt)?\b|nästa\b|ersätt|säg(?:er|s)\s+upp|"
    r"revider)"
)
FURTHER_NOTICE = re.compile(
    rf"\btills\s?vidare\b|\b(?:på|under)\s+obestämd\s+tid|\blöper\s+vidare\b|{RUNNING}|"
    rf"until\s+further\s+notice|{_UNTIL_CHANGED}",
    re.IGNORECASE,
)
# "… till 2027-12-31 eller till dess …", "… dock längst ett år": what comes first is not told.
OR_ELSE = re.compile(
    r"\beller\s+(?:in)?till|\bdock\s+(?:inte\s+)?(?:längst|längre|högst|som\s+mest)|\bmaximalt",
    re.IGNORECASE,
)
# "Avtalet upphör utan föregående uppsägning": it ends by itself.
ENDS_BY_ITSELF = re.compile(
    r"\bupphör\b(?:(?!\b(?:inte|ej)\b)[^.;]){0,60}?\butan\s+(?:\w+\s+)?uppsägning", re.IGNORECASE
)
TERMINATED = re.compile(r"\bsäg(?:a|as|er|s)?\s+upp|uppsäg|terminat", re.IGNORECASE)
# "… om den inte dessförinnan förlängts": that it can be is said, and not how.
_UNLESS_EXTENDED = r"\b(?:om|såvida)\s+(?:\w+\s+){0,3}(?:inte|ej)\s+(?:\w+\s+){0,3}förlängts?\b"
_CAN_BE_RENEWED = r"\b(?:kan|får)\s+(?:\w+\s+){0,3}förnyas?\b"
# What has been extended, "förlängts", was so before.
_EXTENDED = re.compile(
    rf"\bförläng(?!ts?\b|d)|{_UNLESS_EXTENDED}|{_CAN_BE_RENEWED}|"
    r"\bprolong|\bextend|\bfortsätter\s+(?:att\s+)?gälla|\blöper\s+vidare\b|"
    r"\bdärefter\s+(?:[^\W\d]+\s+){0,3}(?:tills\b|tillsvidare\b|till\s+dess\b)",
    re.IGNORECASE,
)
_WAS_EXTENDED = re.compile(
    r"\bär\s+en\s+förlängning\s+av\b|\bförläng\w+\s+av\s+(?:den\s+)?(?:tidigare|föregående|förra)\b",
    re.IGNORECASE,
)
# "Enligt överenskommelsen ska öppettiderna förlängas."
_BY_IT = re.compile(
    rf"\b(?:enligt|inom|genom|i|utifrån)\s+(?:denna\s+|den\s+)?{SUBJECT}", re.IGNORECASE
)
_CAN = re.compile(
    r"\b(?:kan|får|möjlighet|option|may|can)\b[^.,;]{0,60}(?:förläng|prolong|extend)|"
    rf"{_CAN_BE_RENEWED}|"
    r"förläng[^.;]{0,60}\bom\s+(?:(?:båda|samtliga|alla)\s+)?parter(?:na)?\s+(?:är\s+(?:överens|eniga)|kommer\s+överens|"
    r"vill|önskar)\b",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"(?:förläng|prolong|extend)[^.;]{0,40}\b(?:ett\s+(?:\(1\)\s+)?år|1\s+år|(?:12|tolv)\s+månader|årsvis|"
    r"årligen|one\s+year)\b|\bett\s+(?:\(1\)\s+)?år\s+i\s+(?:taget|sänder)",
    re.IGNORECASE,
)
_ONE_AT_A_TIME = re.compile(r"\bett\s+år\s+i\s+(?:taget|sänder)|\bårsvis", re.IGNORECASE)
_NOT_EXTENDED = re.compile(
    r"\b(?:inte|ej|not)\s+(?:(?:automatiskt|längre|vidare|ytterligare|att|kunna|komma)\s+)*"
    r"(?:förläng(?:as|s|a|ning)\b|be\s+extended)|"
    r"\bförlängs\s+(?:(?!om\b|såvida\b|ifall\b)\w+\s+)?(?:inte|ej)\b|"
    r"\bförlängning\s+(?:sker|görs|medges)\s+(?:inte|ej)\b|"
    r"\b(?:utan|ingen)\s+(?:(?:möjlighet|rätt|option|automatisk|vidare|ytterligare|till|på)\s+)*"
    r"förlängning",
    re.IGNORECASE,
)
# "Om den inte förlängs …" does not say that it is not.
_IF = re.compile(r"\b(?:om(?!\s+att)|såvida|ifall|när)\b[^,.;]*\Z|\A\W*\Z", re.IGNORECASE)
_WITHOUT_END = {
    RenewalRule.UNTIL_FURTHER_NOTICE,
    RenewalRule.OPEN_ENDED,
    RenewalRule.UNTIL_TERMINATED,
}


def rules_said(words: str) -> set[RenewalRule]:
    """Return the rules that `words` can be meant as; empty where they surely mean none."""
    if _NOT_EXTENDED.search(words) or OR_ELSE.search(words):
        return set()
    said = {RenewalRule.BY_MUTUAL_CONSENT} if _CAN.search(words) else set()
    said |= {RenewalRule.YEARLY} if _YEARLY.search(words) else set()
    return said | (_WITHOUT_END if FURTHER_NOTICE.search(words) else set())


def speaks_of_renewal(sentence: str, *, under: bool) -> bool:
    """Tell whether a sentence, by itself or `under` a heading about validity, is on renewal."""
    if not _EXTENDED.search(sentence) or _WAS_EXTENDED.search(sentence):
        return False
    return under or re.search(SUBJECT, _BY_IT.sub("", sentence), re.IGNORECASE) is not None


def before_renewal(sentence: str) -> str:
    """Return what a sentence says before it comes to the renewal: “2024–2027” “med möjlighet …”."""
    extended = _EXTENDED.search(sentence)
    if extended is None:
        return sentence
    can = _CAN.search(sentence)
    return sentence[: min(extended.start(), can.start() if can else extended.start())]


def rule_of(sentence: str) -> str:
    """Return the rule that a sentence on renewal says; unknown where it says two, or none."""
    refused = _NOT_EXTENDED.search(sentence)
    rest = _NOT_EXTENDED.sub(" ", sentence)
    if refused and not _EXTENDED.search(rest):
        is_plain = refused[0].lower().startswith("förlängning")
        is_condition = not is_plain and _IF.search(sentence[: refused.start()])
        return (RenewalRule.UNKNOWN if is_condition else RenewalRule.NONE).value
    if OR_ELSE.search(rest):
        return RenewalRule.UNKNOWN.value
    if FURTHER_NOTICE.search(rest) and not _ONE_AT_A_TIME.search(rest):
        return RenewalRule.UNTIL_FURTHER_NOTICE.value
    if _CAN.search(rest):
        return RenewalRule.BY_MUTUAL_CONSENT.value
    if _YEARLY.search(rest):
        return RenewalRule.YEARLY.value
    return RenewalRule.UNKNOWN.value
