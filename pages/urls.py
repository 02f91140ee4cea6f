"""The pages that show several rooms at once."""

from django.urls import path

from pages import calendars, deadlines, health, views, year

app_name = "pages"

urlpatterns = [
    path("", views.start, name="start"),
    path("halsa/", health.health, name="health"),
    path("kalender/<str:token>.ics", calendars.calendar, name="calendar"),
    path("<slug:partnership>/", views.overview, name="overview"),
    path("<slug:partnership>/tidsfrister/", deadlines.deadlines, name="deadlines"),
    path("<slug:partnership>/tidsfrister/rakna/", deadlines.counting, name="count_deadlines"),
    path("<slug:partnership>/tidsfrister/gjord/<str:duty>/", deadlines.note, name="note_done"),
    path("<slug:partnership>/arshjul/", year.year, name="year"),
    path("<slug:partnership>/arshjul/nytt/", year.new_pattern, name="new_pattern"),
    path("<slug:partnership>/arshjul/<int:pattern>/", year.pattern, name="pattern"),
    path(
        "<slug:partnership>/arshjul/<int:pattern>/ta-bort/",
        year.forget_pattern,
        name="forget_pattern",
    ),
    path("<slug:partnership>/tidsfrister/kalender/", calendars.subscribe, name="subscribe"),
    path(
        "<slug:partnership>/tidsfrister/kalender/<int:feed>/aterkalla/",
        calendars.unsubscribe,
        name="unsubscribe",
    ),
    path(
        "<slug:partnership>/tidsfrister/noterat/<int:noted>/ta-tillbaka/",
        deadlines.forget,
        name="forget_done",
    ),
]
