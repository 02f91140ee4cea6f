"""A document → its exchange file: everything that is known, with the keys of its rows."""

import json
from collections.abc import Sequence

from django.utils.translation import gettext as _

from desk.exchange.beside import tell_beside
from desk.exchange.decoding import decode
from desk.exchange.encoding import content_bytes, encode
from desk.exchange.envelope import put_in
from desk.exchange.logos import logos_in, write_logo
from desk.exchange.schema import FORMATS, first_error, in_order
from desk.exchange.strict import ExchangeError, json_path
from documents.kinds import DocumentKind, kind_of
from documents.models import StoredFile, TopRow, Version
from documents.reading import read_tree
from documents.tree import DocumentTree
from partnerships.models import Partnership


def export_bytes(top: TopRow, version: Version | None = None) -> bytes:
    """Return the exchange file of `top`: of a stored `version`, or else of what its writers read.

    That is the draft, or the binding text where there is none; with it what is told beside the
    text. UTF-8 JSON, readable, keys in the order of the schema, the same bytes for the same
    content. Raises ExchangeError for what the format cannot hold, documents of the kind among it,
    and VersionChanged as `Version.read`.
    """
    return _file(top.document.partnership, [(top, _content(top, version))])


def export_all(partnership: Partnership, tops: Sequence[TopRow]) -> bytes:
    """Return one exchange file of documents of a partnership, each as `export_bytes` has it."""
    return _file(partnership, [(top, _content(top, None)) for top in tops])


def envelope(content: DocumentTree, top: TopRow) -> dict:
    """Return the exchange object of `content`, a tree of `top`: what surrounds it is today's.

    Its pictures are carried along, each once. What is told beside the text is not in it.
    """
    return _envelope(top.document.partnership, [(top, encode(content, keys=True))])


def _file(partnership: Partnership, documents: Sequence[tuple[TopRow, DocumentTree]]) -> bytes:
    said = []
    for top, content in documents:
        kind = kind_of(top.document)
        if not kind.in_file:
            raise ExchangeError(
                top.name, "", _("The exchange format has no place for documents of this kind yet.")
            )
        one = encode(content, keys=True)
        tell_beside(top, one)
        said.append((top, one))
    name = said[0][0].name if len(said) == 1 else partnership.name
    data = _envelope(partnership, said)
    wrong = first_error(data)
    if wrong is not None:
        path, reason = wrong
        raise ExchangeError(name, json_path(path), reason)
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _envelope(partnership: Partnership, documents: Sequence[tuple[TopRow, dict]]) -> dict:
    """Return the exchange object of what files say of `documents`."""
    sources = dict.fromkeys(top.document.source for top, _said in documents)
    organisations: list[dict] = []
    for _top, said in documents:
        named = said.pop("organisations", [])
        organisations += [one for one in named if one not in organisations]
    data = {
        "format": FORMATS[-1],
        "source": "; ".join(filter(None, sources)) or None,
        "partnership": _partnership(partnership),
        "organisations": organisations,
    }
    for top, said in documents:
        put_in(data, kind_of(top.document), said)
    for _top, said in documents:
        _add_pictures(said)
    return in_order({name: value for name, value in data.items() if value is not None})


def stored_content(version: Version, kind: DocumentKind | None = None) -> DocumentTree:
    """Return the tree of a stored version; its rows have no keys.

    Where `kind` is known, the version's document need not be read for it.
    """
    return decode(kind or kind_of(version.document), json.loads(version.read()))


def _content(top: TopRow, version: Version | None) -> DocumentTree:
    if version is None and top.document.has_draft:
        return read_tree(top)
    version = version or top.document.binding_version
    # The rows as they were then give the same content, and their keys with it.
    then = read_tree(top, version.change)
    if content_bytes(then) == version.read():
        return then
    return stored_content(version, kind_of(top.document))


def _partnership(partnership: Partnership) -> dict:
    # The order in which they were named, not that of the alphabet.
    links = partnership.municipalities.through.objects.filter(partnership=partnership)
    names = links.order_by("pk").values_list("organisation__name", flat=True)
    return {"name": partnership.name, "municipalities": list(names)}


def _add_pictures(said: dict) -> None:
    logos = [logo for _path, logo in logos_in(said)]
    digests = {logo["sha256"] for logo in logos}
    files = {file.sha256: file for file in StoredFile.objects.filter(sha256__in=digests)}
    for logo in logos:
        file = files.pop(logo["sha256"], None)
        if file is not None:
            logo["data"] = write_logo(file.read())
