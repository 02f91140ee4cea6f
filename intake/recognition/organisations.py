"""Organisations by their names: of what kind one is, and which ones a sentence lists."""

import re

from core.text import search_key
from partnerships.choices import OrganisationKind

# The first that fits decides: a housing company can have the municipality in its name.
_KINDS = [
    (OrganisationKind.PROPERTY_ASSOCIATION, r"fastighetsägar|fastighetsägare"),
    (OrganisationKind.POLICE, r"\bpolis|lokalpolis|polisen\b|\bpolice\b|\blpo\s\w"),
    (
        OrganisationKind.HOUSING_COMPANY,
        r"bostäder|bostads|fastighet|lulebo\b|hem\b|hem ab\b|byggen\b|hyresbostäder|housing",
    ),
    (OrganisationKind.COUNTY_BOARD, r"\blänsstyrelse"),
    # Gotland is one municipality, by the name of a region.
    (
        OrganisationKind.MUNICIPALITY,
        r"\Aregion gotland\b|\bstadsdels(?:nämnd|förvaltning)|"
        r"\bkommun\Z|\bstad\Z|\bmunicipality\b|\A(city) of\b",
    ),
    (OrganisationKind.REGION, r"\Aregion\b|\bregionen\Z|landsting"),
    (OrganisationKind.SCHOOL, r"skola\Z|skolan\b|gymnasi|universitet|\bhögskol"),
    (
        OrganisationKind.CIVIL_SOCIETY,
        r"förening|kyrka|församling|röda korset|rädda barnen|stadsmission|\bidrotts|nattvandr",
    ),
    (OrganisationKind.BUSINESS, r"\bab\b|aktiebolag|handel|köpcentr|näringsliv"),
]
_KINDS = [(kind, re.compile(pattern)) for kind, pattern in _KINDS]
# Someone at work in an organisation: "kommunpolisen", "lokalpolisområdeschefen".
_FUNCTION = re.compile(r"(?:\b(?:kommun|områdes)polis(?:en|er|erna)?|chef(?:en|er|erna)?)\Z")

# Authorities that take part and are of no kind of their own.
_OTHER_AUTHORITY = re.compile(
    r"\Aräddningstjänst|räddningsförbund|\Akriminalvården|\Atullverket|\Aförsäkringskassan|"
    r"\Aarbetsförmedlingen|\Askatteverket|\Akustbevakningen"
)
# Lower-case words that a name can go on with; it never ends with one of the last line.
_INSIDE = re.compile(
    r"kommuns?|stads?|läns?|ab|(?:lokal)?polisområdet?|polisregion|polisen|kommunala|bostäder|bostads|"
    r"stadsdelsnämnd|stadsdelsförvaltning|fastigheter|tingsrätt|förening|ideell|ekonomisk|församling|municipality|police|authority|city|"
    r"i|på|av|of|the",
    re.IGNORECASE,
)
_JOINING = {"i", "på", "av", "of", "the"}
# What goes on after a name, also in capitals or at the start of a line: "X KOMMUN FÖR ÅREN …".
_AFTER = {"för", "om", "gällande", "avseende", "angående", "kring", "under", "mot", "inom", "med"}
_AFTER |= {"från", "till", "som", "har", "åren", "perioden", "mellan", "reviderad", "version"}
_AFTER |= {"antagen", "beslutad", "fastställd", "gäller", "giltig", "dnr", "diarienummer", "datum"}
# The kind of document and its years, before the parties: "Samverkansöverenskommelse 2023–2026 X",
# and “mellan”, which begins no name.
_DOCUMENT = re.compile(
    r"\A(?:\w*(?:överenskommelse|avtal)\s+(?:\d{4}\s?[–-]\s?\d{4}\s+)?)?"
    r"(?:(?:mellan|between)\s+(?:parterna\s+)?)?",
    re.IGNORECASE,
)
_BOARD = re.compile(r".*\bstadsdels", re.IGNORECASE)
_LOCAL = re.compile(r"(?:.*, )?(?:lokalpolisområde|lpo\b)", re.IGNORECASE)
_AREA = re.compile(r"polisområde", re.IGNORECASE)
_START = re.compile(r"(?:(?:lokal)?polis(?:en|myndigheten|området?)|lpo)\b", re.IGNORECASE)
_DISTRICT = re.compile(r"(?:lokal)?polisområdet?\Z|lpo\Z", re.IGNORECASE)
# "lokalpolisområde södra Berget"
_DIRECTION = re.compile(
    r"(?:nord|syd)?(?:norra|södra|västra|östra)|mellersta|centrala|inre|yttre|övre|nedre|"
    r"norr|söder|nord|syd|väst|öst|mitt"
)
# Of the police, where it follows the name of a part of them: county regions have other names.
_REGION = re.compile(
    r"(?:polisregion|region|[Pp]olisregion)\s+[A-ZÅÄÖ][\w-]+\W*\Z|"
    r"Region\s+(?:Nord|Mitt|Öst|Väst|Syd|Bergslagen)\W*\Z"
)
_OTHER_REGION = re.compile(r"Region\s+[A-ZÅÄÖ][\w-]+\Z")
_RUN_TOGETHER = re.compile(
    r"\b(polis(?:en|myndigheten))\s+(?=(?:polis)?region\s+(?-i:[A-ZÅÄÖ]))", re.IGNORECASE
)
# "Ekeby, Viks och Berga kommuner"
_PLACE = r"[A-ZÅÄÖ][\w-]+(?:\s(?!OCH\b|SAMT\b)[A-ZÅÄÖ][\w-]+){0,2}"
_AND_PLACE = r"(?:\s*,\s*|\s+(?i:och|samt)\s+)"
_MUNICIPALITIES = re.compile(
    rf"(?P<places>{_PLACE}(?:{_AND_PLACE}{_PLACE})+)\s+(?P<kind>(?i:kommun))(?i:er)\b"
)
# "kommunerna Ekeby, Vik och Berga"
_THE_MUNICIPALITIES = re.compile(
    rf"\b(?i:kommunerna)\s+(?P<places>{_PLACE}(?:{_AND_PLACE}{_PLACE})+)(?!\s+(?i:kommun))"
)
_LIST = re.compile(
    r"\s*(?:[,;&]|\s[/–-]\s|\boch\b|\bsamt\b|\band\b)\s*(?:(?:och|samt|and)\s+)?", re.IGNORECASE
)
# What is said of a party between its name and the next one's.
ASIDE = re.compile(
    r"\s*\([^()]{0,200}\)|,?\s*org(?:anisations)?\.?\s?(?:nr|nummer)\.?:?\s*[\d-]{6,13}"
    r"|,?\s(?:genom|företrädd\sav|representerad\sav)\s(?:dess\s|sin\s)?"
    r"\w*(?:styrelsen?|nämnden?|förvaltningen?|direktören|(?:styrelsen|nämnden)s\sordförande)\b,?"
    r"|,?\s(?:nedan|här)(?:an)?\s(?:kalla[dt]e?|benämn[dt]a?)\s[”\"]?\w+[”\"]?"
    r"|,?\snedan\s[”\"]?(?:kommunen|polisen|regionen|staden|bolaget|\w+området)\b[”\"]?"
    r"|,?\så\s(?:den\s)?(?:ena|andra|tredje)\ssidan\b,?"
    r"|,?\s\d{6}-\d{4}\b|,\s\d{3}\s?\d{2}\s[A-ZÅÄÖ][\w-]+\b"
)
# A place that ends so has no s of its own: "Ekeby kommun", "Borås kommun".
_WITHOUT_S = "aeiouyåäösxz"
_ARTICLE = re.compile(r"(?<!\w)the\s", re.IGNORECASE)
_THROUGH = re.compile(r"\s(?:genom|through)\s", re.IGNORECASE)
# "… genom chefen för lokalpolisområde Vik"
_HEAD_OF = re.compile(r"\b(genom|through)\s(?:dess\s|sin\s)?\w*chefen?\sför\s", re.IGNORECASE)
_AUTHORITY = {"polisen", "polismyndigheten", "polisen i sverige", "svenska polisen"}
_AUTHORITY |= {"swedish police authority", "police authority", "swedish police", "police"}
# Words that names of organisations write small, also where all of a heading is in capitals.
_SMALL = {"kommun", "stad", "län", "i", "och", "av", "för", "polisområde", "lokalpolisområde"}
# What stands for a party that is named elsewhere.
_GENERIC = {"kommunen", "parterna", "kommun", "polis", "staden", "regionen", "region", "stad"}
_GENERIC |= {"lokalpolisområde", "polisområde", "lpo"}
_GENERIC_KINDS = {
    "kommunen": OrganisationKind.MUNICIPALITY.value,
    "staden": OrganisationKind.MUNICIPALITY.value,
    "regionen": OrganisationKind.REGION.value,
    "bolaget": OrganisationKind.HOUSING_COMPANY.value,
}


def kind_of(name: str) -> str:
    """Return the kind of the organisation called `name`; "other" when the name does not tell."""
    folded = search_key(name)
    if _FUNCTION.search(folded):
        return OrganisationKind.OTHER.value
    return next(
        (kind.value for kind, pattern in _KINDS if pattern.search(folded)),
        OrganisationKind.OTHER.value,
    )


def is_known(name: str) -> bool:
    """Tell whether `name` by itself shows that it names an organisation."""
    folded = search_key(name)
    is_told = kind_of(name) != OrganisationKind.OTHER or bool(_OTHER_AUTHORITY.search(folded))
    return folded not in _GENERIC and is_told


def is_generic(name: str) -> bool:
    """Tell whether `name` stands for a party by its kind alone: “kommunen”."""
    return search_key(name) in _GENERIC_KINDS


def generic_kind(name: str) -> str:
    """Return of what kind the party is that `name` stands for."""
    return _GENERIC_KINDS.get(search_key(name), kind_of(name))


def is_short_name(text: str) -> bool:
    """Tell whether `text`, which a person says is a name, can be one rather than a sentence."""
    return len(text.split()) <= 8 and text[-1:] not in ".:;" and len(listed(text)) < 2


def in_small_letters(name: str, texts: list[str]) -> str:
    """Return a name in capitals as `texts` write it elsewhere, or as names are written."""
    if not name.isupper() or len(name) < 5:
        return name
    written = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    for text in texts:
        found = written.search(text)
        if found and not found[0].isupper():
            return found[0]
    parts = re.split(r"([\s-]+)", name)
    small = [part.lower() if part.lower() in _SMALL else part.capitalize() for part in parts]
    joined = "".join(small)
    return joined[:1].upper() + joined[1:]


def is_authority(name: str) -> bool:
    """Tell whether `name` is that of the police as a whole."""
    return search_key(name) in _AUTHORITY


def listed(text: str) -> list[str]:
    """Return the organisations at the beginning of `text`: “X, Y och Z om samverkan” → X, Y, Z.

    Empty unless the first is known by its name. The list ends where a piece is no name.
    """
    names: list[str] = []
    rest = _in_full(_DOCUMENT.sub("", text[:600], count=1))
    while rest:
        piece = _LIST.split(rest, maxsplit=1)[0]
        if names and kind_of(names[-1]) == OrganisationKind.POLICE:
            following = _after_region(rest, piece)
            if following is not None:
                rest = following
                continue
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


def listed_alone(text: str) -> list[str]:
    """Return the organisations that `text` lists, two or more, when it says nothing else."""
    names = listed(text) if len(text) <= 600 else []
    if len(names) < 2:
        return []
    pieces = [part for piece in _LIST.split(_in_full(text)) for part in _THROUGH.split(piece)]
    is_all = all(_leading_name(piece) == piece.strip(" .:") for piece in pieces)
    return names if is_all else []


def _in_full(text: str) -> str:
    """Return `text` without what is said of each party, and each municipality by its name."""
    rest = _HEAD_OF.sub(r"\1 ", _ARTICLE.sub("", ASIDE.sub("", text)))
    rest = _MUNICIPALITIES.sub(_each_municipality, _RUN_TOGETHER.sub(r"\1, ", rest))
    return _THE_MUNICIPALITIES.sub(_each_of_the_municipalities, rest)


def _each_municipality(listed_places: re.Match) -> str:
    """Return “Ekeby, Viks och Berga kommuner” as “Ekeby kommun, Viks kommun, Berga kommun”.

    Organisations that the list begins with, “Polismyndigheten och Ekeby …”, stay as they are.
    """
    places = re.split(_AND_PLACE, listed_places["places"])
    after = next((at for at in range(len(places), 0, -1) if is_known(places[at - 1])), 0)
    if len(places) - after < 2:
        return listed_places[0]
    each = [f"{place} {listed_places['kind']}" for place in places[after:]]
    return ", ".join([*places[:after], *each])


def _each_of_the_municipalities(listed_places: re.Match) -> str:
    """Return “kommunerna Ekeby och Vik” as “Ekeby kommun, Viks kommun”: so they are called.

    Places that are known as organisations, “… och Polismyndigheten”, end the list.
    """
    places = re.split(_AND_PLACE, listed_places["places"])
    known = next((at for at, place in enumerate(places) if is_known(place)), len(places))
    each = [f"{place}{'' if place[-1] in _WITHOUT_S else 's'} kommun" for place in places[:known]]
    return ", ".join([*each, *places[known:]])


def _after_region(rest: str, piece: str) -> str | None:
    """Return what follows a region of the police at the start of `rest`; None where none stands.

    “Polismyndigheten, region Syd, lokalpolisområde Vik” is one party.
    """
    separator = _LIST.match(rest, len(piece))
    following = rest[separator.end() :] if separator else ""
    is_above_district = _OTHER_REGION.match(piece.strip()) and _START.match(following)
    return following if _REGION.match(piece) or is_above_district else None


def _joined(names: list[str]) -> list[str]:
    """Join the authority to the part of it that is named next: they are one party.

    So are a city and the board of a district of it, and a part and what it is a part of.
    """
    joined: list[str] = []
    for name in names:
        before = joined[-1] if joined else ""
        kinds = {kind_of(name), kind_of(before)}
        is_part = kinds == {OrganisationKind.POLICE} and not is_authority(name)
        if is_part and (is_authority(before) or (_LOCAL.match(name) and not _LOCAL.match(before))):
            joined[-1] = f"{before.split(', ')[0]}, {name}"
        elif kinds == {OrganisationKind.POLICE} and _is_above(name, before):
            continue
        elif is_authority(name) and is_authority(before):
            joined[-1] = name  # "Polisen", over what it is called in full
        elif not (kinds == {OrganisationKind.MUNICIPALITY} and _BOARD.match(name)):
            joined.append(name)
    return joined


def _is_above(name: str, part: str) -> bool:
    """Tell whether the police of `name` are those that a district called `part` belongs to."""
    if _LOCAL.match(part):
        return is_authority(name) or bool(_AREA.match(name))
    return bool(_AREA.match(part)) and is_authority(name)


def _leading_name(piece: str) -> str:
    """Return the run of words at the beginning of `piece` that can be a name."""
    words: list[str] = []
    for word in piece.split():
        bare = word.strip(".:”\"'’")
        fits = bare[:1].isupper() or bool(_INSIDE.fullmatch(bare))
        if not words:
            fits = bare[:1].isupper() or bool(_START.match(bare))
        elif _DISTRICT.match(words[-1]):
            fits = fits or bool(_DIRECTION.fullmatch(bare)) or _is_last(bare, words, piece)
        if not fits or bare.isdigit() or (words and bare.lower() in _AFTER):
            break
        words.append(bare)
        if bare != word.lstrip("”\"'’"):
            break
    while words and words[-1].lower() in _JOINING:
        words.pop()
    return " ".join(words)


def _is_last(word: str, words: list[str], piece: str) -> bool:
    """Tell whether a word in small letters ends a piece as the place of a district does."""
    is_place = len(word) > 2 and word.isalpha() and not word.endswith(("ar", "er"))
    return is_place and piece.strip(" .:") == " ".join([*words, word])


def same(one: str, other: str) -> bool:
    """Tell whether both names are written alike."""
    return _bare(one) == _bare(other)


def _bare(name: str) -> str:
    return search_key(name).removeprefix("för ").strip(" .:,")
