"""What is measured: a partnership, its coordinator and agreements of several sizes."""

from dataclasses import replace
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from accounts.models import User
from agreements import tree
from agreements.kind import AGREEMENT
from agreements.models import Agreement
from bench.content import agreement
from desk import workflow
from documents.changes import Actor, change
from documents.models import TopRow
from documents.tree import DocumentTree
from documents.writing import kept_key
from partnerships.access import Access
from partnerships.choices import OrganisationKind, Role
from partnerships.models import Membership, Organisation, Partnership


class World:
    """A partnership with one coordinator, signed in as `client`."""

    def __init__(self) -> None:
        organisation = Organisation.objects.create(
            name="Provköpings kommun", kind=OrganisationKind.MUNICIPALITY
        )
        partnership = Partnership.objects.create(name="Trygg i Provköping", slug="provkoping")
        partnership.municipalities.add(organisation)
        user = User.objects.create_user(email="anna@example.org", name="Anna Ek", password=None)
        membership = Membership.objects.create(
            user=user, partnership=partnership, organisation=organisation, role=Role.COORDINATOR
        )
        self.access = Access(user, membership)
        self.actor = Actor.of(self.access)
        self.client = Client(SERVER_NAME="localhost")
        self.client.force_login(user)

    def add(self, content: DocumentTree) -> TopRow:
        """Add a draft of `content`."""
        return workflow.create(
            content,
            partnership=self.access.partnership,
            drafting_organisation=self.access.organisation,
            by=self.actor,
            key_for=kept_key,
        )

    def add_many(self, number: int) -> None:
        """Add short drafts, to have a long list."""
        for step in range(1, number + 1):
            self.add(replace(agreement(1), title=f"Överenskommelse {step}", subtitle=""))

    def add_with_past(self, content: tree.AgreementTree, changes: int) -> Agreement:
        """Add a draft and write every row of it anew until it has `changes` changes."""
        added = self.add(content)
        for _change in range(1, changes):
            with change(by=self.actor, document=added.document):
                for model in AGREEMENT.models:
                    for row in model.objects.filter(document=added.document):
                        row.copied_from = uuid4()  # a tracked column that every row has
                        row.save()
        return added

    def rows(self, agreement: Agreement) -> int:
        """Return how many rows the agreement has."""
        return sum(
            model.objects.filter(document=agreement.document_id).count()
            for model in AGREEMENT.models
        )

    def get(self, address: str, *, status: int = 200, **headers) -> HttpResponse:
        """Open a page; anything but the page itself stops the run."""
        return self._as_usual(self.client.get(address, headers=headers), status)

    def post(self, address: str, data: dict, *, status: int = 302, **headers) -> HttpResponse:
        """Do what a form does; anything but being sent on stops the run."""
        return self._as_usual(self.client.post(address, data, headers=headers), status)

    def _as_usual(self, response: HttpResponse, status: int) -> HttpResponse:
        if response.status_code != status:
            address = response.request["PATH_INFO"]
            raise RuntimeError(f"{address} answers {response.status_code}")
        return response
