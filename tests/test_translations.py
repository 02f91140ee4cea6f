"""The interface is whole in Swedish and in English, in the words that the field uses."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation
from lxml import html

from agreements.status import Status
from tests.desk import Desk
from tests.factories import MembershipFactory
from tests.po import read_po

pytestmark = pytest.mark.any_database

ROOT = Path(settings.BASE_DIR)
CATALOGUE = ROOT / "locale/sv/LC_MESSAGES/django.po"
SWEDISH = read_po(CATALOGUE)
#: What holds texts to translate.
SOURCES = [
    "accounts",
    "agreements",
    "config",
    "consultation",
    "deadlines",
    "followup",
    "decisions",
    "desk",
    "core",
    "demo",
    "intake",
    "documents",
    "pages",
    "partnerships",
    "plans",
]

#: Words of law, of other programs and of earlier drafts that the field does not use.
FORBIDDEN = re.compile(
    r"kontrakt|avtal|prolong|fryst|frys|tillstånd|i kraft(?<!ännu inte i kraft)|vänligen", re.I
)
#: Either way to write a placeholder that Python fills in.
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")


def test_make_messages_would_find_nothing_new(tmp_path):
    for name in [*SOURCES, "templates", "locale"]:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "manage.py", tmp_path)
    subprocess.run(
        [sys.executable, "manage.py", "makemessages", "-l", "sv", "--no-location", "--no-obsolete"],
        cwd=tmp_path,
        env={
            **os.environ,
            "VAR_DIR": str(tmp_path / "var"),
            "DJANGO_SETTINGS_MODULE": "config.settings",
        },
        check=True,
        capture_output=True,
    )
    collected = read_po(tmp_path / "locale/sv/LC_MESSAGES/django.po")
    assert {one.key for one in collected} == {one.key for one in SWEDISH}, "run: make messages"


def test_every_text_is_translated():
    assert not [one.key for one in SWEDISH if not one.words or not all(one.words)]
    assert not [one.key for one in SWEDISH if "fuzzy" in one.flags]


def test_the_catalogue_can_be_compiled():
    checked = subprocess.run(
        ["msgfmt", "--check", "--output-file", os.devnull, str(CATALOGUE)],
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 0, checked.stderr


def test_a_translation_has_the_placeholders_of_its_text():
    for message in SWEDISH:
        for english, words in zip(message.english, message.words, strict=True):
            assert set(PLACEHOLDER.findall(words)) == set(PLACEHOLDER.findall(english)), english


def test_no_translation_uses_a_word_that_the_field_does_not():
    for message in SWEDISH:
        for words in message.words:
            assert not FORBIDDEN.search(words), words


def test_quotation_marks_are_swedish():
    for message in SWEDISH:
        for words in message.words:
            assert "“" not in words, words


def test_the_status_of_an_agreement_is_said_in_the_words_of_the_field():
    with translation.override("sv"):
        said = {str(status.label) for status in Status}
    assert said >= {
        "Gäller",
        "Gäller tills vidare",
        "Undertecknad, ännu inte i kraft",
        "Utgången",
        "Ersatt",
        "Uppsagd",
        "Utkast",
    }


def texts(response, language):
    """Every text of a page that someone meets, also by ear, in the language of the page.

    What stands on a key of the keyboard is no word of a language.
    """
    found = set()
    for element in html.fromstring(response.content.decode()).body.iter("*"):
        marks = [one.get("lang", language) for one in (element, *element.iterancestors())]
        if element.tag not in ("script", "kbd") and set(marks) == {language}:
            found |= {element.text, *(child.tail for child in element)}
            found |= {element.get(name) for name in ("aria-label", "title", "placeholder", "alt")}
    return {" ".join(text.split()) for text in found if text}


def differing(from_language):
    """The texts that are not the same in both languages, as they stand in one of them."""
    pairs = [(one.english, one.words) for one in SWEDISH]
    english = {text for theirs, _ours in pairs for text in theirs}
    swedish = {text for _theirs, ours in pairs for text in ours}
    return english - swedish if from_language == "en" else swedish - english


@pytest.fixture
def pages(karin, client_for, draft, signed):
    """The main pages of the program, by what they show."""
    MembershipFactory(user=karin.user)  # whoever has one only does not see the start page

    def open_in(language):
        client = client_for(karin)
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        at_draft, at_signed = Desk(client, draft), Desk(client, signed)
        goal, duty = at_draft.row("goal"), at_draft.row("duty")
        slug = f"/{at_draft.slug}/"
        addresses = [
            "/",
            slug,
            f"{slug}overenskommelser/",
            f"{slug}overenskommelser/?sok=finns-inte",
            f"{slug}overenskommelser/ny/",
            f"{slug}overenskommelser/ny/mall/",
            f"{slug}overenskommelser/ny/text/",
            f"{slug}overenskommelser/ny/arkiv/",
            f"{slug}overenskommelser/importera/",
            "/finns/inte/",
            *(at_draft.url(name) for name in ("detail", "share", "lock", "history", "start_from")),
            *(at_draft.url(name) for name in ("presence", "compare")),
            at_draft.url("change", at_draft.changes()[0].pk),
            *(at_draft.at(name, goal) for name in ("edit", "move", "delete")),
            *([at_draft.at("edit", duty)] if duty else []),
            *(at_signed.url(name) for name in ("detail", "history")),
            at_signed.url("version", 1),
        ]
        return {address: client.get(address) for address in addresses}

    return open_in


def test_swedish_pages_show_no_english(pages):
    english = differing("en")
    for address, response in pages("sv").items():
        assert texts(response, "sv") & english == set(), address


def test_english_pages_show_swedish_in_documents_only(pages):
    # One word may be the agreement's own: it has a heading “Mål” and a body “Styrgrupp”.
    swedish = {text for text in differing("sv") if " " in text}
    for address, response in pages("en").items():
        assert texts(response, "en") & swedish == set(), address
