"""The agreements that `test_access.py` walks: one in each state a document can be in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
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
from consultation.proposals import fingerprint
from consultation.rounds import Recipient, open_link, open_round
from desk import workflow
from desk.forms.logo import store_logo
from desk.forms.sections import SectionForm
from documents.changes import change
from documents.choices import AttachedKind, Reach, SharingKind
from documents.models import AttachedFile, Change, SectionPart, TopRow
from documents.writing import copied_key
from intake.paragraphs import to_json
from intake.reading.upload import read_text
from partnerships.choices import OrganisationKind
from tests import factories
from tests.conftest import MEMBERS, Persona

ROWS = AGREEMENT.edited_rows

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
    workflow.lock(agreement, by=persona.actor)
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
    )


#: Which of the arguments an address takes, besides the partnership.
TAKES = {
    "agreements:letterhead": (),
    **dict.fromkeys(
        [f"agreements:{name}" for name in ("answer", "deal_with", "withdraw", "wording")],
        ("pk", "comment"),
    ),
    **dict.fromkeys(
        [f"agreements:{name}" for name in ("consultation", "ask", "remind", "close_consultation")],
        ("pk", "consultation"),
    ),
    "agreements:revoke_link": ("pk", "consultation", "invitation"),
    "agreements:renew_link": ("pk", "consultation", "invitation"),
    "agreements:propose": ("pk", "text"),
    **dict.fromkeys(["agreements:list", "agreements:new", "agreements:import"], ()),
    **dict.fromkeys(["agreements:from_template", "agreements:archive", "agreements:from_text"], ()),
    **dict.fromkeys(["agreements:manuscript", "agreements:delete_manuscript"], ("manuscript",)),
    "pages:overview": (),
    **dict.fromkeys(["agreements:as_of", "agreements:change", "agreements:undo"], ("pk", "change")),
    "agreements:restore": ("pk", "change", "row", "key"),
    "agreements:version": ("pk", "number"),
    "agreements:version_pdf": ("pk", "number"),
    **dict.fromkeys(["agreements:logo", "agreements:attached_file"], ("pk", "sha256")),
    "agreements:check_file": (),
    "agreements:waiting": (),
    "agreements:add": ("pk", "row"),
    "plans:table_row": ("pk", "key"),
    "plans:forget_view": ("pk", "view"),
    **dict.fromkeys(
        ["agreements:edit", "agreements:move", "agreements:delete"], ("pk", "row", "key")
    ),
}


def address(page: str, given: SimpleNamespace) -> str:
    """Return the address of `page`; those of a document take the same whatever its kind."""
    namespace, name = page.split(":")
    same = page if page in TAKES else f"agreements:{name}"
    names = ("partnership", *TAKES.get(same, ("pk",)))
    return reverse(page, kwargs={name: getattr(given, name) for name in names})


def guest_address(page: str, agreement: Agreement) -> str:
    """Return the address of `page` under the personal link of the agreement's guest."""
    comments = Comment.objects.filter(document_id=agreement.document_id, invitation__isnull=False)
    own = comments.select_related("invitation").get()
    given = {"guest:propose": {"text": own.key}, "guest:elsewhere": {"rest": "finns-inte"}}
    rest = given.get(page, {})
    if page in ("guest:wording", "guest:withdraw"):
        rest = {"comment": own.pk}
    return reverse(page, kwargs={"token": token_of(own.invitation)} | rest)


def good_data(agreement: Agreement, people: dict[str, Persona]) -> dict[str, dict]:
    """Return what a person who may would post, by page; pages that take nothing are left out."""
    section = row_of(agreement, "section")
    others = {"others": "Ny Röst <ny@example.org>"}
    wording = {"wording": "<p>Ny lydelse.</p>"}
    return {
        "agreements:comment": {"text": "En kommentar."},
        "agreements:answer": {"text": "Ett svar."},
        "agreements:wording": {"decision": "reject"},
        "agreements:propose": wording | {"seen": fingerprint(text_of(agreement).text)},
        "agreements:consult": {"title": "Samråd", "last_day": localdate().isoformat()} | others,
        "agreements:ask": others,
        "agreements:renew_link": {"last_day": localdate().isoformat()},
        "guest:comment": {"text": "En kommentar."},
        "guest:propose": wording,
        "guest:answer": {"answer": "remarks"},
        "agreements:from_text": {"text": "Överenskommelse om samverkan"},
        "agreements:manuscript": {"title": "Överenskommelse", "outcome": "draft", "make": "1"},
        "agreements:from_template": {"title": "Ny", "kind": "agreement", "parties": "Luleå kommun"},
        "agreements:start_from": {"title": "Nästa"},
        "agreements:letterhead": {"colour": "blue", "logos": "above", "order": "Polisen"},
        "agreements:add": {"heading": "Ny rubrik"},
        "agreements:edit": {
            "heading": "Ändrad rubrik",
            "seen": SectionForm(instance=section).fingerprint(),
        },
        "agreements:move": {"direction": "up"},
        "agreements:amend": {"title": "Tillägg"},
        "agreements:extend": {"until": "further_notice"},
        "agreements:terminate": {"terminated_on": "2026-07-01", "by_whom": "Polisen"},
        "agreements:attach": {"paper": SimpleUploadedFile("papper.png", picture(60_000))},
        "agreements:registration": {
            "organisation": people["karin"].organisation.pk,
            f"o{people['karin'].organisation.pk}-registry_number": "KS 1",
        },
        "agreements:share": {
            "organisations": [people["malte"].organisation.pk],
            "kind": "for_comments",
            "on": localdate().isoformat(),
        },
    }


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
