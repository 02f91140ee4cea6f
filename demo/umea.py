"""The Umeå partnership of the demonstration, in the exchange format `overens-agreement/1`.

Facts (names, titles, dates, headings, goals, duties) are those of the printed agreement of
2017–2020. The running text around them is written anew for the demonstration, and the
logotypes are invented.

The real partnership signed a successor for 2021–2024. It is left out on purpose: without it, the
agreement's own renewal clause applies, and the demonstration shows an agreement that is prolonged
until further notice.
"""

from demo.logos import logo, rings, stems

SLUG = "umebra"

PARTNERSHIP = {"name": "UmeBrå", "municipalities": ["Umeå kommun"]}

#: Whose accounts act for the police in the demonstration.
POLICE = "Lokalpolisområde Umeå"
BOTH_PARTIES = ["Polismyndigheten", "Umeå kommun"]

# The council dates from 1985 and its first agreement from 2008. Nothing more is known: neither
# the printed title, the day, the period, nor whether others came between it and that of 2017.
# Hence no dates, an unknown renewal, and no claim in AGREEMENT_2017 that it supersedes this one.
PREDECESSORS = [
    {
        "format": "overens-agreement/1",
        "source": "Registrerad i efterhand för demonstrationen. Titeln är vår.",
        "partnership": PARTNERSHIP,
        "agreement": {
            "title": "Överenskommelse om samverkan 2008",
            "subtitle": "Den första överenskommelsen mellan Umeå kommun och polisen",
            "kind": "agreement",
            "document_date": None,
            "signed": None,
            "signed_on": None,
            "signed_at": None,
            "valid_from": None,
            "valid_to": None,
            "validity_text": None,
            "renewal": {"rule": "unknown"},
            "parties": [
                {
                    "organisation": "Polismyndigheten i Västerbottens län",
                    "display_name": "Polisen",
                    "kind": "police",
                    "ended_on": "2014-12-31",
                    "signatories": [],
                },
                {"organisation": "Umeå kommun", "kind": "municipality", "signatories": []},
            ],
            "sections": [
                {"heading": "Parter", "parts": [{"block": "parties"}]},
                {
                    "heading": "Om registreringen",
                    "parts": [
                        {
                            "text": "<p>Umeå har haft ett brottsförebyggande råd sedan 1985, och "
                            "den första överenskommelsen kom 2008. Här finns bara uppgiften att "
                            "den har funnits. Själva texten finns inte här. Vi vet inte vilken "
                            "tid den gällde eller när den undertecknades.</p>"
                        }
                    ],
                },
            ],
            "goals": [],
            "bodies": [],
            "duties": [],
            "supersedes": [],
        },
        "plans": [],
        "promise_sets": [],
    }
]

AGREEMENT_2017 = {
    "format": "overens-agreement/1",
    "source": "Överenskommelsen 2017-2020 mellan Polismyndigheten och Umeå kommun. "
    "Uppgifterna är överenskommelsens, löptexten är skriven på nytt för demonstrationen. "
    "Märkena är påhittade.",
    "partnership": PARTNERSHIP,
    "agreement": {
        "title": "Överenskommelse om samverkan och prioriteringar 2017-2020 "
        "mellan Polismyndigheten och Umeå kommun",
        "subtitle": None,
        "language": "sv",
        "kind": "agreement",
        "document_date": "2016-11-08",
        "signed": True,
        "signed_on": "2016-11-08",
        "signed_at": "Umeå",
        "valid_from": "2017-01-01",
        "valid_to": "2020-12-31",
        "validity_text": "den 1 januari 2017 till den 31 december 2020",
        "renewal": {
            "rule": "until_further_notice",
            "text": "Har ingen ny överenskommelse tecknats när tiden går ut "
            "förlängs den här tills vidare",
        },
        "parties": [
            {
                "organisation": "Polismyndigheten",
                "kind": "police",
                "registry_number": "A812.968/2016",
                "logo": logo(rings, "polisen"),
                "signatories": [
                    {
                        "name": "Ronny Adolfsson",
                        "title": "Lokalpolisområdeschef Umeå",
                        "unit": "Polisområde Västerbotten",
                        "mandate": "official",
                        "order": 2,
                    }
                ],
            },
            {
                "organisation": "Umeå kommun",
                "kind": "municipality",
                "logo": logo(stems, "Umeå kommun"),
                "signatories": [
                    {
                        "name": "Hans Lindberg",
                        "title": "Kommunstyrelsens ordförande",
                        "unit": "Umeå kommun",
                        "mandate": "political",
                        "order": 1,
                    }
                ],
            },
        ],
        "sections": [
            {
                "heading": "Inledning",
                "parts": [
                    {
                        "text": "<p>Ingen aktör kan förebygga brott på egen hand. För att arbetet "
                        "ska ge resultat behövs samverkan, och främjandeperspektivet ska finnas "
                        "med i allt vi gör. När brotten blir färre och tryggheten större vinner "
                        "hela samhället. Umeå kommun och Polismyndigheten ska därför planera och "
                        "driva arbetet aktivt, utifrån en gemensam syn som håller på lång sikt.</p>"
                        "<p>Med den här överenskommelsen slår parterna fast vad de tillsammans "
                        "prioriterar i det brottsförebyggande arbetet åren 2017–2020.</p>"
                    }
                ],
            },
            {
                "heading": "Samverkansmodellen",
                "parts": [
                    {
                        "text": "<p>Samverkan börjar i en gemensam bild av vilka utmaningar som "
                        "finns i Umeå. När vi ser samma sak kan vi också förebygga tillsammans. "
                        "Polisen och kommunen lägger samman vad de vet, vad de har erfarit och "
                        "vilka fakta de har. Så växer en gemensam lägesbild fram.</p>"
                        "<p>Umeborna och andra som är verksamma i lokalsamhället är med i arbetet, "
                        "till exempel när det hålls medborgardialoger och görs trygghetsmätningar. "
                        "Då får parterna veta vad som gör ett område tryggt och säkert för dem som "
                        "finns där. De lokala förebyggande råden är ett tiotal. De känner sin "
                        "stadsdel och dess behov, och det de vet kompletterar den samlade "
                        "lägesbilden.</p>"
                        "<p>Vem som ska göra vad preciseras i en aktivitetsplan. Den bygger på den "
                        "lokala lägesbilden och har överenskommelsens mål som utgångspunkt. "
                        "Parterna ska utarbeta aktivitetsplanen i samverkan, och den gäller i två "
                        "år. Aktivitetsplanen ska revideras varje år. UmeBrå styrgrupp "
                        "fastställer den.</p>"
                        "<p>Varje år ska parterna gemensamt ta fram medborgarlöften. Som underlag "
                        "analyserar de medborgardialoger och medarbetardialoger, forskning och "
                        "den lokala lägesbild som de har gemensamt. Aktivitetsplanen och "
                        "medborgarlöftena gör samverkan djupare och mer konkret.</p>"
                    }
                ],
            },
            {
                "heading": "Prioritering för verksamhetsåren 2017-2020",
                "parts": [
                    {
                        "text": "<p>Polismyndigheten och Umeå kommun har följande övergripande mål "
                        "för sin samverkan:</p>"
                    },
                    {"block": "goals", "style": "dash"},
                    {
                        "text": "<p>Samverkan ska framför allt vara förebyggande. Tre saker ska "
                        "styra arbetet:</p>"
                        "<ul><li><p>en lokal lägesbild som hålls aktuell</p></li>"
                        "<li><p>en aktivitetsplan</p></li>"
                        "<li><p>medborgarlöften som ges varje år</p></li></ul>"
                        "<p>UmeBrå är Umeå kommuns lokala brotts- och drogförebyggande råd. Åren "
                        "2017–2020 utgår rådets arbete mot brott och droger från den här "
                        "överenskommelsen.</p>"
                    },
                ],
            },
            {
                "heading": "Uppföljning",
                "parts": [
                    {
                        "text": "<p>Målen i överenskommelsen ska följas upp och resultatet ska "
                        "redovisas för UmeBrå styrgrupp. Det är UmeBrå beredningsgrupp som ser "
                        "till att uppföljningen blir gjord.</p>"
                    }
                ],
            },
            {
                "heading": "Tidplan",
                "parts": [
                    {"block": "validity"},
                    {
                        "text": "<p>Har ingen ny överenskommelse tecknats när tiden går ut "
                        "förlängs den här tills vidare. UmeBrå beredningsgrupp ska ta fram en ny "
                        "överenskommelse.</p>"
                    },
                ],
            },
            {"heading": None, "parts": [{"block": "signatures"}]},
        ],
        # As printed, full stops included.
        "goals": [
            {"text": "Minska brottsligheten i Umeå kommun.", "kind": "outcome"},
            {"text": "Öka tryggheten i Umeå kommun.", "kind": "outcome"},
            {
                "text": "Minska nyttjandet av alkohol, narkotika, tobak, dopning samt motverka "
                "överdrivet spelande som kan leda till brottslighet.",
                "kind": "outcome",
            },
        ],
        "bodies": [
            {
                "name": "UmeBrå",
                "kind": "council",
                "mandate": "Lokalt brotts- och drogförebyggande råd i Umeå kommun",
            },
            {
                "name": "UmeBrå styrgrupp",
                "kind": "steering_group",
                "part_of": "UmeBrå",
                "decides": ["plan"],
                "mandate": "Fastställer aktivitetsplanen och tar emot redovisningen av "
                "hur det går med målen",
            },
            {
                "name": "UmeBrå beredningsgrupp",
                "kind": "preparatory_group",
                "part_of": "UmeBrå",
                "mandate": "Ser till att målen följs upp och tar fram nästa överenskommelse",
            },
            {
                "name": "Lokala förebyggande råd",
                "kind": "local_council",
                "number_text": "ett tiotal",
                "mandate": "Tillför vad de vet om sin stadsdels behov till den samlade lägesbilden",
            },
        ],
        "duties": [
            {
                "subject": "situational_picture",
                "strength": "must",
                "responsible": BOTH_PARTIES,
                "section": "Prioritering för verksamhetsåren 2017-2020",
                "text": "en lokal lägesbild som hålls aktuell",
            },
            {
                "subject": "plan",
                "strength": "must",
                "every": {"n": 2, "unit": "year"},
                "responsible": BOTH_PARTIES,
                "decided_by": "UmeBrå styrgrupp",
                "section": "Samverkansmodellen",
                "text": "Parterna ska utarbeta aktivitetsplanen i samverkan, "
                "och den gäller i två år",
            },
            {
                "subject": "plan_revision",
                "strength": "must",
                "every": {"n": 1, "unit": "year"},
                "responsible": BOTH_PARTIES,
                "decided_by": "UmeBrå styrgrupp",
                "section": "Samverkansmodellen",
                "text": "Aktivitetsplanen ska revideras varje år",
            },
            {
                "subject": "promises",
                "strength": "must",
                "every": {"n": 1, "unit": "year"},
                "responsible": BOTH_PARTIES,
                "section": "Samverkansmodellen",
                "text": "Varje år ska parterna gemensamt ta fram medborgarlöften",
            },
            {
                "subject": "goal_followup",
                "strength": "must",
                "responsible": ["UmeBrå beredningsgrupp"],
                "recipient": "UmeBrå styrgrupp",
                "section": "Uppföljning",
                "text": "Målen i överenskommelsen ska följas upp och resultatet ska "
                "redovisas för UmeBrå styrgrupp",
            },
            {
                "subject": "renewal",
                "strength": "must",
                "responsible": ["UmeBrå beredningsgrupp"],
                "section": "Tidplan",
                "text": "UmeBrå beredningsgrupp ska ta fram en ny överenskommelse",
            },
        ],
        "supersedes": [],
    },
    "plans": [],
    "promise_sets": [],
}
