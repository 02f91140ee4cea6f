"""What someone says about a document, at a place in it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultation.choices import CommentReach
from consultation.models.consultation import Consultation
from consultation.models.invitation import Invitation
from documents.models import Document
from documents.visibility import shown_by, unrevised_by
from partnerships.models import Organisation

LONGEST_TEXT = 5_000
LONGEST_QUOTE = 1_000


class CommentQuerySet(models.QuerySet):
    """Which comments a reader sees; never asked without."""

    def seen_by(self, access) -> "CommentQuerySet":
        """Return the comments that the reader's organisation sees, on documents it sees.

        What came through a personal link was said to the organisation that writes the draft, and
        so is what is said of a revision, but for the answers to one's own; another one sees what
        has been said since the document was shown to it (`documents.visibility`).
        """
        own = access.organisation
        return self._standing().filter(
            models.Q(reach=CommentReach.EVERYONE) | models.Q(organisation=own),
            models.Q(invitation=None)
            & (unrevised_by("at") | models.Q(organisation=own) | models.Q(parent__organisation=own))
            | models.Q(document__drafting_organisation=own)
            | shown_by("at", access),
            document__in=Document.objects.visible_to(access),
        )

    def seen_by_guest(self, invitation: Invitation) -> "CommentQuerySet":
        """Return the guest's own comments and the answers to them; others' if the round says so."""
        asked = self.model.objects.filter(consultation=invitation.consultation_id)
        if not invitation.consultation.see_each_other:
            asked = asked.filter(invitation=invitation)
        asked = asked.filter(parent=None, reach=CommentReach.EVERYONE)
        return self._standing().filter(
            models.Q(pk__in=asked.values("pk")) | models.Q(parent__in=asked.values("pk")),
            reach=CommentReach.EVERYONE,
        )

    def _standing(self) -> "CommentQuerySet":
        return self.filter(withdrawn_at=None).select_related("wording").order_by("pk")


class Comment(models.Model):
    """A comment on a document or a row of it, or an answer to one. It is no part of the text.

    `row` and `key` name the row (empty: the document as a whole); `place` is what it was called,
    which is all that is left when the row is deleted. Who wrote it is kept in words beside the
    account or the invitation. One that was taken back stays for the registrar and is shown to
    no one else.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="comments")
    consultation = models.ForeignKey(
        Consultation, null=True, on_delete=models.PROTECT, related_name="comments"
    )
    parent = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="answers", verbose_name=_("to")
    )
    row = models.CharField(max_length=20, blank=True)
    key = models.UUIDField(null=True)
    place = models.CharField(max_length=200, blank=True)
    quote = models.CharField(_("the words it is about"), max_length=LONGEST_QUOTE, blank=True)
    text = models.TextField(_("comment"), blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    invitation = models.ForeignKey(
        Invitation, null=True, on_delete=models.PROTECT, related_name="comments"
    )
    name = models.CharField(_("name"), max_length=450)
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    organisation_name = models.CharField(_("organisation"), max_length=300, blank=True)
    reach = models.CharField(_("who sees it"), max_length=10, choices=CommentReach)
    at = models.DateTimeField(_("time"))
    dealt_with_at = models.DateTimeField(_("dealt with"), null=True)
    dealt_with_by = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(_("taken back"), null=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text or self.quote

    @property
    def anchor(self) -> str:
        """The comment's id on a page."""
        return f"comment-{self.pk}"

    @property
    def at_row(self) -> str:
        """The id on a page of the row that it is about; empty for the document as a whole."""
        return f"{self.row}-{self.key}" if self.key else ""

    @property
    def proposal(self) -> "object | None":
        """The wording that comes with the comment, or None."""
        return getattr(self, "wording", None)
