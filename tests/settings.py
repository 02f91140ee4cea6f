"""The settings of the tests: those of the program, and kinds of document that only tests know."""

from config.kinds import apps_of
from config.settings import *  # noqa: F403
from config.settings import DOCUMENT_KINDS, INSTALLED_APPS

ONLY_IN_TESTS = ["tests.kinds.toy.kind.NOTEBOOK", "tests.kinds.checklist.kind.CHECKLIST"]
DOCUMENT_KINDS = [*DOCUMENT_KINDS, *ONLY_IN_TESTS]
INSTALLED_APPS = [*INSTALLED_APPS, *apps_of(ONLY_IN_TESTS)]
#: The tests are told what a server must be told (`core.starting`).
SECRET_KEY, HTTPS = "for-the-tests-only", False
#: A static file is looked for when it is asked for. Each client of a test has the middleware made
#: anew, which otherwise lists all of them: a tenth of the time of a test.
WHITENOISE_AUTOREFRESH = True
