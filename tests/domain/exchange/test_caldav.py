"""The parts of the CalDAV client that need no server: answers in XML, addresses, Retry-After, comparing, resources."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from domain.errors import ServerProblemError
from domain.exchange.caldav import asked_seconds
from domain.exchange.caldav_compare import differing, title
from domain.exchange.caldav_http import server
from domain.exchange.caldav_xml import ETAG, found, make_calendar, uid_query
from domain.exchange.calendar_event import EventWriter
from domain.exchange.calendar_resource import digest, resource, resource_name
from domain.i18n import language
from tests.domain.exchange.samples import EVENT

NOW = datetime(2027, 4, 28, 12, 32, tzinfo=UTC)
HEAD = '<?xml version="1.0" encoding="utf-8"?>'
BOMB = f'{HEAD}<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><multistatus xmlns="DAV:">&b;</multistatus>'


def test_an_answer_gives_paths_and_the_properties_that_are_there():
    body = (
        f'{HEAD}<d:multistatus xmlns:d="DAV:"><d:response><d:href>https://x.example/a%20b/%C3%A4.ics</d:href>'
        '<d:propstat><d:prop><d:getetag>"1"</d:getetag></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>'
        "<d:propstat><d:prop><d:x/></d:prop><d:status>HTTP/1.1 404 Not Found</d:status></d:propstat></d:response>"
        "<d:response><d:href>/weg</d:href><d:status>HTTP/1.1 404 Not Found</d:status></d:response></d:multistatus>"
    )
    (one,) = found(body.encode())
    assert (one.path, one.values) == ("/a b/ä.ics", {ETAG: '"1"'})


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><body>Anmeldung</body></html>",
        BOMB.encode(),
        BOMB.encode("utf-16"),
        b"\xff\xfe\x00",
        f'{HEAD}<multistatus xmlns="DAV:">{"<a>" * 100_000}'.encode(),
        b"{}",
    ],
    ids=["nothing", "html", "bomb", "bomb16", "bytes", "deep", "json"],
)
def test_what_is_no_answer_of_a_calendar_server_is_refused(body):
    with pytest.raises(ServerProblemError, match="like a calendar server"):
        found(body)


def test_deep_answers_are_read_without_a_crash():
    depth = 50_000
    assert found(f'<multistatus xmlns="DAV:">{"<a>" * depth}{"</a>" * depth}</multistatus>'.encode()) == ()


def test_names_are_text_in_what_is_asked():
    assert b"A &amp; &lt;B&gt;" in make_calendar("A & <B>", "#123456")
    assert b"&lt;/C:filter&gt;" in uid_query("</C:filter>")


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Wed, 28 Apr 2027 12:37:00 GMT", 300),
        ("Wed, 28 Apr 2027 12:00:00 GMT", 0),
        ("9" * 500, 999_999_999),
        ("nonsense", None),
        ("Thu, 99 Foo 99999 99:99:99 GMT", None),
        ("-5", None),
        ("²", None),
        ("", None),
    ],
)
def test_how_long_a_server_asks_to_wait(header, seconds):
    assert asked_seconds(header, NOW) == seconds


@pytest.mark.parametrize(
    "address",
    ["http://example.org/", "ftp://127.0.0.1/", "https://anna:geheim@x.example/", "https://[", "", "https://x:99999/"],
)
def test_a_password_goes_only_where_it_is_safe(address):
    with pytest.raises(ServerProblemError, match="begins with https") as refused:
        server(address, "anna", "geheim")
    assert "geheim" not in str(refused.value)


def test_a_password_is_in_no_picture_of_the_server_and_a_path_cannot_break_the_request():
    made = server("https://x.example:8443/dav\r\nX: y/ä", "anna", "geheim")
    assert "geheim" not in repr(made)
    assert (made.name, made.path.isascii(), "\r" in made.path, " " in made.path) == (
        "x.example:8443",
        True,
        False,
        False,
    )


def test_a_resource_is_one_event_with_its_zone_and_never_a_method():
    event = replace(EVENT, title="Lesung; \\Nord")
    content = resource(EventWriter(language("de")), event)
    calendar = Calendar.from_ical(content)
    (inside,) = calendar.walk("VEVENT")
    assert "METHOD" not in calendar
    assert (str(inside["UID"]), str(inside["SUMMARY"])) == (event.uid, "Lesung; \\Nord")
    assert len(calendar.walk("VTIMEZONE")) == 1
    assert digest(content) == digest(resource(EventWriter(language("de")), event))


def test_names_of_resources_are_safe_and_differ_as_uids_do():
    names = [resource_name(uid) for uid in ("a-1@x.example", "../../etc", "a/b", "a_b", "a\\b", "ä" * 400, "\ud800")]
    assert names[0] == "a-1@x.example.ics"
    assert len(set(names)) == len(names)
    assert all(name.isascii() and "/" not in name and not name.startswith(".") and len(name) < 200 for name in names)


def test_the_same_event_in_other_bytes_is_no_difference():
    ours = resource(EventWriter(language("de")), replace(EVENT, title="Eins, zwei"))
    lines = ours.replace(b"\r\n ", b"").replace(b"\r\n", b"\n")
    assert lines != ours
    assert differing(ours, lines) == ()
    (field,) = differing(ours, lines.replace(b"Eins", b"Drei")) or ()
    assert (field.name, field.here, field.there) == ("SUMMARY", "Eins, zwei", "Drei, zwei")


@pytest.mark.parametrize("there", [b"", b"<html>", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", b"\xff" * 100])
def test_what_is_no_event_can_be_compared_with_nothing(there):
    assert differing(resource(EventWriter(language("de")), EVENT), there) is None
    assert title(there) == ""
