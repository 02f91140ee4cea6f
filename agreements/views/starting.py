"""New agreements: the ways in, and the short ones of them."""

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agreements import archiving, starting
from agreements.acts import COPY
from agreements.blank import party_named, usual
from agreements.forms.archive import ArchiveForm
from agreements.forms.beginning import NewAgreementForm, StartFromForm
from agreements.kind import AGREEMENT
from agreements.listed import listed_apart
from agreements.models import Agreement, Duty, Manuscript, Supersession
from agreements.views.listing import latest_first
from deadlines.choices import DutySubject
from desk import workflow
from desk.addresses import page_of
from desk.views.fetching import get_top_for, posted
from desk.views.form_pages import form_page
from documents.changes import Actor
from documents.writing import kept_key
from partnerships.access import door
from partnerships.permissions import Action

#: How many earlier agreements the ways in name at once; the others are folded.
NAMED_AT_ONCE = 3


@door(Action.CREATE)
@require_safe
def new(request: HttpRequest) -> HttpResponse:
    """Show the ways in to a new agreement, and the texts on their way to become one."""
    seen = Agreement.objects.seen_by(request.access).in_list()
    rows = listed_apart(
        sorted(seen, key=lambda one: (one.is_draft, latest_first(one))),
        request.access.partnership.slug,
    )
    return render(
        request,
        "agreements/new/ways.html",
        {
            "latest": rows[:NAMED_AT_ONCE],
            "others": rows[NAMED_AT_ONCE:],
            "manuscripts": list(Manuscript.objects.visible_to(request.access).without_text()),
        },
    )


@door(COPY.action)
@require_http_methods(["GET", "HEAD", "POST"])
def start_from(request: HttpRequest, pk: int) -> HttpResponse:
    """Start a draft from an agreement, as a rule its successor."""
    earlier = get_top_for(COPY, request, AGREEMENT, pk)
    first, last = starting.period_after(earlier, timezone.localdate())
    form = StartFromForm(
        posted(request),
        initial={
            "title": earlier.title,
            "subtitle": _with_new_years(earlier, first, last),
            "valid_from": first,
            "valid_to": last,
            "replaces": _is_replaced_as_a_rule(earlier),
        },
    )
    if request.method == "POST" and form.is_valid():
        new = starting.start_from(
            earlier,
            **form.cleaned_data,
            drafting_organisation=request.access.organisation,
            by=Actor.of(request.access),
        )
        messages.success(request, _("The draft has been made. Only your organisation sees it."))
        return redirect(page_of(request, new))
    return form_page(
        request,
        "agreements/start_from.html",
        form,
        top=earlier,
        page=page_of(request, earlier),
        is_successor=_is_replaced_as_a_rule(earlier),
        successors=_successors(request, earlier),
        evaluations=Duty.objects.filter(document=earlier.document, subject=DutySubject.EVALUATION),
    )


def _is_replaced_as_a_rule(earlier: Agreement) -> bool:
    """Tell whether a new agreement from this one is its successor, and not a copy of a text."""
    return earlier.document.is_binding and not earlier.is_amendment


def _successors(request: HttpRequest, earlier: Agreement) -> models.QuerySet[Agreement]:
    """Return the agreements, written or signed, that replace `earlier` and that the reader sees."""
    links = Supersession.objects.filter(predecessor=earlier)
    seen = Agreement.objects.visible_to(request.access)
    named = models.Q(document__in=links.values("document")) | models.Q(pk=earlier.replaced_by_id)
    return seen.filter(named).order_by("pk")


def _with_new_years(earlier: Agreement, first, last) -> str:
    """Return the subtitle with the old period's years exchanged for the new one's."""
    if not (first and last and earlier.valid_from and earlier.valid_to):
        return earlier.subtitle
    years = {str(earlier.valid_from.year): first.year, str(earlier.valid_to.year): last.year}
    subtitle = earlier.subtitle
    for old, new in sorted(years.items(), reverse=True):
        subtitle = subtitle.replace(old, str(new))
    return subtitle


@door(Action.CREATE)
@require_http_methods(["GET", "HEAD", "POST"])
def from_template(request: HttpRequest) -> HttpResponse:
    """Start an agreement from nothing, with the headings that most agreements have."""
    names = [request.access.organisation.name]
    form = NewAgreementForm(posted(request), initial={"parties": names})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        agreement = workflow.create(
            usual(
                title=said["title"],
                subtitle=said["subtitle"],
                kind=said["kind"],
                valid_from=said["valid_from"],
                valid_to=said["valid_to"],
                signed=False,
                parties=tuple(party_named(name) for name in said["parties"]),
            ),
            partnership=request.access.partnership,
            drafting_organisation=request.access.organisation,
            by=Actor.of(request.access),
            key_for=kept_key,
        )
        messages.success(request, _("The draft has been made. Only your organisation sees it."))
        return redirect(page_of(request, agreement))
    return form_page(request, "agreements/new/template.html", form)


@door(Action.CREATE)
@require_http_methods(["GET", "HEAD", "POST"])
def archive(request: HttpRequest) -> HttpResponse:
    """Take in an old agreement: what it is, and the signed paper as a file."""
    form = ArchiveForm(
        posted(request),
        request.FILES or None,
        initial={"parties": [request.access.organisation.name]},
        access=request.access,
    )
    if request.method == "POST" and form.is_valid():
        agreement = archiving.archive(
            **form.cleaned_data,
            partnership=request.access.partnership,
            drafting_organisation=request.access.organisation,
            by=Actor.of(request.access),
        )
        messages.success(request, _("The agreement is in the archive, with its signed file."))
        return redirect(page_of(request, agreement))
    return form_page(request, "agreements/new/archive.html", form)
