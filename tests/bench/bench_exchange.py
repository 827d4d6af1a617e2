"""The cost of tables and imports of 100,000 rows, and events for whoever measures with many."""

import hashlib
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from uuid import UUID

from typing_extensions import Buffer, override

from domain.exchange.calendar_writer import CalendarMeta, write_calendar
from domain.exchange.event_table import event_columns
from domain.exchange.files import write_file_if_changed
from domain.exchange.partner_rows import read_partners
from domain.exchange.sheets import Sheet, TableFormat, write_table
from domain.exchange.tabular import read_table
from domain.i18n import language
from domain.rows.published import PublishedEvent, PublishedPlace
from domain.terms import BERLIN, Audience, EventKind, EventState
from tests.bench.table import Row

MANY = 100_000
FEW = 2_000
MIB = 2**20
META = CalendarMeta(name="Prävention", organizer="Leitstelle", organizer_email="praevention@example.org")
TEXT = "Wir sprechen über Sicherheit; Radwege, Beleuchtung und Einbruchschutz.\nKommen Sie vorbei, fragen Sie, " * 3


class Sink(BytesIO):
    """Takes bytes and keeps only their hash."""

    def __init__(self) -> None:
        super().__init__()
        self.digest = hashlib.sha256()

    @override
    def write(self, octets: Buffer) -> int:
        self.digest.update(octets)
        return memoryview(octets).nbytes


def events(count: int) -> Iterator[PublishedEvent]:
    """Events of about a kilobyte each, one after the other, every tenth on whole days."""
    start = datetime(2027, 1, 4, 8, tzinfo=UTC)
    place = PublishedPlace(
        "Stadthalle", "Markt 1", "06366", "Köthen (Anhalt)", "15082180", "15082", "ABI", 51.75, 11.97
    )
    for number in range(count):
        begin = (start + timedelta(hours=number % 9_000)).astimezone(BERLIN)
        yield PublishedEvent(
            id=UUID(int=number),
            number=f"2027-{number:06}",
            uid=f"{number:032x}@landauf.example",
            sequence=number % 4,
            audience=Audience.public,
            kind=EventKind.citizen_dialogue,
            state=EventState.cancelled if number % 20 == 0 else EventState.confirmed,
            title=f"Bürgerdialog {number}: Sicherheit in Köthen",
            text=TEXT,
            all_day=number % 10 == 0,
            starts_at=begin,
            ends_at=begin + timedelta(hours=2),
            first_day=begin.date(),
            last_day=begin.date(),
            place=replace(place, street=f"Markt {number % 90}"),
            host="Stadt Köthen (Anhalt)",
            office="Polizeirevier Anhalt-Bitterfeld",
            topics=("Einbruchschutz", "Verkehr"),
            target_groups=("Ältere",),
            languages=("de",),
            accessibility="Stufenlos",
            agenda="",
            partners=("Ordnungsamt",),
            speakers=(),
            state_reason="",
            postponed_to=None,
            created_at=start,
            updated_at=start,
        )


def cpu(work: Callable[[], object]) -> float:
    """Seconds of processor time that `work` takes."""
    before = time.process_time()
    work()
    return time.process_time() - before


def best(work: Callable[[], object], times: int = 3) -> float:
    """The least processor time of several runs: what others do on the machine only ever adds."""
    return min(cpu(work) for _ in range(times))


def making(count: int) -> float:
    """Processor time for making the events alone, which both writers pay."""
    return best(lambda: sum(1 for _ in events(count)))


def growth(work: Callable[[int], object]) -> float:
    """MiB by which the highest memory grows from a small run to a run with `MANY` rows (in this process)."""
    work(FEW)
    before = highest()
    work(MANY)
    return (highest() - before) * 1024 / MIB


def highest() -> int:
    """The highest memory of this process in KiB; ru_maxrss, which outlives exec, can be that of the parent."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1])


def write_events(count: int) -> str:
    """The hash of the calendar file with `count` events."""
    sink = Sink()
    write_calendar(sink, META, events(count), language("de"))
    return sink.digest.hexdigest()


def write_sheet(count: int) -> None:
    """An XLSX with `count` events."""
    columns = tuple(column for column in event_columns(Audience.public) if not column.for_programs)[:12]
    sheet = Sheet("Termine", columns, language("de"), datetime(2027, 1, 1, tzinfo=UTC))
    with tempfile.TemporaryFile() as out:
        write_table(out, TableFormat.xlsx, sheet, events(count))


def bare_sheet(count: int) -> None:
    """The same values by XlsxWriter alone, without formats."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it ships no type hints

    columns = [column for column in event_columns(Audience.public) if not column.for_programs][:12]
    with tempfile.TemporaryFile() as out, Workbook(out, {"constant_memory": True}) as book:
        page = book.add_worksheet()
        for line, event in enumerate(events(count)):
            for place, column in enumerate(columns):
                value = column.value(event)
                if isinstance(value, datetime):
                    page.write_datetime(line, place, value.replace(tzinfo=None))
                else:
                    page.write_string(line, place, str(value))


def read_rows(count: int) -> None:
    """A CSV with `count` partners, written and read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "partners.csv"
        with path.open("wb") as out:
            out.write(b"name;type;street;postcode;town;phone\r\n")
            for number in range(count):
                out.write(
                    f"Grundschule {number};Grundschule;Weg {number};06366;Köthen (Anhalt);03496/{number}\r\n".encode()
                )
        for reading in read_partners(read_table(path)):
            assert reading.draft is not None


def alone(function: Callable[..., object], *arguments: object) -> object:
    """The function's result from a fresh process, so that nothing measured before counts."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(function, *arguments).result()


def unchanged_file_stays() -> bool:
    """Whether a second export of the same events leaves the file and its time alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.ics"
        written = [
            write_file_if_changed(path, lambda out: write_calendar(out, META, events(FEW), language("de")))
            for _ in range(2)
        ]
    return written == [True, False]


def measure() -> list[Row]:
    """Tables and import at 100,000 rows."""
    sheet_cpu = best(lambda: write_sheet(MANY), 2) - making(MANY)
    bare_cpu = best(lambda: bare_sheet(MANY), 2) - making(MANY)
    import_cpu = cpu(lambda: read_rows(MANY))
    return [
        Row("XLSX 100,000 × 12 / bare XlsxWriter", sheet_cpu / bare_cpu, 1.5, "×", note=f"{sheet_cpu:.1f} s CPU"),
        Row("XLSX of 100,000: more memory", float(str(alone(growth, write_sheet))), 30, "MiB"),
        Row("reading 100,000 partners", import_cpu, 30, "s CPU", note="recognise, parse, place; without storing"),
        Row("reading of 100,000: more memory", float(str(alone(growth, read_rows))), 50, "MiB"),
    ]
