"""Addresses under `/<partnership>/overenskommelser/`."""

from django.urls import path

from agreements.kind import AGREEMENT
from agreements.views import (
    after_signing,
    letterhead,
    listing,
    manuscripts,
    signing,
    starting,
    timeline,
    waiting,
)
from desk.urls import document_urls

app_name = "agreements"

urlpatterns = [
    path("", listing.agreement_list, name="list"),
    path("ny/", starting.new, name="new"),
    path("ny/mall/", starting.from_template, name="from_template"),
    path("ny/arkiv/", starting.archive, name="archive"),
    path("ny/text/", manuscripts.from_text, name="from_text"),
    path("manus/<int:manuscript>/", manuscripts.decide, name="manuscript"),
    path("manus/<int:manuscript>/ta-bort/", manuscripts.delete, name="delete_manuscript"),
    path("brevhuvud/", letterhead.letterhead, name="letterhead"),
    path("importera/", starting.import_file, name="import"),
    path("att-registrera/", waiting.waiting, name="waiting"),
    path("<int:pk>/kopiera/", starting.start_from, name="start_from"),
    path("<int:pk>/undertecknad/", signing.register_signed, name="register_signed"),
    path("<int:pk>/tillagg/", after_signing.amend, name="amend"),
    path("<int:pk>/forlangning/", after_signing.extend, name="extend"),
    path("<int:pk>/uppsagning/", after_signing.terminate, name="terminate"),
    path("<int:pk>/ersatt-av/", after_signing.succeed, name="succeed"),
    path("<int:pk>/tidslinje/", timeline.timeline, name="timeline"),
    *document_urls(AGREEMENT),
]
