"""The nets of `conftest.py` and `loud.py` catch what they are spanned for."""

from datetime import datetime

import pytest
from django.core.paginator import Paginator, UnorderedObjectListWarning
from django.db import transaction
from django.http import HttpResponse
from django.template import engines
from django.template.loader import render_to_string
from django.test import override_settings
from django.urls import path
from django.utils import timezone

from documents.models import Change
from partnerships.access import open_to_all
from partnerships.models import Organisation, Partnership
from tests.factories import OrganisationFactory


def writing(request):
    OrganisationFactory(name="Skriven av en läsning")
    return HttpResponse()


def form_without_token(request):
    return HttpResponse('<form class="a" method="post"><button>Spara</button></form>')


def form_that_asks(request):
    return HttpResponse('<form method="get"><button>Sök</button></form>')


urlpatterns = [
    path(view.__name__, open_to_all(view)) for view in (writing, form_without_token, form_that_asks)
]


def test_an_undefined_variable_in_our_template_fails():
    with pytest.raises(AssertionError, match="Undefined template variable"):
        render_to_string("includes/icon.html", {})


def test_an_undefined_variable_in_a_template_of_a_framework_does_not():
    assert render_to_string("admin/pagination.html", {"cl": {}}) is not None
    assert engines["django"].from_string("({{ nothing }})").render({}) == "()"


@override_settings(ROOT_URLCONF="tests.test_loud")
def test_a_get_that_writes_fails(client_for, karin):
    with pytest.raises(AssertionError, match="A GET writes"):
        client_for(karin).get("/writing")
    assert client_for(karin).post("/writing").status_code == 200
    assert Organisation.objects.filter(name="Skriven av en läsning").exists()


@override_settings(ROOT_URLCONF="tests.test_loud")
def test_a_form_without_its_token_fails(client_for, db):
    with pytest.raises(AssertionError, match="without its token"):
        client_for(None).get("/form_without_token")
    assert client_for(None).get("/form_that_asks").status_code == 200


def test_a_naive_moment_fails(draft):
    made = Change.objects.of(draft.document)[0]
    made.at = datetime(2026, 3, 12, 12, 0)
    with pytest.raises(RuntimeWarning, match="naive"), transaction.atomic():
        made.save()
    made.at = timezone.make_aware(made.at)
    made.save()


def test_a_list_paged_without_an_order_fails(partnership):
    with pytest.raises(UnorderedObjectListWarning, match="unordered"):
        Paginator(Partnership.objects.order_by(), 10).page(1)
