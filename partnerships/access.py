"""The one door: every view of the program is marked with one of the decorators below.

A partnership's pages are entered through `door(action)`: sign in → the partnership, fetched
through the memberships of the reader (404 for an outsider) → the action against the table in
`permissions.py` (403 for an insufficient role) → `request.access`. What is sent without signing in
is answered with a page that shows it (`pages/errors.py`), since the sign-in page would lose it.
A test walks every URL and fails on a view that has no door.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404

from partnerships.models import Membership, Organisation, Partnership
from partnerships.permissions import Action, may


@dataclass(frozen=True)
class Access:
    """Who is asking, in which partnership, for whom and as what."""

    user: object
    membership: Membership

    @property
    def partnership(self) -> Partnership:
        """The partnership of the page."""
        return self.membership.partnership

    @property
    def organisation(self) -> Organisation:
        """The organisation the reader acts for."""
        return self.membership.organisation

    def may(self, action: Action) -> bool:
        """Tell whether the reader's role allows `action`."""
        return may(self.membership.role, action)

    def require(self, action: Action) -> None:
        """Raise PermissionDenied unless the reader's role allows `action`."""
        if not self.may(action):
            raise PermissionDenied


class SignedOut(PermissionDenied):
    """Something was sent by someone who is no longer signed in: the page must not let it go."""


def _needs_account(view: Callable) -> Callable:
    """Lead to sign-in whoever is nobody; raise SignedOut where something was sent."""
    led_to_sign_in = login_required(view)

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if request.method == "POST" and not request.user.is_authenticated:
            raise SignedOut
        return led_to_sign_in(request, *args, **kwargs)

    return guarded


def door(action: Action) -> Callable:
    """Let a view `view(request, …)` be reached by members whose role allows `action`.

    The URL's `partnership` (slug) is taken by the door; the view finds it in `request.access`.
    """

    def decorate(view):
        @_needs_account
        @wraps(view)
        def guarded(request, partnership, *args, **kwargs):
            membership = (
                Membership.objects.with_names()
                .filter(user_id=request.user.pk, partnership__slug=partnership)
                .first()
            )
            if membership is None:
                raise Http404
            request.access = Access(request.user, membership)
            request.access.require(action)
            return view(request, *args, **kwargs)

        guarded.door = action
        return guarded

    return decorate


def signed_in(view: Callable) -> Callable:
    """Mark a page outside partnerships that needs an account and shows only the reader's own."""
    guarded = _needs_account(view)
    guarded.door = "signed in"
    return guarded


def open_to_all(view: Callable) -> Callable:
    """Mark a page that anyone may see."""
    view.door = "open"
    return view
