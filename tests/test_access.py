"""Every address meets everyone, in every state of an agreement, by GET and by POST.

What is expected stands in `access_table.py`; an address that is missing there fails.
"""

import pytest
from django.db import transaction
from django.urls import URLResolver, get_resolver, reverse

from agreements.kind import AGREEMENT
from desk.urls import document_urls
from documents.kinds import kinds
from documents.models import Change
from tests import access_outside as outside
from tests import access_table as table
from tests.access_own import OWN
from tests.access_posts import good_data
from tests.access_visitors import World
from tests.access_world import (
    OTHER_SLUG,
    address,
    arguments,
    guest_address,
)

ROWS = AGREEMENT.edited_rows

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Build once what every test here only looks at."""
    stand_in = pytest.MonkeyPatch()
    for module in ("desk.workflow", "desk.views.prints"):
        stand_in.setattr(f"{module}.print_document", lambda *_args, **_options: b"%PDF-1.7")
    stand_in.setattr("desk.views.registration.print_cover_sheet", lambda *_, **__: b"%PDF")
    with django_db_blocker.unblock(), transaction.atomic():
        yield World()
        transaction.set_rollback(True)
    stand_in.undo()


def every_address(resolver=None, names=()):
    """Give (name with its namespaces, view) of every address of the program."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = (*names, pattern.namespace) if pattern.namespace else names
            yield from every_address(pattern, inner)
        else:
            yield ":".join((*names, str(pattern.name))), pattern.callback


def test_every_address_is_in_the_table():
    known = set(table.PAGES) | set(table.ROOMS) | set(table.MANUSCRIPTS) | set(outside.OUTSIDE)
    known |= set(outside.ALLAUTH) | outside.ADMIN | set(table.GUEST) | set(OWN)
    # What every kind of document has stands there once; `tests/kinds` tries it.
    for kind in kinds().values():
        pages = {one.name for one in document_urls(kind)} | {"list"}
        assert {f"agreements:{name}" for name in pages} <= known
        known |= {f"{kind.namespace}:{name}" for name in pages}

    assert {name for name, _view in every_address()} == known


def test_every_view_of_ours_has_a_door():
    foreign = set(outside.ALLAUTH) | outside.ADMIN
    without = {name for name, view in every_address() if not hasattr(view, "door")}

    assert without == foreign


@pytest.mark.parametrize(
    ("state", "who", "pages"),
    [pytest.param(*walk, id="-".join(walk[:2])) for walk in table.walks()],
)
def test_an_agreement_meets_everyone_as_the_table_says(world, state, who, pages):
    agreement = world.agreements[state]
    given, posts = arguments(agreement), good_data(agreement, world.people)
    wrong = []
    for page in pages:
        url, data = address(page, given), posts.get(page, {})
        on_get, on_post = table.status_expected(page, state, who)
        tries = [("get", None, {}, on_get), ("post", data, {}, on_post)]
        if state == "draft":  # a HEAD is answered by the same code as a GET
            tries.append(("head", None, {}, on_get))
        if page.split(":")[1] in ("add", "edit", "move", "delete"):
            htmx = {"HX-Request": "true"}
            tries += [("get", None, htmx, on_get), ("post", data, htmx, on_post)]
        for method, sent, headers, expected in tries:
            response = world.knock(who, method, url, sent, **headers)
            if response.status_code != expected:
                wrong.append((page, method, headers, response.status_code, expected))
            elif who == "nobody" and method != "post":
                assert response["Location"].startswith("/konto/login/?next=/")
    assert wrong == []


@pytest.mark.parametrize("kind", ROWS)
def test_rows_of_a_foreign_draft_are_not_there(world, kind):
    foreign = arguments(world.agreements["draft of the police"], kind=kind)
    for page in ("add", "edit", "move", "delete"):
        for htmx in ({}, {"HX-Request": "true"}):
            for method in ("get", "post"):
                url = address(f"agreements:{page}", foreign)
                assert world.knock("karin", method, url, **htmx).status_code == 404
                assert world.knock("stina", method, url, **htmx).status_code == 403


@pytest.mark.parametrize("kind", ROWS)
@pytest.mark.parametrize("state", ["for comments", "draft of the police", "signed"])
def test_rows_of_another_agreement_are_not_reached_through_ones_own(world, kind, state):
    given = arguments(world.agreements["draft"])
    given.row, given.key = kind, arguments(world.agreements[state], kind=kind).key
    for page in ("edit", "move", "delete"):
        url = address(f"agreements:{page}", given)
        for method in ("get", "post"):
            response = world.knock("karin", method, url, {"direction": "up"})
            assert response.status_code == 404, (page, method)


@pytest.mark.parametrize("kind", ["section", "goal", "part", "signatory", "seat"])
def test_nothing_is_added_under_a_row_of_another_agreement(world, kind):
    above = ROWS[kind].under_model.ROW
    given = arguments(world.agreements["draft"], kind=kind)
    foreign = arguments(world.agreements["for comments"], kind=above)
    url = address("agreements:add", given)
    for method in ("get", "post"):
        sent = f"{url}?under={foreign.key}"
        assert world.knock("karin", method, sent).status_code == 404


def test_changes_versions_and_logos_of_another_agreement_are_not_reached(world):
    other = arguments(world.agreements["sent"])
    for page, name in [("as_of", "change"), ("logo", "sha256")]:
        given = arguments(world.agreements["draft"])
        setattr(given, name, getattr(other, name))
        assert world.knock("karin", "get", address(f"agreements:{page}", given)).status_code == 404
    for page in ("version", "version_pdf"):
        given = arguments(world.agreements["draft"])
        given.number = 2  # the signed one has it
        assert world.knock("karin", "get", address(f"agreements:{page}", given)).status_code == 404


@pytest.mark.parametrize("who", sorted(table.MEMBERS))
@pytest.mark.parametrize("state", table.STATES)
def test_the_past_of_a_draft_is_its_writers(world, state, who):
    agreement = world.agreements[state]
    given = arguments(agreement)
    met = table.STATES[state]
    writes = who in met.writes and who in met.sees
    given.change = Change.objects.of(agreement.document).last().pk

    as_of = world.knock(who, "get", address("agreements:as_of", given))
    history = world.knock(who, "get", address("agreements:history", given))

    assert as_of.status_code == (200 if writes else 404)
    assert (f"/historik/{given.change}/" in history.content.decode()) == writes
    assert (f"/{agreement.pk}/versioner/1/" in history.content.decode()) == writes


def test_an_agreement_is_not_reached_through_another_partnership(world):
    for state in ("draft", "published"):
        given = arguments(world.agreements[state], slug=OTHER_SLUG)
        for page in table.PAGES:
            for method in ("get", "post"):
                status = world.knock("olof", method, address(page, given)).status_code
                assert status in (404, 405), (state, page, method)
                unanswered = 405 if table.PAGES[page].answers[0] == 405 else 404
                assert method == "post" or status == unanswered


@pytest.mark.parametrize("who", sorted(table.EVERYONE))
def test_the_pages_of_a_partnership_meet_everyone(world, who):
    agreement = world.agreements["draft"]
    given, posts = arguments(agreement), good_data(agreement, world.people)
    for page, (may, (on_get, on_post)) in table.ROOMS.items():
        if who == "nobody":
            expected = [302, 403]
        elif who in table.OUTSIDERS:
            expected = [404, 404]
        else:
            expected = [on_get, on_post] if who in may else [403, 403]
        url, data = address(page, given), posts.get(page, {})
        found = [world.knock(who, method, url, data).status_code for method in ("get", "post")]
        assert found == expected, page


@pytest.mark.parametrize("who", sorted(table.EVERYONE))
def test_a_manuscript_is_there_for_its_organisation_alone(world, who):
    agreement = world.agreements["draft"]
    given, posts = arguments(agreement), good_data(agreement, world.people)
    given.manuscript = world.manuscript.pk
    for page, (may, (on_get, on_post)) in table.MANUSCRIPTS.items():
        if who == "nobody":
            expected = [302, 403]
        elif who in table.OUTSIDERS:
            expected = [404, 404]
        elif who not in may:
            expected = [403, 403]
        else:
            expected = [on_get, on_post] if who in table.LULEA else [404, 404]
        url, data = address(page, given), posts.get(page, {})
        found = [world.knock(who, method, url, data).status_code for method in ("get", "post")]
        assert found == expected, page


@pytest.mark.parametrize("who", ["karin", "olof", "nobody"])
@pytest.mark.parametrize("state", ["draft", "locked", "signed"])
def test_a_personal_link_opens_its_document_for_whoever_has_it(world, state, who):
    agreement = world.agreements[state]
    posts = good_data(agreement, world.people)
    rows = table.GUEST_AFTERWARDS if state == "signed" else table.GUEST
    for page, expected in rows.items():
        url, data = guest_address(page, agreement), posts.get(page, {})
        found = tuple(world.knock(who, method, url, data).status_code for method in ("get", "post"))
        assert found == expected, page
        cut = url.replace("/samrad/", "/samrad/x", 1)
        assert world.knock(who, "get", cut).status_code == 404, page


def test_a_personal_link_reaches_no_comment_of_another_document(world):
    own, other = (world.agreements[state] for state in ("draft", "locked"))
    world.knock("nobody", "post", guest_address("guest:enter", own))
    for page in ("guest:wording", "guest:withdraw"):
        number = guest_address(page, other).rstrip("/").split("/")[4]
        url = guest_address(page, own).replace(own_number(page, own), f"/{number}/")
        assert world.knock("nobody", "post", url).status_code in (404, 405), page
        if page == "guest:wording":
            assert world.knock("nobody", "get", url).status_code == 404


def own_number(page, agreement):
    return f"/{guest_address(page, agreement).rstrip('/').split('/')[4]}/"


@pytest.mark.parametrize("who", ["olof", "ada", "nobody"])
def test_options_tells_outsiders_nothing(world, who):
    given = arguments(world.agreements["published"])
    for page in table.PAGES:
        status = world.knock(who, "options", address(page, given)).status_code
        assert status == (302 if who == "nobody" else 404), page


@pytest.mark.parametrize("who", ["karin", "ines", "olof", "ada", "nobody"])
def test_lists_name_only_what_their_reader_sees(world, who):
    for page in ("pages:overview", "agreements:list"):
        url = address(page, arguments(world.agreements["draft"]))
        shown = world.knock(who, "get", url).content.decode()
        for state, met in table.STATES.items():
            link = f"/overenskommelser/{world.agreements[state].pk}/"
            assert (link in shown) == (who in met.sees), (page, state)


@pytest.mark.parametrize("who", sorted(table.EVERYONE))
def test_pages_outside_partnerships_meet_everyone(world, who):
    for page, statuses in outside.OUTSIDE.items():
        stays = (page, who) == ("pages:start", "ada")
        expected = table.READ if stays else statuses[who == "nobody"]
        url = reverse(page, kwargs=outside.OUTSIDE_TAKES.get(page))
        found = tuple(world.knock(who, method, url).status_code for method in ("get", "post"))
        assert found == expected, page


@pytest.mark.parametrize("who", sorted(table.EVERYONE))
def test_the_sign_in_pages_meet_everyone(world, who):
    pages = outside.ALLAUTH_IN_TWO_STEPS if who == "ada" else outside.ALLAUTH
    for page, (signed_in, nobody) in pages.items():
        url = reverse(page, kwargs=outside.ALLAUTH_TAKES.get(page))
        expected = nobody if who == "nobody" else signed_in
        assert world.knock(who, "get", url).status_code == expected, page


@pytest.mark.parametrize("who", sorted(table.EVERYONE))
def test_the_administration_is_for_the_operator_alone(world, who):
    for name in sorted(outside.ADMIN - {"admin:None", "admin:login", "admin:logout"}):
        for method in ("get", "post"):
            response = world.knock(who, method, admin_address(name, world))
            if who == "ada":
                assert response.status_code < 500, name
            else:
                assert response.status_code == 302, name
                assert response["Location"].startswith(("/admin/login/", "/konto/login/")), name


def admin_address(name, world):
    """Return the address of an administration page, of an object that exists where it can."""
    ids = {
        "accounts_user": world.people["karin"].user.pk,
        "partnerships_organisation": world.people["karin"].organisation.pk,
        "partnerships_partnership": world.people["karin"].access.partnership.pk,
    }
    model = name.removeprefix("admin:").rpartition("_")[0]
    if name == "admin:app_list":
        return reverse(name, args=["partnerships"])
    if name == "admin:view_on_site":
        return reverse(name, args=[1, 1])
    if name == "admin:auth_user_password_change":
        return reverse(name, args=[ids["accounts_user"]])
    if model in outside.ADMIN_MODELS and not name.endswith(("_changelist", "_add")):
        return reverse(name, args=[ids.get(model, 1)])
    return reverse(name)
