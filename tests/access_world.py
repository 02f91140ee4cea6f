"""The agreements that `test_access.py` walks: one in each state a document can be in."""

from datetime import date
from io import BytesIO
from types import SimpleNamespace

from django.urls import reverse
from django.utils.timezone import localdate
from PIL import Image

from agreements import workflow
from agreements.forms.logo import store_logo
from agreements.forms.text import SectionForm
from agreements.models import Agreement, Party
from agreements.rows import ROW_KINDS
from agreements.writing import copied_key
from documents.changes import change
from documents.choices import Reach, SharingKind
from documents.models import Change
from partnerships.choices import OrganisationKind
from tests import factories
from tests.conftest import MEMBERS, Persona

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


def build_agreements(people: dict[str, Persona]) -> dict[str, Agreement]:
    """Return one agreement in each state; all have a stored version 1 and a logo."""
    karin, per = people["karin"], people["per"]
    police = per.organisation
    made = {
        state: _written_by(karin)
        for state in ("draft", "for comments", "sent", "locked", "locked and sent")
    }
    made["draft of the police"] = _written_by(per)
    _show(made["for comments"], police, SharingKind.FOR_COMMENTS, karin)
    for state in ("sent", "locked and sent"):
        _show(made[state], police, SharingKind.SENT, karin)
    for state in ("locked", "locked and sent"):
        workflow.lock(made[state], by=karin.actor)
    for state in ("signed", "published"):
        made[state] = _written_by(karin)
        workflow.lock(made[state], by=karin.actor)
        workflow.register_signed(
            made[state], signed_on=date(2024, 1, 1), signed_at="", by=karin.actor
        )
    document = made["published"].document
    document.reach = Reach.PUBLIC
    document.save()
    made["of another partnership"] = _written_by(people["olof"])
    return made


def _written_by(persona: Persona) -> Agreement:
    agreement = factories.make_agreement(factories.small_tree(), by=persona, key_for=copied_key)
    with change(by=persona.actor, document=agreement.document):
        party = Party.objects.filter(document=agreement.document).first()
        party.logo, party.logo_alternative_text = store_logo(picture(agreement.pk)), "Vapen"
        party.save()
    workflow.lock(agreement, by=persona.actor)
    workflow.reopen(agreement, by=persona.actor)
    return agreement


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
    model = ROW_KINDS[kind].model
    return model.objects.filter(document_id=agreement.document_id).order_by("-pk").first()


def arguments(agreement: Agreement, *, slug: str = SLUG, kind: str = "section") -> SimpleNamespace:
    """Return what the addresses of `agreement` are made of, every one of them existing."""
    logo = Party.objects.get(document_id=agreement.document_id, logo__isnull=False).logo
    return SimpleNamespace(
        partnership=slug,
        pk=agreement.pk,
        change=Change.objects.of(agreement.document)[0].pk,
        number=1,
        sha256=logo.sha256,
        row=kind,
        key=row_of(agreement, kind).key,
    )


#: Which of the arguments an address takes, besides the partnership.
TAKES = {
    **dict.fromkeys(["agreements:list", "agreements:new", "agreements:import"], ()),
    "pages:overview": (),
    "agreements:as_of": ("pk", "change"),
    "agreements:version": ("pk", "number"),
    "agreements:version_pdf": ("pk", "number"),
    "agreements:logo": ("pk", "sha256"),
    "agreements:add": ("pk", "row"),
    **dict.fromkeys(
        ["agreements:edit", "agreements:move", "agreements:delete"], ("pk", "row", "key")
    ),
}


def address(page: str, given: SimpleNamespace) -> str:
    """Return the address of `page`."""
    names = ("partnership", *TAKES.get(page, ("pk",)))
    return reverse(page, kwargs={name: getattr(given, name) for name in names})


def good_data(page: str, agreement: Agreement, people: dict[str, Persona]) -> dict:
    """Return what a person who may would post to `page`."""
    section = row_of(agreement, "section")
    return {
        "agreements:new": {"title": "Ny", "kind": "agreement", "parties": "Luleå kommun"},
        "agreements:start_from": {"title": "Nästa"},
        "agreements:add": {"heading": "Ny rubrik"},
        "agreements:edit": {
            "heading": "Ändrad rubrik",
            "seen": SectionForm(instance=section).fingerprint(),
        },
        "agreements:move": {"direction": "up"},
        "agreements:share": {
            "organisations": [people["malte"].organisation.pk],
            "kind": "for_comments",
            "on": localdate().isoformat(),
        },
    }.get(page, {})
