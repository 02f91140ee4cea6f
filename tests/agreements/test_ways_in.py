"""The one entrance to a new agreement."""

from django.urls import reverse

from agreements.models import Agreement
from tests.desk import page
from tests.factories import make_agreement, signed_tree, small_tree

URL = reverse("agreements:new", args=["trygg-i-lulea"])


def links(response):
    return page(response).xpath("//main//section//a/@href")


def test_every_way_is_a_link_that_opens(desk):
    found = links(desk.get(URL))

    for name in ("from_template", "from_text", "archive", "import"):
        address = reverse(f"agreements:{name}", args=["trygg-i-lulea"])
        assert address in found
        assert desk.get(address).status_code == 200


def test_an_earlier_agreement_can_be_begun_from_if_the_reader_sees_it(desk, karin, per):
    for number in range(4):
        make_agreement(signed_tree(title=f"Överenskommelse {number}"), by=karin)
    make_agreement(small_tree(title="Polisens eget utkast"), by=per)

    found = [one for one in links(desk.get(URL)) if one.endswith("/kopiera/")]

    assert len(found) == Agreement.objects.count() - 1
    assert desk.get(found[0]).status_code == 200
