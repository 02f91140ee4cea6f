"""The organisation register of the demonstration: who exists, of what kind, and under whom.

Only what the two demonstration partnerships need. Names are written as in the agreements;
kinds are those of the exchange format (`organisation_kind`).
"""

# (name, kind, name of the organisation above or None), parents before their children.
ORGANISATIONS = (
    ("Polismyndigheten", "police", None),
    ("Polisregion Nord", "police", "Polismyndigheten"),
    ("Polisområde Norrbotten", "police", "Polisregion Nord"),
    ("Polisområde Västerbotten", "police", "Polisregion Nord"),
    ("Lokalpolisområde Luleå-Boden", "police", "Polisområde Norrbotten"),
    ("Lokalpolisområde Umeå", "police", "Polisområde Västerbotten"),
    # The county police authorities, merged into one Polismyndigheten on 1 January 2015: the oldest
    # registered agreements are older than that, so today's police units cannot be their parties.
    ("Polismyndigheten i Norrbottens län", "police", None),
    ("Polismyndigheten i Västerbottens län", "police", None),
    ("Luleå kommun", "municipality", None),
    ("Umeå kommun", "municipality", None),
    # Owned by the municipality but a company of its own: no parent, so that it neither inherits
    # nor lends any access.
    ("Lulebo", "housing_company", None),
)

# Name of an organisation that no longer exists: (its last day, its successor).
ENDED = {
    "Polismyndigheten i Norrbottens län": ("2014-12-31", "Polismyndigheten"),
    "Polismyndigheten i Västerbottens län": ("2014-12-31", "Polismyndigheten"),
}
