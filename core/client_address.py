"""Where a request comes from, when a server stands in front of ours.

The server in front names the client in `X-Forwarded-For`; but anyone can write that header, so it
is believed only from those that `settings.TRUSTED_PROXIES` names, and no further than they vouch
for.
"""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

#: In TRUSTED_PROXIES: a server that reaches ours through a socket of the machine, with no address.
SOCKET = "unix"
#: In TRUSTED_PROXIES: there is no server in front.
NOBODY = "none"

Address = IPv4Address | IPv6Address


def client_address(request: HttpRequest) -> str:
    """Return the address of whoever sent `request`, or "unix" for a socket that is not trusted.

    Each server appends to the header the address it was reached from. So it is read from its end,
    as long as the one who wrote is trusted: the first that is not is the client.
    """
    here = _parsed(request.META.get("REMOTE_ADDR", ""))
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    while _is_trusted(here) and forwarded:
        named = _parsed(forwarded.pop())
        if named is None:  # empty, or no address: whoever wrote it is the last that we know
            break
        here = named
    return SOCKET if here is None else str(here)


def _parsed(written: str) -> Address | None:
    written = written.strip()
    if written.startswith("["):  # [2001:db8::1]:443
        written = written[1:].partition("]")[0]
    elif written.count(":") == 1:  # 192.0.2.1:443
        written = written.partition(":")[0]
    try:
        address = ip_address(written)
    except ValueError:
        return None
    # One client, whether it is reached by way of IPv6 or not.
    return getattr(address, "ipv4_mapped", None) or address


def _is_trusted(address: Address | None) -> bool:
    trusted = settings.TRUSTED_PROXIES or []
    if address is None:
        return SOCKET in trusted
    networks = [ip_network(one) for one in trusted if one not in (SOCKET, NOBODY)]
    return any(address in network for network in networks)
