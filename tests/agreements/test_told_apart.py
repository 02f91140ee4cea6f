"""Where one chooses among agreements, two with one title and period are told apart."""

import pytest
from django.urls import reverse

from tests.desk import Desk, page
from tests.factories import make_agreement, signed_tree

TITLE = "Samverkansöverenskommelse 2028–2031"


def signed(karin, subtitle, title=TITLE):
    return make_agreement(signed_tree(key=None, title=title, subtitle=subtitle), by=karin)


@pytest.fixture
def alike(karin, without_pdf):
    """Two that differ in the line below their title."""
    return [signed(karin, "Luleå kommun"), signed(karin, "Umeå kommun")]


@pytest.fixture
def twins(karin, without_pdf):
    """Two that differ in nothing but their number."""
    return [signed(karin, "", title="Samma"), signed(karin, "", title="Samma")]


def choices(response):
    options = page(response).xpath("//select[@name='replaced_by']/option/text()")
    return {" ".join(one.split()) for one in options}


def names(response, within):
    return {" ".join(one.split()) for one in page(response).xpath(f"{within}/text()")}


@pytest.mark.parametrize("name", ["archive", "succeed"])
def test_what_replaced_an_agreement_is_chosen_by_more_than_its_title(
    client_for, karin, alike, twins, name
):
    older = Desk(client_for(karin), signed(karin, "", title="Den gamla 2024–2027"))
    archive = reverse("agreements:archive", args=[older.slug])

    found = choices(older.get(archive if name == "archive" else older.url("succeed")))

    assert {f"{TITLE} 2024–2027 – Luleå kommun", f"{TITLE} 2024–2027 – Umeå kommun"} <= found
    assert {f"Samma 2024–2027 – Gäller, nr {one.pk}" for one in twins} <= found
    if name == "archive":
        assert "Den gamla 2024–2027" in found  # no other is called that


def test_so_they_are_where_one_copies_and_where_one_registers(client_for, karin, rut, alike, twins):
    copied = client_for(karin).get(reverse("agreements:new", args=["trygg-i-lulea"]))
    waiting = client_for(rut).get(reverse("agreements:waiting", args=["trygg-i-lulea"]))

    wanted = {f"{TITLE} 2024–2027 – Luleå kommun", f"{TITLE} 2024–2027 – Umeå kommun"}
    wanted |= {f"Samma 2024–2027 – Gäller, nr {one.pk}" for one in twins}
    assert wanted <= names(copied, "//ul[@class='earlier']/li/a")
    assert wanted <= names(waiting, "//div[@class='what']/strong/a")
