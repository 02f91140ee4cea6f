"""Ways to see the table that people keep under a name."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from desk.addresses import address_of
from desk.views.fetching import get_top, posted
from desk.views.form_pages import form_page
from partnerships.access import door
from partnerships.permissions import Action
from plans.forms.table import SavedViewForm
from plans.kind import PLAN
from plans.models import SavedView
from plans.table.view import View


@door(Action.COMMENT)
@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what the query of the address shows under a name; the same name again replaces it."""
    top = get_top(request, PLAN, pk)
    view = View.asked(request.GET, top.columns)
    back = f"{address_of(request, top, 'table')}?{view.query}"
    # It is used in other plans too, which may have other columns when none are chosen.
    kept = view.changed(usual=()).query
    form = SavedViewForm(posted(request))
    if request.method == "POST" and form.is_valid():
        SavedView.objects.update_or_create(
            partnership=request.access.partnership,
            owner=request.user,
            name=form.cleaned_data["name"],
            defaults={"query": kept, "is_shared": form.cleaned_data["is_shared"]},
        )
        return redirect(back)
    return form_page(request, "plans/table/keep.html", form, top=top, page=back)


@door(Action.COMMENT)
@require_POST
def forget(request: HttpRequest, pk: int, view: int) -> HttpResponse:
    """Delete a kept view of one's own."""
    top = get_top(request, PLAN, pk)
    get_object_or_404(SavedView.objects.own(request.access), pk=view).delete()
    return redirect(f"{address_of(request, top, 'table')}?{request.GET.urlencode()}")
