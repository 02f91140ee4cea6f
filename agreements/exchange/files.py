"""The files of one import: read, and put in the order in which they can be written."""

from collections.abc import Iterator
from dataclasses import dataclass

from agreements import tree
from agreements.models import Agreement
from desk.exchange.decoding import decode, key_of
from desk.exchange.strict import ExchangeError
from desk.exchange.validation import read_file
from documents.kinds import kind_named


class ImportRefused(Exception):
    """Nothing was imported; `errors` says why, one `ExchangeError` for each file that is wrong."""

    def __init__(self, errors: list[ExchangeError]) -> None:
        super().__init__(errors)
        self.errors = errors

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


@dataclass(frozen=True)
class ExchangeFile:
    """A file that was read and is in order."""

    name: str
    data: dict
    content: tree.AgreementTree

    @property
    def municipalities(self) -> list[str]:
        return self.data["partnership"].get("municipalities", [])

    @property
    def references(self) -> tuple[str, ...]:
        above = (self.content.part_of,) if self.content.part_of else ()
        return (*above, *(one.reference for one in self.content.supersedes))

    def is_meant(self, reference: str) -> bool:
        """Tell whether another file names this one, by key or title."""
        return self.has_key(reference) or reference in (self.content.title, self.name_of_agreement)

    def has_key(self, reference: str) -> bool:
        return self.content.key is not None and key_of(reference) == self.content.key

    @property
    def name_of_agreement(self) -> str:
        content = self.content
        return Agreement(
            title=content.title, valid_from=content.valid_from, valid_to=content.valid_to
        ).name


def read_files(files: list[tuple[str, bytes]]) -> list[ExchangeFile]:
    """Return the files, given as (name, content), ready to import, or raise ImportRefused."""
    read, errors = [], []
    for name, content in files:
        try:
            data = read_file(name, content)
        except ExchangeError as error:
            errors.append(error)
        else:
            said = data["agreement"] | {"organisations": data.get("organisations", [])}
            read.append(ExchangeFile(name, data, decode(kind_named("agreement"), said)))
    if errors:
        raise ImportRefused(errors)
    return read


def in_order(files: list[ExchangeFile]) -> Iterator[ExchangeFile]:
    """Give the files so that one comes after those it refers to; circles are cut somewhere."""
    begun: set[int] = set()

    def visit(file: ExchangeFile) -> Iterator[ExchangeFile]:
        if id(file) in begun:
            return
        begun.add(id(file))
        for reference in file.references:
            for other in files:
                if other is not file and other.is_meant(reference):
                    yield from visit(other)
        yield file

    for file in files:
        yield from visit(file)
