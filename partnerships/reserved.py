"""First path words that no partnership may take as its slug; a test holds them to the urls."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

RESERVED_SLUGS = frozenset(
    {"admin", "halsa", "kalender", "konto", "offentligt", "samrad", "sprak", "static"}
)


def refuse_reserved_slug(slug: str) -> None:
    """Raise ValidationError when `slug` is the first path word of a page outside partnerships."""
    if slug in RESERVED_SLUGS:
        raise ValidationError(
            _("“%(slug)s” is used by the program itself. Choose another address."),
            code="reserved",
            params={"slug": slug},
        )
