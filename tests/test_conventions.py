"""Habits of this project that a machine can watch (`CONTRIBUTING.md`)."""

import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
ROOMS = [
    "core",
    "accounts",
    "partnerships",
    "intake",
    "documents",
    "consultation",
    "deadlines",
    "followup",
    "decisions",
    "desk",
    "agreements",
    "plans",
    "pages",
    "demo",
    "config",
]
PYTHON = [
    path
    for room in [*ROOMS, "tests", "bench"]
    for path in sorted((ROOT / room).rglob("*.py"))
    if "migrations" not in path.parts
]
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


def offenders(paths, wrong):
    """Return the names of the files in which `wrong(path, text)` finds something."""
    return [name(path) for path in paths if wrong(path, path.read_text())]


def test_a_file_has_one_purpose_and_at_most_350_lines():
    def long_or_vague(path, text):
        vague = {"utils", "util", "helpers", "helper", "misc", "common", "services"}
        too_long = len(text.splitlines()) > 350
        return too_long or path.stem in vague

    assert offenders(PYTHON, long_or_vague) == []


def test_every_template_of_a_document_is_shown_somewhere():
    # The names of these are put together where they are shown.
    chosen = ("agreements/acts/", "desk/consultation/", "desk/presence.html")
    templates = [path for path in SERVED if path.suffix == ".html"]
    read = "".join(path.read_text() for path in [*PYTHON, *templates] if "tests" not in path.parts)
    names = {path.relative_to(ROOT / "templates").as_posix() for path in templates}
    ours = {name for name in names if name.startswith(("agreements/", "desk/"))}
    assert {name for name in ours if name not in read and not name.startswith(chosen)} == set()


def test_a_module_says_what_it_is_for():
    def silent(path, text):
        says = text.lstrip().startswith(('"""', "#!"))
        return path.stem != "__init__" and text.strip() and not says

    assert offenders(PYTHON, silent) == []


def test_nothing_is_fetched_from_a_foreign_host():
    # Links that a reader chooses to follow are fine; what a page loads by itself is not.
    loads = re.compile(
        r"""(?:src|srcset|@import|url\(|integrity)\s*=?\s*["']?(?:https?:)?//"""
        r"""|<link\b[^>]*href=["'](?:https?:)?//"""
    )

    def foreign(path, text):
        for namespace in NAMESPACES:
            text = text.replace(namespace, "")
        return loads.search(text) or (path.suffix != ".html" and re.search(r"https?://", text))

    assert offenders(SERVED, foreign) == []


def test_a_template_keeps_to_the_content_security_policy():
    inline = re.compile(
        r"""<script(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle=["']|\son[a-z]+=["']"""
        r"""|(?:href|action)=["']javascript:"""
    )

    def breaks(_path, text):
        # Without template comments and tags, which may pass on a value called `style`.
        text = re.sub(r"\{% comment.*?endcomment %\}", "", text, flags=re.DOTALL)
        return inline.search(re.sub(r"\{#.*?#\}|\{%.*?%\}", "", text))

    assert offenders([one for one in SERVED if one.suffix == ".html"], breaks) == []


def test_the_environment_is_read_in_the_settings_only():
    reading = re.compile(r"os\.environ|os\.getenv|environ\.Env\(")
    readers = {
        path.relative_to(ROOT).parts[0] for path in PYTHON if reading.search(path.read_text())
    }

    assert readers - {"config", "tests", "bench"} == set()
