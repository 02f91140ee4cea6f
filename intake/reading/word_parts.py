"""The parts of a Word file by what they are to the document (ECMA-376 part 2, 9.3)."""

import posixpath
from dataclasses import dataclass

from lxml import etree

from core.xml_package import PackageError, XmlPackage
from intake.reading.word_styles import NAMESPACE, W, is_on

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# "Strict Open XML", which Word can save as, has other names for the same (ISO/IEC 29500-1).
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": NAMESPACE.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}

#: The property by which a Word file says which of our agreements it is of.
OURS = "overens-agreement"
#: The style of the masthead in every file that the program writes, also of a text without keys.
MASTHEAD = "MastheadTable"


@dataclass(frozen=True)
class Part:
    """A part's tree, and where its relations lead: identifier → (kind, part or address)."""

    root: etree._Element
    relations: dict[str, tuple[str, str]]

    @property
    def links(self) -> dict[str, str]:
        """Return the addresses that the part links to, by the identifiers of their relations."""
        return {key: where for key, (kind, where) in self.relations.items() if kind == "hyperlink"}


class WordParts:
    """Finds the parts of a Word file; each is read when it is asked for.

    `main` raises PackageError when the document itself cannot be read. Of the others, one that
    is not there is None, and one that cannot be read raises too: nothing is left out unsaid.
    """

    def __init__(self, package: XmlPackage) -> None:
        self._package = package
        start = _relations(package, "")
        found = [where for kind, where in start.values() if kind == "officeDocument"]
        name = next((one for one in found if one in package.names), "word/document.xml")
        self.main = self._part(name)
        if self.main.root.tag != f"{W}document" or self.main.root.find(f"{W}body") is None:
            raise PackageError("broken")

    @property
    def has_macros(self) -> bool:
        """Tell whether the file holds a program."""
        return any(name.lower().endswith("vbaproject.bin") for name in self._package.names)

    @property
    def is_ours(self) -> bool:
        """Tell whether the program wrote the file: what stands round its pages says nothing new."""
        name = "docProps/custom.xml"
        if name in self._package.names and OURS.encode() in self._package.read(name):
            return True
        styles = self.root("styles")
        ours = [] if styles is None else styles.iterfind(f"{W}style[@{W}styleId='{MASTHEAD}']")
        return any(True for _style in ours)

    def root(self, kind: str) -> etree._Element | None:
        """Return the tree of the part that is the document's "styles", "comments" …"""
        for known, where in self.main.relations.values():
            if known == kind and where in self._package.names:
                return self._package.xml(where, _STRICT)
        return None

    def around(self, kind: str) -> list[Part]:
        """Return each "header" or "footer" that is seen, in the order of the document's sections.

        One of its own for first pages is kept in the file also when it is not used; those of even
        pages say what the others say.
        """
        names = []
        for reference in self.main.root.iter(f"{W}{kind}Reference"):
            pages = reference.get(f"{W}type")
            has_first = is_on(reference.getparent(), "w:titlePg")
            if pages == "even" or (pages == "first" and not has_first):
                continue
            known, where = self.main.relations.get(reference.get(_ID, ""), ("", ""))
            if known == kind and where in self._package.names and where not in names:
                names.append(where)
        return [self._part(name) for name in names]

    def _part(self, name: str) -> Part:
        return Part(self._package.xml(name, _STRICT), _relations(self._package, name))


def _relations(package: XmlPackage, name: str) -> dict[str, tuple[str, str]]:
    folder, base = posixpath.split(name)
    path = posixpath.join(folder, "_rels", f"{base}.rels")
    if path not in package.names:
        return {}
    found = {}
    for one in package.xml(path).iter(_RELATION):
        kind = one.get("Type", "").rpartition("/")[2]
        where = one.get("Target", "")
        if one.get("TargetMode") != "External":
            where = posixpath.normpath(posixpath.join("/", folder, where)).lstrip("/")
        found[one.get("Id", "")] = (kind, where)
    return found
