"""What a PDF may fetch while it is rendered: files that the caller names, nothing else."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit

from fontTools.ttLib import woff2
from weasyprint.urls import URLFetcher, URLFetcherResponse

# No machine has this name (RFC 6761); it only lets relative addresses be joined.
BASE_URL = "https://local.invalid/"

Source = Path | Callable[[str], bytes | None]


class LocalFetcher(URLFetcher):
    """Answers addresses below `BASE_URL` from `sources`, and refuses every other address.

    `sources` maps a path prefix to a folder or to a function: with
    `{"/static/": Path("static"), "/filer/": read_stored}`, "/static/css/sheet.css" is a file of
    that folder and "/filer/ab12" is `read_stored("ab12")`, which gives None for what is not there.
    WeasyPrint logs what is refused and leaves it out. No network, no data: addresses, and no way
    out of a folder.
    """

    def __init__(self, sources: Mapping[str, Source]):
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._sources = dict(sources)

    def fetch(self, url, headers=None):
        if not url.startswith(BASE_URL):
            raise ValueError("not a local resource")
        path = unquote(urlsplit(url).path)
        for prefix, source in self._sources.items():
            if path.startswith(prefix):
                content = _read(source, path.removeprefix(prefix))
                if content is None:
                    raise ValueError("no such resource")
                if path.endswith(".woff2"):
                    content = _unpacked(content)
                kind = {"Content-Type": "text/css"} if path.endswith(".css") else {}
                return URLFetcherResponse(url, content, kind)
        raise ValueError("not a local resource")


def _read(source: Source, name: str) -> bytes | None:
    if not isinstance(source, Path):
        return source(name)
    folder = source.resolve()
    file = (folder / name).resolve()
    if not file.is_relative_to(folder) or not file.is_file():
        return None
    return file.read_bytes()


@lru_cache(maxsize=64)
def _unpacked(font: bytes) -> bytes:
    """Unpack WOFF2 once per process: WeasyPrint would do it for every document, a second each."""
    out = BytesIO()
    woff2.decompress(BytesIO(font), out)
    return out.getvalue()
