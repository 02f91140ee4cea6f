"""Builders of what tests need: people and organisations, and one small agreement.

The agreement has every kind of row once or twice, so that a test of "every row" walks it. Its
rows are written by the same function that imports and copies use.
"""

from datetime import date
from uuid import NAMESPACE_URL, uuid5

import factory

from accounts.models import User
from agreements import starting, tree
from agreements.models import Agreement
from core.intervals import Interval
from documents.changes import Actor
from documents.writing import kept_key
from partnerships.choices import OrganisationKind, Role
from partnerships.models import Membership, Organisation, Partnership

PASSWORD = "en lång hemlighet för proven"

FIRST_DAY, LAST_DAY, SIGNING_DAY = date(2024, 1, 1), date(2027, 12, 31), date(2023, 11, 20)


class UserFactory(factory.django.DjangoModelFactory):
    """A user who signs in with PASSWORD; `name` and `email` belong together."""

    class Meta:
        model = User

    name = factory.Sequence(lambda n: f"Person {n}")
    email = factory.LazyAttribute(lambda user: f"{user.name.split()[0].lower()}@example.org")

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return model_class.objects.create_user(password=PASSWORD, **kwargs)


class OrganisationFactory(factory.django.DjangoModelFactory):
    """An organisation of the register, found again by its name."""

    class Meta:
        model = Organisation
        django_get_or_create = ("name",)

    name = factory.Sequence(lambda n: f"Organisation {n}")
    kind = OrganisationKind.MUNICIPALITY


class PartnershipFactory(factory.django.DjangoModelFactory):
    """A partnership; give both `name` and `slug` when a test names them."""

    class Meta:
        model = Partnership

    name = factory.Sequence(lambda n: f"Samverkan {n}")
    slug = factory.Sequence(lambda n: f"samverkan-{n}")


class MembershipFactory(factory.django.DjangoModelFactory):
    """A new person's coordinator role in a new partnership, unless a test says otherwise."""

    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    partnership = factory.SubFactory(PartnershipFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = Role.COORDINATOR


def key(word: str):
    """Return the key of the small agreement's row `word`, the same in every test."""
    return uuid5(NAMESPACE_URL, f"test-{word}")


def small_tree(**changed) -> tree.AgreementTree:
    """Return the small agreement as a tree, with the top-level values in `changed`."""
    values = {
        "key": key("agreement"),
        "title": "Samverkansöverenskommelse",
        "subtitle": "Luleå kommun och Lokalpolisområde Luleå-Boden",
        "kind": "agreement",
        "signed": False,
        "valid_from": FIRST_DAY,
        "valid_to": LAST_DAY,
        "validity_text": "åren 2024–2027",
        "renewal_rule": "none",
        "revised_every": Interval(2, "year"),
        "area": "Luleå kommuns geografiska område",
        "legal_basis": ("Lag (2023:196)",),
        "programmes": ("Trygg i Luleå",),
        "organisations": (tree.Organisation(name="Lulebo", kind="housing_company"),),
        "parties": _parties(),
        "sections": _sections(),
        "goals": _goals(),
        "bodies": _bodies(),
        "duties": _duties(),
        "appendices": (
            tree.Appendix(key=key("appendix"), title="Kontaktlista", text="Karin.\n\nPer."),
        ),
    }
    return tree.AgreementTree(**values | changed)


def signed_tree(**changed) -> tree.AgreementTree:
    """Return the small agreement signed, with an extension and a registered predecessor's title."""
    values = {
        "signed": True,
        "signed_on": SIGNING_DAY,
        "signed_at": "Luleå",
        "extensions": (
            tree.Extension(
                to=date(2028, 12, 31),
                decided_on=date(2027, 10, 1),
                text="Förlängd ett år.",
            ),
        ),
        "supersedes": (
            tree.Superseded(
                key=key("supersession"), reference="Överenskommelse 2020", title="Den av 2020"
            ),
        ),
    }
    return small_tree(**values | changed)


def make_agreement(content: tree.AgreementTree, *, by, **options) -> Agreement:
    """Create an agreement of `content` in the partnership of the persona `by`, who writes it."""
    return starting.create(
        content,
        partnership=by.access.partnership,
        drafting_organisation=by.access.organisation,
        by=Actor.of(by.access),
        **{"key_for": kept_key} | options,
    )


def _parties():
    return (
        tree.Party(
            key=key("municipality"),
            organisation="Luleå kommun",
            kind="municipality",
            registry_number="KS 2023/17",
            signatories=(
                tree.Signatory(
                    key=key("signatory-1"),
                    name="Kerstin Berg",
                    title="Kommunalråd",
                    mandate="political",
                    order=1,
                ),
            ),
        ),
        tree.Party(
            key=key("police"),
            organisation="Lokalpolisområde Luleå-Boden",
            display_name="Polisen",
            kind="police",
            part_of=("Polisområde Norrbotten", "Polismyndigheten"),
            signatories=(
                tree.Signatory(
                    key=key("signatory-2"), name="Bo Ek", title="Lokalpolisområdeschef", order=2
                ),
            ),
        ),
    )


def _sections():
    return (
        tree.Section(
            key=key("section-parties"),
            heading="Parter",
            parts=(tree.BlockPart(key=key("part-parties"), block="parties"),),
        ),
        tree.Section(
            key=key("section-goals"),
            heading="Mål",
            parts=(
                tree.TextPart(key=key("part-goals"), text="<p>Målen är gemensamma.</p>"),
                tree.BlockPart(key=key("part-goal-list"), block="goals", style="dash"),
            ),
        ),
        tree.Section(
            key=key("section-work"),
            heading="Arbetssätt",
            sections=(
                tree.Section(
                    key=key("section-group"),
                    heading="Styrgrupp",
                    parts=(
                        tree.TextPart(
                            key=key("part-group"), text="<p>Styrgruppen möts varje kvartal.</p>"
                        ),
                    ),
                ),
                tree.Section(
                    key=key("section-plan"),
                    heading="Åtgärdsplan",
                    parts=(
                        tree.TextPart(
                            key=key("part-plan"),
                            text="<p>Planen ska uppdateras minst vartannat år.</p>",
                        ),
                    ),
                ),
            ),
        ),
    )


def _goals():
    return (
        tree.Goal(
            key=key("goal-overall"),
            text="Öka tryggheten.",
            kind="outcome",
            goals=(
                tree.Goal(key=key("goal-first"), text="Utveckla samverkan", kind="process"),
                tree.Goal(
                    key=key("goal-second"), text="Bygga broar", kind="process", prevention="both"
                ),
            ),
        ),
        tree.Goal(key=key("goal-last"), text="Minska brottsligheten"),
    )


def _bodies():
    return (
        tree.Body(
            key=key("body-group"),
            name="Styrgrupp",
            kind="steering_group",
            decides=("plan", "situational_picture"),
            meets="varje kvartal",
            seats=(
                tree.Seat(key=key("seat-chair"), title="Kommundirektör", function="chair"),
                tree.Seat(key=key("seat-member"), title="VD", organisation="Lulebo"),
            ),
        ),
        tree.Body(
            key=key("body-working"), name="Arbetsgrupp", kind="working_group", part_of="Styrgrupp"
        ),
    )


def _duties():
    return (
        tree.Duty(
            key=key("duty-plan"),
            subject="plan",
            strength="must",
            every=Interval(2, "year"),
            responsible=("Luleå kommun", "Polisen"),
            decided_by="Styrgrupp",
            section=(3, 2),
            text="Planen ska uppdateras minst vartannat år.",
        ),
        tree.Duty(key=key("duty-evaluation"), subject="evaluation", strength="should"),
    )
