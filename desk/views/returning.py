"""Going back to where one came from, when a page was reached from another one than its own."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

#: Longer addresses are none of ours, and browsers and servers refuse them.
LONGEST = 1_000


def came_from(request: HttpRequest) -> str:
    """Return the address in `next`, of the form or of the page, if it is one of ours, or ""."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    # No host is allowed: only a path of our own can be meant.
    is_ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, None)
    return wanted if is_ours and len(wanted) <= LONGEST else ""
