"""What a draft still lacks, as sentences. They nudge; nothing is refused because of them."""

from django.utils.translation import gettext as _

from agreements import tree


def missing(content: tree.AgreementTree) -> list[str]:
    """Return one sentence for each thing that an agreement usually has and this one has not."""
    sentences = []
    if not content.parties:
        sentences.append(_("The parties"))
    for party in content.parties:
        if not party.signatories:
            sentences.append(_("Who signs for %(party)s") % {"party": party.name})
        elif any(not (one.name or one.title) for one in party.signatories):
            sentences.append(
                _("Name or title of someone who signs for %(party)s") % {"party": party.name}
            )
    if not content.goals:
        sentences.append(_("The goals"))
    if not (content.valid_from or content.validity_text):
        sentences.append(_("From which day the agreement is valid"))
    if content.valid_to and not content.renewal_rule:
        sentences.append(_("What happens after the last day"))
    for party in content.parties:
        if not party.registry_number:
            sentences.append(_("Registry number of %(party)s") % {"party": party.name})
    return sentences
