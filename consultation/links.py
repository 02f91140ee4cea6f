"""Personal links: one for each person who is asked, signed, expiring, revocable, for one document.

A link holds the nonce of its invitation and a signature over it. What is cut off or altered has no
valid signature; what is signed but not found has been replaced by a newer link.
"""

import secrets
from enum import StrEnum

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from consultation.models import Invitation

# A full stop is in no base64, and no mail program breaks an address at one inside it.
_SIGNER = Signer(salt="consultation.invitation", sep=".")


class LinkFault(StrEnum):
    """Why a link leads nowhere."""

    BROKEN = "broken"
    REPLACED = "replaced"
    REVOKED = "revoked"
    EXPIRED = "expired"


class LinkInvalid(Exception):
    """A link leads nowhere; `fault` says why, `sent_by` whom to ask, where that is known."""

    def __init__(self, fault: LinkFault, sent_by=None) -> None:
        super().__init__(fault)
        self.fault, self.sent_by = fault, sent_by


def new_nonce() -> str:
    """Return the secret part of a new link."""
    return secrets.token_urlsafe(16)


def token_of(invitation: Invitation) -> str:
    """Return what stands in the address of the invitation's page."""
    return _SIGNER.sign(invitation.nonce)


def link_to(invitation: Invitation) -> str:
    """Return the whole personal link, as it is sent."""
    path = reverse("guest:read", args=[token_of(invitation)])
    return f"{invitation.consultation.address}{path}"


def invitation_of(token: str) -> Invitation:
    """Return the invitation that `token` opens, with its round; otherwise raise LinkInvalid."""
    try:
        nonce = _SIGNER.unsign(token)
    except BadSignature as error:
        raise LinkInvalid(LinkFault.BROKEN) from error
    found = (
        Invitation.objects.filter(nonce=nonce)
        .select_related(
            "consultation__document__drafting_organisation",
            "consultation__document__partnership",
            "consultation__change",
            "consultation__opened_by",
        )
        .first()
    )
    if found is None:
        raise LinkInvalid(LinkFault.REPLACED)
    if found.revoked_at is not None:
        raise LinkInvalid(LinkFault.REVOKED, found.consultation.opened_by)
    if found.has_expired:
        raise LinkInvalid(LinkFault.EXPIRED, found.consultation.opened_by)
    return found
