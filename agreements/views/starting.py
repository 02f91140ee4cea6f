"""New agreements: from an existing one, from nothing, from an exchange file."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements import tree, workflow
from agreements.choices import Block, BlockStyle
from agreements.exchange.importing import ImportRefused, import_files
from agreements.forms.acts import NewAgreementForm, StartFromForm
from agreements.forms.importing import ImportForm
from agreements.models import Agreement
from agreements.templatetags.agreement import words_for
from agreements.views.fetching import get_agreement, page_of, posted
from agreements.writing import kept_key
from documents.changes import Actor
from partnerships.access import door
from partnerships.choices import OrganisationKind
from partnerships.models import Organisation
from partnerships.permissions import Action


@door(Action.CREATE)
@require_http_methods(["GET", "HEAD", "POST"])
def start_from(request: HttpRequest, pk: int) -> HttpResponse:
    """Start a draft from an agreement, as a rule its successor."""
    earlier = get_agreement(request, pk)
    first, last = workflow.period_after(earlier)
    form = StartFromForm(
        posted(request),
        initial={
            "title": earlier.title,
            "subtitle": _with_new_years(earlier, first, last),
            "valid_from": first,
            "valid_to": last,
            "replaces": True,
        },
    )
    if request.method == "POST" and form.is_valid():
        new = workflow.start_from(
            earlier,
            **form.cleaned_data,
            drafting_organisation=request.access.organisation,
            by=Actor.of(request.access),
        )
        messages.success(request, _("The draft has been made. Only your organisation sees it."))
        return redirect(page_of(request, new))
    return render(
        request,
        "agreements/start_from.html",
        {"agreement": earlier, "form": form, "page": page_of(request, earlier)},
        status=422 if form.errors else 200,
    )


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
def new(request: HttpRequest) -> HttpResponse:
    """Start an agreement from nothing, with the headings that most agreements have."""
    names = [request.access.organisation.name]
    form = NewAgreementForm(posted(request), initial={"parties": names})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        agreement = workflow.create(
            empty_agreement(
                title=said["title"],
                subtitle=said["subtitle"],
                kind=said["kind"],
                valid_from=said["valid_from"],
                valid_to=said["valid_to"],
                signed=False,
                parties=tuple(_party(name) for name in said["parties"]),
            ),
            partnership=request.access.partnership,
            drafting_organisation=request.access.organisation,
            by=Actor.of(request.access),
            key_for=kept_key,
        )
        messages.success(request, _("The draft has been made. Only your organisation sees it."))
        return redirect(page_of(request, agreement))
    return render(
        request, "agreements/new.html", {"form": form}, status=422 if form.errors else 200
    )


def empty_agreement(**facts) -> tree.AgreementTree:
    """Return an agreement with the usual headings and nothing under them (`domain.md` rows 7–8)."""
    # In the language of the document, which need not be the one that its writer reads pages in.
    with translation.override(words_for(tree.AgreementTree.language)):
        sections = _usual_sections()
    return tree.AgreementTree(sections=sections, **facts)


def _usual_sections() -> tuple[tree.Section, ...]:
    goals = tree.BlockPart(block=Block.GOALS.value, style=BlockStyle.DASH.value)
    return (
        tree.Section(heading=_("Parties"), parts=(tree.BlockPart(block=Block.PARTIES.value),)),
        tree.Section(heading=_("Introduction")),
        tree.Section(heading=_("Purpose")),
        tree.Section(heading=_("Goals"), parts=(goals,)),
        tree.Section(heading=_("Organisation and ways of working")),
        tree.Section(heading=_("Follow-up and evaluation")),
        tree.Section(
            heading=_("Period of validity"), parts=(tree.BlockPart(block=Block.VALIDITY.value),)
        ),
    )


def _party(name: str) -> tree.Party:
    known = Organisation.objects.named(name)
    return tree.Party(organisation=name, kind=known.kind if known else OrganisationKind.OTHER.value)


@door(Action.CREATE)
@require_http_methods(["GET", "HEAD", "POST"])
def import_file(request: HttpRequest) -> HttpResponse:
    """Import agreements from exchange files, all of them or none."""
    form = ImportForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            imported = import_files(
                form.contents(),
                partnership=request.access.partnership,
                by=Actor.of(request.access),
                drafting_organisation=request.access.organisation,
            )
        except ImportRefused as refused:
            for error in refused.errors:
                form.add_error("files", str(error))
        else:
            for one in imported:
                for warning in one.warnings:
                    messages.warning(request, warning)
            messages.success(request, _("The agreement has been imported."))
            return redirect(page_of(request, imported[0].agreement))
    return render(
        request, "agreements/import.html", {"form": form}, status=422 if form.errors else 200
    )
