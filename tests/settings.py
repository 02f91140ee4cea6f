"""The settings of the tests: those of the program, and a kind of document that only tests know."""

from config.settings import *  # noqa: F403
from config.settings import DOCUMENT_KINDS, INSTALLED_APPS

DOCUMENT_KINDS = [*DOCUMENT_KINDS, "tests.kinds.toy.kind.NOTEBOOK"]
INSTALLED_APPS = [*INSTALLED_APPS, "tests.kinds.toy"]
#: The tests are told what a server must be told (`core.starting`).
SECRET_KEY, HTTPS = "for-the-tests-only", False
