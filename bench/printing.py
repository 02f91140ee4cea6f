"""The PDF, and WeasyPrint alone with the same HTML, style sheets and fonts."""

from unittest.mock import patch

from weasyprint import CSS, HTML

from bench.timing import Task
from core.pdf_fetch import BASE_URL, LocalFetcher
from core.pdf_fonts import BundledFonts
from desk.printing.pdf import print_document
from documents.models import Change, TopRow
from documents.reading import read_tree


class Printing:
    """A document's PDF, from its tree to the file and by WeasyPrint alone."""

    def __init__(self, top: TopRow) -> None:
        self.top = top
        self.content = read_tree(top)
        self.dated = Change.objects.of(top.document)[0].at
        with patch("desk.printing.pdf.render") as rendered:
            self.ours()
        (self.html,), self.options = rendered.call_args

    def ours(self) -> bytes:
        """Print the document as the program does: template, layout and what comes after it."""
        return print_document(self.content, top=self.top, kind="", dated=self.dated)

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
