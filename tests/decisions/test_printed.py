"""The paper of a binding text, as PDF and in Word, says who decided about it."""

from io import BytesIO

import docx
import pytest

from agreements import signing
from decisions.choices import Outcome, Part
from decisions.phrases import decided_about
from decisions.submitting import Step
from desk import workflow
from desk.printing.pdf import print_document
from desk.word.returning import ReturnedFile, differences
from desk.word.writing import write_word
from documents.models import Change
from documents.reading import read_tree
from documents.writing import kept_key
from tests.decisions.conftest import decide, fresh, stored, submit
from tests.desk import Desk
from tests.factories import SIGNING_DAY
from tests.pdf_checks import spoken
from tests.plans.conftest import SMALL


@pytest.fixture
def plan(karin):
    """Karin's draft of a small plan, with its real PDFs."""
    return workflow.create(
        SMALL,
        partnership=karin.access.partnership,
        drafting_organisation=karin.organisation,
        by=karin.actor,
        key_for=kept_key,
    )


def words(version):
    return " ".join(" ".join(spoken(version.pdf.read())).split())


def test_a_plan_says_who_adopted_it_and_the_checksum_of_its_text(plan, matter, karin):
    decide(plan, karin, matter, paragraph="12")

    binding = stored(plan).binding_version
    printed = words(binding)
    assert "Fastställd av Styrgruppen 20 november 2023, § 12" in printed
    assert binding.sha256 in printed.replace(" ", "").replace("-", "")
    assert "Fastställd" not in words(matter.version)


def test_a_signed_agreement_says_who_endorsed_it(karin, steering_group, draft, monkeypatch):
    lines = []

    def printed(content, *, decided, **options):
        lines.append(decided and decided.lines)
        return b"%PDF-1.7"

    monkeypatch.setattr("desk.workflow.print_document", printed)
    (matter,) = submit(draft, karin, Step(steering_group, Part.DECIDES))
    decide(draft, karin, matter, Outcome.ENDORSED)
    signing.register_signed(draft, signed_on=SIGNING_DAY, signed_at="", by=karin.actor)

    line = "Ställer sig bakom och överlämnar av Styrgruppen 20 november 2023"
    assert lines == [None, None, (line,), (line,)]


def test_the_same_decisions_give_the_same_bytes(plan, matter, karin):
    decide(plan, karin, matter)
    binding = stored(plan).binding_version
    given = {
        "top": plan,
        "kind": binding.kind,
        "dated": binding.change.at,
        "decided": workflow.decided_before(stored(plan), binding.kind, binding.sha256),
    }

    content = workflow.read_tree(plan)
    assert print_document(content, **given) == binding.pdf.read()


def test_the_web_page_and_the_cover_sheet_say_it_too(plan, matter, karin, client_for):
    decide(plan, karin, matter, paragraph="12")
    desk = Desk(client_for(karin), plan)

    line = "Fastställd av Styrgruppen 20 november 2023, § 12"
    assert line in desk.get(desk.url("html")).content.decode()
    assert line in " ".join(" ".join(spoken(desk.get(desk.url("cover_sheet")).content)).split())


def test_the_word_file_says_so_too(plan, matter, karin, desk_of):
    decide(plan, karin, matter, paragraph="12")
    desk = desk_of(karin)

    written = docx.Document(BytesIO(desk.get(desk.url("word")).content))

    lines = [" ".join(one.text.split()) for one in written.paragraphs]
    assert "Fastställd av Styrgruppen 20 november 2023, § 12" in lines
    assert lines[-1].endswith(stored(plan).binding_version.sha256)
    foot = " ".join(written.sections[0].footer.paragraphs[0].text.split())
    assert foot.startswith("Åtgärdsplan 2027 · fastställd 20 november 2023")


def test_what_a_word_file_says_of_decisions_is_no_change_of_the_text(plan, matter, karin):
    decide(plan, karin, matter, paragraph="12")
    workflow.revise(fresh(plan), by=karin.actor)
    changes = Change.objects.of(plan.document)
    written = write_word(
        read_tree(fresh(plan)),
        top=fresh(plan),
        kind="binding",
        dated=changes[0].at,
        change=changes[0],
        decided=decided_about(stored(plan).binding_version),
    )

    returned = ReturnedFile.read("plan.docx", written.file, fresh(plan))

    assert differences(fresh(plan), returned, changes).proposals == []
