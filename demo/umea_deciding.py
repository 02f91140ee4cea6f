"""How Umeå's activity plan was adopted, and how its yearly revision is on its way.

Which bodies there are and what they do is the agreement's; who sits in them is given by function.
"""

from datetime import date

from decisions.choices import AnswerKind, BodyKind, SeatRole

STEERING_GROUP = {"name": "UmeBrå styrgrupp", "kind": BodyKind.STEERING_GROUP}
PREPARATORY_GROUP = {"name": "UmeBrå beredningsgrupp", "kind": BodyKind.PREPARATORY_GROUP}
#: Function, whom they act for, role, and the word of their account where they have one.
STEERING_SEATS = [
    ("Kommunstyrelsens ordförande", "Umeå kommun", SeatRole.CHAIR, "styrgrupp-kommun"),
    ("Lokalpolisområdeschef", "Polisen", SeatRole.MEMBER, "styrgrupp-polis"),
    ("Samordnare", "Umeå kommun", SeatRole.RAPPORTEUR, ""),
]
PREPARATORY_SEATS = [
    ("Samordnare", "Umeå kommun", SeatRole.CHAIR, "samordnare"),
    ("Kommunpolis", "Polisen", SeatRole.MEMBER, "kommunpolis"),
]

ADOPTED_ON, PARAGRAPH = date(2025, 12, 10), "14"
FIRST_PROPOSAL = "att fastställa Aktivitetsplan 2026–2027."

REASON = "Den årliga revideringen"
PROPOSAL = (
    "att fastställa den reviderade aktivitetsplanen för 2026–2027, och\n"
    "att låta beredningsgruppen redovisa hur det har gått i december 2027."
)
RAPPORTEURS = "samordnaren och kommunpolisen"
#: What the revision says of a row: its printed number → columns.
REWRITTEN = {
    "3": {"when_text": "före höstlovet, nya råd före sportlovet"},
    "6": {"followed_up": "Antal som nåddes, räknade efter varje kampanj."},
}
STRUCK = "8"
ADDED = {
    "number": "10",
    "text": "Träffpunkt för unga med motorintresse",
    "target_group": "unga som kör moped och A-traktor",
    "when_text": "varannan vecka under läsåret",
}
#: The preparatory group has met so many days ago, the steering group meets in so many.
PREPARED_AGO, DAYS = 5, 16
PREPARED = "att lämna den reviderade planen till styrgruppen."
ANSWER = ("styrgrupp-kommun", AnswerKind.NO_REMARKS, "")
#: While the steering group reads, the draft is opened and the police write in it.
OPENED = "Polisen vill ange platser"
WRITTEN_FURTHER = ("7", {"area": "Infarterna och centrumhållplatserna"})
