"""While the cache is not reached nobody is let in uncounted, and everyone is told so."""

import pytest
from django.core.cache import caches
from django.test import Client

from core.starting import cache_answers
from tests.desk import text_of
from tests.factories import PASSWORD

#: Where nothing listens.
NOBODY = {
    "BACKEND": "django.core.cache.backends.redis.RedisCache",
    "LOCATION": "redis://127.0.0.1:1/9",
}


@pytest.fixture
def unreached(settings):
    """The program as it is set to a Redis that is not there."""
    kept = caches.settings
    settings.CACHES = settings.CACHES | {"default": NOBODY}
    caches.settings = caches.configure_settings(settings.CACHES)
    yield
    caches.settings = kept


@pytest.fixture
def client(db):
    return Client()  # what is not caught is raised


def test_a_sign_in_is_answered_in_a_sentence_and_not_let_in(client, karin, unreached, caplog):
    answer = client.post("/konto/login/", {"login": karin.user.email, "password": PASSWORD})

    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert "Det går inte just nu" in text_of(answer)
    assert "_auth_user_id" not in client.session
    assert "CACHE_URL" in caplog.text


def test_a_new_password_is_not_asked_for_uncounted_either(client, karin, unreached):
    answer = client.post("/konto/password/reset/", {"email": karin.user.email})

    assert answer.status_code == 503


def test_who_is_signed_in_goes_on_working(karin, client_for, unreached):
    assert client_for(karin).get("/", follow=True).status_code == 200


def test_monitoring_is_told(client, unreached):
    answer = client.get("/halsa/")

    assert answer.status_code == 503
    assert answer.json() == {"status": "error", "reasons": ["The shared cache does not answer."]}


def test_it_is_told_before_going_live(unreached):
    (warning,) = cache_answers()

    assert warning.msg.startswith("CACHE_URL names a Redis server that does not answer")


def test_a_cache_in_the_database_is_asked_for_with_the_database(client):
    assert client.get("/halsa/").json() == {"status": "ok", "reasons": []}
    assert cache_answers() == []
