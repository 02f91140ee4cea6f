"""The WSGI application, for gunicorn."""

import os
import sys

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()

# `check --deploy` says the same; here it is demanded.
from core.starting import refusals, untranslated  # noqa: E402

if sentences := [*refusals(), *untranslated()]:
    sys.stderr.write("".join(f"Överens: {one}\n" for one in sentences))
if refusals():
    sys.exit(3)  # with which gunicorn stops, instead of trying again
