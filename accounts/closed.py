"""Pages of django-allauth's that are not for here."""

from django.http import Http404, HttpRequest, HttpResponse


def closed(request: HttpRequest, **_given) -> HttpResponse:
    """Raise Http404: the page is not there.

    An account's address is given by an operator. One that its owner could add, unconfirmed, would
    be another person's: it would sign in, be written to, and be counted, in that person's place.
    """
    raise Http404
