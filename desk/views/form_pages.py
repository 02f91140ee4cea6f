"""A form as a page, and what is different about its answer when the form was refused."""

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from desk.addresses import page_of
from documents.models import TopRow


def form_page(
    request: HttpRequest, template: str, form: Form, *, status: int = 200, **context
) -> HttpResponse:
    """Show `form`; what was sent and refused is a 422."""
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
    names = [field.name for field in form.visible_fields()]
    first = next((name for name in names if name in form.errors), names[0])
    form.fields[first].widget.attrs["autofocus"] = True


def in_place_of(selector: str, request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let htmx put a refused form where the one that was sent stands: its `selector`."""
    if request.htmx and response.status_code == 422:
        response["HX-Retarget"], response["HX-Reselect"] = f"closest {selector}", selector
        response["HX-Reswap"] = "outerHTML"
    return response
