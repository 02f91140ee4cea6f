"""Registry numbers (diarienummer), and whose they are where the text tells."""

import re

from intake.recognition.organisations import is_known, kind_of
from partnerships.choices import OrganisationKind

_LABEL = re.compile(
    r"(?P<whose>[^:]{0,60}?)\b(?:diarienummer|diarienr\b\.?|dnr\b\.?|ärendenummer|ärendenr\b\.?|"
    r"saknummer|reg(?:istry)?\.? (?:no|number)\b\.?)"
    r"\s*(?P<aside>\([^()]{0,40}\))?(?:\s*(?P<whose_after>(?:hos |för )?[^:\d]{1,60}?)\s*(?=:))?"
    r"\s*:?\s*",
    re.IGNORECASE,
)
#: Free in form; it has a digit, is one line and no sentence.
_NUMBER = re.compile(r"(?=[^\n]{0,12}\d)[\w][\w ./:§-]{2,38}\Z")
# "KS 2024/12 (kommunen), A123.456/2024 (polisen)"
_SEVERAL = re.compile(r"\s*[,;]\s*|\s+och\s+|\s+samt\s+")
_WITH_OWNER = re.compile(r"(?P<number>.*?\d[^()]*?)\s*(?:\((?P<whose>[^()]{2,60})\))?\Z")
_POLICE = re.compile(r"(?:[A-Z]{1,2}\d{2,3}\.\d{3}/\d{4}|[A-Z]{2}-\d{3}-\d{2,6}/\d{2})\Z")
_MUNICIPAL = re.compile(r"(?:KS|KSN|KSF|KLK|KLF|KSFD|SN|KST)\b|KS\d", re.IGNORECASE)
_REGIONAL = re.compile(r"(?:RS|RSK|RUN|HSN)\b", re.IGNORECASE)


def label_of(text: str) -> re.Match | None:
    """Return the match of a label such as “Diarienummer (åberopas)” at the start, or None."""
    return _LABEL.match(text) if len(text) <= 140 else None


def is_number(text: str) -> bool:
    """Tell whether `text` can be a registry number and nothing else."""
    return bool(_NUMBER.match(text.strip()))


def number_in(text: str) -> str:
    """Return the number after the label in `text`; empty when the line is the label alone."""
    label = label_of(text)
    rest = text[label.end() :].strip() if label else ""
    return rest if is_number(rest) else ""


def numbers_in(text: str) -> list[tuple[str, str]]:
    """Return the numbers after the label in `text`, each with what is said of whose it is."""
    label = label_of(text)
    if label is None:
        return []
    if number_in(text):
        return [(number_in(text), whose(text))]
    parts = [_WITH_OWNER.match(part) for part in _SEVERAL.split(text[label.end() :].strip())]
    if not all(part and is_number(part["number"]) for part in parts):
        return []
    return [(part["number"], part["whose"] or whose(text)) for part in parts]


def whose(text: str) -> str:
    """Return the words of a label in `text` that say whose number it is."""
    label = label_of(text)
    parts = label.group("whose", "whose_after") if label else ()
    return " ".join(filter(None, parts)).strip(" ,–-")


def is_of_police(number: str) -> bool:
    """Tell whether the number is written as the police write theirs."""
    return bool(_POLICE.match(number))


def owner_of(number: str, said: str) -> str:
    """Return whose the number is: a name that is said of it, a kind of organisation, or ""."""
    said = re.sub(r"^(?:hos|för)\s+", "", said, flags=re.IGNORECASE)
    if said:
        bare = re.sub(r"s\Z", "", said)
        for name in (said, bare):
            if is_known(name):
                return name
        if said.lower().startswith("kommun"):
            return OrganisationKind.MUNICIPALITY.value
        if kind_of(said) != OrganisationKind.OTHER:
            return kind_of(said)
    if _POLICE.match(number):
        return OrganisationKind.POLICE.value
    if _MUNICIPAL.match(number):
        return OrganisationKind.MUNICIPALITY.value
    if _REGIONAL.match(number):
        return OrganisationKind.REGION.value
    return ""
