"""Comments on documents, and the rounds in which people outside are asked for them."""

from consultation.models.comment import Comment
from consultation.models.consultation import Consultation
from consultation.models.invitation import Invitation
from consultation.models.wording import WordingProposal

__all__ = ["Comment", "Consultation", "Invitation", "WordingProposal"]
