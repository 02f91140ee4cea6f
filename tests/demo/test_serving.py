"""What `make run` says: in Swedish, a taken port at once, and where the data lies if elsewhere."""

import os
import socket
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from demo.management.commands import serve_demo


@pytest.fixture
def served(monkeypatch):
    """Which commands are called, and served by no server."""
    called = []
    monkeypatch.setattr(serve_demo, "call_command", lambda name, *_, **__: called.append(name))
    return called


@pytest.fixture
def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def serve(port, capsys, host="127.0.0.1"):
    call_command("serve_demo", f"{host}:{port}")
    return capsys.readouterr().out


def test_a_port_that_is_taken_is_told_before_anything_is_built(served, capsys):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CommandError) as refused:
            serve(port, capsys)

    said = f"Port {port} är upptagen av ett annat program. Välj en annan: make run PORT={port + 10}"
    assert str(refused.value) == said
    assert (served, capsys.readouterr().out) == ([], "")


@pytest.mark.parametrize("port", ["åtta", "70000"])
def test_what_is_no_port_is_told_too(served, capsys, port):
    with pytest.raises(CommandError, match=f"127.0.0.1:{port}"):
        serve(port, capsys)
    assert served == []


def test_the_database_is_told_when_it_is_not_the_usual_one(served, capsys, monkeypatch, free_port):
    def told(**database):
        monkeypatch.setitem(settings.DATABASES, "default", database)
        return serve(free_port, capsys)

    sqlite = "django.db.backends.sqlite3"
    usual = settings.BASE_DIR / "var" / "overens.sqlite3"
    assert "DATABASE_URL" not in told(ENGINE=sqlite, NAME=str(usual))
    assert "Data finns i /annan/o.sqlite3: så säger" in told(ENGINE=sqlite, NAME="/annan/o.sqlite3")
    postgres = {"ENGINE": "django.db.backends.postgresql", "USER": "per", "PASSWORD": "hemligt"}
    said = told(**postgres, NAME="o", HOST="db.example")
    assert "o, db.example (PostgreSQL)" in said
    assert "hemligt" not in said


def test_the_address_is_told_when_it_is_served_there(capsys):
    server = serve_demo.Server()
    server.addr, server._raw_ipv6 = "127.0.0.1", False
    server.on_bind(8010)
    assert capsys.readouterr().out == "Överens: http://127.0.0.1:8010/  (Ctrl+C stoppar)\n"


def test_the_terminal_of_make_run_speaks_swedish(served, capsys, free_port):
    assert "Bygger demonstrationen: ungefär en minut första gången" in serve(free_port, capsys)
    assert "echo" not in (settings.BASE_DIR / "Makefile").read_text()


def test_the_development_server_says_in_our_sentences_what_it_lacks():
    unset = ("DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "HTTPS", "TRUSTED_PROXIES")
    started = subprocess.run(
        [sys.executable, "manage.py", "runserver", "--noreload", "127.0.0.1:0"],
        cwd=settings.BASE_DIR,
        env=os.environ | dict.fromkeys(unset, "") | {"DJANGO_SETTINGS_MODULE": "config.settings"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert started.returncode == 3
    assert "Överens: ALLOWED_HOSTS is empty" in started.stderr
    assert "settings.ALLOWED_HOSTS" not in started.stderr
