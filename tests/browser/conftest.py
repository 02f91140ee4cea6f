"""A standing demo server and one Chromium for all browser tests."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.agreements.manuscript.invented import TEXT
from tests.browser.every_page import LONG_TITLE, PAGES, SEND
from tests.browser.places import (
    AGREEMENTS,
    BODIES,
    COORDINATOR,
    DEMO_DRAFT,
    PLANS,
    SIGNED_PERIOD,
)
from tests.browser.visitor import DESK, Visitor

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS_TO_START = 90
PERIODS = {"signed": SIGNED_PERIOD, "draft": DEMO_DRAFT}


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Keep the browser's tests on one worker, with one server and one demo.

    pytest-xdist 3.8 writes the group of a test into an attribute that pytest 9.2 no longer reads.
    """
    for item in items:
        grouped = vars(item).get("_nodeid", "")
        if grouped and grouped != item.nodeid:
            item._id = type(item._id).parse(grouped)


@pytest.fixture(scope="package")
def site(tmp_path_factory):
    """The address of a freshly built demo; its server is a process of its own."""
    folder = tmp_path_factory.mktemp("demo")
    environment = {**os.environ, "VAR_DIR": str(folder), "DEBUG": "0", "HTTPS": "0"}
    environment |= {"ALLOWED_HOSTS": "127.0.0.1,localhost", "SECRET_KEY": str(folder)}
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
    """The system's Chromium; closed in time, as its event loop forbids other tests the ORM."""
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


@pytest.fixture(scope="package")
def paths(site, chromium, sessions):
    """Addresses in the demo by the names of `every_page.py`; a locked draft is made for it."""
    visitor = Visitor(chromium, site)
    visitor.sign_in(COORDINATOR)
    sessions[COORDINATOR] = visitor.context.storage_state()
    found = {name: visitor.find_agreement(period) for name, period in PERIODS.items()}
    found["long"] = visitor.start_draft(LONG_TITLE, LONG_TITLE)
    found["locked"] = visitor.start_draft("Låst för underskrift", LONG_TITLE)
    visitor.go(f"{found['locked']}las/")
    visitor.press("main button[type=submit]")
    visitor.go(f"{AGREEMENTS}ny/text/")
    visitor.page.fill("[name=text]", TEXT)
    visitor.press(SEND)
    found["manuscript"] = visitor.path
    visitor.go(f"{found['draft']}historik/")
    found["as_of"] = visitor.address_of("a[href*='/historik/']")
    visitor.go(found["draft"])
    for row in ("agreement", "section", "part", "goal", "party", "signatory", "body", "seat"):
        found[row] = visitor.address_of(f".tools a[id^=edit-][href*='/{row}/']")
    found["duty"] = visitor.address_of(".tools a[id^=edit-][href*='/duty/']")
    found["new_part"] = visitor.address_of(".add[href*='/part/ny/']")
    visitor.go(f"{found['draft']}samrad/")
    found["consultation"] = visitor.address_of(".list a[href*='/samrad/']")
    visitor.go(found["consultation"])
    found["wording"] = visitor.address_of("a[href*='/lydelse/']")
    link = visitor.page.locator("input[readonly]").nth(1).input_value()
    found["guest"] = link.removeprefix(site)
    visitor.go(found["guest"])
    visitor.press("main form >> nth=0 >> [type=submit]")
    own = [one for one in visitor.context.cookies() if one["path"].startswith("/samrad/")]
    sessions[None] = {"cookies": own, "origins": []}
    found["guest_wording"] = visitor.address_of("a[href*='/lydelse/']")
    _find_decisions(visitor, found)
    visitor.context.close()
    return found


def _find_decisions(visitor, found):
    visitor.go(PLANS)
    found["plan"] = visitor.address_of(".list a[href*='/planer/']")
    visitor.go(f"{found['plan']}beslut/")
    found["matter"] = visitor.address_of(".list li a[href*='/beslut/']")
    found["minutes"] = visitor.address_of(".list a[href*='/protokoll/']")
    visitor.go(BODIES)
    found["steering_group"] = visitor.address_of(".list h2 a")


@pytest.fixture(scope="package")
def windows(chromium):
    """The windows that stay open from page to page, by who sits there and in which colours."""
    kept = {}
    yield kept
    for visitor in kept.values():
        visitor.context.close()


@pytest.fixture
def enter(site, chromium, sessions, windows, paths):
    """Return a function that opens the page of a name in `every_page.py` and gives its visitor.

    Like `visit` it asks afterwards that nobody had a complaint.
    """

    def open_page(name, colours="light"):
        place = PAGES[name]
        visitor = windows.get((place.account, colours))
        if visitor is None:
            visitor = Visitor(chromium, site, sessions.get(place.account), color_scheme=colours)
            windows[place.account, colours] = visitor
            if place.account and place.account not in sessions:
                visitor.sign_in(place.account)
        visitor.page.set_viewport_size(DESK)
        assert visitor.go(place.path.format(**paths)) == place.status
        if place.then:
            # The browser's own check would keep the form; here it is the answer that is looked at.
            visitor.page.eval_on_selector_all(
                "main form", "forms => forms.forEach(form => { form.noValidate = true; })"
            )
            visitor.press(place.then)
        return visitor

    yield open_page
    complaints = [complaint for visitor in windows.values() for complaint in visitor.complaints]
    for visitor in windows.values():
        visitor.complaints.clear()
    assert complaints == []
