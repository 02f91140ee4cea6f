"""What the program says of a decision in sentences, the same on the page and in print."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core.days import day
from decisions.models import Decision
from documents.models import Version


def when(decision: Decision) -> str:
    """Say on which day it was decided: in the words it came with, or as a day; "" if unknown."""
    return decision.on_text or (day(decision.on) if decision.on else "")


def paragraph(decision: Decision) -> str:
    """Say which paragraph of the minutes it is, with its sign where only a number was noted."""
    number = decision.paragraph
    return f"§ {number}" if number[:1].isdigit() else number


def line(decision: Decision) -> str:
    """Say who decided what and when: “Fastställd av Styrgruppen 14 mars 2026, § 12”."""
    said = capfirst(decision.get_outcome_display())
    if decision.body_name:
        said = _("%(outcome)s by %(body)s") % {"outcome": said, "body": decision.body_name}
    return ", ".join(
        one for one in (f"{said} {when(decision)}".strip(), paragraph(decision)) if one
    )


@dataclass(frozen=True)
class Decided:
    """What is printed of the decisions about a text: a line for each, and what the foot says.

    `sha256` is the checksum of the text that they are about.
    """

    lines: tuple[str, ...]
    foot: str
    sha256: str


def decided(decisions: Iterable[Decision], sha256: str) -> Decided | None:
    """Return what is printed of `decisions`, or None where there is none."""
    known = list(decisions)
    if not known:
        return None
    last = known[-1]
    foot = f"{last.get_outcome_display()} {when(last)}".strip()
    return Decided(tuple(line(one) for one in known), foot, sha256)


def decided_about(version: Version | None) -> Decided | None:
    """Return what is printed of the decisions about a stored text; one query."""
    return version and decided(Decision.objects.about(version), version.sha256)
