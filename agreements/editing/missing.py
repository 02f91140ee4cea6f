"""What a draft still lacks, as sentences. They nudge; nothing is refused because of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from agreements import tree
from agreements.choices import AgreementKind
from agreements.editing.wording import duties_not_in_text

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Missing:
    """A sentence, and where it is mended: the row `key` of the kind `row`.

    Without a `key` a new row is to be added, under the row `under` where it must stand under one.
    """

    sentence: str
    row: str
    key: UUID | None = None
    under: UUID | None = None

    def __str__(self) -> str:
        return self.sentence


def missing(content: tree.AgreementTree) -> list[Missing]:
    """Return what an agreement usually has and this one has not, the most important first."""
    return [*_parties(content), *_facts(content), *_numbers(content), *_duties(content)]


def _parties(content: tree.AgreementTree) -> Iterator[Missing]:
    if not content.parties:
        yield Missing(_("The parties are missing."), "party")
    for party in content.parties:
        if not party.signatories:
            sentence = _("It is not said who signs for %(party)s.") % {"party": party.name}
            yield Missing(sentence, "signatory", under=party.key)
        for person in party.signatories:
            if not (person.name or person.title):
                yield Missing(
                    _("Someone who signs for %(party)s has neither name nor title.")
                    % {"party": party.name},
                    "signatory",
                    person.key,
                )


def _facts(content: tree.AgreementTree) -> Iterator[Missing]:
    if not content.goals and content.kind != AgreementKind.AMENDMENT:
        yield Missing(_("The goals are missing."), "goal")
    if not (content.valid_from or content.validity_text):
        sentence = _("It is not said from which day the agreement is valid.")
        yield Missing(sentence, "agreement", content.key)
    if _years_differ(content):
        sentence = _("The printed validity names other years than the first and last day.")
        yield Missing(sentence, "agreement", content.key)
    if content.valid_to and not content.renewal_rule:
        sentence = _("It is not said what happens after the last day.")
        yield Missing(sentence, "agreement", content.key)


def _years_differ(content: tree.AgreementTree) -> bool:
    """Tell whether the validity in words has a year that the days have not."""
    days = {str(day.year) for day in (content.valid_from, content.valid_to) if day}
    return bool(days) and not days.issuperset(_YEAR.findall(content.validity_text))


def _numbers(content: tree.AgreementTree) -> Iterator[Missing]:
    for party in content.parties:
        if not party.registry_number:
            sentence = _("The registry number of %(party)s is missing.") % {"party": party.name}
            yield Missing(sentence, "party", party.key)


def _duties(content: tree.AgreementTree) -> Iterator[Missing]:
    for duty in duties_not_in_text(content):
        section = content.section_at(duty.section) if duty.section else None
        words = {"duty": Truncator(duty.text).chars(60), "section": section and section.heading}
        if section and section.heading:
            sentence = _("The duty “%(duty)s” is no longer in the section “%(section)s”.") % words
        elif section:
            sentence = _("The duty “%(duty)s” is no longer in its section.") % words
        else:
            sentence = _("The duty “%(duty)s” is not in the text.") % words
        yield Missing(sentence, "duty", duty.key)
