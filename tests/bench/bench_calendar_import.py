"""Importing calendars: a file of 500 events up to its preview, and 10,000 beside plain icalendar."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from tests.bench.table import Row

FEW, MANY = 500, 10_000
TODAY = date(2027, 4, 28)
TEXT = "Gespräche über Sicherheit im Wohngebiet\\, Fahrradcodierung\\; mit der Polizei und dem Ordnungsamt. " * 3


def calendar(count: int) -> bytes:
    """An invented calendar of timed events, a kilobyte each."""
    return "\r\n".join(_lines(count)).encode()


def _lines(count: int) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bench//DE", "X-WR-CALNAME:Bench")
    for number in range(count):
        begin = datetime(2026, 6, 1, 8) + timedelta(hours=5 * (number % 3_000))  # noqa: DTZ001 - written as local time
        yield from ("BEGIN:VEVENT", f"UID:{number}@bench.example", "DTSTAMP:20270401T080000Z", "SEQUENCE:1")
        yield f"DTSTART;TZID=Europe/Berlin:{begin:%Y%m%dT%H%M%S}"
        yield f"DTEND;TZID=Europe/Berlin:{begin + timedelta(hours=2):%Y%m%dT%H%M%S}"
        yield from (f"SUMMARY:Infostand {number} in Köthen", "LOCATION:Rathaus\\, Markt 1\\, 06366 Köthen (Anhalt)")
        words = f"DESCRIPTION:{TEXT}"
        yield words[:60]
        yield from (f" {words[start : start + 60]}" for start in range(60, len(words), 60))
        yield from ("STATUS:CONFIRMED", "LAST-MODIFIED:20270401T080000Z", "CATEGORIES:Prävention", "END:VEVENT")
    yield from ("END:VCALENDAR", "")


def measure() -> list[Row]:
    """Issue 7, section 5: 500 events to the preview in 0.6 s; 10,000 in 1.15 of the time that plain icalendar takes."""
    from icalendar import Calendar

    from domain.exchange.ics_read import read_calendar

    few = Row("500-event calendar to preview", _to_preview(calendar(FEW)), 0.6, "s", note="process start included")
    content = calendar(MANY)
    begin = process_time()
    Calendar.from_ical(content)
    plain = process_time() - begin
    begin = process_time()
    found = read_calendar(content, "bench.ics", TODAY)
    own = process_time() - begin
    if len(found.entries) != MANY:
        raise AssertionError(len(found.entries))
    note = f"{own:.2f} s and {plain:.2f} s CPU"
    return [few, Row("10,000-event calendar / plain from_ical", own / plain, 1.15, "×", note=note)]


def _to_preview(content: bytes) -> float:
    """Seconds from the file to the fate of every entry, the reading process started for it."""
    from domain.exchange.ics_reader import read_calendar_file
    from domain.usecases.calendar_import import import_calendar
    from domain.workspace import Workspace

    with (
        TemporaryDirectory() as folder,
        Workspace.create(
            Path(folder) / "bench.landauf", clock=lambda: datetime.now(UTC), author="", device=""
        ) as workspace,
    ):
        workspace.ask(lambda session: session.today)
        best = 60.0
        for _attempt in range(3):
            begin = perf_counter()
            reading = read_calendar_file(content, "bench.ics", TODAY)
            report = workspace.ask(import_calendar, reading, store=False)
            best = min(best, perf_counter() - begin)
            if len(report.lines) != FEW:
                raise AssertionError(len(report.lines))
    return best
