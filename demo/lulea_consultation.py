"""A consultation about the draft of Luleå's next agreement. Invented; roles, never persons."""

from demo.lulea_successor import SUCCESSOR_EDITS

TITLE = "Samråd om överenskommelsen 2028–2031"
MESSAGE = (
    "Vi vill särskilt veta om målen går att följa upp, och om styrgruppen har rätt ledamöter. "
    "Perioden är redan bestämd."
)
#: So many days after the demonstration is built.
DAYS = 14

#: Word: name, e-mail, organisation. None of the addresses can be reached.
RECIPIENTS = {
    "bostad": ("Bostadsbolagets bosociala chef", "bosocial@bostad.example", "Lulebo"),
    "skola": ("Skolchefen", "skolchef@lulea.example", "Luleå kommun"),
    "socialtjanst": ("Socialdirektören", "socialdirektor@lulea.example", "Luleå kommun"),
}

#: What has been said so far. `goal` or `text` is found in the draft; `quote` stands in it.
COMMENTS = (
    {
        "by": "bostad",
        "goal": SUCCESSOR_EDITS["changed_goal"]["new"],
        "quote": "bostadsbolagen",
        "text": "Bra att vi nämns. Räknas även de privata värdarna in?",
        "answer": "Ja, alla bostadsbolag i kommunen. Vi förtydligar i åtgärdsplanen.",
    },
    {
        "by": "bostad",
        "goal": SUCCESSOR_EDITS["new_goal"]["text"],
        "quote": "",
        "text": "Hur ska det här målet följas upp? Det behöver något att räkna.",
        "answer": "",
    },
)
#: A wording that is proposed for a text of the draft.
WORDING = {
    "by": "skola",
    "section": "Styrgrupp",
    "old": "är föredragande.",
    "new": "är föredragande. Skolchefen kan sända en ersättare.",
    "text": "Skolans möten ligger ofta samtidigt.",
}
#: Who has answered as a whole, and how.
ANSWERS = (("socialtjanst", "no_remarks", ""),)
