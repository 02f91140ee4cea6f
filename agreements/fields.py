"""How the fields that only an agreement has are kept in its rows (`documents.fields`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models

from agreements import tree
from agreements.choices import RenewalRule
from agreements.models import Agreement
from core.text import search_key
from documents.choices import Reach
from documents.fields import Field
from documents.models import Document, StoredFile
from partnerships.models import Organisation

NAME_IN_REGISTER = Organisation._meta.get_field("name")


@dataclass(frozen=True)
class RegisteredName(Field):
    """The name of an organisation, with a link to the register in the column `link`."""

    link: str = ""

    def look_up(self, nodes: Sequence[tree.Node], writing) -> Mapping[str, Organisation]:
        keys = {search_key(getattr(node, self.name)) for node in nodes}
        return {one.search_key: one for one in Organisation.objects.filter(search_key__in=keys)}

    def write(self, node: tree.Node, writing) -> Mapping[str, Any]:
        name = getattr(node, self.name)
        return {self.name: name, self.link: writing.found[self].get(search_key(name))}

    def columns_in_file(self, model: type[models.Model]) -> Mapping[tuple[str, ...], models.Field]:
        return {self.path: NAME_IN_REGISTER}


@dataclass(frozen=True)
class NamesAbove(Field):
    """The names of organisations above another; an import puts them in the register."""

    def columns_in_file(self, model: type[models.Model]) -> Mapping[tuple[str, ...], models.Field]:
        return {self.path: NAME_IN_REGISTER}


@dataclass(frozen=True)
class LogoOfParty(Field):
    """A stored picture and its text in words."""

    RELATED = ("logo__sha256", "logo__media_type")

    def read(self, row, reading) -> tree.Logo | None:
        if row.logo_id is None:
            return None
        return tree.Logo(row.logo__sha256, row.logo__media_type, row.logo_alternative_text)

    def write(self, node: tree.Party, writing) -> Mapping[str, Any]:
        logo = node.logo
        return {
            "logo": logo and StoredFile.objects.get(sha256=logo.sha256),
            "logo_alternative_text": logo.alternative_text if logo else "",
        }

    def columns_in_file(self, model: type[models.Model]) -> Mapping[tuple[str, ...], models.Field]:
        column = model._meta.get_field("logo_alternative_text")
        return {(*self.path, "alternative_text"): column}


@dataclass(frozen=True)
class RuleOfRenewal(Field):
    """What follows on the last day. A file that says anything of it needs a rule."""

    def encode(self, node: tree.AgreementTree, encoding) -> str:
        says_more = node.renewal_text or node.revised_every
        return node.renewal_rule or (RenewalRule.UNKNOWN.value if says_more else "")


@dataclass(frozen=True)
class Reference(Field):
    """What another agreement is named by: its key or its title, in the column `column`.

    `title` says it in words, the column `link` is the agreement itself where we have it.
    """

    column: str = ""
    title: str = ""
    link: str = ""

    def read(self, row, reading) -> str:
        return getattr(row, self.column)

    def write(self, node: tree.Node, writing) -> Mapping[str, Any]:
        reference, title = getattr(node, self.name), getattr(node, self.title)
        known = known_agreement(reference, writing.document) if reference else None
        # Its name stands for a key, which says nothing to a reader.
        is_named_by_key = known is not None and reference == str(known.key)
        return {
            self.column: reference,
            self.title: known.name if is_named_by_key else title,
            self.link: known,
        }

    def encode(self, node: tree.Node, encoding) -> str:
        # A key means nothing to those who read a text that was stored.
        return getattr(node, self.name if encoding.keys else self.title)

    def columns_in_file(self, model: type[models.Model]) -> Mapping[tuple[str, ...], models.Field]:
        return {self.path: model._meta.get_field(self.column)}


@dataclass(frozen=True)
class ReferenceTitle(Field):
    """The title of a `Reference`, which says both and writes both."""

    def write(self, node: tree.Node, writing) -> Mapping[str, Any]:
        return {}

    def encode(self, node: tree.Node, encoding) -> None:
        return None

    def columns_in_file(self, model: type[models.Model]) -> Mapping[tuple[str, ...], models.Field]:
        return {}


def known_agreement(reference: str, document: Document) -> Agreement | None:
    """Return the partnership's agreement with this key or, if only one has it, this title.

    A draft of another organisation is not known: naming its title must not show that it exists.
    """
    others = Agreement.objects.exclude(document=document).filter(
        models.Q(document__reach__in=[Reach.PARTNERSHIP, Reach.PUBLIC])
        | models.Q(document__drafting_organisation=document.drafting_organisation_id),
        document__partnership=document.partnership_id,
    )
    try:
        return others.filter(key=UUID(reference)).first()
    except ValueError:
        named = [one for one in others if reference in (one.title, one.name)]
        return named[0] if len(named) == 1 else None
