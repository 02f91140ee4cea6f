"""How Swedish pages write dates: 22 november 2026 kl. 04.02."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = r"j F Y \k\l. H.i"
TIME_FORMAT = "H.i"
