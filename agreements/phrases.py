"""What an agreement says in sentences of the program: on page, in print and in Word alike."""

from django.utils.translation import gettext as _

from agreements import tree
from agreements.choices import AgreementKind, DecisionSubject, SeatFunction
from agreements.models import Agreement
from agreements.outline import renewal_is_in_text
from core import intervals
from core.days import day
from deadlines.choices import DutySubject, Strength
from documents.references import is_key


def validity_sentence(content: tree.AgreementTree) -> str:
    """Say when the agreement is valid, with the words it was printed with where they are known."""
    text = content.validity_text
    if text:
        if text[0].isupper() or text.endswith("."):
            return text
        return _("The agreement is valid %(period)s.") % {"period": text}
    if content.kind == AgreementKind.AMENDMENT:
        return _amendment_sentence(content)
    first = content.valid_from and day(content.valid_from)
    last = content.valid_to and day(content.valid_to)
    if first and last:
        return _("The agreement is valid from %(first)s to %(last)s.") % {
            "first": first,
            "last": last,
        }
    if first:
        return _("The agreement is valid from %(first)s.") % {"first": first}
    if last:
        return _("The agreement is valid until %(last)s.") % {"last": last}
    return ""


def _amendment_sentence(content: tree.AgreementTree) -> str:
    """Say when an amendment is valid; one that names no last day lasts as long as the agreement."""
    first = content.valid_from and day(content.valid_from)
    last = content.valid_to and day(content.valid_to)
    if first and last:
        return _("The amendment is valid from %(first)s to %(last)s.") % {
            "first": first,
            "last": last,
        }
    if last:
        return _("The amendment is valid until %(last)s.") % {"last": last}
    if first:
        return _("The amendment is valid from %(first)s and as long as the agreement.") % {
            "first": first
        }
    return _("The amendment is valid as long as the agreement.")


def printed_renewal(content: tree.AgreementTree) -> str:
    """Return the renewal as printed, unless the running text says it already."""
    if not content.renewal_text or renewal_is_in_text(content):
        return ""
    return content.renewal_text


def signing_line(content: tree.AgreementTree) -> str:
    """Say where and when the agreement was signed: “Umeå, 8 november 2016”."""
    when = content.signed_on and day(content.signed_on)
    if content.signed_at and when:
        return _("%(place)s, %(date)s") % {"place": content.signed_at, "date": when}
    return content.signed_at or when or ""


def signed_line(person: tree.Signatory) -> str:
    """Say where and when one person signed, where that is known of the person."""
    when = person.signed_on and day(person.signed_on)
    if person.signed_at and when:
        return _("%(place)s, %(date)s") % {"place": person.signed_at, "date": when}
    return person.signed_at or when or ""


def subject(duty: tree.Duty) -> str:
    """Return what a duty is about, in words."""
    return DutySubject(duty.subject).label


def function(seat: tree.Seat) -> str:
    """Return a seat's function in words; a plain member needs none."""
    if seat.function in ("", SeatFunction.MEMBER):
        return ""
    return SeatFunction(seat.function).label


def decisions(body: tree.Body) -> list[str]:
    """Return what a body decides on, in words."""
    return [DecisionSubject(value).label for value in body.decides]


def other_named(title: str) -> str:
    """Say which other agreement is meant by `title`, which is its key where we never had it."""
    return _("an agreement that is not here") if is_key(title) else title


def belongs_to(content: tree.AgreementTree) -> str:
    """Say which agreement an amendment changes, unless its title says it already."""
    above = other_named(content.part_of_title)
    if content.kind != AgreementKind.AMENDMENT or not above or above in content.title:
        return ""
    return _("Belongs to: %(title)s") % {"title": above}


def decisions_after(content: tree.AgreementTree) -> list[str]:
    """Return one paragraph for each decision that came after the signing, in their order."""
    if content.signed is False:
        return []
    said = [_extension(one) for one in content.extensions]
    if content.terminated_on:
        said.append(_termination(content))
    return said


def _termination(content: tree.AgreementTree) -> str:
    words = {
        "day": day(content.terminated_on),
        "whom": content.terminated_by,
        "told": content.termination_notified_on and day(content.termination_notified_on),
    }
    if content.terminated_by and content.termination_notified_on:
        sentence = _("Terminated from %(day)s by %(whom)s, notified on %(told)s.")
    elif content.terminated_by:
        sentence = _("Terminated from %(day)s by %(whom)s.")
    elif content.termination_notified_on:
        sentence = _("Terminated from %(day)s, notified on %(told)s.")
    else:
        sentence = _("Terminated from %(day)s.")
    return sentence % words


def _extension(one: tree.Extension) -> str:
    words = {"last": one.to and day(one.to), "decided": one.decided_on and day(one.decided_on)}
    if one.to and one.decided_on:
        sentence = _("Extended to %(last)s by a decision of %(decided)s.")
    elif one.to:
        sentence = _("Extended to %(last)s.")
    elif one.decided_on:
        sentence = _("Extended until further notice by a decision of %(decided)s.")
    else:
        sentence = _("Extended until further notice.")
    return " ".join(part for part in (sentence % words, one.text) if part)


def strength(duty: tree.Duty) -> str:
    """Return *ska* or *bör*, as a cell of the table of duties says it."""
    return str(Strength(duty.strength).label).capitalize()


def how_often(duty: tree.Duty) -> str:
    """Say how often a duty comes back, where it does."""
    return intervals.in_words(duty.every) if duty.every else ""


def who_and_what(duty: tree.Duty) -> list[str]:
    """Return what a duty is about, who does it and to whom it is reported, as short phrases."""
    said = [str(subject(duty))]
    if duty.responsible:
        said.append(_("done by %(who)s") % {"who": ", ".join(duty.responsible)})
    if duty.recipient:
        said.append(_("reported to %(who)s") % {"who": duty.recipient})
    return said


def role(seat: tree.Seat) -> str:
    """Return a seat's function in words, as a cell of the table of seats says it."""
    return str(SeatFunction(seat.function).label) if seat.function else ""


def name_of(content: tree.AgreementTree) -> str:
    """Return what an agreement is called in lists and at the foot of its pages."""
    return Agreement(
        title=content.title,
        kind=content.kind,
        valid_from=content.valid_from,
        valid_to=content.valid_to,
    ).name


def binding_words(content: tree.AgreementTree) -> str:
    """Say at the foot of a page that the text is signed, and when; nothing when it is not known."""
    if content.signed_on:
        return _("signed %(day)s") % {"day": day(content.signed_on)}
    return _("signed") if content.signed else ""
