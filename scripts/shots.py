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

import pypdfium2
from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
PORT = 8123
SITE = f"http://127.0.0.1:{PORT}"
PARTNERSHIP = "trygg-i-lulea"
ACCOUNT = "samordnare@lulea.example"
PASSWORD = "overens-demo"

# name: (page, width, height); DRAFT is the successor that is being written.
DRAFT = "DRAFT"
DRAFT_YEARS = "2028–2031"
SHOTS = {
    "sign-in": ("/konto/login/", 1440, 800),
    "overview": (f"/{PARTNERSHIP}/", 1440, 900),
    "agreements": (f"/{PARTNERSHIP}/overenskommelser/", 1440, 800),
    "agreement": (DRAFT, 1440, 1100),
    "agreement-phone": (DRAFT, 390, 844),
    "history": (f"{DRAFT}historik/", 1440, 900),
    "print": (f"{DRAFT}pdf/", 0, 0),
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


def draft(page: Page) -> str:
    """Return the path of the draft."""
    page.goto(f"{SITE}/{PARTNERSHIP}/overenskommelser/")
    return page.locator("main a", has_text=DRAFT_YEARS).first.get_attribute("href")


def edit_a_goal(page: Page) -> None:
    """Open a goal for editing in its place, with the heading above it in view."""
    goal = page.locator(".block.goal").nth(2)
    goal.locator("a[id^=edit-]").evaluate("link => link.click()")
    page.locator("form[data-edit]").wait_for()
    page.evaluate("document.querySelector('form[data-edit]').scrollIntoView({block: 'center'})")


def print_out(page: Page, path: str, picture: Path) -> None:
    """Write the first and the last page of a PDF side by side."""
    content = page.request.get(SITE + path).body()
    pages = pypdfium2.PdfDocument(content)
    first, last = (pages[number].render(scale=1.2).to_pil() for number in (0, len(pages) - 1))
    desk = Image.new("RGB", (2 * first.width + 72, first.height + 48), "#d9ddd9")
    desk.paste(first, (24, 24))
    desk.paste(last, (first.width + 48, 24))
    desk.save(picture)


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
            if path.startswith(DRAFT):
                path = draft(page) + path.removeprefix(DRAFT)
            if name == "print":
                print_out(page, path, PICTURES / f"{name}.png")
                continue
            page.set_viewport_size({"width": width, "height": height})
            page.goto(SITE + path)
            if name == "agreement":
                edit_a_goal(page)
            page.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


def main(names: list[str]) -> None:
    """Serve the demo from a folder of its own and take the pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        here = {"ALLOWED_HOSTS": "127.0.0.1", "HTTPS": "false", "SECRET_KEY": folder}
        environment = {**os.environ, **here, "VAR_DIR": folder}
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
