"""The language of the interface: the visitor's own choice, Swedish until one is made."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import get_supported_language_variant


class LanguageMiddleware:
    """Activates the language of the cookie that `set_language` writes, otherwise Swedish.

    Django's own LocaleMiddleware would follow the browser's Accept-Language; the readers of a
    Swedish public authority get Swedish until they ask for something else.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        wanted = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, settings.LANGUAGE_CODE)
        try:
            language = get_supported_language_variant(wanted)
        except LookupError:
            language = settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
        return response
