"""The one door: who comes in, who meets 404 and who meets 403."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse

from partnerships.access import door, open_to_all, signed_in
from partnerships.permissions import Action

OUTSIDERS = ["olof", "ada"]
ALLOWED = {
    Action.VIEW: {"karin", "per", "stina", "rut", "malte", "ines"},
    Action.CREATE: {"karin", "per", "rut"},
    Action.EDIT: {"karin", "per"},
    Action.SHARE: {"karin", "per", "rut"},
    Action.LOCK: {"karin", "per", "rut"},
    Action.REGISTER_SIGNED: {"karin", "per", "rut"},
    Action.COMMENT: {"karin", "per", "stina", "rut", "malte"},
    Action.CONSULT: {"karin", "per", "rut"},
    Action.REGISTER: {"karin", "per", "rut"},
    Action.SET_LETTERHEAD: {"karin", "per", "rut"},
    Action.REPORT: {"karin", "per", "malte"},
    Action.SUBMIT: {"karin", "per", "rut"},
    Action.DECIDE: {"karin", "per", "rut"},
    Action.SET_BODIES: {"karin", "per", "rut"},
    Action.KEEP_DEADLINES: {"karin", "per", "rut"},
}


def knock(rf, who, action, slug="trygg-i-lulea"):
    """Return the request as the view behind the door met it."""
    met = []

    @door(action)
    def view(request):
        met.append(request)
        return HttpResponse()

    request = rf.get("/")
    request.user = who
    response = view(request, partnership=slug)
    return met[0] if met else response


def test_every_action_is_tried():
    assert set(ALLOWED) == set(Action)


@pytest.mark.parametrize("action", Action)
def test_members_come_in_by_their_role(rf, people, action):
    for name in ALLOWED[Action.VIEW]:
        persona = getattr(people, name)
        if name in ALLOWED[action]:
            access = knock(rf, persona.user, action).access
            assert access == persona.access
            assert access.partnership.slug == "trygg-i-lulea"
            assert access.organisation == persona.organisation
            assert access.may(action)
        else:
            assert not persona.access.may(action)
            with pytest.raises(PermissionDenied):
                knock(rf, persona.user, action)


@pytest.mark.parametrize("name", OUTSIDERS)
@pytest.mark.parametrize("action", Action)
def test_outsiders_and_operators_meet_nothing(rf, people, name, action):
    with pytest.raises(Http404):
        knock(rf, getattr(people, name).user, action)


def test_a_partnership_that_is_not_looks_the_same_as_one_that_is_closed(rf, karin):
    for slug in ("umebra", "finns-inte"):
        with pytest.raises(Http404):
            knock(rf, karin.user, Action.VIEW, slug)


@pytest.mark.parametrize("slug", ["trygg-i-lulea", "finns-inte"])
def test_whoever_is_not_signed_in_is_sent_to_sign_in(rf, people, slug):
    response = knock(rf, AnonymousUser(), Action.VIEW, slug)

    assert response.status_code == 302
    assert response["Location"].startswith("/konto/")


def test_a_person_has_a_role_of_its_own_in_each_partnership(rf, olof, partnership, people):
    people.ines.membership.user = olof.user
    people.ines.membership.save()

    knock(rf, olof.user, Action.EDIT, "umebra")
    with pytest.raises(PermissionDenied):
        knock(rf, olof.user, Action.EDIT, "trygg-i-lulea")


def test_the_door_takes_one_query(rf, karin, django_assert_num_queries):
    with django_assert_num_queries(1):
        access = knock(rf, karin.user, Action.VIEW).access
        assert access.partnership.name
        assert access.organisation.name


def test_every_kind_of_door_is_marked():
    marks = [
        kind(lambda request: None).door for kind in (door(Action.EDIT), signed_in, open_to_all)
    ]

    assert marks == [Action.EDIT, "signed in", "open"]
