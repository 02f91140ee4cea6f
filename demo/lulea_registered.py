"""Luleå's earlier agreements, of which only the registration is known."""

from demo.lulea import MUNICIPALITY, PARTNERSHIP, POLICE, POLICE_ABOVE


def _registered(years, police, *, supersedes=(), addition=""):
    """One earlier agreement of which only the registration is known.

    `years` is "2012–2013", `police` the police party, `supersedes` titles, `addition` one more
    sentence for the text. Signing and renewal are not documented, so they are left unknown.
    """
    first, last = years.split("–")
    return {
        "format": "overens-agreement/1",
        "source": "Registrerad i efterhand för demonstrationen. Titeln är vår.",
        "partnership": PARTNERSHIP,
        "agreement": {
            "title": f"Samverkansöverenskommelse {years}",
            "subtitle": "Luleå kommun och polisen",
            "kind": "agreement",
            "document_date": None,
            "signed": None,
            "signed_on": None,
            "signed_at": None,
            # Only the years are known; read as whole calendar years, like those of 2024–2027.
            "valid_from": f"{first}-01-01",
            "valid_to": f"{last}-12-31",
            "validity_text": f"åren {years}",
            "renewal": {"rule": "unknown"},
            "parties": [
                {"organisation": MUNICIPALITY, "kind": "municipality", "signatories": []},
                police,
            ],
            "sections": [
                {"heading": "Parter", "parts": [{"block": "parties"}]},
                {
                    "heading": "Om registreringen",
                    "parts": [
                        {
                            "text": "<p>Av den här överenskommelsen finns bara registreringen: "
                            "att den har funnits, vilka som var parter och vilka år den gällde. "
                            f"Själva texten finns inte här.{addition} Hur och när överenskommelsen "
                            "undertecknades är inte dokumenterat.</p>"
                        }
                    ],
                },
                {"heading": "Giltighetstid", "parts": [{"block": "validity"}]},
            ],
            "goals": [],
            "bodies": [],
            "duties": [],
            "supersedes": list(supersedes),
        },
        "plans": [],
        "promise_sets": [],
    }


# The county police authority was the police until the end of 2014; the local police district
# came with the reorganisation of 1 January 2015.
_COUNTY_POLICE = {
    "organisation": "Polismyndigheten i Norrbottens län",
    "display_name": "Polisen",
    "kind": "police",
    "ended_on": "2014-12-31",
    "signatories": [],
}
_LOCAL_POLICE = {
    "organisation": POLICE,
    "display_name": "Polisen",
    "kind": "police",
    "part_of": POLICE_ABOVE,
    "signatories": [],
}

# Oldest first, so that each finds the one it supersedes.
PREDECESSORS = [
    _registered("2012–2013", _COUNTY_POLICE),
    _registered("2014–2016", _COUNTY_POLICE, supersedes=["Samverkansöverenskommelse 2012–2013"]),
    _registered("2017–2019", _LOCAL_POLICE, supersedes=["Samverkansöverenskommelse 2014–2016"]),
    _registered(
        "2020–2023",
        _LOCAL_POLICE,
        supersedes=["Samverkansöverenskommelse 2017–2019"],
        addition=" Till överenskommelsen hörde en verksamhetsplan för 2020–2021.",
    ),
]
