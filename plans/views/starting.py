"""A new plan."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desk import workflow
from desk.addresses import page_of
from desk.views.fetching import posted
from desk.views.form_pages import form_page
from documents.changes import Actor
from documents.writing import kept_key
from partnerships.access import door
from partnerships.permissions import Action
from plans.forms.plan import NewPlanForm
from plans.tree import PlanTree


@door(Action.CREATE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin a plan: what it is called and for which time. Its rows come on its own page."""
    form = NewPlanForm(posted(request))
    if request.method == "POST" and form.is_valid():
        plan = workflow.create(
            PlanTree(**form.cleaned_data),
            partnership=request.access.partnership,
            drafting_organisation=request.access.organisation,
            by=Actor.of(request.access),
            key_for=kept_key,
        )
        messages.success(request, _("The plan has been made. Only your organisation sees it."))
        return redirect(page_of(request, plan))
    return form_page(request, "plans/new.html", form)
