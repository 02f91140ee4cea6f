"""What has been changed so far in the draft of Luleå's next agreement.

Invented: no agreement for 2028–2031 exists.
"""

from demo.lulea import GOAL_CIVIL_SOCIETY, MUNICIPALITY, OVERALL_GOAL
from demo.lulea_text import PURPOSE_FIRST, STEERING_GROUP_MEMBERS

# What the coordinator and the municipal police officer have changed so far in the draft that
# succeeds AGREEMENT_2024. `by` is the demo role that makes the change, `reason` its stated why.
# `old` is found exactly once in `lulea.AGREEMENT_2024`; `new` takes its place.
SUCCESSOR_EDITS = {
    "front": {
        "by": "samordnare",
        "reason": "Ny period",
        "title": "Överenskommelse om samverkan för ett tryggt Luleå",
        "subtitle": "Luleå kommun och Lokalpolisområde Luleå-Boden 2028–2031",
        "valid_from": "2028-01-01",
        "valid_to": "2031-12-31",
        "validity_text": "åren 2028–2031",
    },
    "number": {
        "by": "samordnare",
        "reason": "Diariefört hos kommunen",
        "organisation": MUNICIPALITY,
        "registry_number": "EX 2026/88",
    },
    "changed_paragraphs": [
        {
            "by": "samordnare",
            "reason": "Tydligare ansvar och öppen uppföljning",
            "section": "Syfte",
            "old": PURPOSE_FIRST,
            "new": "<p>Överenskommelsen ska göra samverkan mellan parterna starkare. Den ger "
            "formerna för ett samarbete som är strukturerat, sker på lika villkor och bygger på "
            "kunskap, och den visar vem som ansvarar för vad. Arbetet ska ha ett långt perspektiv "
            "och följas upp så att Luleborna kan se vad det leder till.</p>",
        },
        # Goes with the new seat, so that text and seats agree.
        {
            "by": "samordnare",
            "reason": "Skolan får en plats i styrgruppen",
            "section": "Styrgrupp",
            "old": STEERING_GROUP_MEMBERS,
            "new": "<p>I styrgruppen sitter lokalpolisområdeschefen, kommundirektören, ett "
            "kommunalråd, VD för Lulebo, socialdirektören och skolchefen. Kommunpolisen och "
            "kommunens samordnare för brottsförebyggande arbete är föredragande.</p>",
        },
    ],
    "changed_goal": {
        "by": "kommunpolis",
        "reason": "Bostadsbolagen deltar och bör nämnas",
        "old": GOAL_CIVIL_SOCIETY,
        "new": "Utveckla samverkan med civilsamhället, näringslivet och bostadsbolagen",
    },
    "new_goal": {
        "by": "kommunpolis",
        "reason": "Barn och unga bör nämnas bland målen",
        "under": OVERALL_GOAL,
        "text": "Förebygga att barn och unga utsätts för brott eller dras in i brottslighet",
        "kind": "outcome",
        "prevention": "social",
    },
    "new_seat": {
        "by": "samordnare",
        "reason": "Skolan får en plats i styrgruppen",
        "body": "Styrgrupp",
        "title": "Skolchef",
        "organisation": MUNICIPALITY,
        "function": "member",
    },
}
