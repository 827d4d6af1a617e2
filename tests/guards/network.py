"""No test speaks to the network; sockets of the machine itself are allowed."""

import socket
from collections.abc import Iterator
from ipaddress import ip_address
from typing import Any

import pytest


class NetworkUsedError(AssertionError):
    """Code under test tried to reach another machine."""


def is_local(family: int, address: Any) -> bool:
    """Whether `address` cannot leave this machine."""
    if family not in {socket.AF_INET, socket.AF_INET6}:
        return True
    host = str(address[0])
    try:
        return ip_address(host.split("%", maxsplit=1)[0]).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Refuse every connection, datagram and look-up that leaves the machine."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", _guarded_lookup(socket.getaddrinfo))
        yield


def _guarded(original: Any) -> Any:
    def guarded(self: socket.socket, address: Any) -> Any:
        if not is_local(self.family, address):
            message = f"a test tried to reach {address}"
            raise NetworkUsedError(message)
        return original(self, address)

    return guarded


def _guarded_lookup(original: Any) -> Any:
    def guarded(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name is not None and not is_local(socket.AF_INET, (name,)):
            message = f"a test tried to look up {name}"
            raise NetworkUsedError(message)
        return original(host, *args, **kwargs)

    return guarded
