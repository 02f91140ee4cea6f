"""`import_document`, as tools outside call it."""

from io import StringIO

import docx
import pytest
from django.core.management import CommandError, call_command

from agreements.manuscript.making import make_agreement
from agreements.models import Agreement, Manuscript
from documents.changes import Actor, WrongState
from documents.reading import read_tree
from partnerships.models import Organisation, Partnership
from tests.agreements.manuscript.texts import SIGNED, UNSIGNED

pytestmark = pytest.mark.usefixtures("db", "without_pdf", "in_english")


@pytest.fixture
def path_of(tmp_path):
    """Return a function: name and text → the path of a file that holds it."""

    def written(name, text):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return written


def run(*words, **options):
    out, err = StringIO(), StringIO()
    call_command("import_document", *words, stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def test_accepted_texts_become_agreements_one_line_for_each(path_of):
    out, err = run(
        path_of("a.txt", SIGNED), path_of("b.txt", UNSIGNED), partnership="ekeby", accept=True
    )
    signed, draft = Agreement.objects.order_by("pk")
    assert out.splitlines() == [
        f"ekeby {signed.pk} {signed.title}",
        f"ekeby {draft.pk} Samverkansöverenskommelse",
    ]
    assert err == ""
    assert (signed.signed, draft.signed) == (True, False)
    assert signed.document.is_binding
    assert signed.document.source == "a.txt"
    assert signed.document.drafting_organisation.name == "Ekeby kommun"
    content = read_tree(signed)
    assert [party.registry_number for party in content.parties] == ["A123.456/2019", ""]
    assert [one.name for one in content.signatories] == ["Karin Berg", "Per Ek"]
    assert len(read_tree(draft).goals[0].goals) == 2


def test_without_accept_a_manuscript_waits_in_the_browser(path_of):
    out, _err = run(path_of("a.txt", SIGNED), partnership="ekeby")
    manuscript = Manuscript.objects.get()
    first, *recognised = out.splitlines()
    assert first == f"a.txt: /ekeby/overenskommelser/manus/{manuscript.pk}/"
    assert "  Polismyndigheten (A123.456/2019): Per Ek" in recognised
    assert "  2020-01-01 – 2023-12-31" in recognised
    assert not Agreement.objects.exists()
    assert manuscript.organisation.name == "Ekeby kommun"


def test_word_file_goes_the_same_way(tmp_path):
    document = docx.Document()
    document.add_heading("Samverkansöverenskommelse mellan Ekeby kommun och Polisen", 0)
    document.add_heading("Mål", 1)
    for goal in ("Färre brott", "Ökad trygghet"):
        document.add_paragraph(goal, style="List Bullet")
    path = tmp_path / "a.docx"
    document.save(path)
    run(str(path), partnership="ekeby", accept=True)
    content = read_tree(Agreement.objects.get())
    assert [goal.text for goal in content.goals] == ["Färre brott", "Ökad trygghet"]
    assert content.sections[0].heading == "Mål"


def test_one_bad_file_is_named_and_nothing_is_written(path_of):
    good = path_of("a.txt", SIGNED)
    for bad in (path_of("b.docx", b"PK\x03\x04 no zip"), path_of("c.txt", ""), "finns-inte.txt"):
        with pytest.raises(CommandError) as caught:
            run(good, bad, partnership="ekeby", accept=True)
        assert bad.rsplit("/")[-1] in str(caught.value)
        assert "\n" not in str(caught.value)
        assert caught.value.returncode == 1
    assert not Agreement.objects.exists()
    assert not Manuscript.objects.exists()
    assert not Partnership.objects.exists()
    assert not Organisation.objects.exists()


@pytest.mark.parametrize("accept", [False, True])
def test_text_that_names_no_municipality_is_taken_in_with_a_sentence(path_of, accept):
    signed = (
        "Överenskommelse\n\nVi vill.\n\nVik 2024-05-06\n\nBo Dal\nLokalpolisområdeschef\nPolisen"
    )
    out, err = run(path_of("a.txt", signed), partnership="ekeby", accept=accept)
    said = "It is a draft: add the parties" if accept else "Make it a draft"
    assert f"a.txt: No municipality was recognised in the text. {said}" in err
    assert "It belongs to Ekeby until then." in err
    assert Manuscript.objects.get().organisation.name == "Ekeby"
    assert [one.signed for one in Agreement.objects.all()] == ([False] if accept else [])


def test_it_belongs_to_those_who_already_work_in_the_partnership(path_of):
    run(path_of("a.txt", UNSIGNED), partnership="ekeby")
    run(path_of("b.txt", "Samverkan för trygghet\n\nVi vill."), partnership="ekeby", accept=True)
    (draft,) = Agreement.objects.all()
    assert draft.document.drafting_organisation.name == "Ekeby kommun"
    assert read_tree(draft).parties == ()


@pytest.mark.parametrize("is_member_here", [False, True])
def test_it_belongs_to_where_its_user_works(path_of, people, is_member_here):
    user = people.karin.user
    where = "trygg-i-lulea" if is_member_here else "umebra"
    path = path_of("a.txt", "Samverkan för trygghet\n\nVi vill.")
    _out, err = run(path, partnership=where, user=user.email)
    assert Manuscript.objects.get().organisation == people.karin.organisation
    assert f"It belongs to {people.karin.organisation.name} until then." in err


def test_what_is_signed_for_no_party_is_signed_and_told_of(path_of):
    stamps = (
        "Undertecknat digitalt av Anna Ek 2025-02-04 10:22\n"
        "Undertecknat digitalt av Bo Dal 2025-02-05 08:15"
    )
    text = f"Överenskommelse mellan Ekeby kommun och Polisen\n\nSyfte\n\nVi vill.\n\n{stamps}"
    _out, err = run(path_of("a.txt", text), partnership="ekeby", accept=True)
    assert "a.txt: The text is signed, but does not say for which party." in err
    (signed,) = Agreement.objects.all()
    assert (signed.signed, signed.document.is_binding) == (True, True)


def test_draft_without_parties_is_exported_and_brought_in_elsewhere(path_of):
    text = "Samverkan för trygghet\n\nVi vill.\n\nEkeby 2024-05-06"
    run(path_of("a.txt", text), partnership="ekeby", accept=True)
    (draft,) = Agreement.objects.all()
    out = StringIO()
    call_command("export_agreement", "ekeby", str(draft.pk), stdout=out)
    call_command("import_agreement", path_of("a.json", out.getvalue()), partnership="vik")
    again = Agreement.objects.exclude(pk=draft.pk).get()
    assert read_tree(again).title == "Samverkan för trygghet"
    assert not again.signed


def test_second_agreement_in_a_file_is_told_of(path_of):
    both = f"{SIGNED}\n\nTilläggsöverenskommelse mellan Polisen och Ekeby kommun\n\nMer\n\nSång."
    _out, err = run(path_of("a.txt", both), partnership="ekeby")
    assert err.startswith("a.txt: The text seems to hold more than one agreement")


def test_manuscript_becomes_an_agreement_once(path_of):
    run(path_of("a.txt", UNSIGNED), partnership="ekeby")
    manuscript = Manuscript.objects.get()
    make_agreement(manuscript, by=Actor("Karin"))
    with pytest.raises(WrongState):
        make_agreement(manuscript, by=Actor("Karin"))
    assert Agreement.objects.count() == 1
