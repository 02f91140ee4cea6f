"""Reporting how it goes through the pages, and what stands beside the rows."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from time_machine import travel

from desk import workflow
from followup.models import Outcome, Status
from tests.desk import errors, page, text_of
from tests.followup.conftest import LAMPS, MEETS, WALKS

pytestmark = pytest.mark.django_db


def beside(response, key):
    """What stands beside a row of how it goes."""
    found = page(response).xpath(f"//*[@id='activity-{key}']//div[@class='how-it-goes']")
    return " ".join(found[0].text_content().split()) if found else ""


def on(day):
    """That it is noon of a day in 2027."""
    month, number = day
    return travel(
        datetime(2027, month, number, 12, tzinfo=ZoneInfo("Europe/Stockholm")), tick=False
    )


def test_a_status_of_a_binding_plan_is_one_press_and_then_stands_beside_the_row(at, row):
    karin = at("karin")

    sent = karin.fill_in(karin.url("report", row(WALKS)), state="ongoing")
    shown = karin.get(karin.url("detail"))

    assert sent["Location"] == f"{karin.url('detail')}#activity-{row(WALKS)}"
    assert beside(shown, row(WALKS)) == "Pågår Rapportera: Vandra på kvällen"
    assert beside(shown, row(MEETS)) == "Rapportera: Träffas varje vecka"


def test_everyone_who_reads_the_row_reads_how_it_goes_and_a_reader_reports_nothing(at, row):
    karin, ines = at("karin"), at("ines")
    karin.fill_in(karin.url("report", row(WALKS)), state="done", deviation="Sent på kvällen.")

    shown = ines.get(ines.url("detail"))
    told = text_of(ines.get(ines.url("followed", row(WALKS))))

    assert beside(shown, row(WALKS)) == "Genomförd Så går det: Vandra på kvällen"
    assert beside(shown, row(MEETS)) == ""
    assert "Karin Ström, Luleå kommun" in told
    assert "Sent på kvällen." in told
    assert "Rapportera status" not in told


def test_a_contributor_reports_and_the_earlier_reports_stay_to_be_read(at, row):
    at("karin").fill_in(at("karin").url("report", row(WALKS)), state="ongoing")
    malte = at("malte")

    malte.fill_in(malte.url("report", row(WALKS)), state="partly_done", effect="some")
    told = text_of(malte.get(malte.url("followed", row(WALKS))))

    assert told.index("Delvis genomförd · Viss effekt") < told.index("Karin Ström")
    assert "Malte Dahl, Lulebo" in told


def test_what_was_reported_last_is_filled_in(at, row):
    karin = at("karin")
    karin.fill_in(karin.url("report", row(WALKS)), state="ongoing", deviation="Halka.")

    karin.fill_in(karin.url("report", row(WALKS)), state="done")

    assert [one.deviation for one in Status.objects.all()] == ["Halka.", "Halka."]


def test_a_report_without_a_status_is_refused_at_its_field(at, row):
    karin = at("karin")

    refused = karin.post(karin.url("report", row(WALKS)), {"deviation": "Halka."})

    assert refused.status_code == 422
    assert errors(refused) == {"state": "Välj hur långt det har kommit."}
    assert not Status.objects.exists()


def test_late_and_needs_updating_are_said_each_for_itself(at, row):
    with on((1, 10)):
        karin = at("karin")
        karin.fill_in(karin.url("report", row(LAMPS)), state="ongoing")
        karin.fill_in(karin.url("report", row(WALKS)), state="ongoing")
    with on((5, 31)):
        karin = at("karin")
        assert "Försenad" not in beside(karin.get(karin.url("detail")), row(LAMPS))
    with on((6, 1)):
        karin.fill_in(karin.url("report", row(LAMPS)), state="ongoing")
        shown = karin.get(karin.url("detail"))
        assert beside(shown, row(LAMPS)).startswith("Pågår Försenad Rapportera")
        assert beside(shown, row(WALKS)).startswith("Pågår Behöver uppdateras Rapportera")
        told = text_of(karin.get(karin.url("followed", row(LAMPS))))
        assert "Skulle ha varit klar senast 31 maj 2027." in told


def test_an_outcome_is_reported_as_it_was_told(at, row):
    karin = at("karin")

    karin.fill_in(
        karin.url("report_outcome", row(WALKS)),
        value="1 200,5",
        mark="at_least",
        measure="vandringar",
        period_from="2027-05-01",
        period_to="2027-07-31",
    )
    said = "minst 1 200,5 vandringar"

    assert Outcome.objects.get().by == "Luleå kommun"
    assert said in text_of(karin.get(karin.url("followed", row(WALKS))))
    assert f"Utfall: {said}" in text_of(karin.get(karin.url("detail")))


@pytest.mark.parametrize(
    ("sent", "field", "sentence"),
    [
        ({}, "value", "Skriv ett tal, eller beskriv med ord vad det blev."),
        ({"value": "minst 200"}, "value", "Skriv ett tal med siffror"),
        ({"value": "NaN"}, "value", "Skriv ett tal med siffror"),
        ({"value": "9", "value_to": "8"}, "value_to", "Det högsta talet"),
        (
            {"value": "9", "period_from": "2027-02-01", "period_to": "2027-01-01"},
            "period_to",
            "Sista dagen är före första dagen.",
        ),
    ],
)
def test_an_outcome_that_cannot_be_is_refused_at_its_field(at, row, sent, field, sentence):
    karin = at("karin")

    refused = karin.post(karin.url("report_outcome", row(WALKS)), sent)

    assert refused.status_code == 422
    assert sentence in errors(refused)[field]
    assert not Outcome.objects.exists()


def test_of_two_periods_the_containing_one_counts_and_the_page_says_so(at, row):
    karin = at("karin")
    for value, last in (("71", "2018-07-31"), ("301", "2018-12-31")):
        karin.fill_in(
            karin.url("report_outcome", row(WALKS)),
            value=value,
            measure="pass",
            period_from="2018-05-01",
            period_to=last,
        )

    told = text_of(karin.get(karin.url("followed", row(WALKS))))

    assert "Sammanlagt: 301 pass" in told
    assert (
        "71 (1 maj – 31 juli 2018) ingår i 301 (1 maj – 31 december 2018) och räknas inte en gång "
        "till." in told
    )


def test_an_outcome_is_corrected_and_taken_back_by_those_who_reported_it(at, row):
    malte, per = at("malte"), at("per")
    malte.fill_in(malte.url("report_outcome", row(WALKS)), value="20")
    made = Outcome.objects.get()

    assert per.get(per.url("correct_outcome", row(WALKS), made.pk)).status_code == 403
    malte.fill_in(malte.url("correct_outcome", row(WALKS), made.pk), value="23")
    told = text_of(malte.get(malte.url("followed", row(WALKS))))
    assert told.index("23") < told.index("Rättat; tidigare") < told.rindex("20")

    corrected = Outcome.objects.first()
    gone_on = malte.post(malte.url("withdraw_outcome", row(WALKS), made.pk))
    assert gone_on.status_code == 409
    malte.post(malte.url("withdraw_outcome", row(WALKS), corrected.pk))
    assert "Tillbakataget:" in text_of(malte.get(malte.url("followed", row(WALKS))))


def test_a_status_follows_its_row_into_a_revision_and_its_new_rows_stay_unseen(
    at, plan, row, karin
):
    desk, reader = at("karin"), at("ines")
    desk.fill_in(desk.url("report", row(WALKS)), state="ongoing")
    workflow.revise(plan, by=karin.actor)
    desk.fill_in(desk.url("add", "activity"), text="En hemlig insats")
    secret = row("En hemlig insats")
    desk.fill_in(desk.url("report", secret), state="not_started")

    assert beside(desk.get(desk.url("detail")), row(WALKS)).startswith("Pågår")
    assert beside(desk.get(desk.url("detail")), secret).startswith("Ej påbörjad")
    assert beside(reader.get(reader.url("detail")), row(WALKS)).startswith("Pågår")
    assert str(secret) not in reader.get(reader.url("detail")).content.decode()
    assert reader.get(reader.url("followed", secret)).status_code == 404


def test_how_it_goes_is_in_no_print_and_in_no_past(at, row):
    karin = at("karin")
    karin.fill_in(karin.url("report", row(WALKS)), state="partly_done")
    assert "Delvis genomförd" in beside(karin.get(karin.url("detail")), row(WALKS))

    for name, rest in (("html", []), ("version", [1]), ("as_of", [karin.changes()[0].pk])):
        shown = karin.get(karin.url(name, *rest))
        assert shown.status_code == 200
        assert "Delvis genomförd" not in text_of(shown), name


def test_a_row_of_which_nothing_is_reported_has_no_such_page(at, plan):
    karin = at("karin")
    heading = karin.row("heading")

    assert karin.get(karin.url("followed", heading.key)).status_code == 404
    assert karin.get(karin.url("report", plan.key)).status_code == 404


def test_the_page_makes_no_more_queries_for_more_reports(
    at, plan, row, django_assert_max_num_queries
):
    karin = at("karin")
    for text in (WALKS, LAMPS, MEETS):
        for state in ("ongoing", "done"):
            karin.fill_in(karin.url("report", row(text)), state=state)

    with django_assert_max_num_queries(20):
        karin.get(karin.url("detail"))
