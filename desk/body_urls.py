"""Addresses under `/<partnership>/organ/`."""

from django.urls import path

from desk.views import bodies

app_name = "bodies"

urlpatterns = [
    path("", bodies.bodies, name="list"),
    path("nytt/", bodies.new, name="new"),
    path("<int:body>/", bodies.body, name="body"),
    path("<int:body>/ledamot/", bodies.new_seat, name="new_seat"),
    path("<int:body>/ledamot/<int:seat>/", bodies.seat, name="seat"),
]
