"""Taking back a decision that was registered by mistake: in the wrong body, with another outcome.

What was registered stays and is told, with who took it back, when and why. What it did to the text
is put right in the same change, and its matter waits for what was decided.
"""

from django.utils.translation import gettext as _

from decisions.choices import ADOPTING, Outcome, Part
from decisions.deciding import is_left_to_others, refuse_taken_back, take_back
from decisions.models import Decision
from decisions.submitting import GoneOn, has_a_later, undo_moves, withdraw
from desk.deciding import print_anew
from desk.workflow import says_the_same
from documents.changes import Actor, WrongState, change
from documents.choices import Command, TextState, VersionKind
from documents.kinds import kind_of
from documents.models import TopRow


def take_back_decision(top: TopRow, decision: Decision, *, by: Actor, reason: str = "") -> None:
    """Take back that `decision` was registered, and what it did to the text.

    - It made the text binding: it binds no more, and what it took the place of binds again.
    - It referred the text back: the draft is held to what was put before the body, unless it has
      been written in since.
    - It put the text before bodies once more: they are no longer asked.

    Raises TakenBackBefore when someone else was first, and GoneOn, with what to begin with, when
    others have gone on from what the decision did.
    """
    document = top.document
    command = Command.UNBIND if unbinds(top, decision) else Command.DECIDE
    with change(by=by, document=document, command=command, reason=reason, while_locked=True):
        # Under the lock: somebody else may have moved the text on since the page was shown.
        refuse_taken_back(decision)
        kept = Decision.objects.select_related("matter__body", "version").get(pk=decision.pk)
        if unbinds(top, kept) != (command == Command.UNBIND):
            raise WrongState
        refuse_when_gone_on(top, kept)
        undo_moves(kept.change)
        matter = kept.matter
        take_back(kept)
        if command == Command.UNBIND:
            document.unbind()
        elif kept.outcome == Outcome.REFERRED_BACK:
            _hold_again(top, kept)
        elif kept.version:
            print_anew(top, kept)
        if matter and has_a_later(matter):
            withdraw(matter)


def unbinds(top: TopRow, decision: Decision) -> bool:
    """Tell whether the binding text of `top` would bind no more without `decision`.

    It binds for those who have adopted it, as long as none of them has still to do so.
    """
    bound = top.document.binding_version
    if bound is None or not _adopts(top, decision) or bound.signed_text_id != decision.version_id:
        return False
    was_to_decide = decision.matter is not None and decision.matter.part == Part.DECIDES
    others = Decision.objects.about(bound).adopting().exclude(pk=decision.pk)
    is_still_to = was_to_decide or is_left_to_others(decision.version)
    return is_still_to or not others.exists()


def refuse_when_gone_on(top: TopRow, decision: Decision) -> None:
    """Raise GoneOn when what `decision` did to the text can no longer be taken back."""
    document, bound = top.document, top.document.binding_version
    if unbinds(top, decision):
        untouched = document.text_state == TextState.BINDING or (
            document.text_state == TextState.REVISION and says_the_same(top, bound)
        )
        if not untouched:
            raise GoneOn(
                _(
                    "The text that was adopted is being revised, and the revision has been written "
                    "in or locked. Open it and take back first what was written in it. What the "
                    "decision says can be corrected meanwhile."
                )
            )
    elif _adopts(top, decision) and _bound_alone(top, decision):
        raise GoneOn(
            _(
                "A later text binds since, and until then everyone read the one that was adopted "
                "here as binding. That stays. What the decision says can be corrected."
            )
        )


def _adopts(top: TopRow, decision: Decision) -> bool:
    return decision.outcome in ADOPTING and kind_of(top.document).binds_by_decision


def _bound_alone(top: TopRow, decision: Decision) -> bool:
    """Tell whether a text that no longer binds did so by `decision` and by no other."""
    version, bound = decision.version, top.document.binding_version
    if bound is None or version is None or bound.signed_text_id == version.pk:
        return False
    was_binding = top.document.versions.filter(
        kind=VersionKind.BINDING, signed_text=version, change__gte=decision.change_id
    )
    others = Decision.objects.about(version).adopting().exclude(pk=decision.pk)
    return was_binding.exists() and not others.exists()


def _hold_again(top: TopRow, decision: Decision) -> None:
    """Hold the rows again to what was before the body, unless they say something else by now."""
    document, version = top.document, decision.version
    if version and not document.is_locked and says_the_same(top, version):
        document.hold_to(version)
