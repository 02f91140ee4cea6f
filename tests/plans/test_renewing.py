"""A new plan of the old one: what goes on, what ended, and since when."""

from datetime import date

import pytest

from desk import workflow
from desk.exchange.encoding import content_bytes
from documents.reading import read_tree
from documents.tree import Link
from documents.writing import kept_key
from plans.models import Activity, Plan
from plans.renewing import period_after, title_after
from plans.tree import Activity as ActivityNode
from plans.tree import Extension, Measure, PlanTree
from tests.desk import Desk, fields, page, text_of

pytestmark = pytest.mark.django_db

CONTENT = PlanTree(
    title="Åtgärdsplan 2026",
    period_from=date(2026, 1, 1),
    period_to=date(2026, 12, 31),
    registry_number="KS 1",
    activities=(
        ActivityNode(
            text="Vandringar",
            measures=(Measure(kind="count", comparator="at_least", value=8, per="year"),),
        ),
        ActivityNode(text="Lampor"),
        ActivityNode(text="Skyltar", part_of=(Link(place=(2,)),)),
    ),
)


@pytest.fixture
def desk(karin, client_for):
    plan = workflow.create(
        CONTENT,
        partnership=karin.access.partnership,
        drafting_organisation=karin.organisation,
        by=karin.actor,
        key_for=kept_key,
    )
    return Desk(client_for(karin), plan)


def renew(desk, **fates):
    url = desk.url("renew")
    keys = {one.text: one.key for one in Activity.objects.filter(document=desk.agreement.document)}
    chosen = {f"fate-{keys[text]}": fate for text, fate in fates.items()}
    assert desk.post(url, fields(desk.get(url)) | chosen).status_code == 302
    return Plan.objects.latest("pk")


def test_what_goes_on_is_copied_and_the_old_plan_stays_as_it_is(desk):
    before = content_bytes(read_tree(desk.agreement))

    new = renew(desk, Lampor="done")

    assert content_bytes(read_tree(desk.agreement)) == before
    content = read_tree(new)
    assert (content.title, content.period_from) == ("Åtgärdsplan 2027", date(2027, 1, 1))
    assert content.registry_number == ""
    vandringar, skyltar = content.activities
    assert vandringar.copied_from == Activity.objects.get(text="Vandringar", copied_from=None).key
    assert skyltar.part_of == (Link(words="Lampor"),)


def test_what_ended_is_reported_beside_the_old_plan_once(desk):
    renew(desk, Lampor="done", Skyltar="dropped")
    renew(desk, Lampor="done", Skyltar="dropped")

    reports = desk.agreement.document.status_reports
    assert sorted(reports.values_list("state", flat=True)) == ["done", "dropped"]


def test_what_was_reported_is_what_is_proposed(desk):
    lampor = Activity.objects.get(text="Lampor")
    desk.post(desk.url("report", lampor.key), {"state": "regular_work"})

    shown = page(desk.get(desk.url("renew")))

    (chosen,) = shown.xpath(f"//select[@name='fate-{lampor.key}']/option[@selected]/@value")
    assert chosen == "regular_work"


def test_since_when_it_remains_and_a_target_that_is_gone_are_told(desk, karin, client_for):
    new = Desk(client_for(karin), renew(desk))
    row = Activity.objects.get(text="Vandringar", document=new.agreement.document)
    assert "Kvarstår sedan 2026" in text_of(new.get(new.url("detail")))
    assert "Står inte längre" not in text_of(new.get(new.url("detail")))

    new.post(new.at("delete", row.measures.get()), {})

    assert "Står inte längre: minst 8 per år" in text_of(new.get(new.url("detail")))
    third = Desk(client_for(karin), renew(new))
    assert "Kvarstår sedan 2026" in text_of(third.get(third.url("detail")))


def test_what_is_to_be_changed_is_led_to(desk):
    new = renew(desk, Vandringar="changes")
    row = Activity.objects.get(text="Vandringar", document=new.document)
    shown = page(desk.get(f"/{new.document.partnership.slug}/planer/{new.pk}/"))
    assert shown.xpath(f"//a[@href='#activity-{row.key}']")


@pytest.mark.parametrize(
    ("plan", "period", "title"),
    [
        (CONTENT, (date(2027, 1, 1), date(2027, 12, 31)), "Åtgärdsplan 2027"),
        (
            PlanTree(
                title="Plan 2025–2026",
                period_from=date(2025, 1, 1),
                period_to=date(2026, 12, 31),
                extensions=(Extension(to=date(2027, 12, 31)),),
            ),
            (date(2028, 1, 1), date(2029, 12, 31)),
            "Plan 2028–2029",
        ),
        (PlanTree(title="Plan"), (None, None), "Plan"),
        (
            PlanTree(title="Plan", period_to=date(9999, 12, 31), period_from=date(2026, 1, 1)),
            (None, None),
            "Plan",
        ),
        (
            PlanTree(title="Våren", period_from=date(2026, 2, 1), period_to=date(2026, 5, 31)),
            (date(2026, 6, 1), date(2026, 9, 28)),
            "Våren",
        ),
    ],
)
def test_the_next_period_and_its_title_follow_on_the_old_ones(plan, period, title):
    assert period_after(plan) == period
    assert title_after(plan, *period) == title
