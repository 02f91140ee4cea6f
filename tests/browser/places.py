"""Names that the browser tests go by: accounts, partnerships, and where things stand on a page."""

LULEA, EMPTY = "trygg-i-lulea", "ny-samverkan"
COORDINATOR, OFFICER = "samordnare@lulea.example", "kommunpolis@lulea.example"
MEMBER = "styrgrupp-kommun@lulea.example"
REGISTRAR, READER = "registrator@lulea.example", "insyn@lulea.example"
NEWCOMER, OPERATOR = "samordnare@umea.example", "admin@overens.example"

AGREEMENTS = f"/{LULEA}/overenskommelser/"
PLANS, BODIES = f"/{LULEA}/planer/", f"/{LULEA}/organ/"
#: Their titles are data of the demonstration, the same in every language.
SIGNED_PERIOD, NEXT_PERIOD = "2024–2027", "2028–2031"
DEMO_DRAFT = "ett tryggt Luleå"

#: What stands on the page of an agreement, and the buttons of a form.
GOAL, TEXT = ".goals .block.goal", ".section > .block:not(.heading, .structured)"
FORM, SAVE, CANCEL = "form.edit", ".actions [type=submit]", ".actions a"
EDITOR = ".ProseMirror[contenteditable]"
