"""Someone at a window of the browser, and what they would complain of."""

from contextlib import contextmanager
from urllib.parse import urlsplit

from demo.accounts import PASSWORD
from tests.browser.places import AGREEMENTS, EDITOR, SIGNED_PERIOD

#: htmx lets go of a new element a moment after it has put it in; a refusal settles nothing.
SETTLING = """() => {
  window.settling = new Promise((done, failed) => {
    setTimeout(() => failed(new Error("htmx put nothing in place")), 8000);
    for (const name of ["htmx:afterSettle", "htmx:responseError", "htmx:sendError"])
      document.body.addEventListener(name, () => setTimeout(done), { once: true });
    document.body.addEventListener("htmx:beforeSwap", ({ detail }) =>
      setTimeout(() => detail.shouldSwap || done()));
  });
}"""
DESK = {"width": 1440, "height": 900}


class Visitor:
    """One window with cookies of its own: `page` is Playwright's, `complaints` are sentences."""

    def __init__(self, chromium, site, cookies=None, **options):
        self.site = site
        self.complaints = []
        self.context = chromium.new_context(
            **{"base_url": site, "locale": "sv-SE", "viewport": DESK, "storage_state": cookies}
            | options
        )
        self.context.set_default_timeout(8000)
        self.page = self.context.new_page()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(f"Error: {error}"))
        self.page.on("request", self._asked)
        self.page.on("response", self._answered)

    def _heard(self, message):
        # A refused answer is also told by `_answered`, which knows whether it was expected.
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.complaints.append(f"{self.page.url}: {message.text}")

    def _asked(self, request):
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.complaints.append(f"{self.page.url} asks {request.url}")

    def _answered(self, response):
        is_file = response.request.resource_type not in ("document", "xhr", "fetch")
        if response.status >= 500 or (is_file and response.status >= 400):
            self.complaints.append(f"{response.status} at {response.url}")

    def sign_in(self, account):
        """Sign in by the form."""
        self.page.goto("/konto/login/")
        self.page.fill("[name=login]", account)
        self.page.fill("[name=password]", PASSWORD)
        self.press("main button[type=submit]")

    def go(self, path):
        """Open `path`; give the status of the answer."""
        return self.page.goto(path).status

    def press(self, selector):
        """Press what leads to another page, and wait for it."""
        with self.page.expect_navigation():
            self.page.click(selector)

    def ask_for(self, act):
        """Press what leads to `act` in the action area of an agreement."""
        button = self.page.locator(f".offers > a[href$='/{act}/']")
        if not button.count():
            self.page.click(".offers summary")
        self.press(f".offers a[href$='/{act}/']")

    def find_agreement(self, words):
        """Give the path of the agreement whose title or subtitle has `words`."""
        self.page.goto(AGREEMENTS)
        row = self.page.locator(".list li", has_text=words).first
        return row.locator("a").first.get_attribute("href")

    def start_draft(self, subtitle="", title=""):
        """Start a draft from the signed agreement, as its page offers; give the draft's path."""
        self.page.goto(f"{self.find_agreement(SIGNED_PERIOD)}kopiera/")
        for name, words in (("subtitle", subtitle), ("title", title)):
            if words:
                self.page.fill(f"[name={name}]", words)
        self.press("main button[type=submit]")
        return urlsplit(self.page.url).path

    def address_of(self, selector):
        """Give where the first link that fits leads."""
        return self.page.locator(selector).first.get_attribute("href")

    def texts(self, selector):
        """Give the words of each block that fits, by its id; without the program's marks."""
        return self.page.eval_on_selector_all(
            selector,
            """blocks => Object.fromEntries(blocks.map(block => [block.id, [...block.children]
            .filter(one => !one.matches(".tools, .writer")).map(one => one.innerText)
            .join(" ").trim()]))""",
        )

    def goals(self):
        """Give the ids of the goals at the top, in order."""
        return self.page.eval_on_selector_all(
            ".goals:not(.goals .goals) > li > .goal", "goals => goals.map(goal => goal.id)"
        )

    def focused(self, attribute="id"):
        """Give an attribute of the element that has the focus."""
        return self.page.evaluate(f"document.activeElement.getAttribute({attribute!r}) ?? ''")

    @contextmanager
    def settled(self):
        """Wait until htmx has put its answer to what is done inside in place."""
        self.page.evaluate(SETTLING)
        yield
        self.page.evaluate("window.settling")

    def open_form(self, selector):
        """Press what edits the first block that fits, or is itself a link; give the form there."""
        found = self.page.locator(selector).first
        is_block = found.evaluate("one => one.matches('.block')")
        link = found.locator(".tools a[id^=edit-]") if is_block else found
        address = link.get_attribute("href")
        link.focus()  # shows the tools of a block, wherever the pointer is
        with self.settled():
            self.page.keyboard.press("Enter")
        form = self.page.locator(f"form[action='{address}']")
        if form.locator("[name=heading]").count():
            form.locator("[name=heading]:focus").wait_for()
        elif form.locator("textarea[data-django-prose-editor-configurable]").count():
            form.locator(f"{EDITOR}:focus").wait_for()
        return form

    @property
    def path(self):
        """Where the window is: path, query and anchor."""
        return self.page.url.removeprefix(self.site)
