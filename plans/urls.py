"""Addresses under `/<partnership>/planer/`."""

from django.urls import path

from desk.urls import document_urls
from desk.views.listing import documents
from plans.kind import PLAN
from plans.views import (
    cells,
    handing_out,
    prints,
    renewing,
    row,
    saved_views,
    sheets,
    starting,
    table,
)

app_name = "plans"

urlpatterns = [
    path("", documents, {"kind": PLAN, "template": "plans/list.html"}, name="list"),
    path("ny/", starting.new, name="new"),
    path("<int:pk>/ny-plan/", renewing.renew, name="renew"),
    path("<int:pk>/tabell/", table.table, name="table"),
    path("<int:pk>/tabell/nytt/", table.news, name="table_news"),
    path("<int:pk>/tabell/spara/", cells.save, name="table_cells"),
    path("<int:pk>/tabell/klistra/", cells.paste, name="table_paste"),
    path("<int:pk>/tabell/rader/", cells.rows, name="table_rows"),
    path("<int:pk>/tabell/rader/<uuid:key>/", row.row, name="table_row"),
    path("<int:pk>/tabell/vyer/ny/", saved_views.keep, name="keep_view"),
    path("<int:pk>/tabell/vyer/<int:view>/ta-bort/", saved_views.forget, name="forget_view"),
    path("<int:pk>/tabell/pdf/", prints.table_pdf, name="table_pdf"),
    path("<int:pk>/tabell/word/", prints.table_word, name="table_word"),
    path("<int:pk>/excel/", sheets.excel, name="excel"),
    path("<int:pk>/csv/", sheets.csv, name="csv"),
    path("<int:pk>/ta-in/", sheets.take_in_sheet, name="take_in_sheet"),
    path("<int:pk>/ta-in-rapporter/", sheets.take_in_reports, name="take_in_reports"),
    path("<int:pk>/dela-ut/", handing_out.hand_out, name="hand_out"),
    path("<int:pk>/dela-ut/alla/", handing_out.all_files, name="handed_out"),
    path("<int:pk>/dela-ut/fil/", handing_out.one_file, name="handed_out_to"),
    *document_urls(PLAN),
]
