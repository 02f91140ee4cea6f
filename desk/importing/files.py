"""The files of one import: read, and their documents in the order in which they can be written."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from desk.exchange.decoding import decode, key_of
from desk.exchange.envelope import documents_in
from desk.exchange.strict import ExchangeError
from desk.exchange.validation import read_file
from documents.kinds import DocumentKind
from documents.references import references_in
from documents.tree import DocumentTree, Organisation
from documents.values import from_json


class ImportRefused(Exception):
    """Nothing was imported; `errors` says why, one `ExchangeError` for each file that is wrong."""

    def __init__(self, errors: list[ExchangeError]) -> None:
        super().__init__(errors)
        self.errors = errors

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


@dataclass(frozen=True, eq=False)
class Incoming:
    """A document in a file that was read and is in order: the object `said` in the whole `data`."""

    file: str
    data: dict
    kind: DocumentKind
    said: dict
    content: DocumentTree

    @property
    def partnership(self) -> str:
        """The name of the partnership that the file belongs to."""
        return self.data["partnership"]["name"]

    @property
    def municipalities(self) -> list[str]:
        return self.data["partnership"].get("municipalities", [])

    @cached_property
    def organisations(self) -> tuple[Organisation, ...]:
        """The organisations that the document is between, and those that the file names besides."""
        said = self.data.get("organisations", [])
        named = from_json(tuple[Organisation, ...], said)
        return tuple(dict.fromkeys((*self.kind.parties(self.content), *named)))

    @cached_property
    def references(self) -> tuple[str, ...]:
        """The words by which it names other documents."""
        return tuple(references_in(self.content))

    def is_meant(self, reference: str) -> bool:
        """Tell whether another document names this one, by key or title."""
        return self.has_key(reference) or reference in self._names

    @cached_property
    def _names(self) -> tuple[str, str]:
        return self.content.title, self.kind.name_of(self.content)

    def has_key(self, reference: str) -> bool:
        return self.content.key is not None and key_of(reference) == self.content.key


def read_files(files: list[tuple[str, bytes]]) -> list[Incoming]:
    """Return the documents of the files, given as (name, content), ready to import.

    Raises ImportRefused.
    """
    read, errors = [], []
    for name, content in files:
        try:
            data = read_file(name, content)
        except ExchangeError as error:
            errors.append(error)
        else:
            named = {"organisations": data.get("organisations", [])}
            read += [
                Incoming(name, data, kind, said, decode(kind, said | named))
                for _path, kind, said in documents_in(data)
            ]
    if errors:
        raise ImportRefused(errors)
    return read


def in_order(documents: list[Incoming]) -> Iterator[Incoming]:
    """Give the documents so that one comes after those it refers to; circles are cut somewhere."""
    begun: set[int] = set()

    def visit(one: Incoming) -> Iterator[Incoming]:
        if id(one) in begun:
            return
        begun.add(id(one))
        for reference in one.references:
            for other in documents:
                if other is not one and other.is_meant(reference):
                    yield from visit(other)
        yield one

    for one in documents:
        yield from visit(one)
