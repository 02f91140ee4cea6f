"""Addresses under `/<partnership>/overenskommelser/`."""

from django.urls import path

from agreements.views import acts, history, listing, moving, page, prints, rows, starting

app_name = "agreements"

urlpatterns = [
    path("", listing.agreement_list, name="list"),
    path("ny/", starting.new, name="new"),
    path("importera/", starting.import_file, name="import"),
    path("<int:pk>/", page.detail, name="detail"),
    path("<int:pk>/pdf/", prints.pdf, name="pdf"),
    path("<int:pk>/export.json", prints.export, name="export"),
    path("<int:pk>/historik/", history.history, name="history"),
    path("<int:pk>/historik/<int:change>/", page.as_of, name="as_of"),
    path("<int:pk>/versioner/<int:number>/", page.version, name="version"),
    path("<int:pk>/versioner/<int:number>/pdf/", prints.version_pdf, name="version_pdf"),
    path("<int:pk>/logotyp/<slug:sha256>/", page.logo, name="logo"),
    path("<int:pk>/kopiera/", starting.start_from, name="start_from"),
    path("<int:pk>/dela/", acts.share, name="share"),
    path("<int:pk>/las/", acts.lock, name="lock"),
    path("<int:pk>/oppna/", acts.reopen, name="reopen"),
    path("<int:pk>/undertecknad/", acts.register_signed, name="register_signed"),
    path("<int:pk>/<slug:row>/ny/", rows.add, name="add"),
    path("<int:pk>/<slug:row>/<uuid:key>/", rows.edit, name="edit"),
    path("<int:pk>/<slug:row>/<uuid:key>/flytta/", moving.move, name="move"),
    path("<int:pk>/<slug:row>/<uuid:key>/ta-bort/", rows.delete, name="delete"),
]
