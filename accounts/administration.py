"""The door of the administration: operators only, through the sign-in that everyone uses.

An operator is a user who `is_staff`. Nobody is one without a second factor.
"""

from allauth.account.utils import get_next_redirect_url
from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from accounts.second_factor import has_second_factor, has_shown_second_factor


class Administration(AdminSite):
    """Django's administration without a sign-in and a change of password of its own."""

    site_header = site_title = "Överens"

    def has_permission(self, request: HttpRequest) -> bool:
        """Tell whether an operator asks, who has shown a second factor."""
        return super().has_permission(request) and has_shown_second_factor(request)

    def login(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """Lead to what is missing before the administration opens, and then on to it.

        Raises PermissionDenied for someone who is signed in and no operator.
        """
        wanted = get_next_redirect_url(request) or reverse("admin:index")
        if not request.user.is_authenticated:
            return redirect_to_login(wanted)
        if not request.user.is_staff:
            raise PermissionDenied
        if not has_second_factor(request.user):
            return redirect("mfa_index")  # which says why
        if not has_shown_second_factor(request):
            # It was set up elsewhere after this browser had signed in.
            return redirect(reverse("mfa_reauthenticate") + "?" + urlencode({"next": wanted}))
        return redirect(wanted)

    def password_change(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """Lead to where everyone changes the password."""
        return redirect("account_change_password")
