"""A calendar server on loopback that keeps resources in memory and makes trouble when a test asks it to."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from urllib.parse import unquote
from xml.sax.saxutils import escape

MULTISTATUS = (
    '<?xml version="1.0"?><multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" '
    'xmlns:S="http://calendarserver.org/ns/">{}</multistatus>'
)


@dataclass(frozen=True)
class Said:
    """An answer; `cut` closes the connection without one, `length` may lie."""

    status: int
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    cut: bool = False
    length: int | None = None


@dataclass
class Scripted:
    """`trouble(method, path)` may give an answer of its own to any request; the rest is answered as it should be.

    `tells_etags` = False is a server that never tells the etag of what was put, one without `tells_ctags` knows
    sync tokens only.
    """

    address: str = ""
    trouble: Callable[[str, str], Said | None] = lambda _method, _path: None
    tells_etags: bool = True
    tells_ctags: bool = True
    asked: list[tuple[str, str]] = field(default_factory=list)
    passwords: set[str] = field(default_factory=set)
    lying: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    collections: dict[str, int] = field(default_factory=dict)
    _count: int = 0
    _lock: Lock = field(default_factory=Lock)

    def answer(self, method: str, path: str, body: bytes, headers) -> Said:
        with self._lock:
            self.asked.append((method, path))
            self.passwords.add(headers.get("Authorization", ""))
            said = self.trouble(method, path)
            return said or getattr(self, f"_{method.lower()}")(path, body, headers)

    def methods(self, name: str) -> list[str]:
        """The paths that were asked with a method."""
        return [path for method, path in self.asked if method == name]

    def _propfind(self, path, body, headers) -> Said:
        if b"resourcetype" in body:
            tag = "S:getctag" if b"getctag" in body else "sync-token"
            shown = "{}" if tag == "sync-token" or self.tells_ctags else ""
            found = ((name, f"<{tag}>{shown.format(count)}</{tag}>", True) for name, count in self.collections.items())
        elif path not in self.collections:
            return Said(404)
        else:
            inside = ((name, etag) for name, (etag, _content) in self.lying.items() if name.startswith(path))
            found = ((name, f'<getetag>"{etag}"</getetag>', False) for name, etag in inside)
        return Said(207, MULTISTATUS.format("".join(_response(*each) for each in found)).encode())

    def _mkcalendar(self, path, body, headers) -> Said:
        if path in self.collections:
            return Said(405)
        self.collections[path] = 0
        return Said(201)

    def _put(self, path, body, headers) -> Said:
        there = self.lying.get(path)
        if headers.get("If-None-Match") == "*" and there:
            return Said(412)
        if (wanted := headers.get("If-Match")) and (there is None or wanted not in {"*", f'"{there[0]}"'}):
            return Said(412)
        self._touch(path)
        self.lying[path] = (self._count, body)
        return Said(201, headers=(("ETag", f'"{self._count}"'),) if self.tells_etags else ())

    def _delete(self, path, body, headers) -> Said:
        there = self.lying.get(path)
        if there is None:
            return Said(404)
        if headers.get("If-Match") != f'"{there[0]}"':
            return Said(412)
        self._touch(path)
        del self.lying[path]
        return Said(204)

    def _get(self, path, body, headers) -> Said:
        if path not in self.lying:
            return Said(404)
        etag, content = self.lying[path]
        return Said(200, content, (("ETag", f'"{etag}"'),))

    def _touch(self, path: str) -> None:
        self._count += 1
        self.collections[path.rsplit("/", 1)[0] + "/"] = self._count


def _response(name: str, values: str, is_calendar: bool) -> str:
    kind = "<resourcetype><collection/><C:calendar/></resourcetype>" if is_calendar else ""
    return (
        f"<response><href>{escape(name)}</href><propstat><prop>{values}{kind}</prop>"
        "<status>HTTP/1.1 200 OK</status></propstat></response>"
    )


@contextmanager
def scripted() -> Iterator[Scripted]:
    """The server, running until the end."""
    state = Scripted()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def handle_any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            said = state.answer(self.command, unquote(self.path), body, self.headers)
            if said.cut:
                self.close_connection = True
                return
            self.send_response(said.status)
            for name, value in said.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(said.body) if said.length is None else said.length))
            self.end_headers()
            self.wfile.write(said.body)
            self.close_connection = said.length is not None

        do_PROPFIND = do_MKCALENDAR = do_PUT = do_DELETE = do_GET = do_REPORT = handle_any  # noqa: N815 - the names are http.server's

        def log_message(self, format, *args) -> None:  # noqa: A002 - its own name there
            """Silence is part of the contract."""

        def handle(self) -> None:
            with suppress(ConnectionError):
                super().handle()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    state.address = f"http://127.0.0.1:{server.server_address[1]}/dav/"
    try:
        yield state
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
