"""A manuscript that was decided on → an agreement: one way, for the page and the command."""

from dataclasses import replace
from pathlib import PurePath

from django.db import transaction

from agreements import tree
from agreements.manuscript.building import build
from agreements.manuscript.corrections import corrected
from agreements.manuscript.proposal import Proposal
from agreements.manuscript.recognition.proposing import propose
from agreements.models import Agreement, Manuscript
from desk import workflow
from desk.importing.register import add_missing
from documents.changes import Actor, WrongState
from documents.choices import Command
from documents.writing import kept_key
from intake.paragraphs import from_json
from partnerships.choices import OrganisationKind
from partnerships.models import Organisation


def proposal_of(manuscript: Manuscript) -> Proposal:
    """Return what is proposed for `manuscript`, with the roles its person has decided.

    The facts are those read in the text; `corrections.corrected` gives what was written instead.
    """
    decisions = manuscript.decisions
    return propose(
        from_json(manuscript.paragraphs),
        {int(at): role for at, role in decisions.get("roles", {}).items()},
        {int(at): level for at, level in decisions.get("levels", {}).items()},
    )


def make_agreement(manuscript: Manuscript, *, by: Actor) -> tuple[Agreement, list[str]]:
    """Make the agreement that `manuscript` has become; return it and warnings, as sentences.

    It belongs to the manuscript's partnership and organisation and names the file as its source.
    The register gets the parties that it lacks. Raises WrongState when the manuscript already is
    an agreement.
    """
    with transaction.atomic():
        current = Manuscript.objects.select_for_update(of=("self",)).get(pk=manuscript.pk)
        if current.agreement_id:
            raise WrongState
        proposal = proposal_of(current)
        content = build(
            from_json(current.paragraphs),
            proposal,
            corrected(proposal.facts, current.decisions),
        )
        content = replace(
            content,
            title=content.title or PurePath(current.name).stem,
            parties=tuple(_of_known_kind(party) for party in content.parties),
        )
        named = (*tree.parties_in_register(content), *content.organisations)
        warnings = add_missing(named)
        agreement = workflow.create(
            content,
            partnership=current.partnership,
            drafting_organisation=current.organisation,
            by=by,
            key_for=kept_key,
            command=Command.IMPORT,
            source=current.name,
        )
        current.agreement = manuscript.agreement = agreement
        current.save(update_fields=["agreement"])
    return agreement, warnings


def _of_known_kind(party: tree.Party) -> tree.Party:
    """Let the register tell the kind of a party whose name does not."""
    if party.kind != OrganisationKind.OTHER:
        return party
    known = Organisation.objects.named(party.organisation)
    return replace(party, kind=known.kind) if known else party
