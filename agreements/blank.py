"""Agreements that begin with headings and nothing under them."""

from django.utils import translation
from django.utils.translation import gettext as _

from agreements import tree
from agreements.choices import Block
from documents.choices import BlockStyle
from documents.languages import words_for
from partnerships.choices import OrganisationKind
from partnerships.models import Organisation


def usual(**facts) -> tree.AgreementTree:
    """Return an agreement with the usual headings and nothing under them (`domain.md` rows 7–8)."""
    return _with_sections(_usual_sections, facts)


def sheet(**facts) -> tree.AgreementTree:
    """Return an agreement that says who its parties are and, if known, how long it is valid.

    It stands for a paper whose text is kept as a file.
    """
    dated = facts.get("valid_from") or facts.get("valid_to")
    return _with_sections(lambda: _sheet_sections()[: 2 if dated else 1], facts)


def party_named(name: str) -> tree.Party:
    """Return a party, of the kind that the register knows for its name."""
    known = Organisation.objects.named(name)
    return tree.Party(organisation=name, kind=known.kind if known else OrganisationKind.OTHER.value)


def _with_sections(sections, facts: dict) -> tree.AgreementTree:
    # In the language of the document, which need not be the one that its writer reads pages in.
    with translation.override(words_for(tree.AgreementTree.language)):
        return tree.AgreementTree(sections=sections(), **facts)


def _usual_sections() -> tuple[tree.Section, ...]:
    goals = tree.BlockPart(block=Block.GOALS.value, style=BlockStyle.DASH.value)
    parties, validity = _sheet_sections()
    return (
        parties,
        tree.Section(heading=_("Introduction")),
        tree.Section(heading=_("Purpose")),
        tree.Section(heading=_("Goals"), parts=(goals,)),
        tree.Section(heading=_("Organisation and ways of working")),
        tree.Section(heading=_("Follow-up and evaluation")),
        validity,
    )


def _sheet_sections() -> tuple[tree.Section, tree.Section]:
    return (
        tree.Section(heading=_("Parties"), parts=(tree.BlockPart(block=Block.PARTIES.value),)),
        tree.Section(
            heading=_("Period of validity"), parts=(tree.BlockPart(block=Block.VALIDITY.value),)
        ),
    )
