"""How a file leaves the program."""

import re

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from documents.models import TopRow


def file_name(top: TopRow, *, draft: bool = False) -> str:
    """Return what the files of an agreement are called, without their ending.

    `draft` says in the name that the text in the file is not locked.
    """
    # Slugify knows no dashes but the hyphen: “2028–2031” would be one number.
    name = re.sub(r"[\u2010-\u2015]", "-", top.name)
    named = slugify(name)[:80].rstrip("-") or "overenskommelse"
    return f"{named}-utkast" if draft else named


def send_file(
    content: bytes, media_type: str, name: str, *, attached: bool = False
) -> HttpResponse:
    """Send a file, to be shown or (`attached`) to be kept; nobody else's cache keeps it."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(attached, name)
    response["Cache-Control"] = "private, no-cache"
    return response
