"""Habits of this project that a machine can watch (`docs/style.md`)."""

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
ROOMS = ["core", "accounts", "partnerships", "documents", "agreements", "pages", "demo", "config"]
PYTHON = [
    path
    for room in [*ROOMS, "tests", "bench"]
    for path in sorted((ROOT / room).rglob("*.py"))
    if "migrations" not in path.parts
]
#: Texts of the demonstration: data, as long as the printed agreements are.
DATA = {"demo/lulea.py", "demo/umea.py"}
SERVED = [
    path
    for folder, kinds in (("templates", ("html", "txt")), ("static", ("css", "js", "svg")))
    for kind in kinds
    for path in sorted((ROOT / folder).rglob(f"*.{kind}"))
    if "vendor" not in path.parts
]
#: Names of XML vocabularies, which nobody fetches.
NAMESPACES = ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink")


def name(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", [path for path in PYTHON if name(path) not in DATA], ids=name)
def test_a_file_has_one_purpose_and_at_most_350_lines(path):
    assert len(path.read_text().splitlines()) <= 350
    assert path.stem not in {"utils", "util", "helpers", "helper", "misc", "common", "services"}


@pytest.mark.parametrize("path", [path for path in PYTHON if path.stem != "__init__"], ids=name)
def test_a_module_says_what_it_is_for(path):
    text = path.read_text().lstrip()

    assert not text or text.startswith(('"""', "#!")), "no docstring"


@pytest.mark.parametrize("path", SERVED, ids=name)
def test_nothing_is_fetched_from_a_foreign_host(path):
    text = path.read_text()
    for namespace in NAMESPACES:
        text = text.replace(namespace, "")

    # Links that a reader chooses to follow are fine; what a page loads by itself is not.
    loaded = re.findall(
        r"""(?:src|srcset|@import|url\(|integrity)\s*=?\s*["']?(?:https?:)?//""", text
    )
    assert loaded == []
    assert re.findall(r"""<link\b[^>]*href=["'](?:https?:)?//""", text) == []
    assert path.suffix == ".html" or re.findall(r"https?://", text) == []


@pytest.mark.parametrize("path", [one for one in SERVED if one.suffix == ".html"], ids=name)
def test_a_template_keeps_to_the_content_security_policy(path):
    # Without template comments and tags, which may pass on a value called `style`.
    text = re.sub(r"\{% comment.*?endcomment %\}", "", path.read_text(), flags=re.DOTALL)
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}", "", text)

    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", text) == []
    assert re.findall(r"<style\b", text) == []
    assert re.findall(r"\sstyle=[\"']", text) == []
    assert re.findall(r"\son[a-z]+=[\"']", text) == []
    assert re.findall(r"""(?:href|action)=["']javascript:""", text) == []


def test_the_environment_is_read_in_the_settings_only():
    reading = re.compile(r"os\.environ|os\.getenv|environ\.Env\(")
    readers = {path.parent.name for path in PYTHON if reading.search(path.read_text())}

    assert readers - {"config", "tests", "bench"} == set()
