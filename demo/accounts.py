"""The accounts of the demonstration: roles, never persons."""

from django.utils.translation import gettext_lazy as _

from partnerships.choices import Role

PASSWORD = "overens-demo"
OPERATOR = "admin@overens.example"
#: Sees most of the program: has a draft with comments and a signed agreement.
FIRST = "samordnare@lulea.example"

#: Word before the @: (name, role, which organisation of the partnership).
ROLES = {
    "samordnare": ("Samordnaren", Role.COORDINATOR, "municipality"),
    "kommunpolis": ("Kommunpolisen", Role.COORDINATOR, "police"),
    "styrgrupp-kommun": ("Styrgruppen, kommunen", Role.DECISION_MAKER, "municipality"),
    "styrgrupp-polis": ("Styrgruppen, polisen", Role.DECISION_MAKER, "police"),
    "registrator": ("Registratorn", Role.REGISTRAR, "municipality"),
    "medverkande": ("Medverkande", Role.CONTRIBUTOR, "contributor"),
    "insyn": ("Insyn", Role.READER, "municipality"),
}

#: What one signs in with an account of a role to try.
PURPOSES = {
    Role.COORDINATOR: _("writes, shares, locks, registers as signed"),
    Role.DECISION_MAKER: _("reads and comments what is shared before the signing"),
    Role.REGISTRAR: _("registers, numbers, prints and archives"),
    Role.CONTRIBUTOR: _("reads and comments what is shared"),
    Role.READER: _("reads only"),
}

#: Domain of the addresses: which organisation each word above stands for.
ORGANISATIONS = {
    "lulea.example": {
        "municipality": "Luleå kommun",
        "police": "Lokalpolisområde Luleå-Boden",
        "contributor": "Lulebo",
    },
    "umea.example": {
        "municipality": "Umeå kommun",
        "police": "Lokalpolisområde Umeå",
        "contributor": "Umeå kommun",
    },
}
