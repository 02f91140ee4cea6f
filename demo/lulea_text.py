"""The running text of Luleå's agreement of 2024–2027, section by section, as `lulea` holds it.

The headings are the printed ones, the misspelt one included; what stands under them is written
anew for the demonstration.
"""

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

SECTIONS = [
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
                "text": PURPOSE_FIRST + "<p>Vi för dialogen som jämbördiga parter. Vi känner till "
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
]
