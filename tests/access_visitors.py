"""Everyone who knocks at the addresses of the program, and the documents that they meet."""

from django.db import connection, transaction

from agreements.kind import AGREEMENT
from agreements.models import Manuscript
from consultation.models import Comment, Invitation
from documents.models import Change, Document, Sharing, Version
from followup.models import Outcome, Status
from tests.access_world import build_agreements, build_manuscript, build_people
from tests.loud import WRITE, LoudClient
from tests.second_factor import sign_in


class World:
    """Everyone, a client for each, and agreements; every request is taken back.

    With another `kind` and `build`, as `build_agreements` takes it, they are documents of that.
    """

    def __init__(self, kind=AGREEMENT, **build):
        self.kind = kind
        self.people = build_people()
        self.agreements = build_agreements(self.people, **build)
        self.manuscript = build_manuscript(self.people["karin"])
        self.clients = {}
        for name, persona in self.people.items():
            self.clients[name] = LoudClient()
            if persona:
                sign_in(self.clients[name], persona.user)
        self.untouched = self.stored()

    def knock(self, who, method, url, data=None, **headers):
        """Return the response; a POST that is refused must have written nothing."""
        send = getattr(self.clients[who], method)
        if method != "post":
            return send(url, data, headers=headers)  # a GET that writes fails in the client
        written = []

        def note(execute, sql, *rest):
            if WRITE.match(sql):
                written.append(sql)
            return execute(sql, *rest)

        with transaction.atomic():
            with connection.execute_wrapper(note):
                response = send(url, data, headers=headers)
            if response.status_code != 302 or response["Location"].startswith("/konto/"):
                # What was written and taken back at once is as if it never was.
                assert not written or self.stored() == self.untouched, f"{who} {url}: {written}"
            transaction.set_rollback(True)
        return response

    def stored(self):
        """What a write would change."""
        return (
            Change.objects.count(),
            Version.objects.count(),
            Sharing.objects.count(),
            Comment.objects.count(),
            Invitation.objects.count(),
            Outcome.objects.count(),
            Status.objects.count(),
            self.kind.top.model.objects.count(),
            list(Manuscript.objects.values_list("pk", "decisions")),
            list(Document.objects.order_by("pk").values_list("reach", "locked_version")),
        )
