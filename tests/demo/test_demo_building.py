"""Both example partnerships, built through the methods the pages use."""

import logging
from datetime import date
from io import BytesIO, StringIO

import pikepdf
import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import transaction

from accounts.models import User
from agreements.models import Agreement
from agreements.status import Status
from agreements.validity import state
from core.richtext import normalise
from decisions.answering import asked_in
from decisions.models import Decision, Matter
from demo import umea
from demo.accounts import FIRST, OPERATOR, ORGANISATIONS, ROLES
from demo.building import build
from demo.scan import scanned
from desk.printing.pdf import print_document
from documents.choices import TextState, VersionKind
from documents.files.papers import checked_paper
from documents.models import AttachedFile, SectionPart
from documents.reading import read_tree
from partnerships.models import Partnership
from plans.models import Plan
from tests.pdf_checks import problems, spoken
from tests.printed_sheets import sheets

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("built")]


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """Build once, without PDFs, what every test here only looks at."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr("desk.workflow.print_document", lambda *_, **__: b"%PDF-1.7")
        build()
        yield
        transaction.set_rollback(True)


def agreements(slug):
    return {
        one.name: one
        for one in Agreement.objects.with_document().filter(document__partnership__slug=slug)
    }


def numbers_of_rows():
    rooms = (
        *("accounts", "partnerships", "documents", "consultation", "followup", "decisions"),
        *("agreements", "plans"),
    )
    return {
        model.__name__: model.objects.count()
        for room in rooms
        for model in apps.get_app_config(room).get_models()
    }


def test_building_it_twice_changes_nothing():
    once = numbers_of_rows()
    build()

    assert numbers_of_rows() == once
    assert once["Agreement"] == 8


def test_each_account_is_printed_on_a_line_with_what_it_is_for():
    printed = StringIO()

    call_command("demo", stdout=printed)

    lines = printed.getvalue().splitlines()
    for address in (*(f"{word}@{domain}" for domain in ORGANISATIONS for word in ROLES), OPERATOR):
        (line,) = [line for line in lines if address in line]
        assert ": " in line
        assert line.count("@") == 1
    first, *others = [line for line in lines if "börja med det här" in line]
    assert FIRST in first
    assert not others
    assert "läser bara" in printed.getvalue()  # as the interface, in Swedish


def test_where_letters_go_to_files_the_folder_is_printed(settings):
    printed = StringIO()
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = "/somewhere/letters"

    call_command("demo", stdout=printed)

    assert "Inga brev lämnar den här datorn: de skrivs i /somewhere/letters" in printed.getvalue()


def test_every_role_has_an_account_in_both_partnerships_and_both_are_marked_as_examples():
    for domain in ORGANISATIONS:
        for word in ROLES:
            assert User.objects.get(email=f"{word}@{domain}").memberships.count() == 1
    assert set(Partnership.objects.values_list("slug", "is_example")) == {
        ("umebra", True),
        ("trygg-i-lulea", True),
    }


@pytest.mark.parametrize(
    ("slug", "name", "day", "status"),
    [
        ("umebra", "2017-2020", date(2016, 12, 1), Status.NOT_STARTED),
        ("umebra", "2017-2020", date(2017, 1, 1), Status.IN_FORCE),
        ("umebra", "2017-2020", date(2020, 12, 31), Status.IN_FORCE),
        ("umebra", "2017-2020", date(2021, 1, 1), Status.PROLONGED),
        ("umebra", "2008", date(2026, 11, 22), Status.VALIDITY_UNKNOWN),
        ("trygg-i-lulea", "2024–2027", date(2027, 12, 31), Status.IN_FORCE),
        ("trygg-i-lulea", "2024–2027", date(2028, 1, 1), Status.EXPIRED),
        ("trygg-i-lulea", "2020–2023", date(2023, 12, 31), Status.IN_FORCE),
        ("trygg-i-lulea", "2020–2023", date(2024, 1, 1), Status.SUPERSEDED),
        ("trygg-i-lulea", "2028–2031", date(2029, 1, 1), Status.DRAFT),
    ],
)
def test_each_agreement_is_what_it_is_on_the_days_around_its_borders(slug, name, day, status):
    agreement = next(one for title, one in agreements(slug).items() if name in title)

    assert state(agreement, day).status == status


def test_the_signed_agreements_are_locked_and_the_successor_is_a_draft_shared_with_the_police():
    lulea = agreements("trygg-i-lulea")

    assert lulea["Samverkansöverenskommelse 2024–2027"].document.is_binding
    draft = next(one for one in lulea.values() if one.is_draft)
    assert not draft.document.is_locked
    assert [one.organisation.name for one in draft.document.sharings.all()] == [
        "Lokalpolisområde Luleå-Boden"
    ]
    names = set(draft.document.changes.values_list("name", flat=True))
    assert names == {"Samordnaren", "Kommunpolisen"}


def test_umeas_plan_is_adopted_and_revised_while_the_steering_group_reads_the_revision():
    plan = Plan.objects.with_document().get(document__partnership__slug=umea.SLUG)

    assert plan.document.text_state == TextState.REVISION
    (waiting,) = Matter.objects.waiting().filter(document=plan.document)
    said = {one.seat.title: one.has_answered for one in asked_in(waiting)}
    assert said == {"Kommunstyrelsens ordförande": True, "Lokalpolisområdeschef": False}
    adopted = Decision.objects.about(plan.document.binding_version).get()
    assert (adopted.body_name, adopted.paragraph) == ("UmeBrå styrgrupp", "14")
    content = read_tree(plan)
    assert sum(len(one.responsible) > 1 for one in content.activities) > 4
    assert all(one.does for one in content.activities[0].responsible)
    assert plan.document.status_reports.exists()


def test_the_first_save_of_a_text_in_the_demo_changes_nothing():
    for text in SectionPart.objects.exclude(text="").values_list("text", flat=True):
        assert normalise(text) == text


@pytest.mark.parametrize("variant", ["ua", "a3"])
@pytest.mark.parametrize(
    ("slug", "name", "said"),
    [("umebra", "2017-2020", "Umeå kommun"), ("trygg-i-lulea", "2024–2027", "Luleå kommun")],
)
def test_both_pdfs_of_both_main_agreements_are_accessible(tmp_path, slug, name, said, variant):
    agreement = next(one for title, one in agreements(slug).items() if name in title)

    printed = print_document(
        read_tree(agreement),
        top=agreement,
        kind=VersionKind.BINDING,
        dated=agreement.document.locked_version.locked_at,
        variant=variant,
    )

    assert problems(printed, tmp_path) == []
    assert said in " ".join(spoken(printed))
    with pikepdf.open(BytesIO(printed)) as pdf:
        assert len(pdf.pages[0].get_images()) == 2
    assert "Dnr" in spoken(printed)[0]


def test_no_sheet_but_the_last_of_a_printed_agreement_ends_in_much_that_is_empty():
    for agreement in Agreement.objects.with_document():
        kind = "" if agreement.is_draft else VersionKind.BINDING
        dated = agreement.document.created_at
        printed = print_document(read_tree(agreement), top=agreement, kind=kind, dated=dated)

        emptied = [f"{sheet.empty:.0%}" for sheet in sheets(printed)[:-1] if sheet.empty > 0.15]
        assert not emptied, agreement.name


def test_the_draft_has_its_own_registry_number_and_lacks_that_of_the_police():
    draft = next(one for one in agreements("trygg-i-lulea").values() if one.is_draft)

    assert [one.registry_number for one in read_tree(draft).parties] == ["EX 2026/88", ""]


def test_one_signed_agreement_has_its_paper_which_says_on_every_sheet_that_it_is_an_example():
    [attached] = AttachedFile.objects.all()

    assert attached.document.partnership.slug == umea.SLUG
    assert attached.file.read() == scanned(umea.AGREEMENT_2017["agreement"])
    paper = checked_paper(attached.name, attached.file.read())
    assert (paper.media_type, len(paper.content) < 100_000) == ("application/pdf", True)
    with pikepdf.open(BytesIO(paper.content)) as pdf:
        assert [len(page.get_images()) for page in pdf.pages] == [1, 1]


def test_where_others_reach_the_server_no_operator_has_a_password_that_everybody_knows(settings):
    settings.HTTPS = True
    User.objects.filter(email=OPERATOR).delete()

    build()

    assert not User.objects.filter(is_staff=True).exists()


def test_requests_do_not_push_the_accounts_off_the_screen_but_errors_are_told():
    served = logging.getLogger("django.server")

    assert not served.isEnabledFor(logging.INFO)
    assert served.isEnabledFor(logging.ERROR)
    assert logging.getLogger("django.request").isEnabledFor(logging.ERROR)
