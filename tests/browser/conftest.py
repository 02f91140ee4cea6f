"""A standing demo server and one Chromium for all browser tests; a visitor with clean eyes for each."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.visitor import Visitor

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS_TO_START = 90


@pytest.fixture(scope="package")
def site(tmp_path_factory):
    """The address of a freshly built demo; its server is a process of its own."""
    folder = tmp_path_factory.mktemp("demo")
    environment = {**os.environ, "VAR_DIR": str(folder), "DEBUG": "0"}
    environment.pop("DATABASE_URL", None)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with (folder / "server.log").open("w+") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "tests.browser.demo_site", str(port)],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            until = time.monotonic() + SECONDS_TO_START
            while not answers(f"{address}/konto/login/"):
                if server.poll() is not None or time.monotonic() > until:
                    log.seek(0)
                    raise RuntimeError(f"The demo server did not start:\n{log.read()}")
                time.sleep(0.1)
            yield address
        finally:
            server.terminate()
            server.wait()


def answers(url):
    """Whether anything answers at `url`."""
    try:
        urllib.request.urlopen(url, timeout=5).close()
    except OSError:
        return False
    return True


@pytest.fixture(scope="package")
def chromium():
    """The system's Chromium. Closed before other tests: its event loop would forbid them the ORM."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def sessions():
    """The cookies of whoever has signed in once, by account."""
    return {}


@pytest.fixture
def visit(site, chromium, sessions):
    """Return a function that opens a window: account (None: nobody), options of the context.

    When the test is over, none of its windows may have met an error that a reader would not see:
    on the console, in the content security policy, or on the way to a file.
    """
    opened = []

    def open_window(account=None, **options):
        visitor = Visitor(chromium, site, sessions.get(account), **options)
        opened.append(visitor)
        if account and account not in sessions:
            visitor.sign_in(account)
            sessions[account] = visitor.context.storage_state()
        return visitor

    yield open_window
    complaints = [complaint for visitor in opened for complaint in visitor.complaints]
    for visitor in opened:
        visitor.context.close()
    assert complaints == []
