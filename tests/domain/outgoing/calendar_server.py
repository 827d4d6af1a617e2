"""A real Radicale on loopback, in a process of its own, its storage in memory where there is such a place."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from importlib.util import find_spec
from pathlib import Path
from shutil import rmtree
from socket import create_server
from tempfile import mkdtemp

import pytest
from icalendar import Calendar

needs_radicale = pytest.mark.skipif(find_spec("radicale") is None, reason="Radicale is not installed")

USER, PASSWORD = "praevention", "geheim-Ä"

_CONFIG = """[server]
hosts = 127.0.0.1:{port}
max_connections = 20
[auth]
type = htpasswd
htpasswd_filename = {folder}/users
htpasswd_encryption = plain
delay = 0
[storage]
filesystem_folder = {folder}/store
[rights]
type = owner_only
[logging]
level = error
"""


class CalendarServer:
    """Where the server is and what lies in it, read by icalendar from its files."""

    def __init__(self, folder: Path, port: int) -> None:
        self.port = port
        self.address = f"http://127.0.0.1:{port}/{USER}/"
        self._root = folder / "store" / "collection-root" / USER

    def files(self, collection: str) -> dict[str, Path]:
        """The files of a collection by name."""
        return {path.name: path for path in (self._root / collection).glob("*.ics")}

    def events(self, collection: str) -> dict[str, object]:
        """The events of a collection by UID; fails if one is there twice."""
        found = {}
        for path in self.files(collection).values():
            (event,) = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
            assert str(event["UID"]) not in found
            found[str(event["UID"])] = event
        return found

    def collections(self) -> list[str]:
        """The names of all collections."""
        return sorted(path.name for path in self._root.iterdir() if not path.name.startswith("."))

    def clear(self) -> None:
        """Delete everything, as a new account has it."""
        for name in self.collections() if self._root.exists() else []:
            assert self.ask("DELETE", f"{name}/") == 200

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> int:
        """What somebody else does on the server; returns the status."""
        from base64 import b64encode

        token = b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        wire = HTTPConnection("127.0.0.1", self.port, timeout=20)
        wire.request(method, f"/{USER}/{path}", body or None, {"Authorization": f"Basic {token}", **headers})
        status = wire.getresponse().status
        wire.close()
        return status


@contextmanager
def running() -> Iterator[CalendarServer]:
    """Radicale, ready to be asked; killed and swept away in the end."""
    memory = Path("/dev/shm")  # noqa: S108 - a new folder is made there
    folder = Path(mkdtemp(prefix="landauf-radicale-", dir=memory if os.access(memory, os.W_OK) else None))
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (folder / "config").write_text(_CONFIG.format(port=port, folder=folder))
    (folder / "users").write_text(f"{USER}:{PASSWORD}\n", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "radicale", "-C", str(folder / "config")], stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(port, process)
        yield CalendarServer(folder, port)
    finally:
        process.kill()
        process.wait()
        rmtree(folder, ignore_errors=True)


def _wait_for(port: int, process: subprocess.Popen) -> None:
    """Until the server listens; it says so nowhere."""
    from threading import Event
    from time import monotonic

    until = monotonic() + 20
    while monotonic() < until and process.poll() is None:
        wire = HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            wire.request("GET", "/")
            wire.getresponse().read()
        except OSError:
            Event().wait(0.05)
        else:
            return
        finally:
            wire.close()
    pytest.fail("Radicale did not start")
