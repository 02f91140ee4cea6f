"""Addresses under `/<partnership>/checklistor/`."""

from django.urls import path

from desk.urls import document_urls
from desk.views import listing
from tests.kinds.checklist.kind import CHECKLIST

app_name = "checklists"

urlpatterns = [
    path("", listing.documents, {"kind": CHECKLIST}, name="list"),
    *document_urls(CHECKLIST),
]
