"""PDFs that are made once: what is printed again and says the same is not laid out again.

They are kept in the cache `prints`, which has a bound and forgets in time. What one is kept by is
the hash of everything that it is made of, so whoever asks for it has been shown all that it says.
"""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.cache import caches

from core.pdf import render


def render_once(html: str, *, base_css: Sequence[str], fetch, attachments=(), **about) -> bytes:
    """Give what `core.pdf.render` gives for the same page; it is made the first time only.

    `fetch` is not looked at: what a page fetches is named by its content (`/stored/<sha256>`) or
    is a style sheet of the program.
    """
    key = _hash([html, *map(_style_sheet, base_css), *map(repr, attachments), repr(about)])
    made = caches["prints"].get(key)
    if made is None:
        made = render(html, base_css=base_css, fetch=fetch, attachments=attachments, **about)
        caches["prints"].set(key, made)
    return made


def _style_sheet(css: str) -> str:
    """Return what a style sheet says that is given as a path or as text."""
    is_path = css.startswith("/static/")
    return (Path(settings.BASE_DIR) / css[1:]).read_text("utf-8") if is_path else css


def _hash(texts: Sequence[str]) -> str:
    hashed = sha256()
    for one in texts:
        hashed.update(f"{len(one)}:{one}".encode())
    return hashed.hexdigest()
