"""Addresses under `/<partnership>/planer/`."""

from django.urls import path

from desk.urls import document_urls
from plans.kind import PLAN
from plans.views import listing, starting

app_name = "plans"

urlpatterns = [
    path("", listing.plans, name="list"),
    path("ny/", starting.new, name="new"),
    *document_urls(PLAN),
]
