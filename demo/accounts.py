"""The accounts of the demonstration: roles, never persons."""

from partnerships.choices import Role

PASSWORD = "overens-demo"
OPERATOR = "admin@overens.example"

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
    Role.COORDINATOR: "writes, shares, locks, registers as signed",
    Role.DECISION_MAKER: "reads and comments what is shared before the signing",
    Role.REGISTRAR: "registers, numbers, prints and archives",
    Role.CONTRIBUTOR: "reads and comments what is shared",
    Role.READER: "reads only",
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
