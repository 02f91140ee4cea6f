"""What every document has meets everyone as the one table says, whatever its kind.

An agreement is walked in every state by `tests/test_access.py`; here come the other kinds.
"""

import pytest
from django.db import transaction

from desk.urls import document_urls
from documents.acts import REVISE
from tests import access_table as table
from tests import access_world
from tests.access_own import own_pages
from tests.access_visitors import World
from tests.kinds.examples import KINDS, bind, make

pytestmark = pytest.mark.django_db
OTHERS = [kind for kind in KINDS if kind.name != "agreement"]
#: Pictures are fetched where a row of the kind can have one.
NO_PICTURE = ("logo",)


STATES = [*table.STATES, *table.REVISED]


@pytest.fixture(scope="module", params=OTHERS, ids=lambda kind: kind.name)
def world(request, django_db_setup, django_db_blocker):
    """Everyone, and a document of the kind in each state."""
    stand_in = pytest.MonkeyPatch()
    for module in ("desk.workflow", "desk.views.prints"):
        stand_in.setattr(f"{module}.print_document", lambda *_args, **_options: b"%PDF-1.7")
    stand_in.setattr("desk.views.registration.print_cover_sheet", lambda *_, **__: b"%PDF")
    kind = request.param
    with django_db_blocker.unblock(), transaction.atomic():
        yield World(
            of=lambda by: make(kind, by=by), bind=bind, kind=kind, revised=REVISE in kind.acts
        )
        transaction.set_rollback(True)
    stand_in.undo()


def met(world, state):
    """Return the document in `state`; a kind whose texts are not revised has fewer of them."""
    if state not in world.agreements:
        pytest.skip("no text of the kind is revised")
    return world.agreements[state]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("who", sorted(table.EVERYONE))
def test_a_document_meets_everyone_as_the_table_says(world, state, who):
    top = met(world, state)
    given = access_world.arguments(top)
    posts = access_world.good_data(top, world.people)
    left_out = () if world.kind.picture_columns else NO_PICTURE
    pages = table.pages_of(world.kind)
    wrong = []
    for name in {one.name for one in document_urls(world.kind)} - {*left_out}:
        page = f"agreements:{name}"
        if page not in pages or not table.is_told_apart(page, state, who, world.kind):
            continue
        url = access_world.address(f"{world.kind.namespace}:{name}", given)
        expected = table.status_expected(page, state, who, world.kind)
        if name == "export" and not world.kind.in_file and expected[0] == 200:
            expected = (302, expected[1])
        data = posts.get(page, {})
        if name == "registration" and world.people[who] and expected[1] == 302:
            # Nobody but one's own organisation keeps a record of a kind without parties.
            data = {"organisation": world.people[who].organisation.pk}
        asked, sent = world.knock(who, "get", url), world.knock(who, "post", url, data)
        found = asked.status_code, sent.status_code
        if found != expected:
            wrong.append((name, found, expected))
    assert wrong == []


@pytest.mark.parametrize("state", STATES)
def test_what_only_a_plan_has_meets_everyone_as_the_table_says(world, state):
    pages = own_pages(world.kind)
    given = access_world.arguments(met(world, state))
    for page in pages:
        url = access_world.address(page, given)
        for who in table.EVERYONE:
            found = tuple(world.knock(who, method, url).status_code for method in ("get", "post"))
            expected = table.status_expected(page, state, who, own=pages[page])
            assert found == expected, (page, who)


@pytest.mark.parametrize("who", sorted(table.EVERYONE))
def test_the_list_of_a_kind_names_only_what_its_reader_sees(world, who):
    given = access_world.arguments(world.agreements["draft"])
    url = access_world.address(f"{world.kind.namespace}:list", given)
    shown = world.knock(who, "get", url).content.decode()
    for state, top in world.agreements.items():
        link = f"/{world.kind.path}/{top.pk}/"
        assert (link in shown) == (who in (table.STATES | table.REVISED)[state].sees), state
