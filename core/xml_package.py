"""A zip file of XML parts (as Word files are), opened without trusting what it says of itself.

Nothing is unpacked but the parts that are asked for, each and all together up to a limit, whatever
sizes they claim.
XML that declares entities is refused, and so is XML that is nested too deep or holds more
elements than fit in memory; nothing is fetched from anywhere.
"""

import io
import lzma
import zipfile
import zlib
from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree

MAX_PART = 25 * 1024 * 1024
# All parts that are read: a file can hold hundreds of page headers.
MAX_ALL = 60 * 1024 * 1024
# An element takes some hundred bytes of memory however few it has in the file. All parts together.
MAX_TAGS = 3_000_000
# Some ten thousand files; a document has some tens.
MAX_DIRECTORY = 1024 * 1024

_END = b"PK\x05\x06"
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError,
    NotImplementedError,
)  # fmt: skip
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


class PackageError(Exception):
    """Why a package is not read; `code` is not_zip, broken, encrypted, too_large or unsafe."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class XmlPackage:
    """The parts of a zip file by their names; names are as in the file, without a leading "/"."""

    def __init__(self, content: bytes) -> None:
        """Open `content`; raise PackageError when it is no whole zip file of sensible size."""
        if not content.startswith(b"PK"):
            raise PackageError("not_zip")
        end = content.rfind(_END)
        if end < 0 or len(content) < end + 22:
            raise PackageError("broken")
        if int.from_bytes(content[end + 12 : end + 16], "little") > MAX_DIRECTORY:
            raise PackageError("too_large")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise PackageError("broken") from error
        self.names = set(self._zip.namelist())
        self._bytes_left, self._tags_left = MAX_ALL, MAX_TAGS

    def read(self, name: str, limit: int = MAX_PART) -> bytes:
        """Return the bytes of a part; raise PackageError when it cannot be had within `limit`.

        Nor when it makes all that has been read of the package too much.
        """
        limit = min(limit, self._bytes_left)
        try:
            info = self._zip.getinfo(name)
        except KeyError as error:
            raise PackageError("broken") from error
        if info.flag_bits & 0x1:
            raise PackageError("encrypted")
        if info.file_size > limit:
            raise PackageError("too_large")
        try:
            with self._zip.open(info) as part:
                # What it says of its size may be untrue.
                content = part.read(limit + 1)
        except _BROKEN as error:
            raise PackageError("broken") from error
        if len(content) > limit:
            raise PackageError("too_large")
        self._bytes_left -= len(content)
        return content

    def xml(self, name: str, same: Mapping[bytes, bytes] = MappingProxyType({})) -> etree._Element:
        """Return a part as a tree; raise PackageError for XML that is broken or not safe to read.

        `same` gives namespaces that another stands for. Word writes UTF-8; UTF-16 is read too.
        """
        content = self.read(name)
        if content.startswith(_UTF16):
            content = _as_utf8(content)
        for namespace, standard in same.items():
            content = content.replace(namespace, standard)
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise PackageError("unsafe")
        self._tags_left -= content.count(b"<")
        if self._tags_left < 0:
            raise PackageError("too_large")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise PackageError("unsafe" if "depth" in str(error) else "broken") from error
        if root.getroottree().docinfo.doctype:
            raise PackageError("unsafe")
        return root


def _as_utf8(content: bytes) -> bytes:
    try:
        text = content.decode("utf-16" if content[:2] in _UTF16[:2] else "utf-16-le")
    except UnicodeDecodeError as error:
        raise PackageError("broken") from error
    declaration, closed, rest = text.partition("?>")
    return (rest if closed and declaration.startswith("<?xml") else text).encode()
