"""Columns that are chosen together, ready for every plan."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plans.columns import USUAL


@dataclass(frozen=True, kw_only=True)
class ReadyView:
    """Columns that are chosen together, in their order."""

    name: str
    label: Promise
    columns: tuple[str, ...]


#: The template of the Swedish National Council for Crime Prevention: cause, measure, operative
#: goals, when, who, follow-up (“Orsak · Åtgärd · Operativa mål · När · Vem · Uppföljning”).
BRA = ReadyView(
    name="bra",
    label=_("Brå's template"),
    columns=("causes", "text", "operative_goal", "when", "responsible", "followed_up"),
)
#: What a steering group asks for: who was to do what by when, how far it has come, what came of it.
FOLLOWED = ReadyView(
    name="followed",
    label=_("How it goes"),
    columns=("text", "responsible", "when", "measures", "status", "outcome", "comment"),
)
READY_VIEWS = (
    ReadyView(name="usual", label=_("The usual columns"), columns=USUAL),
    BRA,
    FOLLOWED,
)
