"""What the schema of an exchange file cannot say of an agreement, in sentences."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _


def objections(said: dict) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give what is wrong with the schema-valid agreement `said`: the place in it, and why."""
    first, last = said.get("valid_from"), said.get("valid_to")
    if first and last and date.fromisoformat(last) < date.fromisoformat(first):
        yield (
            ("valid_to",),
            _("The last day, %(last)s, is before the first day, %(first)s.")
            % {"last": last, "first": first},
        )
    if said.get("signed") and "parties" not in said:
        yield ("parties",), _("The key “%(key)s” is missing.") % {"key": "parties"}
