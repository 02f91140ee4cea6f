"""The pages that show several rooms at once."""

from django.urls import path

from pages import deadlines, health, views

app_name = "pages"

urlpatterns = [
    path("", views.start, name="start"),
    path("halsa/", health.health, name="health"),
    path("<slug:partnership>/", views.overview, name="overview"),
    path("<slug:partnership>/tidsfrister/", deadlines.deadlines, name="deadlines"),
    path("<slug:partnership>/tidsfrister/rakna/", deadlines.counting, name="count_deadlines"),
    path("<slug:partnership>/tidsfrister/gjord/<str:duty>/", deadlines.note, name="note_done"),
    path(
        "<slug:partnership>/tidsfrister/noterat/<int:noted>/ta-tillbaka/",
        deadlines.forget,
        name="forget_done",
    ),
]
