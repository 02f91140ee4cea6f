"""Make the README's screenshots: `make shots` serves a fresh demo and writes docs/pictures/*.png.

With names after it (`make shots ARGS="agreement"`) only those are made.
"""

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
PORT = 8123
SITE = f"http://127.0.0.1:{PORT}"
PARTNERSHIP = "trygg-i-lulea"
ACCOUNT = "samordnare@lulea.example"
PASSWORD = "overens-demo"

# name: (page, width, height); FIRST is the first agreement of the list.
FIRST = "FIRST"
SHOTS = {
    "sign-in": ("/konto/login/", 1440, 800),
    "overview": (f"/{PARTNERSHIP}/", 1440, 900),
    "agreements": (f"/{PARTNERSHIP}/overenskommelser/", 1440, 800),
    "agreement": (FIRST, 1440, 1200),
    "agreement-phone": (FIRST, 390, 844),
    "history": (f"{FIRST}historik/", 1440, 900),
}


def manage(*arguments: str, environment: dict) -> None:
    """Run a management command to its end; raise CalledProcessError when it fails."""
    subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, check=True)


def wait_for(url: str, seconds: int = 30) -> None:
    """Return when `url` answers at all; raise TimeoutError when it does not within `seconds`."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(url, timeout=2).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(url)


def sign_in(page: Page) -> None:
    """Sign in as the demo's coordinator."""
    page.goto(f"{SITE}/konto/login/")
    page.fill("[name=login]", ACCOUNT)
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")


def first_agreement(page: Page) -> str:
    """Return the path of the first agreement in the list."""
    rooms = f"/{PARTNERSHIP}/overenskommelser/"
    page.goto(SITE + rooms)
    paths = page.eval_on_selector_all("main a[href]", "links => links.map(link => link.pathname)")
    return next(path for path in paths if path.removeprefix(rooms).rstrip("/").isdigit())


def take(names: list[str]) -> None:
    """Write the pictures called `names`."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        context = browser.new_context(locale="sv-SE", color_scheme="light")
        page = context.new_page()
        signed_in = False
        for name in names:
            path, width, height = SHOTS[name]
            if name != "sign-in" and not signed_in:
                sign_in(page)
                signed_in = True
            if path.startswith(FIRST):
                path = first_agreement(page) + path.removeprefix(FIRST)
            page.set_viewport_size({"width": width, "height": height})
            page.goto(SITE + path)
            page.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


def main(names: list[str]) -> None:
    """Serve the demo from a folder of its own and take the pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "VAR_DIR": folder}
        environment.pop("DATABASE_URL", None)
        manage("migrate", "--verbosity", "0", environment=environment)
        manage("demo", environment=environment)
        server = subprocess.Popen(
            [sys.executable, "manage.py", "runserver", "--noreload", str(PORT)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for(f"{SITE}/konto/login/")
            take(names or list(SHOTS))
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main(sys.argv[1:])
