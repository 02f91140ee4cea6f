"""What is said of a deadline in sentences, the same wherever it is told."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import intervals
from core.days import day
from deadlines.choices import DutySubject, Strength
from deadlines.duties import Deadline, Done, Duty

#: What would meet a duty, where a document can.
_MET_BY = {
    DutySubject.SITUATIONAL_PICTURE: gettext_lazy("Met by a situational picture that is decided."),
    DutySubject.PLAN: gettext_lazy("Met by a plan that is adopted, or revised."),
    DutySubject.PLAN_REVISION: gettext_lazy("Met by a plan that is adopted, or revised."),
    DutySubject.PLAN_FOLLOWUP: gettext_lazy("Met by a follow-up of the plan."),
    DutySubject.GOAL_FOLLOWUP: gettext_lazy("Met by a follow-up of the goals."),
    DutySubject.PROMISES: gettext_lazy("Met by citizen promises that are signed or adopted."),
    DutySubject.EVALUATION: gettext_lazy("Met by an evaluation, before the agreement ends."),
    DutySubject.RENEWAL: gettext_lazy("Met by a new agreement that is signed."),
}


def name(duty: Duty) -> str:
    """Say what a duty is in few words: its subject, or its own words where that tells nothing."""
    if duty.subject == DutySubject.OTHER and duty.words:
        return duty.words
    return str(DutySubject(duty.subject).label)


def standing(deadline: Deadline, today: date) -> str:
    """Say until when: “by 31 December 2027”, or why there is no day."""
    duty = deadline.duty
    if deadline.is_late(today):
        return _("was to be done by %(day)s") % {"day": day(deadline.day)}
    if deadline.day:
        return _("by %(day)s") % {"day": day(deadline.day)}
    if duty.is_running:
        return intervals.in_words(duty.every)
    if duty.every:
        return _("from when it counts is not known")
    if deadline.done:
        return _("done")
    return _("no rhythm is stated")


def last_done(done: Done | None) -> str:
    """Say when it was last done, and by what."""
    if done is None:
        return _("Nothing is noted as done.")
    said = {"day": day(done.on), "what": done.words}
    if done.words:
        return _("Last done %(day)s: %(what)s.") % said
    return _("Last done %(day)s.") % said


def facts(duty: Duty) -> list[str]:
    """Return who a duty is for and how often, as short phrases."""
    said = [str(Strength(duty.strength).label).capitalize()]
    if duty.every:
        said.append(intervals.in_words(duty.every))
    if duty.responsible:
        said.append(_("done by %(who)s") % {"who": ", ".join(duty.responsible)})
    if duty.decided_by:
        said.append(_("decided by %(who)s") % {"who": duty.decided_by})
    if duty.recipient:
        said.append(_("reported to %(who)s") % {"who": duty.recipient})
    return said


def met_by(duty: Duty) -> str:
    """Say what would meet a duty; "" where only a note can."""
    return str(_MET_BY.get(duty.subject, ""))
