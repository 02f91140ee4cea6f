"""The agreements that `test_access.py` walks: one in each state a document can be in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from types import SimpleNamespace
from uuid import UUID

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from PIL import Image

from agreements import signing
from agreements.choices import ManuscriptSource
from agreements.kind import AGREEMENT
from agreements.models import Agreement, Manuscript, Party
from consultation.choices import CommentReach
from consultation.commenting import Author, Spot, propose
from consultation.links import token_of
from consultation.models import Comment, Consultation, Invitation
from consultation.rounds import Recipient, open_link, open_round
from deadlines.models import Fulfilment, LawDuty, RecurringPattern
from decisions.adoptions import Adoption, record_adoption
from decisions.choices import BodyKind, Part
from decisions.models import Body
from decisions.submitting import Step
from desk import deciding, workflow
from desk.forms.logo import store_logo
from documents.changes import change
from documents.choices import AttachedKind, Reach, SharingKind
from documents.kinds import kind_of
from documents.models import AttachedFile, Change, SectionPart, TopRow
from documents.writing import copied_key
from followup.models import Outcome
from followup.reporting import Reporter, report_outcome
from intake.paragraphs import to_json
from intake.reading.upload import read_text
from partnerships.choices import OrganisationKind
from tests import factories
from tests.access_addresses import address  # noqa: F401, the tests ask here for all they need
from tests.conftest import MEMBERS, Persona

ROWS = AGREEMENT.edited_rows

LAW_DUTY = {"subject": "plan", "source": "Lagen", "text": "En plan beslutas."}
SLUG, OTHER_SLUG = "trygg-i-lulea", "umebra"


def build_people() -> dict[str, Persona]:
    """Return everyone of `conftest.people` by name, and "nobody": None."""
    partnership = factories.PartnershipFactory(name="Trygg i Luleå", slug=SLUG)
    people = {}
    for first_name, (name, organisation, kind, role) in MEMBERS.items():
        membership = factories.MembershipFactory(
            user__name=name,
            partnership=partnership,
            organisation=factories.OrganisationFactory(name=organisation, kind=kind),
            role=role,
        )
        people[first_name] = Persona(membership.user, membership)
    other = factories.PartnershipFactory(name="UmeBrå", slug=OTHER_SLUG)
    umea = factories.OrganisationFactory(name="Umeå kommun", kind=OrganisationKind.MUNICIPALITY)
    olof = factories.MembershipFactory(
        user__name="Olof Nyman", partnership=other, organisation=umea
    )
    people["olof"] = Persona(olof.user, olof)
    people["ada"] = Persona(
        factories.UserFactory(name="Ada Holm", is_staff=True, is_superuser=True)
    )
    people["nobody"] = None
    return people


def agreement_of(persona: Persona) -> Agreement:
    """Return the small agreement as the persona's draft, with a logo."""
    made = factories.make_agreement(factories.small_tree(), by=persona, key_for=copied_key)
    with change(by=persona.actor, document=made.document):
        party = Party.objects.filter(document=made.document).first()
        party.logo, party.logo_alternative_text = store_logo(picture(made.pk)), "Vapen"
        party.save()
    return made


def sign(agreement: Agreement, persona: Persona) -> None:
    """Register the locked agreement as signed."""
    signing.register_signed(agreement, signed_on=date(2024, 1, 1), signed_at="", by=persona.actor)


def build_agreements(
    people: dict[str, Persona],
    of: Callable = agreement_of,
    bind: Callable = sign,
    *,
    revised: bool = False,
) -> dict[str, TopRow]:
    """Return one document in each state; all have a stored version 1 and a file.

    `of` gives the draft of a persona, `bind` makes the locked one binding; `revised` says that the
    kind has binding texts that are revised.
    """
    karin, per = people["karin"], people["per"]
    police = per.organisation

    def written_by(persona: Persona) -> TopRow:
        return _prepared(of(persona), persona)

    made = {
        state: written_by(karin)
        for state in ("draft", "for comments", "sent", "locked", "locked and sent")
    }
    made["draft of the police"] = written_by(per)
    _show(made["for comments"], police, SharingKind.FOR_COMMENTS, karin)
    for state in ("sent", "locked and sent"):
        _show(made[state], police, SharingKind.SENT, karin)
    for state in ("locked", "locked and sent"):
        workflow.lock(made[state], by=karin.actor)
    revisions = ("revised", "revised for comments", "revised and locked") if revised else ()
    for state in ("signed", "published", *revisions):
        made[state] = written_by(karin)
        workflow.lock(made[state], by=karin.actor)
        bind(made[state], karin)
    for state in revisions:
        workflow.revise(made[state], by=karin.actor)
    if revised:
        _show(made["revised for comments"], police, SharingKind.FOR_COMMENTS, karin)
        workflow.lock(made["revised and locked"], by=karin.actor)
    document = made["published"].document
    document.reach = Reach.PUBLIC
    document.save()
    made["of another partnership"] = written_by(people["olof"])
    return made


def build_manuscript(persona: Persona) -> Manuscript:
    """Return a text that the persona's organisation has brought in."""
    return Manuscript.objects.create(
        partnership=persona.access.partnership,
        organisation=persona.organisation,
        user=persona.user,
        name="Gammal.docx",
        source=ManuscriptSource.WORD,
        paragraphs=to_json(read_text("Överenskommelse om samverkan\n\nVi ska mötas.").paragraphs),
    )


def _prepared(agreement: TopRow, persona: Persona) -> TopRow:
    with change(by=persona.actor, document=agreement.document):
        # A file with the same checksum as the logo, so that one argument leads to both.
        AttachedFile.objects.attach(
            agreement.document,
            content=picture(agreement.pk),
            media_type="image/png",
            name="vapen.png",
            kind=AttachedKind.RECEIVED,
        )
    _put_out_for_comments(agreement, persona)
    reporter = Reporter.of(persona.access)
    report_outcome(agreement.document, followed_key(agreement), reporter=reporter, value=3)
    _put_before_a_body(agreement, persona)
    workflow.reopen(agreement, by=persona.actor)
    return agreement


def _put_out_for_comments(agreement: Agreement, persona: Persona) -> None:
    """Open a round with one guest, and comment: a wording of the writer's own and of the guest."""
    round_ = open_round(
        agreement.document,
        title="Samråd",
        message="",
        last_day=localdate(),
        recipients=[Recipient("Gäst", f"gast-{agreement.pk}@example.org")],
        see_each_other=False,
        address="http://testserver",
        by=persona.actor,
    )
    guest = round_.invitations.get()
    open_link(guest)
    part = text_of(agreement)
    for author in (Author.guest(guest), Author.of(persona.access)):
        propose(
            agreement.document,
            by=author,
            spot=Spot("part", part.key),
            base=part.text,
            proposed="<p>En annan lydelse.</p>",
            text="",
            reach=CommentReach.EVERYONE,
        )


def followed_key(top: TopRow) -> UUID:
    """Return the key of the first row of which it is reported how it goes, or of none."""
    for row in kind_of(top.document).followed_rows.values():
        return row.model.objects.filter(document_id=top.document_id).order_by("pk").first().key
    return UUID(int=0)


def _put_before_a_body(agreement: TopRow, persona: Persona) -> None:
    """Lock the text for a body in which the persona sits; another one has adopted it before."""
    partnership = persona.access.partnership
    body, _is_new = Body.objects.get_or_create(
        partnership=partnership, name=f"{persona.organisation}: styrgruppen", kind=BodyKind.OTHER
    )
    body.seats.get_or_create(title="Ordförande", user=persona.user)
    deciding.submit(agreement, steps=[Step(body, Part.DECIDES)], proposal="", by=persona.actor)
    with change(by=persona.actor, document=agreement.document, while_locked=True):
        record_adoption(agreement.document, Adoption("Kommunstyrelsen", on_text="mars 2020"))


def text_of(agreement: Agreement) -> SectionPart:
    """Return the first running text of an agreement."""
    texts = SectionPart.objects.filter(document_id=agreement.document_id, block="")
    return texts.order_by("pk").first()


def _show(agreement, organisation, kind, persona) -> None:
    workflow.share(
        agreement, organisations=[organisation], kind=kind, on=localdate(), by=persona.actor
    )


def picture(number: int) -> bytes:
    """Return a small PNG, another one for each number."""
    file = BytesIO()
    Image.new("RGB", (8, 8), (number % 256, number // 256, 7)).save(file, "PNG")
    return file.getvalue()


def row_of(agreement: Agreement, kind: str):
    """Return the last row of a kind: one that has nothing under it where there is a choice."""
    model = ROWS[kind].model
    return model.objects.filter(document_id=agreement.document_id).order_by("-pk").first()


def arguments(agreement: Agreement, *, slug: str = SLUG, kind: str = "section") -> SimpleNamespace:
    """Return what the addresses of `agreement` are made of, every one of them existing."""
    file = AttachedFile.objects.select_related("file").get(document_id=agreement.document_id).file
    return SimpleNamespace(
        partnership=slug,
        pk=agreement.pk,
        change=Change.objects.of(agreement.document)[0].pk,
        number=1,
        sha256=file.sha256,
        row=kind,
        key=row_of(agreement, kind).key,
        text=text_of(agreement).key,
        comment=Comment.objects.filter(document_id=agreement.document_id).last().pk,
        consultation=Consultation.objects.get(document_id=agreement.document_id).pk,
        invitation=Invitation.objects.get(consultation__document_id=agreement.document_id).pk,
        followed=followed_key(agreement),
        outcome=Outcome.objects.get(document_id=agreement.document_id).pk,
        matter=agreement.document.matters.get().pk,
        decision=agreement.document.decisions.get().pk,
        body=agreement.document.matters.get().body_id,
        seat=agreement.document.matters.get().body.seats.get().pk,
        duty=f"law-{LawDuty.objects.get_or_create(**LAW_DUTY)[0].pk}",
        noted=_noted(agreement).pk,
        pattern=_pattern(agreement).pk,
        feed=0,
    )


def _noted(agreement: TopRow) -> Fulfilment:
    """Return something that was noted as done in the partnership of the agreement."""
    partnership = agreement.document.partnership
    return Fulfilment.objects.get_or_create(
        partnership=partnership, matter=LAW_DUTY["subject"], on=date(2026, 1, 1), name="Karin"
    )[0]


def _pattern(agreement: TopRow) -> RecurringPattern:
    """Return something that comes back every year in the partnership of the agreement."""
    patterns = agreement.document.partnership.recurring_patterns
    return patterns.get_or_create(name="Skolavslutning", month=6)[0]


def guest_address(page: str, agreement: Agreement) -> str:
    """Return the address of `page` under the personal link of the agreement's guest."""
    comments = Comment.objects.filter(document_id=agreement.document_id, invitation__isnull=False)
    own = comments.select_related("invitation").get()
    given = {"guest:propose": {"text": own.key}, "guest:elsewhere": {"rest": "finns-inte"}}
    rest = given.get(page, {})
    if page in ("guest:wording", "guest:withdraw"):
        rest = {"comment": own.pk}
    return reverse(page, kwargs={"token": token_of(own.invitation)} | rest)


@contextmanager
def build_world() -> Iterator[tuple[dict, dict]]:
    """Give everyone by name and an agreement in each state by state, to be looked at only.

    Nothing is printed for them, and all is gone afterwards.
    """
    with pytest.MonkeyPatch.context() as stand_in, transaction.atomic():
        stand_in.setattr("desk.workflow.print_document", lambda *_, **__: b"%PDF-1.7")
        people = build_people()
        yield people, build_agreements(people)
        transaction.set_rollback(True)
