"""What a draft still lacks, as sentences. They nudge; nothing is refused because of them."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from uuid import UUID

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from agreements import tree
from agreements.after_signing.numbers import number_to_print
from agreements.choices import AgreementKind
from agreements.editing.disagreeing import disagreements
from agreements.editing.wording import duties_not_in_text
from agreements.models import Agreement
from desk.editing.pointer import Pointer


def missing(
    content: tree.AgreementTree, registered: Mapping[UUID, str] = MappingProxyType({})
) -> list[Pointer]:
    """Return what an agreement usually has and this one has not, the most important first.

    What it says twice, and not alike, comes before that.

    `registered` are registry numbers that are noted of parties, by their keys, and not printed.
    """
    numbers = _numbers(content, registered)
    wrong = disagreements(content)
    return [*wrong, *_parties(content), *_facts(content), *numbers, *_duties(content)]


def missing_of(agreement: Agreement, content: tree.AgreementTree) -> list[Pointer]:
    """Return what `content` lacks; `agreement` comes from `with_number_to_print`."""
    return missing(content, number_to_print(agreement))


def lacks_parties(content: tree.AgreementTree) -> Pointer | None:
    """Return the sentence that refuses to lock a text that nobody is a party to."""
    if content.parties:
        return None
    return Pointer(_("A text without parties cannot be locked. Add them first."), "party")


def _parties(content: tree.AgreementTree) -> Iterator[Pointer]:
    if not content.parties:
        yield Pointer(_("The parties are missing."), "party")
    for party in content.parties:
        if not party.signatories:
            sentence = _("It is not said who signs for %(party)s.") % {"party": party.name}
            yield Pointer(sentence, "signatory", under=party.key)
        for person in party.signatories:
            if not (person.name or person.title):
                yield Pointer(
                    _("Someone who signs for %(party)s has neither name nor title.")
                    % {"party": party.name},
                    "signatory",
                    person.key,
                )


def _facts(content: tree.AgreementTree) -> Iterator[Pointer]:
    if not content.goals and content.kind != AgreementKind.AMENDMENT:
        yield Pointer(_("The goals are missing."), "goal")
    if not (content.valid_from or content.validity_text):
        sentence = _("It is not said from which day the agreement is valid.")
        yield Pointer(sentence, "agreement", content.key, at="valid_from")
    if content.valid_to and not content.renewal_rule:
        sentence = _("It is not said what happens after the last day.")
        yield Pointer(sentence, "agreement", content.key, at="renewal_rule")


def _numbers(content: tree.AgreementTree, registered: Mapping[UUID, str]) -> Iterator[Pointer]:
    for party in content.parties:
        if not party.registry_number:
            sentence = _("The registry number of %(party)s is missing.")
            if party.key in registered:
                sentence = _(
                    "The registry number %(number)s of %(party)s is registered but does not stand "
                    "in the text."
                )
            sentence %= {"party": party.name, "number": registered.get(party.key)}
            yield Pointer(sentence, "party", party.key, at="registry_number")


def _duties(content: tree.AgreementTree) -> Iterator[Pointer]:
    for duty in duties_not_in_text(content):
        section = content.section_at(duty.section) if duty.section else None
        words = {"duty": Truncator(duty.text).chars(60), "section": section and section.heading}
        if section and section.heading:
            sentence = _("The duty “%(duty)s” is no longer in the section “%(section)s”.") % words
        elif section:
            sentence = _("The duty “%(duty)s” is no longer in its section.") % words
        else:
            sentence = _("The duty “%(duty)s” is not in the text.") % words
        yield Pointer(sentence, "duty", duty.key)
