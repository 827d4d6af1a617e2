"""Whatever is thrown at the reading of calendars: no crash, no hang, a reason for every refusal, counts that add up."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import FileProblemError
from domain.exchange.ics_components import MOST_EVENTS
from domain.exchange.ics_lines import LARGEST
from domain.exchange.ics_read import read_calendar
from domain.exchange.ics_reader import CalendarReader, read_calendar_file
from domain.exchange.ics_wire import packed, unpacked
from domain.i18n import language
from domain.terms import BERLIN

FOLDER = Path(__file__).parent / "odd_calendars"
TODAY = date(2027, 4, 28)
TONGUE = language("de")
SMALL = [path.read_bytes() for path in sorted(FOLDER.glob("*.ics")) if path.stat().st_size < 20_000]
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

NAMES = (
    *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "SEQUENCE", "STATUS", "SUMMARY"),
    *("UID", "LOCATION", "URL", "CATEGORIES", "ORGANIZER", "LAST-MODIFIED", "X-WR-TIMEZONE", "METHOD", "BEGIN", "END"),
)
VALUES = st.one_of(
    st.sampled_from(
        [
            *("20270510T100000", "20270510T100000Z", "20270510", "00000000", "99991231T235959", "-P1D", "PT999999H"),
            *("FREQ=DAILY;COUNT=9999999999", "FREQ=MINUTELY;INTERVAL=7", "FREQ=WEEKLY;BYDAY=MO,XX", "FREQ=YEARLY"),
            *("FREQ=MONTHLY;BYDAY=-5SU;BYSETPOS=-366", "FREQ=HOURLY;BYHOUR=25", "VEVENT", "VCALENDAR", "VALARM"),
            *("FREQ=DAILY;UNTIL=19700101", "FREQ=YEARLY;INTERVAL=99999999", "CANCELLED", "20270510/P1D,,", "VTIMEZONE"),
        ]
    ),
    st.text(max_size=40),
    st.text("0123456789TZ:-+", max_size=20),
)
PARAMETERS = st.sampled_from(
    ["", ";VALUE=DATE", ";TZID=Europe/Berlin", ";TZID=America/New_York", ';TZID="x', ";RANGE=THISANDFUTURE", ";=", ";X"]
)
LINES = st.builds("{}{}:{}".format, st.sampled_from(NAMES), PARAMETERS, VALUES)


def read(content):
    """The reading of a file, every promise checked; None if it was refused with a reason."""
    try:
        reading = read_calendar(content, "probe.ics", TODAY)
    except FileProblemError as refusal:
        said = TONGUE.error(refusal)
        assert said
        assert "\n" not in said
        return None
    taken = {entry.line for entry in reading.entries}
    refused = [fault.line for fault in reading.faults]
    assert reading.raw == len(taken) + len(refused) + reading.hidden
    assert taken.isdisjoint(refused)
    assert all(TONGUE.text(*fault.reason) for fault in reading.faults)
    for entry in reading.entries:
        assert_sound(entry)
    assert unpacked(json.loads(packed(reading))) == reading
    return reading


def assert_sound(entry):
    """An entry has either days or times, in order, and texts that can be kept."""
    if entry.all_day:
        assert entry.first_day <= entry.last_day
        assert entry.starts_at is None
    else:
        assert entry.starts_at <= entry.ends_at
        assert entry.starts_at.tzinfo is BERLIN
        assert entry.first_day is None
    assert "\n" not in entry.title
    assert 0 <= entry.sequence < 10**9
    assert all(TONGUE.text(*hint) for hint in entry.hints)


@QUICK
@given(st.data())
def test_flipped_bytes_do_no_harm(data):
    content = bytearray(data.draw(st.sampled_from(SMALL)))
    for _ in range(data.draw(st.integers(1, 8))):
        if content:
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    read(bytes(content))


@QUICK
@given(st.data())
def test_cut_doubled_and_swapped_lines_do_no_harm(data):
    lines = data.draw(st.sampled_from(SMALL)).split(b"\n")
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(lines) - 1))
        other = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.integers(0, 3)):
            case 0:
                lines[place] = lines[place][: data.draw(st.integers(0, 40))]
            case 1:
                lines.insert(other, lines[place])
            case 2:
                lines[place], lines[other] = lines[other], lines[place]
            case _:
                lines[place] = lines[place].replace(b":", b";").replace(b"=", b":", 1)
    read(b"\n".join(lines))


@QUICK
@given(st.lists(LINES, max_size=14), st.sampled_from(["\r\n", "\n"]))
def test_any_content_lines_do_no_harm(lines, end):
    content = end.join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR"])
    assert read(content.encode("utf-8", "surrogatepass")) is not None


@QUICK
@given(st.binary(max_size=300))
def test_any_bytes_do_no_harm(content):
    read(content)
    read(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + content)


@QUICK
@given(
    st.sampled_from(["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 400),
    st.one_of(st.none(), st.integers(1, 10**9)),
)
def test_a_series_never_gives_more_than_its_limit_and_stays_in_its_window(frequency, interval, count):
    rule = f"FREQ={frequency};INTERVAL={interval}" + (f";COUNT={count}" if count else "")
    content = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20270510T080000Z\nRRULE:{rule}\nEND:VEVENT\nEND:VCALENDAR"
    reading = read(content.encode())
    starts = [entry.starts_at for entry in reading.entries]
    assert 1 <= len(starts) <= 366
    assert starts == sorted(set(starts))
    assert count is None or len(starts) <= count
    assert all(start.date() - TODAY <= timedelta(days=732) for start in starts)


def test_a_file_that_is_too_large_is_refused_before_it_is_read():
    with pytest.raises(FileProblemError, match="too large"):
        read_calendar(b"BEGIN:VCALENDAR\n" + b" " * LARGEST, "gross.ics", TODAY)


def test_more_events_than_the_limit_are_told():
    reading = read(b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * (MOST_EVENTS + 7) + b"END:VCALENDAR")
    assert (len(reading.faults), reading.hidden) == (MOST_EVENTS, 7)
    assert reading.hints


def test_a_text_is_never_taken_for_the_name_of_a_file(tmp_path):
    secret = tmp_path / "geheim.ics"
    secret.write_bytes(SMALL[0])
    assert read(str(secret).encode()) is None


@pytest.fixture
def reader():
    with CalendarReader() as running:
        yield running


def test_the_process_reads_the_same(reader):
    for content in SMALL[:12]:
        expected = read(content)
        if expected is not None:
            assert reader.read(content, "probe.ics", TODAY) == expected


def test_a_reading_that_takes_too_long_is_given_up_and_the_next_one_works():
    content = (FOLDER / "outlook-zone.ics").read_bytes()
    long = content * 2_000  # so long that no machine has read it at once
    with CalendarReader(seconds=0.0) as hasty:
        with pytest.raises(FileProblemError, match="within 0 seconds"):
            hasty.read(long, "probe.ics", TODAY)
        hasty._seconds = 20.0
        assert hasty.read(content, "probe.ics", TODAY).entries


def test_a_process_that_dies_over_a_file_is_replaced(reader):
    content = (FOLDER / "outlook-zone.ics").read_bytes()
    reader.read(content, "probe.ics", TODAY)
    reader._process._process.kill()
    with pytest.raises(FileProblemError, match="damaged"):
        reader.read(content, "probe.ics", TODAY)
    assert reader.read(content, "probe.ics", TODAY).entries


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FileProblemError, match="no file"):
        read_calendar_file(tmp_path / "fehlt.ics", "fehlt.ics", TODAY)
