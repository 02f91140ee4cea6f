"""How long is left of a consultation. The last day counts whole, in the time of the server's place.

Days are Swedish ones (`TIME_ZONE`): on the last day comments are taken until midnight there.
"""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def days_left(last_day: date) -> int:
    """Return how many days come after today; 0 on the last day itself, less when it has passed."""
    return (last_day - timezone.localdate()).days


def time_left(last_day: date) -> str:
    """Return `days_left` in words; empty when the last day has passed."""
    left = days_left(last_day)
    if left < 0:
        return ""
    if left == 0:
        return _("the last day is today")
    return ngettext("%(number)d day left", "%(number)d days left", left) % {"number": left}
