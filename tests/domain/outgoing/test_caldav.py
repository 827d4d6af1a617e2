"""Publishing on a real calendar server (Radicale): what lies there afterwards, and what is left alone."""

import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from domain.i18n import language
from domain.outgoing.caldav import publish_caldav, waiting
from domain.rows.caldav import DifferenceKind, SyncDecisions
from domain.rows.outlets import OutletDraft
from domain.terms import Audience, EventState, OutletKind
from domain.usecases import events, outlets
from tests.builders import DAY, HALLE, KOETHEN, event_draft, open_workspace
from tests.domain.outgoing.calendar_server import PASSWORD, USER, needs_radicale, running

pytestmark = needs_radicale

BITTERFELD, HALLE_KREIS = "landauf-15082", "landauf-15002"
GERMAN = language("de")
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def radicale():
    with running() as server:
        yield server


@pytest.fixture
def server(radicale):
    radicale.clear()
    return radicale


@pytest.fixture
def ws(tmp_path, clock):
    with open_workspace(tmp_path, clock) as made:
        yield made


@pytest.fixture
def outlet(ws, server):
    draft = OutletDraft("Server", OutletKind.caldav, server.address, user=USER)
    return ws.ask(outlets.detail, ws.run("Add", outlets.add, draft))


def add(ws, title="Bürgerdialog; \\Nord", ags=KOETHEN, **fields):
    draft = event_draft(title, ags=ags, audience=Audience.public, **fields)
    return ws.run("Add", events.create, draft)


def uid(ws, event):
    return ws.ask(events.detail, event).row.uid


def publish(ws, outlet, **decided):
    return publish_caldav(ws, outlet, PASSWORD, GERMAN, decisions=SyncDecisions(**decided))


def change(ws, event, **fields):
    from dataclasses import replace

    found = ws.ask(events.detail, event)
    ws.run("Change", events.change, event, replace(found.draft, **fields), found.row.version)


def test_each_kreis_has_its_collection_and_the_events_are_read_as_they_were_typed(ws, server, outlet):
    there, halle = add(ws), add(ws, "Vortrag in Halle", HALLE)
    result = publish(ws, outlet)
    assert (result.run.written, result.run.waiting, result.run.trouble) == (2, 0, "")
    (event,) = server.events(BITTERFELD).values()
    assert (str(event["UID"]), str(event["SUMMARY"])) == (uid(ws, there), "Bürgerdialog; \\Nord")
    assert event["DTSTART"].dt.isoformat() == "2027-05-13T18:00:00+02:00"
    assert list(server.events(HALLE_KREIS)) == [uid(ws, halle)]
    assert all(b"METHOD" not in path.read_bytes() for path in server.files(BITTERFELD).values())
    assert len(server.collections()) == 14


def test_an_unchanged_run_makes_one_request_and_writes_nothing(ws, server, outlet):
    add(ws)
    publish(ws, outlet)
    result = publish(ws, outlet)
    assert (result.requests, result.run.written, result.run.unchanged) == (1, 0, 1)


def test_a_moved_event_keeps_its_uid_and_a_cancelled_one_stays_and_says_so(ws, server, outlet):
    moved, off = add(ws, "Zieht um"), add(ws, "Fällt aus", start="10:00", end="11:00")
    publish(ws, outlet)
    change(ws, moved, ags=HALLE)
    change(ws, off, state=EventState.cancelled, state_reason="Krank")
    assert waiting(ws, outlet, GERMAN) == 3
    result = publish(ws, outlet)
    assert (result.run.written, result.run.removed) == (2, 1)
    (gone,) = server.events(BITTERFELD).values()
    assert str(gone["STATUS"]) == "CANCELLED"
    assert list(server.events(HALLE_KREIS)) == [uid(ws, moved)]
    assert waiting(ws, outlet, GERMAN) == 0


def test_what_grows_older_than_a_month_leaves_the_server(ws, server, outlet, clock):
    add(ws)
    publish(ws, outlet)
    clock.advance(timedelta(days=60))
    assert publish(ws, outlet).run.removed == 1
    assert not server.files(BITTERFELD)


def test_a_change_there_is_shown_and_left_until_somebody_decides(ws, server, outlet):
    event = add(ws, "Unser Titel")
    publish(ws, outlet)
    (name,) = server.files(BITTERFELD)
    theirs = server.files(BITTERFELD)[name].read_bytes().replace(b"Unser Titel", b"Ihr Titel")
    assert server.ask("PUT", f"{BITTERFELD}/{name}", theirs) == 204
    for _run in range(2):
        (difference,) = publish(ws, outlet).differences
        assert (difference.kind, difference.uid) == (DifferenceKind.changed, uid(ws, event))
        (field,) = difference.fields
        assert (field.name, field.here, field.there) == ("SUMMARY", "Unser Titel", "Ihr Titel")
    result = publish(ws, outlet, overwrite=True)
    assert (result.differences, result.run.written) == ((), 1)
    assert str(server.events(BITTERFELD)[uid(ws, event)]["SUMMARY"]) == "Unser Titel"
    assert publish(ws, outlet).requests == 1


def test_what_was_deleted_there_comes_back_only_if_somebody_wants_it(ws, server, outlet):
    add(ws)
    publish(ws, outlet)
    (name,) = server.files(BITTERFELD)
    server.ask("DELETE", f"{BITTERFELD}/{name}")
    result = publish(ws, outlet)
    assert [each.kind for each in result.differences] == [DifferenceKind.deleted]
    assert not server.files(BITTERFELD)
    assert publish(ws, outlet, overwrite=True).run.written == 1
    assert list(server.files(BITTERFELD)) == [name]


def test_what_is_gone_here_but_was_changed_there_is_shown_first(ws, server, outlet):
    event = add(ws, "Unser Titel")
    publish(ws, outlet)
    (name,) = server.files(BITTERFELD)
    theirs = server.files(BITTERFELD)[name].read_bytes().replace(b"Unser Titel", b"Ihr Titel")
    server.ask("PUT", f"{BITTERFELD}/{name}", theirs)
    ws.run("Delete", events.delete, [event])
    (difference,) = publish(ws, outlet).differences
    assert difference.title == "Ihr Titel"
    assert server.files(BITTERFELD)
    assert publish(ws, outlet, overwrite=True).run.removed == 1
    assert not server.files(BITTERFELD)


def test_what_others_put_into_our_collection_is_counted_and_left(ws, server, outlet):
    add(ws)
    publish(ws, outlet)
    foreign = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:fremd\r\nDTSTAMP:20270401T000000Z\r\n"
        b"DTSTART:20270501T100000Z\r\nSUMMARY:Fremd\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert server.ask("PUT", f"{BITTERFELD}/fremd.ics", foreign) == 201
    for _run in range(2):
        assert publish(ws, outlet, overwrite=True).unknown == 1
    assert "fremd" in server.events(BITTERFELD)


def test_the_same_event_under_another_name_is_replaced_by_ours(ws, server, outlet):
    event = add(ws)
    publish(ws, outlet)
    (name,) = server.files(BITTERFELD)
    content = server.files(BITTERFELD)[name].read_bytes()
    server.ask("DELETE", f"{BITTERFELD}/{name}")
    assert server.ask("PUT", f"{BITTERFELD}/kopie.ics", content) == 201
    ws.run("Forget", outlets.forget, outlet.id)
    result = publish(ws, outlet)
    assert (result.differences, result.run.written, list(server.files(BITTERFELD))) == ((), 1, [name])
    assert list(server.events(BITTERFELD)) == [uid(ws, event)]


def test_a_collection_that_was_deleted_there_is_made_anew_only_when_wanted(ws, server, outlet):
    add(ws)
    publish(ws, outlet)
    server.ask("DELETE", f"{BITTERFELD}/")
    result = publish(ws, outlet)
    assert (result.lost, result.run.written) == (("15082",), 0)
    result = publish(ws, outlet, recreate=True)
    assert (result.lost, result.run.written, len(server.files(BITTERFELD))) == ((), 1, 1)


def test_a_workspace_that_forgot_what_it_wrote_takes_what_says_the_same(ws, server, outlet):
    add(ws), add(ws, "Zweiter", start="10:00", end="11:00")
    publish(ws, outlet)
    ws.run("Forget", outlets.forget, outlet.id)
    result = publish(ws, outlet)
    assert (result.run.written, result.run.unchanged, result.differences) == (0, 2, ())


def test_all_events_lie_in_one_more_collection_if_wanted(ws, server, outlet):
    add(ws), add(ws, "Halle", HALLE)
    publish(ws, outlet, whole=True)
    assert len(server.events("landauf-land")) == 2


def test_internal_events_never_reach_a_public_collection(ws, server, outlet):
    ws.run("Add", events.create, event_draft("Geheim", ags=KOETHEN, audience=Audience.internal))
    publish(ws, outlet)
    assert not server.files(BITTERFELD)


def test_a_wrong_password_stops_with_one_line_that_does_not_hold_it(ws, server, outlet):
    add(ws)
    result = publish_caldav(ws, outlet, "Falsch-77", GERMAN)
    assert result.run.trouble == f"127.0.0.1:{server.port} kennt diesen Benutzer oder dieses Passwort nicht."
    assert (result.run.waiting, result.requests, result.retry_at) == (1, 1, None)


def test_an_empty_folder_is_no_place_for_calendars(ws, server):
    draft = OutletDraft("Server", OutletKind.caldav, f"{server.address}nichts/", user=USER)
    outlet = ws.ask(outlets.detail, ws.run("Add", outlets.add, draft))
    assert "Adresse" in publish(ws, outlet).run.trouble


_KILLED = """
import os, signal, sys
from datetime import datetime, UTC
from pathlib import Path
from uuid import UUID
from domain.i18n import language
from domain.outgoing.caldav import publish_caldav
from domain.usecases import outlets
from domain.workspace import Workspace

def seen(count):
    if count >= int(sys.argv[4]):
        os.kill(os.getpid(), signal.SIGKILL)

ws = Workspace.open(Path(sys.argv[1]), clock=lambda: datetime(2027, 4, 28, 12, 32, tzinfo=UTC), author="K", device="L")
publish_caldav(ws, ws.ask(outlets.detail, UUID(sys.argv[2])), sys.argv[3], language("de"), seen)
"""


def test_a_run_that_is_killed_goes_on_without_doubles(ws, server, outlet):
    made = [add(ws, f"Dialog {number}", day=DAY + timedelta(days=number)) for number in range(40)]
    arguments = [str(ws.path), str(outlet.id), PASSWORD, "30"]
    killed = subprocess.run([sys.executable, "-c", _KILLED, *arguments], cwd=ROOT, check=False, timeout=60)
    assert killed.returncode == -signal.SIGKILL
    assert 0 < len(server.files(BITTERFELD)) < 40
    result = publish(ws, outlet)
    assert (result.differences, result.unknown, result.run.waiting) == ((), 0, 0)
    lying = server.events(BITTERFELD)
    assert set(lying) == {uid(ws, event) for event in made}
    assert {int(event["SEQUENCE"]) for event in lying.values()} == {0}
    assert publish(ws, outlet).requests == 1


def test_breaking_off_keeps_what_was_written(ws, server, outlet):
    class StopError(Exception):
        pass

    def seen(count):
        if count >= 5:
            raise StopError

    for number in range(20):
        add(ws, f"Dialog {number}", day=DAY + timedelta(days=number))
    with pytest.raises(StopError):
        publish_caldav(ws, outlet, PASSWORD, GERMAN, seen)
    assert 0 < waiting(ws, outlet, GERMAN) <= 15
    assert publish(ws, outlet).run.waiting == 0
    assert len(server.events(BITTERFELD)) == 20
