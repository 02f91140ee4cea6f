"""`import_agreement` and `export_agreement`, as tools outside call them."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from agreements.models import Agreement
from documents.models import Change
from partnerships.models import Membership, Organisation, Partnership
from tests.agreements.exchange_samples import as_bytes, exchange_file, facts

pytestmark = pytest.mark.usefixtures("db", "without_pdf", "in_english")


@pytest.fixture
def path_of(tmp_path):
    """Return a function: name and data → the path of a file that holds it."""

    def written(name, data):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else as_bytes(data))
        return str(path)

    return written


def run(command, *words, **options):
    """What the command writes on standard output and standard error."""
    out, err = StringIO(), StringIO()
    call_command(command, *words, stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def test_import_prints_slug_id_and_title_of_each_file_in_their_order(path_of):
    later = path_of("b.json", exchange_file("Ny\növerenskommelse", supersedes=["Gammal"]))
    out, err = run("import_agreement", later, path_of("a.json", exchange_file("Gammal")))
    ids = {one.title: one.pk for one in Agreement.objects.all()}
    assert out.splitlines() == [
        f"trygga-ekeby {ids['Ny' + chr(10) + 'överenskommelse']} Ny överenskommelse",
        f"trygga-ekeby {ids['Gammal']} Gammal",
    ]
    assert err == ""


def test_warnings_go_to_standard_error(path_of):
    path = path_of("a.json", exchange_file("Avtal"))
    run("import_agreement", path)
    out, err = run("import_agreement", path)
    assert len(out.splitlines()) == 1
    assert err == (
        "Avtal: The partnership already has a document with the same content: “Avtal”.\n"
    )


def test_errors_are_sentences_and_nothing_is_written(path_of):
    good, bad = path_of("a.json", exchange_file()), path_of("b.json", b'{"a": NaN}')
    with pytest.raises(CommandError) as caught:
        run("import_agreement", good, bad)
    assert str(caught.value) == "b.json, $.a: “NaN” is not a number that can be kept."
    assert caught.value.returncode == 1
    assert not Agreement.objects.exists()
    with pytest.raises(CommandError, match=r"finns-inte\.json cannot be read"):
        run("import_agreement", "finns-inte.json")


def test_new_partnership_gets_the_address_that_was_given(path_of):
    path = path_of("a.json", exchange_file())
    run("import_agreement", path, partnership="ekeby")
    partnership = Partnership.objects.get()
    assert (partnership.slug, partnership.name) == ("ekeby", "Trygga Ekeby")
    run("import_agreement", path, partnership="ekeby")
    assert Partnership.objects.count() == 1


@pytest.mark.parametrize("slug", ["konto", "static", "två ord", "x" * 51, "../x"])
def test_address_that_cannot_be_one_is_refused(path_of, slug):
    with pytest.raises(CommandError, match=f"^{slug[:9]}"):
        run("import_agreement", path_of("a.json", exchange_file()), partnership=slug)
    assert not Agreement.objects.exists()
    assert not Partnership.objects.exists()


def test_history_says_whose_import_it_was(path_of, django_user_model):
    path = path_of("a.json", exchange_file())
    run("import_agreement", path)
    assert Change.objects.first().name == "Import from the command line"
    user = django_user_model.objects.create_user("per@ekeby.example", name="Per Ek")
    Membership.objects.create(
        user=user,
        partnership=Partnership.objects.get(),
        organisation=Organisation.objects.get(name="Lokalpolisområde Ekeby"),
        role="coordinator",
    )
    run("import_agreement", path, user="Per@Ekeby.example")
    change = Change.objects.first()
    assert (change.name, change.user) == ("Per Ek", user)
    assert change.organisation == "Lokalpolisområde Ekeby"
    with pytest.raises(CommandError, match=r"no user with the address x@ekeby\.example"):
        run("import_agreement", path, user="x@ekeby.example")


def test_export_writes_the_exchange_file(path_of):
    data = exchange_file("Överenskommelse", signed=True)
    out, _err = run("import_agreement", path_of("a.json", data))
    slug, number, _title = out.split(maxsplit=2)
    written, err = run("export_agreement", slug, number)
    assert facts(json.loads(written)) == facts(data)
    assert (written[-2:], err) == ("}\n", "")


def test_export_of_an_agreement_that_is_not_there_is_refused(path_of):
    run("import_agreement", path_of("a.json", exchange_file()))
    number = Agreement.objects.get().pk
    for slug, one in (("trygga-ekeby", number + 1), ("annat", number)):
        with pytest.raises(CommandError, match=f"“{slug}” has no agreement {one}"):
            run("export_agreement", slug, str(one))
