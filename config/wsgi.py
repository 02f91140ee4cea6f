"""The WSGI application, for gunicorn."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

#: With which gunicorn stops, instead of trying again.
STOP = 3

try:
    application = get_wsgi_application()
except ImproperlyConfigured as wrong:
    sys.stderr.write(f"Överens: {wrong}\n")
    sys.exit(STOP)

# `check --deploy` says the same; here it is demanded.
from core.starting import refusals, untranslated  # noqa: E402

if sentences := [*refusals(), *untranslated()]:
    sys.stderr.write("".join(f"Överens: {one}\n" for one in sentences))
if refusals():
    sys.exit(STOP)
