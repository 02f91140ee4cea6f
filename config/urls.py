"""Every address. The first path words here are reserved (`partnerships.reserved`)."""

from django.contrib import admin
from django.urls import include, path
from django.views.i18n import set_language

from accounts.closed import closed
from documents.kinds import kinds
from partnerships.access import open_to_all

handler400 = "pages.errors.bad_request"
handler403 = "pages.errors.forbidden"
handler429 = "accounts.limits.handler429"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("konto/email/", open_to_all(closed), name="account_email"),
    path("konto/confirm-email/<key>/", open_to_all(closed), name="account_confirm_email"),
    path("konto/", include("allauth.urls")),
    path("sprak/", open_to_all(set_language), name="set_language"),
    path("samrad/<str:token>/", include("desk.guest_urls")),
    path("<slug:partnership>/organ/", include("desk.body_urls")),
    *[path(f"<slug:partnership>/{kind.path}/", include(kind.urls)) for kind in kinds().values()],
    path("", include("pages.urls")),
]
