"""The Luleå partnership of the demonstration, in the exchange format `overens-agreement/1`.

Facts (names, titles, goals, bodies, duties) are those of the printed agreement of 2024–2027. Its
running text is in `lulea_text`, its predecessors in `lulea_registered`, the draft of its successor
in `lulea_successor`. Logotypes and registry numbers are invented.
"""

from demo.logos import logo, rings, waves
from demo.lulea_text import SECTIONS

SLUG = "trygg-i-lulea"

PARTNERSHIP = {"name": "Trygg i Luleå", "municipalities": ["Luleå kommun"]}

POLICE = "Lokalpolisområde Luleå-Boden"
POLICE_ABOVE = ["Polisområde Norrbotten", "Polisregion Nord", "Polismyndigheten"]
MUNICIPALITY = "Luleå kommun"
BOTH_PARTIES = [POLICE, MUNICIPALITY]
# The function as printed; the running text adds the word that is missing ("arbete").
COORDINATOR = "Kommunens samordnare för brottsförebyggande"

OVERALL_GOAL = (
    "Det övergripande målet är att öka tryggheten, minska brottsligheten samt möta utmaningarna "
    "med samhällsomställningen."
)
GOAL_CIVIL_SOCIETY = "Utveckla samverkan med civilsamhället och näringslivet"

AGREEMENT_2024 = {
    "format": "overens-agreement/1",
    "source": "Samverkansöverenskommelsen 2024–2027 mellan Luleå kommun och Lokalpolisområde "
    "Luleå-Boden. Uppgifterna är överenskommelsens, löptexten är skriven på nytt för "
    "demonstrationen. Märken och diarienummer är påhittade.",
    "partnership": PARTNERSHIP,
    "organisations": [{"name": "Lulebo", "kind": "housing_company"}],
    "agreement": {
        "title": "Samverkansöverenskommelse",
        "subtitle": "Luleå kommun och Lokalpolisområde Luleå-Boden 2024–2027",
        "language": "sv",
        "kind": "agreement",
        "document_date": None,
        # The agreement names who signs but neither day nor place.
        "signed": True,
        "signed_on": None,
        "signed_at": None,
        "valid_from": "2024-01-01",
        "valid_to": "2027-12-31",
        "validity_text": "åren 2024–2027",
        "renewal": {"rule": "none"},
        "area": "Luleå kommuns geografiska område",
        "legal_basis": ["Lag (2023:196) om kommuners ansvar för brottsförebyggande arbete"],
        "programmes": ["Trygg i Luleå"],
        "parties": [
            {
                "organisation": MUNICIPALITY,
                "kind": "municipality",
                "registry_number": "EX 2023/117",
                "logo": logo(waves, MUNICIPALITY),
                "signatories": [
                    {"name": "Fredrik Hansson", "title": "Kommunalråd", "mandate": "political"},
                    {
                        "name": "Anna Lindh Wikblad",
                        "title": "Kommundirektör",
                        "mandate": "official",
                    },
                ],
            },
            {
                "organisation": POLICE,
                "display_name": "Polisen",
                "kind": "police",
                "part_of": POLICE_ABOVE,
                "registry_number": "EX A117/2023",
                "logo": logo(rings, "polisen"),
                "signatories": [
                    {
                        "name": "Petra Hinterthaler",
                        "title": "Lokalpolisområdeschef",
                        "mandate": "official",
                    }
                ],
            },
        ],
        "sections": SECTIONS,
        # As printed: only the overall goal and the last sub-goal end with a full stop.
        "goals": [
            {
                "text": OVERALL_GOAL,
                "kind": "outcome",
                "goals": [
                    {
                        "text": "Förebygga och bekämpa organiserad brottslighet i lokalsamhället",
                        "kind": "outcome",
                    },
                    {"text": GOAL_CIVIL_SOCIETY, "kind": "process"},
                    {"text": "Arbeta systematiskt och kunskapsbaserat", "kind": "process"},
                    {
                        "text": "Stärka den situationella preventionen",
                        "kind": "process",
                        "prevention": "situational",
                    },
                    {
                        "text": "Bygga broar mellan den situationella och sociala preventionen.",
                        "kind": "process",
                        "prevention": "both",
                    },
                ],
            }
        ],
        "bodies": [
            {
                "name": "Styrgrupp",
                "kind": "steering_group",
                "decides": ["situational_picture", "plan"],
                "mandate": "Ger samverkan legitimitet och förutsättningar. "
                "Beslutar om lägesbilden och åtgärdsplanen.",
                "members": [
                    {
                        "title": "Lokalpolisområdeschef",
                        "organisation": POLICE,
                        "function": "member",
                    },
                    {
                        "title": "Kommundirektör",
                        "organisation": MUNICIPALITY,
                        "function": "member",
                    },
                    {"title": "Kommunalråd", "organisation": MUNICIPALITY, "function": "member"},
                    # Lulebo has a seat without being a party.
                    {"title": "VD", "organisation": "Lulebo", "function": "member"},
                    {
                        "title": "Socialdirektör",
                        "organisation": MUNICIPALITY,
                        "function": "member",
                    },
                    {"title": "Kommunpolis", "organisation": POLICE, "function": "rapporteur"},
                    {
                        "title": COORDINATOR,
                        "organisation": MUNICIPALITY,
                        "function": "rapporteur",
                    },
                ],
            },
            {
                "name": "Arbetsgrupper",
                "kind": "working_group",
                "mandate": "Genomför åtgärdsplanen och tar sig an händelser som uppkommer",
            },
        ],
        "duties": [
            {
                "subject": "situational_picture",
                "strength": "must",
                "every": {"n": 2, "unit": "year"},
                "decided_by": "Styrgrupp",
                "section": "Kunskapsbaserat lägesbilsarbete",
                "text": "Minst vartannat år ska Luleå få en ny samlad lägesbild",
            },
            {
                "subject": "situational_picture",
                "strength": "must",
                "every": {"n": 1, "unit": "week"},
                "section": "Kunskapsbaserat lägesbilsarbete",
                "text": "en lägesbild varje vecka",
            },
            {
                "subject": "situational_picture",
                "strength": "must",
                "every": {"n": 1, "unit": "month"},
                "section": "Kunskapsbaserat lägesbilsarbete",
                "text": "en lägesbild varje månad",
            },
            {
                "subject": "situational_picture",
                "strength": "must",
                "every": {"n": 1, "unit": "quarter"},
                "section": "Kunskapsbaserat lägesbilsarbete",
                "text": "en lägesbild varje kvartal",
            },
            {
                "subject": "plan",
                "strength": "must",
                "every": {"n": 2, "unit": "year"},
                "decided_by": "Styrgrupp",
                "section": "Åtgärdsplan",
                "text": "Åtgärdsplanen ska uppdateras minst vartannat år",
            },
            {
                "subject": "working_groups",
                "strength": "must",
                "responsible": ["Kommunpolis", COORDINATOR],
                "section": "Åtgärdsplan",
                "text": "På styrgruppens mandat ska kommunpolisen och kommunens samordnare för "
                "brottsförebyggande arbete tillsätta arbetsgrupper",
            },
            {
                "subject": "support",
                "strength": "must",
                "responsible": BOTH_PARTIES,
                "recipient": "Styrgrupp",
                "section": "Styrgrupp",
                "text": "Både polisen och Luleå kommun ska ge styrgruppen stöd i verksamheten "
                "och i kommunikationen",
            },
            {
                "subject": "visibility",
                "strength": "must",
                "responsible": BOTH_PARTIES,
                "section": "Inledning",
                "text": "Parterna ska göra det goda arbetet synligt",
            },
            {
                "subject": "plan_followup",
                "strength": "should",
                "every": {"n": 2, "unit": "year"},
                "section": "Uppföljning och utvärdering",
                "text": "Minst vartannat år bör åtgärdsplanen följas upp",
            },
            {
                "subject": "evaluation",
                "strength": "should",
                "section": "Uppföljning och utvärdering",
                "text": "När en ny överenskommelse tas fram bör den här utvärderas",
            },
        ],
        "supersedes": ["Samverkansöverenskommelse 2020–2023"],
    },
    "plans": [],
    "promise_sets": [],
}
