"""The program's addresses and one more: a view that does nothing, behind the same middleware."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from config.urls import urlpatterns as program
from partnerships.access import signed_in


@signed_in
def bare(request: HttpRequest) -> HttpResponse:
    """Answer a signed-in reader; the measure of all other pages."""
    return HttpResponse("Hej")


urlpatterns = [path("bench/", bare, name="bare"), *program]
