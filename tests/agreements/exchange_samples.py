"""Invented exchange files of many shapes, and what the exchange tests do with them."""

import copy
import json
from uuid import UUID

from desk.importing.making import import_files
from documents.changes import Actor

HAND = Actor("Test")


def party(organisation, kind, **more):
    """One party; by default without signatories."""
    return {"organisation": organisation, "kind": kind, **more}


def exchange_file(title="Överenskommelse om trygghet", *, organisations=None, **agreement):
    """An exchange object; unsigned and between one municipality and one police district."""
    data = {
        "format": "overens-agreement/1",
        "partnership": {"name": "Trygga Ekeby", "municipalities": ["Ekeby kommun"]},
        "agreement": {
            "title": title,
            "signed": False,
            "parties": [
                party("Ekeby kommun", "municipality"),
                party("Lokalpolisområde Ekeby", "police"),
            ],
            **agreement,
        },
    }
    return data if organisations is None else data | {"organisations": organisations}


def as_bytes(data):
    """The file as someone else's program writes it."""
    return json.dumps(data, indent=2).encode()


def imported(*datas, partnership=None, by=HAND, **more):
    """Import the objects as files a.json, b.json …; return what `import_files` does."""
    files = [(f"{chr(97 + place)}.json", as_bytes(data)) for place, data in enumerate(datas)]
    return import_files(files, partnership=partnership, by=by, **more)


def facts(data):
    """What a file says: without keys, and without what is empty or goes without saying.

    Keys belong to rows, not to the text; null, "" and an absent key all say that nothing is known.
    Sections that duties name are told by their place, agreements named by key as "·". That it is
    an agreement in the old format or the new one says nothing either.
    """
    data = copy.deepcopy(data)
    del data["format"]
    agreement = data["agreement"]
    places = _places(agreement.get("sections", []))
    for duty in agreement.get("duties", []):
        duty["section"] = places.get(duty.get("section"), duty.get("section"))
    if agreement.get("language") == "sv":
        del agreement["language"]
    return _said(data)


def _said(data):
    if isinstance(data, dict):
        said = {name: _said(value) for name, value in data.items() if name != "key"}
        return {name: value for name, value in said.items() if value not in (None, "", [], {})}
    if isinstance(data, list):
        return [_said(value) for value in data]
    return "·" if isinstance(data, str) and _is_uuid(data) else data


def _is_uuid(text):
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _places(sections):
    """Every section's place by its key, by its heading (the first one's) and by the place."""
    walked = list(_walk(sections, ()))
    by_place = {".".join(map(str, place)): place for place, _section in walked}
    by_heading = {one.get("heading"): place for place, one in reversed(walked)}
    by_key = {one.get("key"): place for place, one in reversed(walked)}
    other_words = {f"#{word}": place for word, place in by_place.items()}
    return other_words | by_place | by_heading | by_key | {None: None, "": None}


def _walk(sections, above):
    for number, section in enumerate(sections, start=1):
        yield (*above, number), section
        yield from _walk(section.get("sections", []), (*above, number))


def changed(data, path, value):
    """A copy of `data` with `value` at the place `path` ("agreement.parties.0.kind")."""
    data = copy.deepcopy(data)
    *above, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    inner = data
    for step in above:
        inner = inner[step]
    inner[last] = value
    return data


def text_section(heading, *texts, **more):
    """A section with a heading and paragraphs."""
    return {"heading": heading, "parts": [{"text": f"<p>{text}</p>"} for text in texts], **more}


def _goals(depth):
    """A tree that is deep on one side and flat on the other."""
    below = [_goals(depth - 1), {"text": f"– sidomål {depth};"}] if depth > 1 else []
    return {"text": f"Mål på nivå {depth}.", "kind": "process", "goals": below}


SAMPLES = {
    "three parties with a county board": exchange_file(
        parties=[
            party("Länsstyrelsen Ekelän", "county_board", registry_number="801-12-2025"),
            party("Ekeby kommun", "municipality", registry_number="KS 2025/7", signatories=[]),
            party("Polisområde Ekelän", "police", part_of=["Polisregion Ek", "Polismyndigheten"]),
        ]
    ),
    "four municipalities and one police district": exchange_file(
        parties=[
            *[party(f"{name} kommun", "municipality") for name in ("Ask", "Bok", "Gran", "Ek")],
            party("Lokalpolisområde Skog", "police", display_name="Polisen"),
        ],
        kind="strategic",
        area="Fyra kommuner",
    ),
    "no last day": exchange_file(
        valid_from="2025-02-01",
        renewal={"rule": "until_terminated", "revised_every": {"n": 2, "unit": "year"}},
    ),
    "no dates at all": exchange_file(validity_text="tills annat beslutas", signed=None),
    "unnamed signatories": exchange_file(
        parties=[
            party(
                "Ekeby kommun",
                "municipality",
                signatories=[
                    {"title": "Kommundirektör", "mandate": "official", "order": 2},
                    {"unit": "Polisområde Ek", "order": 1, "method": "ink"},
                    {},
                ],
            )
        ]
    ),
    "goals five levels deep": exchange_file(
        goals=[_goals(5), {"text": "Ett mål utan delmål", "prevention": "both"}, _goals(2)]
    ),
    "sections without headings": exchange_file(
        sections=[
            {"heading": None, "parts": [{"text": "<p>Ingress.</p>"}]},
            {"parts": [{"block": "goals", "style": "dash"}], "sections": [text_section(None, "a")]},
            {"heading": "", "parts": []},
        ],
        duties=[{"subject": "plan", "strength": "must", "section": "2.1", "text": "a"}],
    ),
    "the same heading twice": exchange_file(
        sections=[
            text_section("Uppföljning", "Först.", key="s1"),
            text_section("Uppföljning", "Sedan.", key="s2", sections=[text_section("Hur", "Så.")]),
            text_section("1", "En rubrik som ser ut som en plats."),
        ],
        duties=[
            {"subject": "evaluation", "strength": "should", "section": "s2"},
            {"subject": "renewal", "strength": "must", "section": "Uppföljning"},
            {"subject": "other", "strength": "must", "section": "1"},
            {"subject": "support", "strength": "must", "section": "En rubrik som inte finns"},
        ],
    ),
    "keys that are words, used in several lists": exchange_file(
        key="avtal-1",
        sections=[text_section("Mål", "Text.", key="1")],
        goals=[{"text": "Mål", "key": "1"}, {"text": "Mål igen", "key": "1"}],
        bodies=[{"name": "Styrgrupp", "key": "1"}],
        duties=[{"subject": "plan", "strength": "must", "key": "1", "section": "1"}],
    ),
    "bodies in circles": exchange_file(
        bodies=[
            {"name": "A", "part_of": "B", "decides": ["plan", "agreement"]},
            {"name": "B", "part_of": "A", "members": [{"function": "chair"}, {}]},
            {"name": "C", "part_of": "C"},
            {"name": "D", "part_of": "Någon annans råd", "number_text": "ett tiotal"},
            {"name": "D", "part_of": "A", "members": [{"name": "Eva Ek", "organisation": "X"}]},
        ]
    ),
    "extensions, one of them until further notice": exchange_file(
        signed=True,
        signed_on="2020-01-15",
        valid_from="2020-01-01",
        valid_to="2021-12-31",
        extensions=[{"to": "2023-12-31", "text": "KS § 12"}, {"to": None, "decided_on": None}],
        terminated_on="2025-06-30",
        terminated_by="Parterna tillsammans",
        termination_notified_on="2025-03-01",
    ),
    "part of an agreement nobody has": exchange_file(
        part_of="Länets överenskommelse 2019", supersedes=["En äldre", "En ännu äldre"]
    ),
    "every list empty": exchange_file(
        organisations=[],
        legal_basis=[],
        programmes=[],
        sections=[],
        goals=[],
        bodies=[],
        duties=[],
        appendices=[],
        supersedes=[],
        extensions=[],
    ),
    "in Finnish": exchange_file("Sopimus", language="fi", appendices=[{"title": "Liite 1"}]),
    "organisations that no one refers to": exchange_file(
        organisations=[
            {"name": "Ekebybostäder", "kind": "housing_company", "part_of": ["Ekeby stadshus"]},
            {"name": "Polisen i Eks län", "kind": "police", "ended_on": "2014-12-31"},
        ]
    ),
    "running text with every mark": exchange_file(
        sections=[
            {
                "heading": "Allt",
                "parts": [
                    {
                        "text": "<h3>Under</h3><p>En <em>rad</em><br>till</p>"
                        "<ul><li><p>a</p></li></ul>"
                    },
                    {"block": "duties"},
                    {"text": '<blockquote><p><a href="https://example.org">b</a></p></blockquote>'},
                ],
            }
        ],
        appendices=[{"title": "Bilaga 1", "text": "Första stycket.\n\nAndra stycket."}],
    ),
}
