"""A form as a page, and what is different about its answer when the form was refused."""

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from desk.addresses import page_of
from documents.models import TopRow


def form_page(
    request: HttpRequest, template: str, form: Form, *, status: int = 200, **context
) -> HttpResponse:
    """Show `form`; what was sent and refused is a 422, with the focus in the first such field."""
    begin_at_refused(form)
    status = 422 if form.errors else status
    return render(request, template, {"form": form} | context, status=status)


def act_page(
    request: HttpRequest, top: TopRow, form: Form, template: str, **context
) -> HttpResponse:
    """Show the page (`template`) on which an act is asked for before it is done to `top`."""
    return form_page(
        request,
        template,
        form,
        top=top,
        page=page_of(request, top),
        **context,
    )


def begin_at_first(form: Form) -> None:
    """Let a form that is a page of its own have the focus: in what was refused, or its first field.

    Where htmx puts a form in its place, the scripts see to it.
    """
    if not begin_at_refused(form):
        form.visible_fields()[0].field.widget.attrs["autofocus"] = True


def begin_at_refused(form: Form) -> str:
    """Let the first field that was refused have the focus; return its name, or nothing."""
    seen = {name: field.widget for name, field in form.fields.items() if not field.widget.is_hidden}
    refused = next((name for name in seen if name in form.errors), "")
    if refused:
        for widget in seen.values():
            widget.attrs.pop("autofocus", None)
        seen[refused].attrs["autofocus"] = True
    return refused


def in_place_of(selector: str, request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let htmx put a refused form where the one that was sent stands: its `selector`."""
    if request.htmx and response.status_code == 422:
        response["HX-Retarget"], response["HX-Reselect"] = f"closest {selector}", selector
        response["HX-Reswap"] = "outerHTML"
    return response
