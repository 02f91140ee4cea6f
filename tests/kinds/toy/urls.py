"""Addresses under `/<partnership>/anteckningar/`."""

from django.urls import path

from desk.urls import document_urls
from desk.views import listing
from tests.kinds.toy.kind import NOTEBOOK

app_name = "notebooks"

urlpatterns = [
    path("", listing.documents, {"kind": NOTEBOOK}, name="list"),
    *document_urls(NOTEBOOK),
]
