"""The pages that show several rooms at once."""

from django.urls import path

from pages import health, views

app_name = "pages"

urlpatterns = [
    path("", views.start, name="start"),
    path("halsa/", health.health, name="health"),
    path("<slug:partnership>/", views.overview, name="overview"),
]
