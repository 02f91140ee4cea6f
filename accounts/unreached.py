"""The page of a sign-in while the cache that keeps count of the attempts is not reached."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.shared_cache import is_not_reached

logger = logging.getLogger(__name__)


class UnreachedMiddleware:
    """Lets nobody in uncounted, and says so in a page instead of failing."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer 503 where the cache did not."""
        if not is_not_reached(exception):
            return None
        logger.error("The cache of CACHE_URL does not answer: %s", exception)
        response = render(request, "503.html", status=503)
        response["Retry-After"] = "60"
        return response
