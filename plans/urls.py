"""Addresses under `/<partnership>/planer/`."""

from django.urls import path

from desk.urls import document_urls
from desk.views.listing import documents
from plans.kind import PLAN
from plans.views import renewing, starting

app_name = "plans"

urlpatterns = [
    path("", documents, {"kind": PLAN, "template": "plans/list.html"}, name="list"),
    path("ny/", starting.new, name="new"),
    path("<int:pk>/ny-plan/", renewing.renew, name="renew"),
    *document_urls(PLAN),
]
