"""Rows → tree: everything that was written comes back, in a number of queries that stands."""

from dataclasses import replace

import pytest

from agreements import tree
from agreements.kind import AGREEMENT
from agreements.models import Agreement, Duty
from desk.exchange.encoding import content_bytes
from documents.changes import change
from documents.models import Change, Section
from documents.reading import read_tree
from tests.factories import key, make_agreement, signed_tree, small_tree

pytestmark = pytest.mark.usefixtures("without_pdf")


def fetched(agreement):
    return Agreement.objects.with_document().get(pk=agreement.pk)


def larger(content):
    """The same agreement with ten times as much of everything, and deeper."""
    section = content.sections[2]
    for _level in range(4):
        section = tree.Section(heading="Inre", sections=(section, *content.sections))
    goal = content.goals[0]
    for _level in range(4):
        goal = tree.Goal(text="Yttre", goals=(goal, *content.goals))
    return replace(
        content,
        sections=(*content.sections, section),
        goals=(*content.goals, goal),
        parties=content.parties * 5,
        bodies=content.bodies[:1] * 5,
        duties=content.duties * 10,
        appendices=content.appendices * 10,
    )


def test_what_is_written_is_what_is_read(draft, signed):
    assert read_tree(fetched(draft)) == small_tree()
    assert content_bytes(read_tree(fetched(signed))) == content_bytes(signed_tree())


def test_what_is_written_is_what_was_read_as_of_its_change(signed):
    for made in Change.objects.of(signed.document):
        assert read_tree(fetched(signed), as_of=made) == read_tree(fetched(signed))


def test_the_small_agreement_has_every_kind_of_row(signed):
    assert [model for model in AGREEMENT.models if not model.objects.exists()] == []


@pytest.mark.parametrize("grow", [lambda content: content, larger], ids=["small", "large"])
@pytest.mark.parametrize("content", [small_tree(), signed_tree()], ids=["draft", "signed"])
def test_the_number_of_queries_stands(grow, content, karin, django_assert_num_queries):
    agreement = fetched(make_agreement(grow(content), by=karin))
    made = Change.objects.of(agreement.document).first()

    with django_assert_num_queries(10):
        now = read_tree(agreement)
    with django_assert_num_queries(11):
        then = read_tree(agreement, as_of=made)

    assert now == then


def test_a_duty_names_the_place_of_its_section(draft, karin):
    assert read_tree(draft).duties[0].section == (3, 2)

    with change(by=karin.actor, document=draft.document):
        first = Section.objects.get(key=key("section-work"))
        first.place(0)
        first.save()
    assert read_tree(draft).duties[0].section == (1, 2)

    with change(by=karin.actor, document=draft.document):
        Section.objects.get(key=key("section-plan")).delete()
    assert read_tree(draft).duties[0].section == ()


def test_a_section_reference_that_finds_nothing_stays_words(karin):
    duty = tree.Duty(subject="plan", strength="must", section_reference="Bilaga 3")
    agreement = make_agreement(small_tree(duties=(duty,)), by=karin)

    assert read_tree(agreement).duties[0].section_reference == "Bilaga 3"
    assert Duty.objects.get(document=agreement.document).section is None


def test_a_body_that_is_part_of_one_elsewhere_keeps_the_name(karin):
    body = tree.Body(name="Arbetsgrupp", part_of="Kommunstyrelsen")
    agreement = make_agreement(small_tree(bodies=(body,)), by=karin)

    assert read_tree(agreement).bodies[0].part_of == "Kommunstyrelsen"


def test_bodies_that_name_each_other_in_a_circle_are_all_kept(karin):
    bodies = tuple(
        tree.Body(name=name, part_of=above) for name, above in (("A", "B"), ("B", "C"), ("C", "A"))
    )
    agreement = make_agreement(small_tree(bodies=bodies), by=karin)

    assert [(one.name, one.part_of) for one in read_tree(agreement).bodies] == [
        ("A", "B"),
        ("B", "C"),
        ("C", "A"),
    ]


def test_signatories_come_in_the_order_of_the_signatures(karin):
    people = tuple(tree.Signatory(name=str(order), order=order) for order in (None, 3, 1))
    party = tree.Party(organisation="Luleå kommun", kind="municipality", signatories=people)
    content = small_tree(parties=(party, *small_tree().parties))

    assert [one.order for one in content.signatories] == [1, 1, 2, 3, None]
