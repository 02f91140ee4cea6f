"""`import_documents` and `export_documents`: documents of every kind from the command line."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from documents.models import Document
from plans.models import Plan
from tests.agreements.exchange_samples import exchange_file
from tests.plans.test_exchange import PLAN, in_a_file, without_keys

pytestmark = pytest.mark.django_db


def run(*arguments):
    out = StringIO()
    call_command(*arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


@pytest.fixture
def file(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content)
        return str(path)

    return write


def test_each_document_is_told_with_its_kind_and_number(file):
    agreement = exchange_file()["agreement"]
    path = file("allt.json", in_a_file(PLAN, agreement=agreement))

    said = run("import_documents", path, "--partnership", "exempel")

    plan = Plan.objects.get()
    assert f"exempel plan {plan.pk} {PLAN['title']}\n" in said
    assert said.startswith("exempel agreement ")
    assert said.count("\n") == 2


def test_all_that_a_partnership_has_stands_in_one_file(file):
    agreement = exchange_file()["agreement"]
    path = file("allt.json", in_a_file(PLAN, agreement=agreement))
    run("import_documents", path, file("mer.json", in_a_file({"title": "Plan två"})))

    whole = json.loads(run("export_documents", "exempelkommun"))

    assert whole["format"] == "overens/2"
    assert whole["agreement"]["title"] == agreement["title"]
    assert [one["title"] for one in whole["plans"]] == [PLAN["title"], "Plan två"]
    assert without_keys(whole["plans"][0]) == PLAN
    again = run("import_documents", file("igen.json", json.dumps(whole).encode()))
    assert again.count("\n") == 3


def test_one_document_is_written_by_kind_and_number(file):
    run("import_documents", file("a.json", in_a_file(PLAN)))
    run("import_documents", file("b.json", in_a_file({"title": "Plan två"})))
    second = Plan.objects.get(title="Plan två")

    said = json.loads(run("export_documents", "exempelkommun", "--kind", "plan", "--id", second.pk))

    assert [one["title"] for one in said["plans"]] == ["Plan två"]


def test_all_files_or_none(file):
    good, bad = file("a.json", in_a_file(PLAN)), file("b.json", in_a_file({"rubrik": "x"}))

    with pytest.raises(CommandError, match=r"b\.json"):
        run("import_documents", good, bad)

    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("finns-inte",), "finns-inte"),
        (("exempelkommun", "--id", "1"), "--kind"),
        (("exempelkommun", "--kind", "plan", "--id", "999"), "999"),
    ],
)
def test_what_is_not_there_is_said(file, arguments, said):
    run("import_documents", file("a.json", in_a_file(PLAN)))
    with pytest.raises(CommandError, match=said):
        run("export_documents", *arguments)


def test_several_agreements_stand_in_one_file_too(file):
    first, second = (exchange_file(title=title) for title in ("Den första", "Den andra"))
    paths = [file(f"{n}.json", json.dumps(one).encode()) for n, one in enumerate((first, second))]
    run("import_documents", *paths, "--partnership", "exempel")

    content = run("export_documents", "exempel")
    said = run("import_documents", file("alla.json", content.encode()), "--partnership", "ny")

    assert json.loads(content)["agreement"]["title"] == "Den första"
    assert [one["title"] for one in json.loads(content)["agreements"]] == ["Den andra"]
    assert said.count("ny agreement ") == 2
    again = json.loads(run("export_documents", "ny"))
    assert without_keys(again["agreements"]) == without_keys(json.loads(content)["agreements"])
