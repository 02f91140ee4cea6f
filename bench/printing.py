"""The PDF, and WeasyPrint alone with the same HTML, style sheets and fonts."""

from unittest.mock import patch

from weasyprint import CSS, HTML

from agreements.models import Agreement
from bench.timing import Task
from core.pdf_fetch import BASE_URL, LocalFetcher
from core.pdf_fonts import BundledFonts
from desk.printing.pdf import print_document
from documents.models import Change
from documents.reading import read_tree


class Printing:
    """An agreement's PDF, from its tree to the file and by WeasyPrint alone."""

    def __init__(self, agreement: Agreement) -> None:
        self.agreement = agreement
        self.content = read_tree(agreement)
        self.dated = Change.objects.of(agreement.document)[0].at
        with patch("desk.printing.pdf.render") as rendered:
            self.ours()
        (self.html,), self.options = rendered.call_args

    def ours(self) -> bytes:
        """Print the agreement as the program does: template, layout and what comes after it."""
        return print_document(self.content, top=self.agreement, kind="", dated=self.dated)

    def alone(self) -> bytes:
        """Let WeasyPrint write a tagged PDF/A, which is as far as it goes."""
        fetcher, fonts = LocalFetcher(self.options["fetch"]), BundledFonts()
        sheets = [
            CSS(
                **{"url": f"{BASE_URL}{css[1:]}"} if css.startswith("/") else {"string": css},
                url_fetcher=fetcher,
                font_config=fonts,
            )
            for css in self.options["base_css"]
        ]
        page = HTML(string=self.html, base_url=BASE_URL, url_fetcher=fetcher)
        return page.write_pdf(
            stylesheets=sheets, font_config=fonts, pdf_variant="pdf/a-2a", pdf_tags=True
        )

    def tasks(self) -> tuple[Task, Task]:
        """Return the program's printing and WeasyPrint's alone."""
        return (
            Task("PDF", self.ours),
            Task("WeasyPrint alone", self.alone),
        )
