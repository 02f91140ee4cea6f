"""Every page: a strict policy, nothing inline, nothing from elsewhere, text always as text."""

import pytest
from django.urls import reverse

from desk import workflow
from documents.changes import change
from tests.desk import Desk, page, text_of
from tests.factories import MembershipFactory, make_agreement, small_tree

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"' {{ 7|add:7 }}"
NAMES = ["detail", "history", "share", "lock", "start_from", "export"]


@pytest.fixture
def evil(karin, client_for, without_pdf):
    """An agreement whose every text is an attack, already shared and edited once."""
    desk = Desk(client_for(karin), make_agreement(small_tree(title=EVIL, subtitle=EVIL), by=karin))
    for kind, field in [
        ("goal", "text"),
        ("section", "heading"),
        ("party", "display_name"),
        ("signatory", "name"),
        ("body", "name"),
        ("seat", "title"),
        ("duty", "text"),
        ("appendix", "title"),
    ]:
        row = desk.row(kind)
        with change(by=karin.actor, document=desk.agreement.document, reason=EVIL):
            setattr(row, field, EVIL)
            row.save()
    return desk


def all_pages(desk):
    """Give the answers of every page of ours, by address."""
    MembershipFactory(user=desk.changes()[0].user)  # whoever has one only does not see the start
    start = reverse("pages:start")
    addresses = [start, start + "trygg-i-lulea/", "/finns/inte/", desk.url("lock") + "x/"]
    addresses += [desk.url(name) for name in NAMES if name != "export"] + [
        desk.url("detail") + "?las"
    ]
    addresses += [
        reverse(f"agreements:{name}", args=["trygg-i-lulea"]) for name in ("list", "new", "import")
    ]
    addresses += [desk.url("add", kind) for kind in ("section", "goal", "party", "body", "duty")]
    addresses += [desk.at(name, desk.row("goal")) for name in ("edit", "move", "delete")]
    addresses += [
        desk.at("edit", desk.row(kind)) for kind in ("agreement", "part", "party", "duty")
    ]
    addresses += [desk.url("as_of", one.pk) for one in desk.changes()[:2]]
    addresses += [reverse("account_change_password")]
    found = {address: desk.get(address) for address in addresses}
    signed_out = type(desk.client)()
    return found | {reverse("account_login"): signed_out.get(reverse("account_login"))}


def test_headers_and_markup_hold_the_policy_on_every_page(evil):
    for address, response in all_pages(evil).items():
        policy = response["Content-Security-Policy"]
        assert "unsafe" not in policy, address
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert response["X-Frame-Options"] == "DENY", address
        assert response["X-Content-Type-Options"] == "nosniff", address
        assert response["Referrer-Policy"] == "same-origin", address
        tree = page(response)
        assert not tree.xpath("//@style | //style"), address
        assert not tree.xpath("//@*[starts-with(name(), 'on')]"), address
        for script in tree.xpath("//script[not(@src)][not(@type='application/json')]"):
            assert f"'nonce-{script.get('nonce')}'" in policy, address
        for asset in tree.xpath("//script/@src | //link/@href | //img/@src"):
            assert asset[0] == "/" != asset[1], (address, asset)
        for link in tree.xpath("//@href | //@action"):
            assert not link.strip().lower().startswith(("javascript:", "data:")), (address, link)


def test_text_is_text_wherever_it_is_shown(evil):
    for address, response in all_pages(evil).items():
        tree = page(response)
        assert not tree.xpath("//img[@src='x'] | //script[contains(text(), 'alert')]"), address
        assert "alert(1)</script>" not in response.content.decode(), address
        assert " 14" not in " ".join(tree.xpath("//h1/text()")), address
    assert EVIL in text_of(evil.get(evil.url("history")))
    assert EVIL in page(evil.get(evil.url("detail"))).xpath("string(//h1)").replace("\u00ad", "")


def test_messages_and_fragments_show_text_as_text(evil):
    fragment = evil.get(evil.at("edit", evil.row("goal")), htmx=True)
    assert not page(fragment).xpath("//script | //img")
    refused = evil.fill_in(evil.at("edit", evil.row("agreement")), valid_to=EVIL)
    assert not page(refused).xpath("//main//script | //main//img[@src='x']")
    looped = evil.post(
        evil.at("move", evil.row("goal")),
        {"parent": evil.row("goal", text="Bygga broar").pk},
    )
    assert "alert(1)" in text_of(looped)
    assert not page(looped).xpath("//main//script | //main//img")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("<p>Före<script>alert(1)</script> efter</p>", "<p>Före efter</p>"),
        ('<p onclick="alert(1)" style="color:red" class="x">Text</p>', "<p>Text</p>"),
        ('<p><a href="javascript:alert(1)">Länk</a></p>', "<p>Länk</p>"),
        ('<p><img src=x onerror="alert(1)">Bild</p>', "<p>Bild</p>"),
        ('<svg onload="alert(1)"><p>Text</p></svg>', "<p>Text</p>"),
        ('<iframe src="//ont.example"></iframe><p>Kvar</p>', "<p>Kvar</p>"),
    ],
)
def test_scripts_in_running_text_are_taken_away_and_the_rest_is_kept(desk, written, kept):
    part = desk.row("part", kind="text")

    assert desk.fill_in(desk.at("edit", part), text=written).status_code == 302

    assert desk.row("part", kind="text").text == kept


def test_a_form_without_its_token_is_refused_by_a_page_of_ours(desk, client_for, karin):
    strict = type(desk.client)(enforce_csrf_checks=True)
    strict.force_login(karin.user)

    response = strict.post(desk.url("lock"), {"reason": ""})

    assert response.status_code == 403
    assert page(response).xpath("//main//h1")
    assert not desk.agreement.document.versions.exists()


def test_the_locked_version_is_as_strict(evil, karin):
    workflow.lock(evil.agreement, by=karin.actor)

    for response in (evil.get(evil.url("version", 1)), evil.get(evil.url("detail"))):
        assert "unsafe" not in response["Content-Security-Policy"]
        assert not page(response).xpath("//img[@src='x'] | //@style")
