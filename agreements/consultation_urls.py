"""Addresses under one agreement for comments, proposed wordings and consultations."""

from django.urls import path

from agreements.views import comments, consultation, correspondence, wordings

urlpatterns = [
    path("kommentarer/", comments.comments, name="comments"),
    path("kommentarer/ny/", comments.new, name="comment"),
    path("kommentarer/<int:comment>/svara/", comments.answer, name="answer"),
    path("kommentarer/<int:comment>/klar/", comments.deal_with, name="deal_with"),
    path("kommentarer/<int:comment>/ta-tillbaka/", comments.take_back, name="take_back"),
    path("kommentarer/<int:comment>/lydelse/", wordings.decide, name="wording"),
    path("foresla/<uuid:text>/", wordings.propose, name="propose"),
    path("samrad/", consultation.consultations, name="consultations"),
    path("samrad/ny/", consultation.new, name="consult"),
    path("samrad/<int:consultation>/", consultation.overview, name="consultation"),
    path("samrad/<int:consultation>/fler/", consultation.ask, name="ask"),
    path("samrad/<int:consultation>/paminn/", consultation.remind, name="remind"),
    path("samrad/<int:consultation>/avsluta/", consultation.close, name="close_consultation"),
    path(
        "samrad/<int:consultation>/<int:invitation>/aterkalla/",
        consultation.revoke,
        name="revoke_link",
    ),
    path(
        "samrad/<int:consultation>/<int:invitation>/ny-lank/",
        consultation.renew,
        name="renew_link",
    ),
    path("skickat-och-mottaget/", correspondence.sent_and_received, name="correspondence"),
]
