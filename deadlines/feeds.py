"""The addresses of calendars: made, found again, revoked."""

from django.core.signing import BadSignature, Signer
from django.db import IntegrityError, transaction
from django.utils import timezone

from deadlines.models import CalendarFeed
from partnerships.access import Access

# As in personal links: a full stop is in no base64, and no mail program breaks an address at one.
_SIGNER = Signer(salt="deadlines.calendar", sep=".")


def make_feed(access: Access, *, of_all: bool) -> CalendarFeed:
    """Return the reader's calendar of the page's partnership, or of all; made where there is none.

    Two requests in the same second make one.
    """
    about = None if of_all else access.partnership
    own = CalendarFeed.objects.in_use().filter(user=access.user, partnership=about)
    try:
        with transaction.atomic():
            return own.first() or CalendarFeed.objects.create(user=access.user, partnership=about)
    except IntegrityError:
        return own.get()


def revoke(feed: CalendarFeed) -> None:
    """Let the address lead nowhere from now on."""
    feed.revoked_at = timezone.now()
    feed.save(update_fields=["revoked_at"])


def token_of(feed: CalendarFeed) -> str:
    """Return what stands in the address of the calendar."""
    return _SIGNER.sign(feed.nonce)


def feed_of(token: str) -> CalendarFeed | None:
    """Return the calendar that `token` opens; None for a token that is altered or revoked."""
    try:
        nonce = _SIGNER.unsign(token)
    except BadSignature:
        return None
    found = CalendarFeed.objects.in_use().select_related("user")
    return found.filter(nonce=nonce, user__is_active=True).first()
