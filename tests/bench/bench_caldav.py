"""Publishing 500 events on a real Radicale on loopback, its storage in memory: the first run and an unchanged one."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from domain.i18n import language
from domain.outgoing.caldav import publish_caldav
from domain.region.kreise import kreise
from domain.rows.events import EventDraft
from domain.rows.outlets import OutletDraft
from domain.terms import Audience, EventKind, EventState, OutletKind
from domain.usecases import events, outlets
from domain.workspace import Workspace
from tests.bench.table import Row
from tests.domain.outgoing.calendar_server import PASSWORD, USER, running

EVENTS, RUNS = 500, 5
NOW = datetime(2027, 4, 28, 10, tzinfo=UTC)


def measure() -> list[Row]:
    """Seconds of the first push; requests and seconds (the best of some) of a run without changes."""
    german = language("de")
    with TemporaryDirectory() as folder, running() as server:
        workspace = Workspace.create(Path(folder) / "a.landauf", clock=lambda: NOW, author="Anna", device="Bus")
        workspace.run("Fill", _fill)
        draft = OutletDraft("Server", OutletKind.caldav, server.address, user=USER)
        outlet = workspace.ask(outlets.detail, workspace.run("Add", outlets.add, draft))
        used = process_time()
        first, pushed = _timed(lambda: publish_caldav(workspace, outlet, PASSWORD, german))
        used = process_time() - used
        again = [_timed(lambda: publish_caldav(workspace, outlet, PASSWORD, german)) for _run in range(RUNS)]
        workspace.close()
    if pushed.run.written != EVENTS or any(result.run.unchanged != EVENTS for _seconds, result in again):
        raise RuntimeError("not everything was published")
    note = f"{EVENTS} events, 14 calendars"
    return [
        Row(
            "first push to Radicale",
            first,
            8.0,
            "s",
            note=f"{note}, {pushed.requests} requests; {used:.1f} s of it are ours",
        ),
        Row("unchanged run, requests", max(result.requests for _seconds, result in again), 2, "", note=note),
        Row(
            "unchanged run", min(seconds for seconds, _result in again), 0.3, "s", note=f"best of {RUNS}, with the file"
        ),
    ]


def _fill(session) -> None:
    seats = [kreis.seat_ags for kreis in kreise()]
    for number in range(EVENTS):
        begins = NOW + timedelta(days=number % 300, hours=number % 8)
        draft = EventDraft(
            EventKind.citizen_dialogue,
            f"Bürgerdialog {number}",
            EventState.confirmed,
            starts_at=begins,
            ends_at=begins + timedelta(hours=2),
            ags=seats[number % len(seats)],
            audience=Audience.public,
            public_text="Was bewegt Sie in Ihrem Ort? Wir hören zu; Fragen sind willkommen. " * 4,
        )
        events.create(session, draft)


def _timed(work):
    began = perf_counter()
    result = work()
    return perf_counter() - began, result
