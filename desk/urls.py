"""The addresses of one document, which every kind has in its own namespace."""

from functools import partial

from django.urls import URLPattern, path

from desk.views import (
    acts,
    comments,
    consultation,
    correspondence,
    decisions,
    differences,
    discarding,
    files,
    history,
    matter,
    minutes,
    moving,
    page,
    presence,
    prints,
    registration,
    replacing,
    reporting,
    rows,
    undoing,
    word,
    wordings,
)
from documents.kinds import DocumentKind


def document_urls(kind: DocumentKind) -> list[URLPattern]:
    """Return the addresses that every kind has: those of one document begin with its number."""
    with_kind = partial(path, kwargs={"kind": kind})
    return [
        with_kind("kontrollera/", files.check_file, name="check_file"),
        with_kind("<int:pk>/", page.detail, name="detail"),
        with_kind("<int:pk>/pdf/", prints.pdf, name="pdf"),
        with_kind("<int:pk>/html/", prints.html, name="html"),
        with_kind("<int:pk>/word/", word.word, name="word"),
        with_kind("<int:pk>/word/ta-in/", word.take_in, name="take_in"),
        with_kind("<int:pk>/export.json", prints.export, name="export"),
        with_kind("<int:pk>/historik/", history.history, name="history"),
        with_kind("<int:pk>/historik/<int:change>/", page.as_of, name="as_of"),
        with_kind("<int:pk>/versioner/<int:number>/", page.version, name="version"),
        with_kind("<int:pk>/versioner/<int:number>/pdf/", prints.version_pdf, name="version_pdf"),
        with_kind("<int:pk>/logotyp/<slug:sha256>/", page.logo, name="logo"),
        with_kind("<int:pk>/dela/", acts.share, name="share"),
        with_kind("<int:pk>/las/", acts.lock, name="lock"),
        with_kind("<int:pk>/oppna/", acts.reopen, name="reopen"),
        with_kind("<int:pk>/revidera/", acts.revise, name="revise"),
        with_kind("<int:pk>/slang/", discarding.discard, name="discard"),
        with_kind("<int:pk>/filer/ny/", files.attach, name="attach"),
        with_kind("<int:pk>/filer/<slug:sha256>/", files.attached_file, name="attached_file"),
        with_kind("<int:pk>/registrering/", registration.registration, name="registration"),
        with_kind("<int:pk>/foljeblad.pdf", registration.cover_sheet, name="cover_sheet"),
        with_kind("<int:pk>/kommentarer/", comments.comments, name="comments"),
        with_kind("<int:pk>/kommentarer/ny/", comments.new, name="comment"),
        with_kind("<int:pk>/kommentarer/<int:comment>/svara/", comments.answer, name="answer"),
        with_kind("<int:pk>/kommentarer/<int:comment>/klar/", comments.deal_with, name="deal_with"),
        with_kind(
            "<int:pk>/kommentarer/<int:comment>/ta-tillbaka/", comments.withdraw, name="withdraw"
        ),
        with_kind("<int:pk>/kommentarer/<int:comment>/lydelse/", wordings.decide, name="wording"),
        with_kind("<int:pk>/foresla/<uuid:text>/", wordings.propose, name="propose"),
        with_kind("<int:pk>/uppfoljning/<uuid:followed>/", reporting.followed, name="followed"),
        with_kind(
            "<int:pk>/uppfoljning/<uuid:followed>/rapportera/", reporting.report, name="report"
        ),
        with_kind(
            "<int:pk>/uppfoljning/<uuid:followed>/utfall/",
            reporting.report_outcome,
            name="report_outcome",
        ),
        with_kind(
            "<int:pk>/uppfoljning/<uuid:followed>/utfall/<int:outcome>/",
            reporting.correct_outcome,
            name="correct_outcome",
        ),
        with_kind(
            "<int:pk>/uppfoljning/<uuid:followed>/utfall/<int:outcome>/ta-tillbaka/",
            reporting.withdraw_outcome,
            name="withdraw_outcome",
        ),
        with_kind("<int:pk>/samrad/", consultation.consultations, name="consultations"),
        with_kind("<int:pk>/samrad/ny/", consultation.new, name="consult"),
        with_kind(
            "<int:pk>/samrad/<int:consultation>/", consultation.overview, name="consultation"
        ),
        with_kind("<int:pk>/samrad/<int:consultation>/fler/", consultation.ask, name="ask"),
        with_kind("<int:pk>/samrad/<int:consultation>/paminn/", consultation.remind, name="remind"),
        with_kind(
            "<int:pk>/samrad/<int:consultation>/avsluta/",
            consultation.close,
            name="close_consultation",
        ),
        with_kind(
            "<int:pk>/samrad/<int:consultation>/<int:invitation>/aterkalla/",
            consultation.revoke,
            name="revoke_link",
        ),
        with_kind(
            "<int:pk>/samrad/<int:consultation>/<int:invitation>/ny-lank/",
            consultation.renew,
            name="renew_link",
        ),
        with_kind(
            "<int:pk>/skickat-och-mottaget/",
            correspondence.sent_and_received,
            name="correspondence",
        ),
        with_kind("<int:pk>/beslut/", decisions.decisions, name="decisions"),
        with_kind("<int:pk>/beslut/lamna/", decisions.submit, name="submit"),
        with_kind("<int:pk>/beslut/redan-faststalld/", minutes.adopted, name="adopted"),
        with_kind("<int:pk>/beslut/<int:matter>/", matter.matter, name="matter"),
        with_kind("<int:pk>/beslut/<int:matter>/last/", matter.read, name="read_matter"),
        with_kind("<int:pk>/beslut/<int:matter>/andra/", decisions.alter, name="alter_matter"),
        with_kind(
            "<int:pk>/beslut/<int:matter>/dra-tillbaka/",
            decisions.withdraw,
            name="withdraw_matter",
        ),
        with_kind("<int:pk>/beslut/<int:matter>/registrera/", minutes.decide, name="decide"),
        with_kind("<int:pk>/protokoll/<int:decision>/", minutes.minutes, name="minutes"),
        with_kind(
            "<int:pk>/protokoll/<int:decision>/ta-tillbaka/",
            minutes.take_back,
            name="take_back_decision",
        ),
        with_kind("<int:pk>/historik/<int:change>/andring/", differences.change, name="change"),
        with_kind("<int:pk>/jamfor/", differences.compare, name="compare"),
        with_kind("<int:pk>/ersatt/", replacing.replace, name="replace"),
        with_kind("<int:pk>/narvaro/", presence.presence, name="presence"),
        with_kind("<int:pk>/angra/<int:change>/", undoing.take_back, name="undo"),
        with_kind(
            "<int:pk>/historik/<int:change>/aterstall/<slug:row>/<uuid:key>/",
            undoing.bring_back,
            name="restore",
        ),
        with_kind("<int:pk>/<slug:row>/ny/", rows.add, name="add"),
        with_kind("<int:pk>/<slug:row>/<uuid:key>/", rows.edit, name="edit"),
        with_kind("<int:pk>/<slug:row>/<uuid:key>/flytta/", moving.move, name="move"),
        with_kind("<int:pk>/<slug:row>/<uuid:key>/ta-bort/", rows.delete, name="delete"),
    ]
