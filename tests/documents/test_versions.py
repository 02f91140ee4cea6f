"""Stored versions and files: written once, and a changed byte is noticed."""

from hashlib import sha256

import pytest
from django.db import connection, models, transaction
from django.db.utils import IntegrityError

from documents.models import StoredFile, Version
from documents.models.stored_file import StoredFileChanged
from documents.models.version import VersionChanged, VersionIsFinal


@pytest.fixture
def version(signed):
    return Version.objects.get(document=signed.document)


@pytest.fixture
def stored(db):
    return StoredFile.objects.store(b"en bild", "image/png")


def test_a_version_is_its_bytes_and_their_digest(version):
    assert version.read().startswith(b"{")
    assert sha256(version.read()).hexdigest() == version.sha256
    assert version.pdf.read().startswith(b"%PDF")
    assert version.archive_pdf.read() != version.pdf.read()


def test_a_version_is_not_saved_again(version):
    version.content = b"{}"
    with pytest.raises(VersionIsFinal):
        version.save()
    with pytest.raises(VersionIsFinal):
        version.save(update_fields=["content"])


@pytest.mark.parametrize(
    "write",
    [
        lambda found: found.update(content=b"{}"),
        lambda found: found.delete(),
        lambda found: found.get().delete(),
        lambda found: found.bulk_update(list(found), ["content"]),
        lambda found: found.get().document.versions.update(sha256="0"),
        lambda found: found.get().document.versions.all().delete(),
        lambda found: found.update_or_create(number=1, defaults={"content": b"{}"}),
    ],
    ids=["update", "delete", "row", "bulk", "related update", "related delete", "or create"],
)
def test_no_queryset_changes_or_deletes_a_version(version, write):
    with pytest.raises(VersionIsFinal), transaction.atomic():
        write(Version.objects.filter(pk=version.pk))

    assert Version.objects.get(pk=version.pk).read() == version.read()


def test_what_a_version_names_cannot_be_deleted(version):
    for named in (version.document, version.pdf, version.change):
        with pytest.raises(models.ProtectedError):
            named.delete()


def test_two_versions_never_share_a_number(version):
    version.pk, version._state.adding = None, True
    with pytest.raises(IntegrityError), transaction.atomic():
        version.save()


def test_a_byte_changed_in_the_database_is_noticed(version):
    content = version.read().replace(b"2027-12-31", b"2037-12-31")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE documents_version SET content = %s WHERE id = %s", [content, version.pk]
        )

    with pytest.raises(VersionChanged):
        Version.objects.get(pk=version.pk).read()


def test_a_byte_changed_on_disk_is_noticed(version):
    path = version.pdf.path
    whole = path.read_bytes()
    try:
        path.write_bytes(whole[:-1] + b"!")
        with pytest.raises(StoredFileChanged, match="has been changed"):
            version.pdf.read()
        path.unlink()
        with pytest.raises(StoredFileChanged, match="is missing"):
            version.pdf.read()
    finally:
        path.write_bytes(whole)


def test_the_same_bytes_are_stored_once(stored):
    again = StoredFile.objects.store(b"en bild", "image/png")

    assert again == stored
    assert (stored.size, stored.path.name) == (7, sha256(b"en bild").hexdigest())


def test_storing_again_mends_a_file_that_was_changed(stored):
    stored.path.write_bytes(b"trasig")
    StoredFile.objects.store(b"en bild", "image/png")

    assert stored.read() == b"en bild"


def test_nothing_but_whole_files_lies_in_the_folder(stored):
    names = [path.name for path in stored.path.parent.iterdir()]

    assert all(len(name) == 64 for name in names)
