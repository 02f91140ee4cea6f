"""The demo as the browser tests visit it: `python -m tests.browser.demo_site PORT`.

Kept in VAR_DIR and served as `make run` does, but passwords hash fast, an undefined template
variable fails, the PDFs of the demo's own agreements are stand-ins, and there is a partnership in
which nothing has been written yet.
"""

# ruff: noqa: E402 -- Django is set up before its models are imported
import os
import sys
from unittest.mock import patch

import django
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
django.setup()

from django.core.management import call_command
from django.template import engines

from accounts.models import User
from partnerships.choices import Role
from partnerships.models import Membership, Organisation, Partnership
from tests.browser.places import EMPTY, NEWCOMER
from tests.loud import UndefinedVariable

call_command("migrate", verbosity=0)
with patch("desk.workflow.print_document", return_value=b"%PDF-1.7"):
    call_command("demo", verbosity=0)
Membership.objects.create(
    user=User.objects.get(email=NEWCOMER),
    partnership=Partnership.objects.create(name="Ny samverkan", slug=EMPTY),
    organisation=Organisation.objects.named("Umeå kommun"),
    role=Role.COORDINATOR,
)
engines["django"].engine.string_if_invalid = UndefinedVariable()
call_command("runserver", f"127.0.0.1:{sys.argv[1]}", use_reloader=False, verbosity=0)
