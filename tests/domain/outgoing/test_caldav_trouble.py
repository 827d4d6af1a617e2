"""Trouble of a calendar server: one clear line, nothing lost, and the next run goes on."""

from datetime import timedelta

import pytest

from domain.i18n import language
from domain.outgoing.caldav import publish_caldav, waiting
from domain.rows.caldav import DifferenceKind, SyncDecisions
from domain.rows.outlets import OutletDraft
from domain.terms import Audience, OutletKind
from domain.usecases import events, outlets
from tests.builders import DAY, KOETHEN, event_draft, open_workspace
from tests.domain.outgoing.scripted_server import Said, scripted

ENGLISH = language("en")
EVENTS = 6
PASSWORD = "streng-geheim"  # noqa: S105 - of a server in this test


@pytest.fixture
def server():
    with scripted() as running:
        yield running


@pytest.fixture
def ws(tmp_path, clock):
    with open_workspace(tmp_path, clock) as made:
        for number in range(EVENTS):
            day = DAY + timedelta(days=number)
            made.run("Add", events.create, event_draft(f"D{number}", ags=KOETHEN, audience=Audience.public, day=day))
        yield made


@pytest.fixture
def outlet(ws, server):
    return outlet_at(ws, server.address)


def outlet_at(ws, address):
    draft = OutletDraft("Server", OutletKind.caldav, address, user="anna")
    return ws.ask(outlets.detail, ws.run("Add", outlets.add, draft))


def publish(ws, outlet, **decided):
    return publish_caldav(ws, outlet, PASSWORD, ENGLISH, decisions=SyncDecisions(**decided))


def on(method, said, *, times=1000, after=0):
    """Trouble on a method, for some times, after the first few went well."""
    seen = []

    def trouble(asked, _path):
        if asked != method:
            return None
        seen.append(asked)
        return said if after < len(seen) <= after + times else None

    return trouble


STOPS = {
    401: "does not know this user",
    403: "does not allow",
    507: "is full",
    500: "trouble of its own (500)",
}


@pytest.mark.parametrize(
    ("status", "method", "after"), [(401, "PROPFIND", 0), (403, "MKCALENDAR", 3), (507, "PUT", 2), (500, "PUT", 3)]
)
def test_a_refusal_stops_with_one_line_and_the_next_run_goes_on(ws, server, outlet, status, method, after):
    server.trouble = on(method, Said(status), after=after)
    result = publish(ws, outlet)
    assert STOPS[status] in result.run.trouble
    assert "\n" not in result.run.trouble
    assert PASSWORD not in repr(result)
    assert result.run.waiting == waiting(ws, outlet, ENGLISH) == EVENTS - len(server.lying)
    assert (result.retry_at is not None) is (status == 500)
    assert ws.ask(outlets.detail, outlet.id).last_run == result.run
    server.trouble = lambda method, path: None
    result = publish(ws, outlet)
    assert (result.run.trouble, result.run.waiting, result.differences, len(server.lying)) == ("", 0, (), EVENTS)
    assert publish(ws, outlet).requests == 1


@pytest.mark.parametrize("status", [429, 503])
def test_a_short_wait_that_the_server_asks_for_is_taken_within_the_run(ws, server, outlet, status):
    server.trouble = on("PUT", Said(status, headers=(("Retry-After", "0"),)), times=2, after=1)
    result = publish(ws, outlet)
    assert (result.run.trouble, result.run.written, len(server.lying)) == ("", EVENTS, EVENTS)


@pytest.mark.parametrize(("header", "seconds"), [("120", 120), ("", 30)])
def test_a_long_wait_ends_the_run_and_tells_when_to_come_again(ws, server, outlet, clock, header, seconds):
    server.trouble = on("PUT", Said(503, headers=(("Retry-After", header),)), after=2)
    result = publish(ws, outlet)
    assert result.retry_at == clock() + timedelta(seconds=seconds)
    assert result.run.waiting == EVENTS - 2
    assert "asks to wait" in result.run.trouble


def test_a_wait_can_be_broken_off(ws, server, outlet):
    class StopError(Exception):
        pass

    def seen(_count):
        if len(server.methods("PUT")) > 1:
            raise StopError

    server.trouble = on("PUT", Said(429, headers=(("Retry-After", "9"),)), after=1)
    with pytest.raises(StopError):
        publish_caldav(ws, outlet, PASSWORD, ENGLISH, seen)
    assert waiting(ws, outlet, ENGLISH) == EVENTS - 1


@pytest.mark.parametrize("written", [False, True])
def test_a_connection_that_is_cut_in_the_middle_is_taken_up_again(ws, server, outlet, written):
    def trouble(method, path):
        if method == "PUT" and len(server.methods("PUT")) in {3, 4, 5, 6, 7, 8}:
            if written:
                server._put(path, b"", {})
                server.lying[path] = (server.lying[path][0], contents[path])
            return Said(0, cut=True)
        return None

    publish(ws, outlet)
    contents = {path: content for path, (_etag, content) in server.lying.items()}
    server.lying.clear(), server.collections.clear(), server.asked.clear()
    ws.run("Forget", outlets.forget, outlet.id)
    server.trouble = trouble
    result = publish(ws, outlet)
    if result.run.trouble:
        assert "was cut" in result.run.trouble
        assert result.retry_at is not None
        server.trouble = lambda method, path: None
        result = publish(ws, outlet)
    assert (result.run.trouble, result.run.waiting, result.differences, len(server.lying)) == ("", 0, (), EVENTS)


def test_a_server_that_answers_half_is_told_as_cut(ws, server, outlet):
    server.trouble = on("PROPFIND", Said(207, b"<multi", length=4000))
    assert "was cut" in publish(ws, outlet).run.trouble


def test_nobody_at_the_address_loses_nothing(ws, server, outlet):
    away = outlet_at(ws, "http://127.0.0.1:9/")
    result = publish(ws, away)
    assert "cannot be reached" in result.run.trouble
    assert (result.run.waiting, result.retry_at is not None) == (EVENTS, True)


def test_one_resource_that_is_refused_does_not_stop_the_others(ws, server, outlet):
    server.trouble = on("PUT", Said(415), times=1)
    result = publish(ws, outlet)
    assert (result.run.written, result.run.waiting) == (EVENTS - 1, 1)
    assert "does not take 1 event: “D" in result.run.trouble


def test_a_collection_that_vanishes_during_the_run_is_told_and_then_asked_about(ws, server, outlet):
    publish(ws, outlet)
    (collection,) = (path for path in server.collections if "15082" in path)
    del server.collections[collection]
    server.lying.clear()
    assert publish(ws, outlet).lost == ("15082",)
    assert publish(ws, outlet, recreate=True).run.written == EVENTS


def test_a_server_that_tells_no_etags_is_asked_for_them_once(ws, server, outlet):
    server.tells_etags = False
    publish(ws, outlet)
    assert publish(ws, outlet).requests == 1
    assert all(row.etag for rows in _known(ws, outlet).values() for row in rows.values())


def test_a_server_that_knows_sync_tokens_only_is_asked_twice_when_nothing_changed(ws, server, outlet):
    server.tells_ctags = False
    publish(ws, outlet)
    assert publish(ws, outlet).requests == 2


def _known(ws, outlet):
    from domain.usecases import caldav_records

    return ws.ask(caldav_records.resources, outlet.id)


def test_a_change_between_list_and_write_is_noticed(ws, server, outlet):
    publish(ws, outlet)
    path, (_etag, content) = next(iter(server.lying.items()))
    ours = content.replace(b"SUMMARY:D", b"SUMMARY:Ihr D")
    for event in ws.ask(lambda session: [row.id for row in _rows(session)]):
        _retitle(ws, event)

    def trouble(method, asked):
        if (method, asked) == ("PUT", path) and server.lying[path][1] != ours:
            server.lying[path] = (777, ours)

    server.trouble = trouble
    (difference,) = publish(ws, outlet).differences
    assert difference.kind is DifferenceKind.changed
    assert server.lying[path][1] == ours


def _rows(session):
    from domain.rows.filters import EventFilter
    from domain.usecases.event_rows import fetch_rows, list_ids

    return fetch_rows(session, list_ids(session, EventFilter(dated=True)))


def _retitle(ws, event):
    from dataclasses import replace

    draft = ws.ask(events.detail, event).draft
    ws.run("Change", events.change, event, replace(draft, title=f"{draft.title}, neu"))


@pytest.mark.parametrize("target", ["http://127.0.0.1:9/dav/", "//evil.example/", ""])
def test_a_way_to_another_server_is_not_gone(ws, server, outlet, target):
    server.trouble = on("PROPFIND", Said(302, headers=(("Location", target),)))
    result = publish(ws, outlet)
    assert "leads to another server" in result.run.trouble
    assert result.requests == 1


def test_a_way_within_the_server_is_gone_but_not_in_a_circle(ws, server, outlet):
    server.trouble = on("PROPFIND", Said(301, headers=(("Location", "/dav/"),)), times=1)
    assert publish(ws, outlet).run.written == EVENTS
    server.trouble = on("PROPFIND", Said(301, headers=(("Location", "/dav/"),)))
    assert "in a circle" in publish(ws, outlet).run.trouble


def test_an_answer_that_is_none_is_told_in_one_line(ws, server, outlet):
    server.trouble = on("PROPFIND", Said(200, b"<html><body>Anmeldung</body></html>"))
    assert "does not answer like a calendar server" in publish(ws, outlet).run.trouble


def test_an_answer_without_end_is_not_read_to_the_end(ws, server, outlet, monkeypatch):
    monkeypatch.setattr("domain.exchange.caldav_http.LARGEST_ANSWER", 100_000)
    server.trouble = on("PROPFIND", Said(207, b" " * 300_000))
    assert "too long" in publish(ws, outlet).run.trouble
