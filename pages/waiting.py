"""What waits for a person, in one partnership or in all of theirs: by role, most urgent first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from agreements.after_signing.unregistered import with_gaps
from agreements.models import Agreement
from agreements.querysets import AgreementQuerySet
from agreements.status import Status, Validity, state_on
from consultation.links import token_of
from consultation.models import Comment, Consultation, Invitation
from consultation.threads import open_on_own_drafts
from decisions.choices import Part
from decisions.models import Answer, Matter, Seat
from decisions.models.matter import MatterQuerySet
from documents.choices import SharingKind, VersionKind
from documents.kinds import kind_of, kinds
from documents.models import Sharing
from partnerships.choices import Role
from partnerships.models import Membership
from partnerships.permissions import Action, may

#: An agreement that ends within so many days is told of: a new one takes that long to write.
SOON = timedelta(days=183)
#: Those who see to it that the work goes on.
LEADERS = {Role.COORDINATOR, Role.DECISION_MAKER}
#: What comes here, for whom nothing waits.
COMES_HERE = {
    Role.COORDINATOR: gettext_lazy(
        "Here come comments on your drafts, consultations to answer, decisions to register, "
        "numbers and files that are missing, and agreements that end."
    ),
    Role.REGISTRAR: gettext_lazy(
        "Here come agreements without a registry number, signed ones without a file, and texts "
        "that are locked for signing."
    ),
    Role.DECISION_MAKER: gettext_lazy(
        "Here comes what is before a body that you sit in, drafts to comment on, texts that are "
        "locked for signing, and agreements that end."
    ),
    Role.CONTRIBUTOR: gettext_lazy("Here come drafts to comment on and consultations to answer."),
    Role.READER: gettext_lazy("Here come consultations that you are asked to answer."),
}


@dataclass(frozen=True)
class Waiting:
    """Something to do: `what` it is, about which `name`, where (`url`), and by `when` if known."""

    membership: Membership
    what: str
    name: str
    url: str
    when: str = ""


def with_what_waits(agreements: AgreementQuerySet, user) -> AgreementQuerySet:
    """Let each agreement know what `Waits` asks; they know their `own_organisation`.

    Of its document only `partnership`, `drafted_by` and `locked_as` (None: it is not) are read.
    """
    own = OuterRef("own_organisation")
    shared = Sharing.objects.filter(
        Q(organisation=own) | Q(document__drafting_organisation=own),
        document=OuterRef("document"),
        kind=SharingKind.FOR_COMMENTS,
    )
    commented = Comment.objects.filter(document=OuterRef("document"), user=user)
    return with_gaps(agreements).annotate(
        asks_for_comments=Exists(shared) & ~Exists(commented),
        partnership=F("document__partnership"),
        drafted_by=F("document__drafting_organisation"),
        locked_as=F("document__locked_version__kind"),
    )


class Waits:
    """Finds what waits for the one whose `memberships` they are; three queries, and one for each
    consultation that they are asked in.

    `agreements` come from `with_what_waits` and `facts` from `agreements.validity`.
    """

    def __init__(
        self,
        memberships: Iterable[Membership],
        agreements: Iterable[Agreement],
        facts: dict[int, Validity],
    ) -> None:
        self.memberships = {one.partnership_id: one for one in memberships}
        self.agreements = list(agreements)
        self.facts = facts
        self.today = timezone.localdate()

    def all(self) -> list[Waiting]:
        """Return everything, what has a last day first."""
        return [
            *self._matters(),
            *self._consultations(),
            *self._shared(),
            *self._comments(),
            *self._locked(),
            *self._ending(),
            *self._records(),
        ]

    def _matters(self) -> Iterable[Waiting]:
        """Give what is before a body that the reader sits in, and what it has met about."""
        before = Matter.objects.waiting().filter(document__partnership__in=self.memberships)
        known = _with_own(before, self._users).select_related("body", "version", "document")
        for one in known.defer("version__content").order_by("meeting_on", "pk"):
            membership = self.memberships[one.document.partnership_id]
            is_own = one.document.drafting_organisation_id == membership.organisation_id
            if one.sits and not one.has_answered and (is_own or one.was_sent):
                is_told = one.part == Part.INFORMED
                asks = _("Read and answer before the meeting")
                what = _("Read, for your information") if is_told else asks
                yield self._about_matter(one, what, "matter")
            has_met = one.meeting_on is not None and one.meeting_on <= self.today
            if has_met and is_own and may(membership.role, Action.DECIDE):
                yield self._about_matter(one, _("Register what was decided"), "decide")

    def _about_matter(self, matter: Matter, what: str, page: str) -> Waiting:
        membership = self.memberships[matter.document.partnership_id]
        of_kind = kind_of(matter.document)
        number = matter.top_number
        slug = membership.partnership.slug
        url = reverse(f"{of_kind.namespace}:{page}", args=[slug, number, matter.pk])
        day = date_format(matter.meeting_on, "j F Y") if matter.meeting_on else ""
        when = _("meets %(day)s") % {"day": day} if day else ""
        return Waiting(membership, what, f"{matter.version.name} · {matter.body}", url, when)

    @property
    def _users(self) -> set[int]:
        return {one.user_id for one in self.memberships.values()}

    def _consultations(self) -> Iterable[Waiting]:
        asked = Invitation.objects.filter(
            Q(last_day__gte=self.today) | Q(consultation__last_day__gte=self.today),
            user__in=self._users,
            answered_at=None,
            revoked_at=None,
            consultation__closed_at=None,
            consultation__document__partnership__in=self.memberships,
        ).select_related("consultation__document")
        for one in sorted(asked, key=lambda one: (one.until, one.pk)):
            yield Waiting(
                self.memberships[one.consultation.document.partnership_id],
                _("Answer the consultation"),
                _asked_about(one.consultation),
                reverse("guest:read", args=[token_of(one)]),
                one.time_left,
            )

    def _shared(self) -> Iterable[Waiting]:
        """Give the drafts to comment on: others', and for the steering group also its own."""
        own = (
            one
            for one in self._drafts(Action.COMMENT, own=True)
            if self._of(one).role == Role.DECISION_MAKER
        )
        for one in (*self._drafts(Action.COMMENT, own=False), *own):
            if one.asks_for_comments and one.locked_as is None:
                yield self._about(one, _("Read and comment on the draft"), "detail")

    def _comments(self) -> Iterable[Waiting]:
        own = {one.document_id: one for one in self._drafts(Action.EDIT, own=True)}
        for document, number in open_on_own_drafts(own).items():
            what = ngettext("%(number)d open comment", "%(number)d open comments", number)
            yield self._about(own[document], what % {"number": number}, "comments")

    def _locked(self) -> Iterable[Waiting]:
        for one in self.agreements:
            if one.locked_as != VersionKind.PROPOSAL:
                continue
            role, is_own = self._of(one).role, self._is_own(one)
            if role == Role.DECISION_MAKER:
                yield self._about(one, _("Locked to be signed: read it"), "detail")
            elif is_own and may(role, Action.REGISTER_SIGNED):
                yield self._about(one, _("Locked: register when it is signed"), "register_signed")

    def _ending(self) -> Iterable[Waiting]:
        found = []
        for one in self.agreements:
            if self._of(one).role in LEADERS and not one.is_amendment:
                last = self._ends_on(self.facts[one.pk])
                if last:
                    found.append((last, one))
        for last, one in sorted(found, key=lambda pair: (pair[0], pair[1].pk)):
            day = _("to %(last)s") % {"last": date_format(last, "j F Y")}
            yield self._about(one, _("Ends, and nothing signed follows"), "detail", day)

    def _ends_on(self, facts: Validity):
        """Return the last day, when it is soon and nothing goes on after it; otherwise None."""
        state = state_on(facts, self.today)
        if not (state.status.is_in_force and state.until) or state.until > self.today + SOON:
            return None
        after = state_on(facts, state.until + timedelta(days=1)).status
        return state.until if after.has_ended and after != Status.SUPERSEDED else None

    def _records(self) -> Iterable[Waiting]:
        """Give one line for what lacks a number and one for what lacks its file, where that is."""
        for membership in self.memberships.values():
            if not may(membership.role, Action.REGISTER):
                continue
            here = [one for one in self.agreements if self._of(one) is membership]
            yield from self._lacking(
                membership,
                [one for one in here if one.lacks_number],
                _("Note the registry number"),
                "registration",
            )
            yield from self._lacking(
                membership,
                [one for one in here if one.lacks_file],
                _("Attach the signed file"),
                "attach",
            )

    def _lacking(
        self, membership: Membership, lacking: list[Agreement], what: str, page: str
    ) -> Iterable[Waiting]:
        if len(lacking) == 1:
            yield self._about(lacking[0], what, page)
        elif lacking:
            number = ngettext("%(number)d agreement", "%(number)d agreements", len(lacking))
            url = reverse("agreements:waiting", args=[membership.partnership.slug])
            yield Waiting(membership, what, number % {"number": len(lacking)}, url)

    def _drafts(self, action: Action, *, own: bool) -> Iterable[Agreement]:
        for one in self.agreements:
            if one.is_draft and self._is_own(one) is own and may(self._of(one).role, action):
                yield one

    def _of(self, agreement: Agreement) -> Membership:
        return self.memberships[agreement.partnership]

    def _is_own(self, agreement: Agreement) -> bool:
        return agreement.drafted_by == agreement.own_organisation

    def _about(self, agreement: Agreement, what: str, page: str, when: str = "") -> Waiting:
        membership = self._of(agreement)
        url = reverse(f"agreements:{page}", args=[membership.partnership.slug, agreement.pk])
        return Waiting(membership, what, agreement.name, url, when)


def _with_own(matters: MatterQuerySet, users: Iterable[int]) -> MatterQuerySet:
    """Let each matter know what it is to one of `users`, and the number of its document's page.

    Whether they sit in the body (`sits`) and have answered (`has_answered`), and whether the
    version was sent to whom they act for there (`was_sent`).
    """
    acts_for = Membership.objects.filter(
        user__in=users, partnership=OuterRef("document__partnership")
    )
    sent = Sharing.objects.filter(version=OuterRef("version"), organisation=OuterRef("acts_for"))
    # Who is only told need not say anything.
    done = ~Q(said="") | Q(matter__part=Part.INFORMED)
    said = Answer.objects.filter(done, matter=OuterRef("pk"), seat__user__in=users)
    numbers = [f"document__{kind.row_of_document}__pk" for kind in kinds().values()]
    return matters.annotate(
        acts_for=Subquery(acts_for.values("organisation")[:1]),
        was_sent=Exists(sent),
        sits=Exists(Seat.objects.asked().filter(body=OuterRef("body"), user__in=users)),
        has_answered=Exists(said),
        top_number=Coalesce(*numbers) if len(numbers) > 1 else F(numbers[0]),
    )


def _asked_about(consultation: Consultation) -> str:
    """Return what a round is called, with the title that its document was sent out under."""
    rows = kind_of(consultation.document).top.model.history
    sent = rows.as_at(
        document_id=consultation.document_id, change_id=consultation.change_id
    ).first()
    if sent is None or sent.title in consultation.title:
        return consultation.title
    return f"{consultation.title} · {sent.title}"
