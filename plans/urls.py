"""Addresses under `/<partnership>/planer/`."""

from django.urls import path

from desk.urls import document_urls
from desk.views.listing import documents
from plans.kind import PLAN
from plans.views import sheets, starting

app_name = "plans"

urlpatterns = [
    path("", documents, {"kind": PLAN, "template": "plans/list.html"}, name="list"),
    path("ny/", starting.new, name="new"),
    path("<int:pk>/excel/", sheets.excel, name="excel"),
    path("<int:pk>/csv/", sheets.csv, name="csv"),
    path("<int:pk>/ta-in/", sheets.take_in_sheet, name="take_in_sheet"),
    *document_urls(PLAN),
]
