"""One connection to a calendar server: requests with a password, that never leave the server they are meant for."""

import ssl
from base64 import b64encode
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection, IncompleteRead
from socket import SHUT_RDWR
from time import monotonic
from urllib.parse import quote, unquote, urljoin, urlsplit

from domain.errors import ServerProblemError
from domain.i18n import N_

CONNECT_SECONDS, ANSWER_SECONDS = 10.0, 60.0
LARGEST_ANSWER = 16 * 1024 * 1024
"""Octets; a list of 10,000 resources has 2 million."""

_CHUNK = 64 * 1024
_MOST_REDIRECTS = 3
_REDIRECTS = frozenset({301, 302, 307, 308})
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class UnreachableError(ServerProblemError):
    """No answer: the network is away, the server is slow or the connection was cut. Another try may succeed."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where the server is and who asks there; `path` is the folder of the collections, ending in a slash."""

    scheme: str
    host: str
    port: int | None
    path: str
    user: str
    password: str = field(repr=False)

    @property
    def name(self) -> str:
        """The host for people to read."""
        return self.host if self.port is None else f"{self.host}:{self.port}"


def server(address: str, user: str, password: str) -> Server:
    """The server of an address: https, or http on this very machine.

    Raises:
        ServerProblemError: the address is no such, or has a user in it.
    """
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port, parts = "", None, urlsplit("")
    safe = parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK)
    if not host or not safe or "@" in parts.netloc:
        raise ServerProblemError(N_("The address of a calendar server begins with https:// and names no password."))
    return Server(parts.scheme, host, port, f"{_clean(parts.path).rstrip('/')}/", user, password)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said: status, headers by lower-case name, and the body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(slots=True)
class Connection:
    """Keeps one connection open; not for several threads, but `abort` may come from any.

    Certificates are verified as the system does; there is no switch that turns it off.
    """

    server: Server
    connect_seconds: float = CONNECT_SECONDS
    answer_seconds: float = ANSWER_SECONDS
    ticks: Callable[[], float] = monotonic
    requests: int = 0
    _wire: HTTPConnection | None = None
    _aborted: bool = False

    def ask(self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Answer:
        """Send a request and read the whole answer; follows redirects that stay on the server.

        A connection that the server closed while it was idle is opened again once: every method used here may be
        repeated, since writes are conditional.

        Raises:
            UnreachableError: there is no whole answer in time.
            ServerProblemError: the certificate is not trusted, the answer too long, or it leads to another server.
        """
        for _redirect in range(_MOST_REDIRECTS + 1):
            answer = self._once(method, path, body, headers or {})
            if answer.status not in _REDIRECTS:
                return answer
            path = self._led_to(path, answer.headers.get("location", ""))
        raise ServerProblemError(N_("{server} leads in a circle."), server=self.server.name)

    def abort(self) -> None:
        """Cut the connection, so that a thread that waits for an answer goes on at once."""
        self._aborted = True
        wire = self._wire
        if wire is not None and wire.sock is not None:
            with suppress(OSError):
                wire.sock.shutdown(SHUT_RDWR)

    def close(self) -> None:
        """Close the connection."""
        if self._wire is not None:
            self._wire.close()
            self._wire = None

    def _once(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        is_used = self._wire is not None and self._wire.sock is not None
        try:
            try:
                return self._sent(method, path, body, headers)
            except (ConnectionError, HTTPException):
                if not is_used or self._aborted:
                    raise
                self.close()
                return self._sent(method, path, body, headers)
        except ssl.SSLCertVerificationError as trouble:
            self.close()
            raise _untrusted(self.server, trouble) from trouble
        except (OSError, HTTPException) as trouble:
            self.close()
            raise _unreachable(self.server, trouble) from trouble
        except ServerProblemError:
            self.close()
            raise

    def _sent(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        wire = self._opened()
        self.requests += 1
        wire.request(method, path, body=body or None, headers={**self._always(), **headers})
        response = wire.getresponse()
        content = self._read(response)
        if response.will_close:
            wire.close()
        names = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, names, content)

    def _opened(self) -> HTTPConnection:
        if self._wire is None:
            self._wire = _wire(self.server, self.connect_seconds)
        if self._aborted:
            raise ConnectionAbortedError
        if self._wire.sock is None:
            _connect(self._wire, self.answer_seconds)
        return self._wire

    def _read(self, response: HTTPResponse) -> bytes:
        """The body within size and time: a server that sends an octet a minute must not hold anybody up."""
        until = self.ticks() + self.answer_seconds
        pieces, length = [], 0
        while piece := response.read1(_CHUNK):
            pieces.append(piece)
            length += len(piece)
            if length > LARGEST_ANSWER:
                raise ServerProblemError(N_("The answer of {server} is too long."), server=self.server.name)
            if self.ticks() > until:
                raise TimeoutError
        content = b"".join(pieces)
        if response.length:  # read1 takes an early end for the end
            raise IncompleteRead(content, response.length)
        response.close()  # nor does it say of a whole answer that the connection is free again
        return content

    def _always(self) -> dict[str, str]:
        headers = {"User-Agent": "Landauf", "Accept-Encoding": "identity"}
        if self.server.user or self.server.password:
            pair = f"{self.server.user}:{self.server.password}".encode()
            headers["Authorization"] = f"Basic {b64encode(pair).decode()}"
        return headers

    def _led_to(self, path: str, location: str) -> str:
        try:
            target = urlsplit(urljoin(f"{self.server.scheme}://{_netloc(self.server)}{path}", location))
            place = (target.scheme, target.hostname, target.port)
        except ValueError:
            location, place, target = "", ("", "", None), urlsplit("")
        if not location or place != (self.server.scheme, self.server.host, self.server.port):
            raise ServerProblemError(
                N_("{server} leads to another server. The password was not sent there; please check the address."),
                server=self.server.name,
            )
        return _clean(target.path)


def _wire(place: Server, seconds: float) -> HTTPConnection:
    if place.scheme == "https":
        return HTTPSConnection(place.host, place.port, timeout=seconds, context=ssl.create_default_context())
    return HTTPConnection(place.host, place.port, timeout=seconds)


def _connect(wire: HTTPConnection, answer_seconds: float) -> None:
    """Connect within the shorter time; from then on the longer one counts."""
    wire.connect()
    wire.sock.settimeout(answer_seconds)


def _netloc(place: Server) -> str:
    host = f"[{place.host}]" if ":" in place.host else place.host
    return host if place.port is None else f"{host}:{place.port}"


def _clean(path: str) -> str:
    """A path that can stand in a request line: neither spaces nor line ends can break out of it."""
    return quote(unquote(path), safe="/@:+~!$&'()*,;=") or "/"


def _untrusted(place: Server, trouble: ssl.SSLCertVerificationError) -> ServerProblemError:
    return ServerProblemError(
        N_("This computer does not trust the certificate of {server} ({reason}). Please ask those who run the server."),
        server=place.name,
        reason=trouble.verify_message,
    )


def _unreachable(place: Server, trouble: Exception) -> UnreachableError:
    if isinstance(trouble, TimeoutError):
        return UnreachableError(N_("{server} does not answer in time."), server=place.name)
    if isinstance(trouble, HTTPException | ConnectionResetError | ConnectionAbortedError | BrokenPipeError):
        return UnreachableError(N_("The connection to {server} was cut."), server=place.name)
    if isinstance(trouble, ssl.SSLError):
        return UnreachableError(N_("No secure connection to {server} comes about."), server=place.name)
    return UnreachableError(N_("{server} cannot be reached. Is this computer online?"), server=place.name)
