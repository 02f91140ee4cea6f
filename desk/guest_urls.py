"""Addresses under `/samrad/<token>/`: for those who are asked in a consultation."""

from django.urls import path

from desk.views import guest

app_name = "guest"

urlpatterns = [
    path("", guest.read, name="read"),
    path("oppna/", guest.enter, name="enter"),
    path("kommentera/", guest.comment, name="comment"),
    path("foresla/<uuid:text>/", guest.propose, name="propose"),
    path("lydelse/<int:comment>/", guest.wording, name="wording"),
    path("svar/", guest.answer, name="answer"),
    path("kommentar/<int:comment>/ta-tillbaka/", guest.take_back, name="take_back"),
    path("<path:rest>", guest.elsewhere, name="elsewhere"),
]
