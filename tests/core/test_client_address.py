"""Where a request comes from, whatever it says itself."""

import pytest
from django.test import RequestFactory

from core.client_address import client_address

NGINX, CLIENT, LIAR = "10.0.0.5", "198.51.100.7", "203.0.113.66"


def seen(remote, forwarded=None):
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    return client_address(RequestFactory().get("/", REMOTE_ADDR=remote, headers=headers))


@pytest.mark.parametrize("trusted", [None, [], ["none"]])
def test_nobody_is_believed_until_someone_is_trusted(settings, trusted):
    settings.TRUSTED_PROXIES = trusted

    assert seen(LIAR, CLIENT) == LIAR
    assert seen("127.0.0.1", CLIENT) == "127.0.0.1"


@pytest.mark.parametrize("trusted", [[NGINX], ["10.0.0.0/8"], ["::1", "10.0.0.0/24"]])
def test_a_trusted_server_in_front_names_the_client(settings, trusted):
    settings.TRUSTED_PROXIES = trusted

    assert seen(NGINX, CLIENT) == CLIENT
    assert seen(LIAR, CLIENT) == LIAR


@pytest.mark.parametrize("claimed", [LIAR, "1.1.1.1, 2.2.2.2", NGINX, "10.0.0.9, x", ","])
def test_what_the_client_wrote_itself_is_not_believed(settings, claimed):
    settings.TRUSTED_PROXIES = [NGINX]

    assert seen(NGINX, f"{claimed}, {CLIENT}") == CLIENT


def test_two_trusted_servers_after_each_other_are_looked_through(settings):
    settings.TRUSTED_PROXIES = ["10.0.0.0/24"]

    assert seen(NGINX, f"{LIAR}, {CLIENT}, 10.0.0.6") == CLIENT


@pytest.mark.parametrize("forwarded", [None, "", "unknown", f"{CLIENT}, not an address", ", ,"])
def test_a_server_that_names_no_client_is_itself_the_last_that_we_know(settings, forwarded):
    settings.TRUSTED_PROXIES = [NGINX]

    assert seen(NGINX, forwarded) == NGINX


def test_a_server_on_the_same_machine_may_use_a_socket(settings):
    settings.TRUSTED_PROXIES = ["unix"]
    assert seen("", CLIENT) == CLIENT

    settings.TRUSTED_PROXIES = []
    assert seen("", CLIENT) == "unix"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("198.51.100.7:51515", CLIENT),
        ("[2001:db8::7]:443", "2001:db8::7"),
        ("2001:db8::7", "2001:db8::7"),
        ("::ffff:198.51.100.7", CLIENT),
    ],
)
def test_an_address_is_read_however_it_is_written(settings, written, address):
    settings.TRUSTED_PROXIES = ["::1"]

    assert seen("::1", written) == address


def test_clients_without_ipv6_are_told_apart_at_a_server_that_has_it(settings):
    settings.TRUSTED_PROXIES = []

    assert seen("::ffff:198.51.100.7") != seen("::ffff:198.51.100.8")
