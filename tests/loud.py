"""What fails a test where the program itself would go on silently."""

import inspect
import re
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.template.base import Node
from django.test import Client

TEMPLATES = Path(settings.BASE_DIR) / "templates"
#: Ours by place, but written after a framework's own templates, which lean on empty variables.
FRAMEWORK_SHAPED = tuple(str(TEMPLATES / name) for name in ("allauth", "django"))

# The session, the list of addresses that django-allauth completes when it shows it, and that
# someone has seen the codes it shows once.
_THEIRS = "django_session|account_emailaddress|mfa_authenticator"
#: A statement that writes.
WRITE = re.compile(rf'\s*(INSERT INTO|UPDATE|DELETE FROM)\s+"(?!{_THEIRS})', re.IGNORECASE)
_POST_FORM = re.compile(r"<form\b[^>]*\bmethod=[\"']?post\b.*?</form>", re.IGNORECASE | re.DOTALL)


class UndefinedVariable(str):
    """Django's `string_if_invalid`: raises for our templates and is empty for all others."""

    def __new__(cls):
        return super().__new__(cls, "%s")

    def __mod__(self, variable):
        name = _template_being_rendered()
        if name.startswith(str(TEMPLATES)) and not name.startswith(FRAMEWORK_SHAPED):
            raise AssertionError(f"Undefined template variable “{variable}” in {name}")
        return ""


def _template_being_rendered() -> str:
    frame = inspect.currentframe()
    while frame is not None:
        node = frame.f_locals.get("self")
        if isinstance(node, Node) and getattr(node, "origin", None) is not None:
            return str(node.origin)
        frame = frame.f_back
    return ""


class LoudClient(Client):
    """A test client for which a GET that writes, or a form without CSRF token, is an error."""

    def request(self, **request):
        if request.get("REQUEST_METHOD", "GET") in ("GET", "HEAD"):
            with connection.execute_wrapper(_refuse_writing):
                response = super().request(**request)
        else:
            response = super().request(**request)
        if not response.streaming and response.get("Content-Type", "").startswith("text/html"):
            for form in _POST_FORM.findall(response.content.decode(response.charset)):
                assert "csrfmiddlewaretoken" in form, f"A form posts without its token: {form}"
        return response


def _refuse_writing(execute, sql, params, many, context):
    assert not WRITE.match(sql), f"A GET writes: {sql}"
    return execute(sql, params, many, context)
