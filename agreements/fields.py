"""How the fields that only an agreement has are kept in its rows (`documents.fields`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from agreements import tree
from agreements.choices import RenewalRule
from core.text import search_key
from documents.fields import Field
from documents.models import StoredFile
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
