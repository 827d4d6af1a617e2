"""Calendars of 100,000 events beside icalendar and beside the least that could do; 10,000 events out of a file."""

import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from domain.i18n import language
from domain.rows.calendars import CalendarChoice
from domain.terms import Audience, EventKind, EventState
from tests.bench.bench_exchange import (
    FEW,
    MANY,
    Sink,
    alone,
    best,
    cpu,
    events,
    growth,
    making,
    unchanged_file_stays,
    write_events,
)
from tests.bench.calendar_writers import by_icalendar, minimal, stream_icalendar
from tests.bench.table import Row

STORED = 10_000
NOW = datetime(2027, 4, 28, 12, 32, tzinfo=UTC)


def per_event(write, count: int) -> float:
    """Seconds of processor time an event costs, without making it."""
    return (best(lambda: write(count)) - making(count)) / count


def out_of_a_file() -> float:
    """Processor time of a public export of 10,000 events by the product's own way, the second time."""
    from domain.outgoing import calendars
    from domain.rows.events import EventDraft
    from domain.usecases import events as event_cases
    from domain.workspace import Workspace

    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace.create(Path(folder) / "many.landauf", clock=lambda: NOW, author="bench", device="bench")
        drafts = (
            EventDraft(
                kind=EventKind.citizen_dialogue,
                state=EventState.confirmed,
                audience=Audience.public,
                title=f"Bürgerdialog {number}: Sicherheit",
                public_text="Wir sprechen über Sicherheit; Radwege, Beleuchtung und Einbruchschutz. " * 5,
                starts_at=NOW + timedelta(hours=number),
                ends_at=NOW + timedelta(hours=number + 2),
                place_name="Stadthalle",
                street="Markt 1",
                postcode="06366",
                town="Köthen (Anhalt)",
                ags="15082180",
            )
            for number in range(STORED)
        )
        workspace.run("Many", lambda session: [event_cases.create(session, draft) for draft in drafts])
        out = Path(folder) / "public.ics"

        def export() -> None:
            calendars.export_calendar(workspace, out, CalendarChoice(), language("de"))

        export()
        out.unlink()
        spent = cpu(export)
        workspace.close()
    return spent


def measure() -> list[Row]:
    """The bars of issue 7 for calendar files."""
    german = language("de")
    write_events(FEW)
    ours = per_event(write_events, MANY)
    least = per_event(lambda count: minimal(Sink(), events(count), german), MANY)
    whole = per_event(lambda count: by_icalendar(events(count), german), FEW)
    stream = per_event(lambda count: stream_icalendar(Sink(), events(count), german), FEW)
    same = write_events(FEW) == write_events(FEW) and unchanged_file_stays()
    started = time.perf_counter()
    stored = out_of_a_file()
    note = f"{time.perf_counter() - started:.0f} s with making them"
    return [
        Row("calendar: times faster than icalendar", whole / ours, 12, "×", at_most=False, note=rates(ours, whole)),
        Row(
            "calendar: times faster than icalendar streamed",
            stream / ours,
            8,
            "×",
            at_most=False,
            note=rates(ours, stream),
        ),
        Row("calendar / 40 lines that check nothing", ours / least, 1.6, "×", note=rates(ours, least)),
        Row("calendar of 100,000: more memory", float(str(alone(growth, write_events))), 16, "MiB"),
        Row("calendar: equal bytes, file untouched", float(same), 1, "", at_most=False),
        Row("calendar of 10,000 out of a file", stored, 0.7, "s CPU", note=note),
    ]


def rates(ours: float, theirs: float) -> str:
    """Events a second of both."""
    return f"{1 / ours:,.0f} events/s beside {1 / theirs:,.0f}/s"
