"""A downloaded file is called what the agreement is called, in letters every system takes."""

import pytest

from agreements.models import Agreement
from desk.views.sending import file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Överenskommelse 2028–2031", "overenskommelse-2028-2031"),
        ("Trygg — i Luleå", "trygg-i-lulea"),
        ("協定", "overenskommelse"),
        ("a" * 79 + " 2028", "a" * 79),
    ],
)
def test_a_file_name_keeps_years_apart(title, name):
    assert file_name(Agreement(title=title)) == name


def test_a_file_is_sent_under_that_name(desk):
    desk.fill_in(desk.at("edit", desk.row("agreement")), title="Överenskommelse 2024–2027")

    sent = desk.get(desk.url("export"))["Content-Disposition"]

    assert 'filename="overenskommelse-2024-2027.json"' in sent


@pytest.mark.parametrize("kind", ["pdf", "word", "html"])
def test_a_file_with_a_draft_says_so_in_its_name(desk, kind):
    sent = desk.get(desk.url(kind))["Content-Disposition"]

    assert "-utkast." in sent
