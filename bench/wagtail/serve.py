"""A Wagtail site that does one thing each time it is told to; run in an environment of its own.

Each line on standard input is “prepare” or “run” and a name of `TASKS`; each is answered with a
line when it is done. Settings are those of a production server; the database is DATABASE.
"""

import json
import os
import sys

import django
from django.conf import settings
from django.core.management import call_command

settings.configure(
    DEBUG=False,
    SECRET_KEY="for a measurement only",
    ALLOWED_HOSTS=["localhost"],
    DATABASES={"default": json.loads(os.environ["DATABASE"])},
    CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    ROOT_URLCONF="urls",
    USE_TZ=True,
    STATIC_URL="/static/",
    WAGTAIL_SITE_NAME="Wagtail",
    WAGTAILADMIN_BASE_URL="http://localhost",
    INSTALLED_APPS=[
        "activities",
        *(f"wagtail.{app}" for app in ("snippets", "users", "documents", "images", "search")),
        *("wagtail.admin", "wagtail", "modelcluster", "taggit", "django_filters"),
        *(f"django.contrib.{app}" for app in ("auth", "contenttypes", "sessions", "messages")),
        "django.contrib.staticfiles",
    ],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ]
            },
        }
    ],
)
django.setup()

from activities.models import COLUMNS, Activity  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.contrib.contenttypes.models import ContentType  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from wagtail.models import Workflow, WorkflowContentType  # noqa: E402

ROWS = json.loads(os.environ["ROWS"])


def address(name: str, *arguments) -> str:
    """Return the address of a page of the snippet."""
    return reverse(f"wagtailsnippets_activities_activity:{name}", args=arguments)


class Site:
    """The site and the person at work in it."""

    def __init__(self) -> None:
        # The app has no migrations: its table is made once those that it points to are there.
        call_command("migrate", verbosity=0)
        call_command("migrate", run_syncdb=True, verbosity=0)
        user = get_user_model().objects.create_superuser("karin", "karin@example.org", "-")
        kind = ContentType.objects.get_for_model(Activity)
        WorkflowContentType.objects.create(content_type=kind, workflow=Workflow.objects.first())
        for row in ROWS:
            made = Activity.objects.create(**dict(zip(COLUMNS, row, strict=True)))
            made.save_revision(user=user).publish()
        self.client = Client(SERVER_NAME="localhost")
        self.client.force_login(user)
        self.row = Activity.objects.first()
        self.written = 0

    def prepare(self, name: str) -> None:
        """Have ready what the task sends."""
        self.written += 1
        said = {column: getattr(self.row, column) for column in COLUMNS}
        self.sent = said | {"area": f"Stadsdel {self.written}"}
        if name == "compare":
            self.row.refresh_from_db()

    def run(self, name: str) -> None:
        """Do the task; anything but the usual answer stops the run."""
        answer = getattr(self, name)()
        if answer.status_code not in (200, 302):
            raise RuntimeError(f"{name} answers {answer.status_code}")
        if name == "save" and answer.status_code != 302:
            raise RuntimeError(answer.content.decode())

    def list(self):
        """Open the list of all rows."""
        return self.client.get(address("list"))

    def form(self):
        """Open the form of a row."""
        return self.client.get(address("edit", self.row.pk))

    def save(self):
        """Save a row as a draft."""
        return self.client.post(address("edit", self.row.pk), self.sent)

    def history(self):
        """Open the history of a row."""
        return self.client.get(address("history", self.row.pk))

    def compare(self):
        """Show what differs between two revisions of a row."""
        return self.client.get(
            address("revisions_compare", self.row.pk, "earliest", self.row.latest_revision_id)
        )


site = Site()
print("ready", flush=True)
for line in sys.stdin:
    what, name = line.split()
    getattr(site, what)(name)
    print("done", flush=True)
