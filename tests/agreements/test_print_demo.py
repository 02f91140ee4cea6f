"""The PDFs of the demonstration's two main agreements, as the pages send them."""

import pytest

from accounts.models import User
from agreements.models import Agreement
from demo.building import build
from tests.loud import LoudClient
from tests.pdf_checks import problems, spoken

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.mark.parametrize(
    ("slug", "account", "year", "said"),
    [
        ("umebra", "insyn@umea.example", 2017, "Umeå kommun"),
        ("trygg-i-lulea", "insyn@lulea.example", 2024, "Luleå kommun"),
    ],
)
def test_both_pdfs_of_both_agreements_are_accessible(tmp_path, slug, account, year, said):
    build()
    agreement = Agreement.objects.get(
        document__partnership__slug=slug, valid_from__year=year, signed=True
    )
    client = LoudClient()
    client.force_login(User.objects.get(email=account))

    for variant in ("ua", "a3"):
        url = f"/{slug}/overenskommelser/{agreement.pk}/pdf/?variant={variant}"
        response = client.get(url)
        assert response.status_code == 200
        assert problems(response.content, tmp_path) == []
        assert said in " ".join(spoken(response.content))
