"""The Luleå partnership of the demonstration, in the exchange format `overens-agreement/1`.

Facts (names, titles, headings, goals, bodies, duties) are those of the printed agreement of
2024–2027, its misspelt heading included. The running text around them is written anew for the
demonstration. Its predecessors are in `lulea_registered`, the draft of its successor in
`lulea_successor`.
"""

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

PURPOSE_FIRST = (
    "<p>Överenskommelsen ska göra samverkan mellan parterna starkare. Den ger formerna för ett "
    "samarbete som är strukturerat, sker på lika villkor och bygger på kunskap. Arbetet ska ha "
    "ett långt perspektiv och hålla över tid.</p>"
)
STEERING_GROUP_MEMBERS = (
    "<p>I styrgruppen sitter lokalpolisområdeschefen, kommundirektören, ett kommunalråd, VD för "
    "Lulebo och socialdirektören. Kommunpolisen och kommunens samordnare för brottsförebyggande "
    "arbete är föredragande.</p>"
)

AGREEMENT_2024 = {
    "format": "overens-agreement/1",
    "source": "Samverkansöverenskommelsen 2024–2027 mellan Luleå kommun och Lokalpolisområde "
    "Luleå-Boden. Uppgifterna är överenskommelsens, löptexten är skriven på nytt för "
    "demonstrationen.",
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
                "signatories": [
                    {
                        "name": "Petra Hinterthaler",
                        "title": "Lokalpolisområdeschef",
                        "mandate": "official",
                    }
                ],
            },
        ],
        "sections": [
            {"heading": "Parter", "parts": [{"block": "parties"}]},
            {
                "heading": "Inledning",
                "parts": [
                    {
                        "text": "<p>I Luleå ska alla kunna bo och vistas i trygghet och säkerhet. "
                        "Lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete gör "
                        "kommunen och polisen till jämbördiga parter, med ett ansvar för det "
                        "förebyggande arbetet som de delar.</p>"
                        "<p>När kommunen fullgör sina uppgifter enligt lagen bidrar den till att "
                        "samhället som helhet förebygger brott effektivt. Luleå kommun och "
                        "Lokalpolisområde Luleå-Boden åtar sig med den här överenskommelsen att "
                        "tillsammans verka för ett tryggt Luleå. Vi arbetar på lång sikt och "
                        "med uthållighet. Parterna ska göra det goda arbetet synligt.</p>"
                        "<p>De trygghetsundersökningar som har gjorts genom åren visar att Luleå "
                        "är tryggt och att utsattheten för brott är lägre här än i många andra "
                        "kommuner. Nu står Luleå, liksom regionens övriga kommuner, inför stora "
                        "förändringar när flera aktörer satsar på grön omställning. Nya "
                        "etableringar och tillväxt är bra för hela regionen. Men de kan också "
                        "sätta sociala strukturer på prov och medföra risker för brottslighet av "
                        "olika slag. Att Luleå utvecklas väl är därför en uppgift för "
                        "myndigheter och organisationer, civilsamhälle och näringsliv, och för "
                        "alla som bor här.</p>"
                    }
                ],
            },
            {
                "heading": "Trygg i Luleå",
                "parts": [
                    {
                        "text": "<p>Trygg i Luleå är kommunens strategiska initiativ för ett Luleå "
                        "som är tryggt och socialt hållbart. Arbetet är främjande och "
                        "förebyggande, och när det behövs också reaktivt.</p>"
                        "<p>Inom initiativet samverkar kommunen och polisen med varandra och med "
                        "andra aktörer i Luleå kommuns geografiska område.</p>"
                        "<p>Det vi gör enligt överenskommelsen och det vi gör inom Trygg i Luleå "
                        "går delvis in i vartannat.</p>"
                    }
                ],
            },
            {
                "heading": "Syfte",
                "parts": [
                    {
                        "text": PURPOSE_FIRST
                        + "<p>Vi för dialogen som jämbördiga parter. Vi känner till "
                        "varandras uppdrag och roller och har förtroende för varandra. Var och en "
                        "ser sitt eget ansvar och tar det.</p>"
                        "<p>Överenskommelsen är också till för att arbetet ska styras och ledas. "
                        "Den ska ge samverkan goda villkor på ledningsnivå.</p>"
                    }
                ],
            },
            {
                "heading": "Mål",
                "parts": [
                    {
                        "text": "<p>Samverkan har ett övergripande mål. Delmålen under det arbetar "
                        "vi med tillsammans.</p>"
                    },
                    {"block": "goals", "style": "dash"},
                ],
            },
            {
                "heading": "Organisation och arbetssätt",
                "sections": [
                    {
                        "heading": "Styrgrupp",
                        "parts": [
                            {
                                "text": "<p>Styrgruppen ger samverkan legitimitet och de "
                                "förutsättningar som krävs för att syftet ska nås. Den beslutar "
                                "också om den samlade lägesbilden och om åtgärdsplanen, så som "
                                "gällande lagstiftning föreskriver.</p>"
                                + STEERING_GROUP_MEMBERS
                                + "<p>Både polisen och Luleå kommun ska ge styrgruppen stöd i "
                                "verksamheten och i kommunikationen.</p>"
                            }
                        ],
                    },
                    {
                        # Spelt as printed.
                        "heading": "Kunskapsbaserat lägesbilsarbete",
                        "parts": [
                            {
                                "text": "<p>Minst vartannat år ska Luleå få en ny samlad "
                                "lägesbild. Arbetet med den ska vara systematiskt och "
                                "kunskapsbaserat. Med det menar vi att det har sin grund i "
                                "forskning och empiri, i beprövade metoder och i "
                                "orsaksanalyser.</p>"
                                "<p>Aktuell statistik och de kartläggningar som relevanta aktörer "
                                "i Luleå har gjort ska ligga till grund för lägesbilden. Utöver "
                                "denna långsiktiga bild ska det finnas:</p>"
                                "<ul><li><p>en lägesbild varje vecka</p></li>"
                                "<li><p>en lägesbild varje månad</p></li>"
                                "<li><p>en lägesbild varje kvartal</p></li></ul>"
                            }
                        ],
                    },
                    {
                        "heading": "Åtgärdsplan",
                        "parts": [
                            {
                                "text": "<p>Den långsiktiga lägesbilden visar vilka behov som "
                                "finns. I åtgärdsplanen anges vilka av dem som ska prioriteras. "
                                "Åtgärdsplanen ska uppdateras minst vartannat år. Om det behövs "
                                "kan åtgärder också sättas in med stöd av det löpande "
                                "lägesbildsarbetet.</p>"
                                "<p>På styrgruppens mandat ska kommunpolisen och kommunens "
                                "samordnare för brottsförebyggande arbete tillsätta arbetsgrupper. "
                                "Arbetsgrupperna genomför det som står i åtgärdsplanen och tar sig "
                                "an händelser som uppkommer.</p>"
                            }
                        ],
                    },
                    {
                        "heading": "Uppföljning och utvärdering",
                        "parts": [
                            {
                                "text": "<p>Minst vartannat år bör åtgärdsplanen följas upp. När "
                                "en ny överenskommelse tas fram bör den här utvärderas.</p>"
                            }
                        ],
                    },
                ],
            },
            {"heading": "Giltighetstid", "parts": [{"block": "validity"}]},
        ],
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
