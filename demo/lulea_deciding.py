"""Luleå's action plan before its steering group: adopted once, revised, and put before it anew.

Facts of who sits there from the agreement (functions only); the revision is invented.
"""

from datetime import date

from decisions.choices import AnswerKind, BodyKind, SeatRole

STEERING_GROUP = {"name": "Styrgruppen", "kind": BodyKind.STEERING_GROUP}
#: Function, whom they act for, role, and the word of their account where they have one.
SEATS = [
    ("Kommundirektör", "Luleå kommun", SeatRole.CHAIR, "styrgrupp-kommun"),
    ("Lokalpolisområdeschef", "Polisen", SeatRole.MEMBER, "styrgrupp-polis"),
    ("Kommunalråd", "Luleå kommun", SeatRole.MEMBER, ""),
    ("VD", "Lulebo", SeatRole.MEMBER, ""),
    ("Socialdirektör", "Luleå kommun", SeatRole.MEMBER, ""),
    ("Samordnare", "Luleå kommun", SeatRole.SECRETARY, "samordnare"),
]
RAPPORTEURS = "kommunpolisen och kommunens samordnare"

ADOPTED_ON, PARAGRAPH = date(2025, 12, 11), "5"
FIRST_PROPOSAL = "att fastställa Åtgärdsplan 2026–2027."

PROPOSAL = (
    "att fastställa den reviderade åtgärdsplanen för 2026–2027, och\n"
    "att överlämna den till socialnämnden för kännedom."
)
REASON = "Efter trygghetsmätningen"
#: What the revision says of a row: its printed number → columns.
REWRITTEN = {
    "3": {
        "when_text": "sex gånger per år",
        "followed_up": "Fel som lagats inom fem arbetsdagar, räknade per kvartal.",
    },
    "5": {"text": "Trafikkontroller på byavägarna och vid skolorna"},
}
STRUCK = "7"
ADDED = {
    "number": "8",
    "text": "Öppna fritidsgårdar på fredagar och lördagar i tre stadsdelar",
    "area": "Örnäset, Hertsön, Porsön",
    "when_text": "hela läsåret",
}
#: In so many days the steering group meets; who has answered what by then.
DAYS = 12
ANSWER = ("styrgrupp-polis", AnswerKind.RAISE, "Hinner vi med sex kontroller av tunnlarna om året?")
