"""Keeps personal links out of the logs: who reads a log must not be able to answer for someone,
nor to read their calendar.
"""

import logging
import re

_LINK = re.compile(r"(/(?:samrad|kalender)/)[^/\s\"']+")


class HidePersonalLinks(logging.Filter):
    """Writes `/samrad/…/` and `/kalender/…` where a record has the address of a personal link."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record in place and let it pass."""
        if isinstance(record.msg, str):
            record.msg = hide(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(hide(one) if isinstance(one, str) else one for one in record.args)
        return True


def hide(text: str) -> str:
    """Return `text` without the secret part of personal links."""
    return _LINK.sub(r"\1…", text)
