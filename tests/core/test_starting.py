"""With DEBUG off the program starts only when it has been told what it needs to be safe."""

import os
import re
import subprocess
import sys

import pytest
from django.conf import settings as django_settings

from core.starting import limits_hold, refusals, untranslated

PRODUCTION = {
    "DEBUG": "false",
    "SECRET_KEY": "k7Q-2mVfXr9_wLz4TnB8sYc1HdG6jPe3UaKo5RiMxNqJtWvZhC",
    "ALLOWED_HOSTS": "overens.example",
    "HTTPS": "true",
    "TRUSTED_PROXIES": "10.0.0.5",
}


@pytest.fixture
def production(settings):
    """Settings as a server that others reach has them."""
    settings.DEBUG = False
    settings.SECRET_KEY = PRODUCTION["SECRET_KEY"]
    settings.ALLOWED_HOSTS = ["overens.example"]
    settings.HTTPS = True
    settings.TRUSTED_PROXIES = ["10.0.0.5", "10.1.0.0/16", "unix"]
    return settings


def run(*arguments, **environment):
    """Run Python in a process of its own, with nothing of ours in its environment but this."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=django_settings.BASE_DIR,
        env={
            **os.environ,
            **dict.fromkeys(PRODUCTION, ""),
            "DJANGO_SETTINGS_MODULE": "config.settings",
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_server_that_has_been_told_everything_starts(production):
    assert refusals() == []


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("SECRET_KEY", "django-insecure-only-for-this-machine", "SECRET_KEY"),
        ("ALLOWED_HOSTS", [], "ALLOWED_HOSTS"),
        ("HTTPS", None, "HTTPS"),
        ("TRUSTED_PROXIES", ["10.0.0.5/8"], "TRUSTED_PROXIES"),
        ("TRUSTED_PROXIES", ["*"], "TRUSTED_PROXIES"),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(production, name, value, word):
    setattr(production, name, value)

    (sentence,) = refusals()

    assert sentence.startswith(word)
    assert sentence.endswith(".")


def test_without_tls_it_starts_when_told_so(production):
    production.HTTPS = False

    assert refusals() == []


def test_a_developers_machine_need_be_told_nothing(settings):
    settings.DEBUG = True
    settings.SECRET_KEY = "django-insecure-only-for-this-machine"
    settings.ALLOWED_HOSTS, settings.HTTPS, settings.TRUSTED_PROXIES = [], None, None

    assert refusals() == []


def test_the_check_before_going_live_is_clean_when_everything_is_set():
    checked = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize(
    "how",
    [
        ("manage.py", "check", "--deploy"),
        ("manage.py", "send_reminders"),
        ("-c", "import config.wsgi"),
    ],
)
def test_nothing_that_serves_or_sends_starts_on_what_a_clone_has(how):
    started = run(*how, DEBUG="false")

    assert started.returncode != 0
    assert "Traceback" not in started.stderr
    for word in ("SECRET_KEY is", "ALLOWED_HOSTS is", "HTTPS is"):
        assert len(re.findall(rf"\b{word}", started.stderr)) == 1


def test_the_development_server_does_not_start_either_where_debug_is_off():
    set_up = {"ALLOWED_HOSTS": "localhost", "DEBUG": "false", "SECRET_KEY": "django-insecure-key"}

    started = run("manage.py", "runserver", "--noreload", "127.0.0.1:0", **set_up)

    assert started.returncode == 3
    assert "Överens: SECRET_KEY is" in started.stderr


@pytest.mark.parametrize("how", [("makemigrations", "--check"), ("check",)])
def test_what_neither_serves_nor_sends_need_be_told_nothing(how):
    done = run("manage.py", *how, DEBUG="false")

    assert (done.returncode, done.stderr) == (0, "")


def test_limits_that_each_process_counts_for_itself_are_told_before_going_live(production):
    production.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

    (warning,) = limits_hold()

    assert "CACHE_URL" in warning.msg


def test_a_server_in_front_that_nobody_has_named_is_told_before_going_live(production):
    production.TRUSTED_PROXIES = None
    (warning,) = limits_hold()
    assert "TRUSTED_PROXIES" in warning.msg

    production.TRUSTED_PROXIES = ["none"]
    assert (limits_hold(), refusals()) == ([], [])


def test_translations_that_have_not_been_compiled_are_told(settings, tmp_path):
    folder = tmp_path / "locale" / "sv" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text("")
    settings.BASE_DIR, settings.LOCALE_PATHS = tmp_path, [tmp_path / "locale"]

    (sentence,) = untranslated()
    assert "English" in sentence
    assert "locale/sv/LC_MESSAGES/django.po" in sentence

    (folder / "django.mo").write_text("")
    assert untranslated() == []
    os.utime(folder / "django.mo", (1, 1))
    assert len(untranslated()) == 1
