"""Organisations by their names: of what kind one is, and which ones a sentence lists."""

import re

from core.text import search_key
from partnerships.choices import OrganisationKind

# The first that fits decides: a housing company can have the municipality in its name.
_KINDS = [
    (OrganisationKind.PROPERTY_ASSOCIATION, r"fastighetsägar|fastighetsägare"),
    (OrganisationKind.POLICE, r"\bpolis|lokalpolis|polisen\b|\bpolice\b"),
    (
        OrganisationKind.HOUSING_COMPANY,
        r"bostäder|bostads|fastighet|lulebo\b|hem\b|hem ab\b|byggen\b|hyresbostäder|housing",
    ),
    (OrganisationKind.COUNTY_BOARD, r"\blänsstyrelse"),
    (OrganisationKind.MUNICIPALITY, r"\bkommun\Z|\bstad\Z|\bmunicipality\b|\A(city) of\b"),
    (OrganisationKind.REGION, r"\Aregion\b|\bregionen\Z|landsting"),
    (OrganisationKind.SCHOOL, r"skola\Z|skolan\b|gymnasi|universitet|\bhögskol"),
    (
        OrganisationKind.CIVIL_SOCIETY,
        r"förening|kyrka|församling|röda korset|rädda barnen|stadsmission|\bidrotts|nattvandr",
    ),
    (OrganisationKind.BUSINESS, r"\bab\b|aktiebolag|handel|köpcentr|näringsliv"),
]
_KINDS = [(kind, re.compile(pattern)) for kind, pattern in _KINDS]

# Lower-case words that a name can go on with; it never ends with one of the last line.
_INSIDE = re.compile(
    r"kommuns?|stads?|läns?|ab|(?:lokal)?polisområdet?|polisregion|polisen|kommunala|bostäder|bostads|"
    r"fastigheter|tingsrätt|förening|ideell|ekonomisk|församling|municipality|police|authority|city|"
    r"i|på|av|of|the",
    re.IGNORECASE,
)
_JOINING = {"i", "på", "av", "of", "the"}
_START = re.compile(r"(?:lokal)?polis(?:en|myndigheten|området?)\b", re.IGNORECASE)
_LIST = re.compile(
    r"\s*(?:[,;&]|\s/\s|\boch\b|\bsamt\b|\band\b)\s*(?:(?:och|samt|and)\s+)?", re.IGNORECASE
)
# What is said of a party between its name and the next one's.
_ASIDE = re.compile(
    r"\s*\([^()]{0,200}\)|,?\s*org(?:anisations)?\.?\s?(?:nr|nummer)\.?:?\s*[\d-]{6,13}"
    r"|,?\s(?:nedan|här)(?:an)?\s(?:kalla[dt]e?|benämn[dt]a?)\s[”\"]?\w+[”\"]?"
)
_ARTICLE = re.compile(r"(?<!\w)the\s", re.IGNORECASE)
_THROUGH = re.compile(r"\s(?:genom|through)\s", re.IGNORECASE)
_AUTHORITY = {"polisen", "polismyndigheten", "polisen i sverige", "svenska polisen"}
# What stands for a party that is named elsewhere.
_GENERIC = {"kommunen", "parterna", "kommun", "polis", "staden", "regionen", "region", "stad"}


def kind_of(name: str) -> str:
    """Return the kind of the organisation called `name`; "other" when the name does not tell."""
    folded = search_key(name)
    return next(
        (kind.value for kind, pattern in _KINDS if pattern.search(folded)),
        OrganisationKind.OTHER.value,
    )


def is_known(name: str) -> bool:
    """Tell whether `name` by itself shows that it names an organisation."""
    return search_key(name) not in _GENERIC and kind_of(name) != OrganisationKind.OTHER


def is_short_name(text: str) -> bool:
    """Tell whether `text`, which a person says is a name, can be one rather than a sentence."""
    return len(text.split()) <= 8 and text[-1:] not in ".:;" and len(listed(text)) < 2


def is_authority(name: str) -> bool:
    """Tell whether `name` is that of the police as a whole."""
    return search_key(name) in _AUTHORITY


def listed(text: str) -> list[str]:
    """Return the organisations at the beginning of `text`: “X, Y och Z om samverkan” → X, Y, Z.

    Empty unless the first is known by its name. The list ends where a piece is no name.
    """
    names: list[str] = []
    rest = _ARTICLE.sub("", _ASIDE.sub("", text[:600]))
    while rest:
        piece = _LIST.split(rest, maxsplit=1)[0]
        own, *through = _THROUGH.split(piece, maxsplit=1)
        name = _leading_name(own)
        if not name or search_key(name) in _GENERIC:
            break
        names.append(name)
        part = _leading_name(through[0]) if through else ""
        if kind_of(part) == OrganisationKind.POLICE:
            # "Polismyndigheten genom Lokalpolisområde X"; a municipality's board is no party.
            names.append(part)
        separator = _LIST.match(rest, len(piece))
        if separator is None or name != own.strip():
            break
        rest = rest[separator.end() :]
    while names and not is_known(names[-1]):
        names.pop()
    return _joined(names) if names and is_known(names[0]) else []


def _joined(names: list[str]) -> list[str]:
    """Join the authority to the part of it that is named next: they are one party."""
    joined: list[str] = []
    for name in names:
        part = kind_of(name) == OrganisationKind.POLICE and not is_authority(name)
        if joined and part and is_authority(joined[-1]):
            joined[-1] = f"{joined[-1]}, {name}"
        else:
            joined.append(name)
    return joined


def _leading_name(piece: str) -> str:
    """Return the run of words at the beginning of `piece` that can be a name."""
    words: list[str] = []
    for word in piece.split():
        bare = word.strip(".:”\"'’")
        fits = bare[:1].isupper() or bool(_INSIDE.fullmatch(bare))
        if not words:
            fits = bare[:1].isupper() or bool(_START.match(bare))
        if not fits or bare.isdigit():
            break
        words.append(bare)
        if bare != word.lstrip("”\"'’"):
            break
    while words and words[-1].lower() in _JOINING:
        words.pop()
    return " ".join(words)


def same(one: str, other: str) -> bool:
    """Tell whether both names are written alike."""
    return _bare(one) == _bare(other)


def _bare(name: str) -> str:
    return search_key(name).removeprefix("för ").strip(" .:,")
