"""Where the kinds of document that the settings name have their apps."""

import re
from collections.abc import Sequence
from importlib.util import find_spec

from django.core.exceptions import ImproperlyConfigured

DECLARATION = re.compile(r"(?P<app>\w+(\.\w+)*)\.kind\.\w+")


def apps_of(declared: Sequence[str]) -> list[str]:
    """Return the apps of the kinds that `DOCUMENT_KINDS` names, to be installed.

    What only the declarations themselves can tell is looked at when they are read
    (`documents.kinds`). Raises ImproperlyConfigured, which says which one is wrong and why.
    """
    if isinstance(declared, str) or not declared:
        raise ImproperlyConfigured(
            "DOCUMENT_KINDS names no kind of document: it is a list such as"
            " [“agreements.kind.AGREEMENT”]."
        )
    if twice := sorted({one for one in declared if declared.count(one) > 1}):
        raise ImproperlyConfigured(f"DOCUMENT_KINDS names “{twice[0]}” twice.")
    return list(dict.fromkeys(_app(one) for one in declared))


def _app(declaration: str) -> str:
    written = DECLARATION.fullmatch(declaration)
    if not written:
        raise ImproperlyConfigured(
            f"DOCUMENT_KINDS names “{declaration}”, which is no declaration of a kind: those are"
            " written folder.kind.NAME, such as “agreements.kind.AGREEMENT”."
        )
    app = written["app"]
    file = f"{app.replace('.', '/')}/kind.py"
    if not _is_there(f"{app}.kind"):
        raise ImproperlyConfigured(f"DOCUMENT_KINDS names “{declaration}”, but there is no {file}.")
    return app


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False
