"""A form as a page, and what is different about its answer when the form was refused."""

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from desk.addresses import page_of
from documents.models import TopRow


def form_page(request: HttpRequest, template: str, form: Form, **context) -> HttpResponse:
    """Show `form`; what was sent and refused is a 422."""
    return render(request, template, {"form": form} | context, status=422 if form.errors else 200)


def act_page(
    request: HttpRequest, top: TopRow, form: Form, template: str, **context
) -> HttpResponse:
    """Show the page (`template`) on which an act is asked for before it is done to `agreement`."""
    return form_page(
        request,
        template,
        form,
        top=top,
        page=page_of(request, top),
        **context,
    )


def in_place_of(selector: str, request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let htmx put a refused form where the one that was sent stands: its `selector`."""
    if request.htmx and response.status_code == 422:
        response["HX-Retarget"], response["HX-Reselect"] = f"closest {selector}", selector
        response["HX-Reswap"] = "outerHTML"
    return response
