"""Tours as a table: a row for every stop, for one audience."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from domain.exchange.columns import CellValue, Column
from domain.i18n import N_
from domain.rows.published import InternalPart, PublishedEvent
from domain.rows.published_tours import PublishedDay, PublishedStop
from domain.terms import Audience


@dataclass(frozen=True, slots=True)
class TourLine:
    """One stop with its day, or a day without stops."""

    day: PublishedDay
    stop: PublishedStop | None = None


TourColumn = Column[TourLine]
_NOTHING = InternalPart()


def tour_lines(days: Iterable[PublishedDay]) -> Iterator[TourLine]:
    """The days as rows, one for each stop; a day without stops has one of its own."""
    for day in days:
        if not day.stops:
            yield TourLine(day)
        yield from (TourLine(day, stop) for stop in day.stops)


def tour_columns(audience: Audience) -> tuple[TourColumn, ...]:
    """The columns of a table of tours; crew, depot, drives and times on site only for the house itself."""
    return _COLUMNS + (_INTERNAL if audience is Audience.internal else ())


def _event(line: TourLine) -> PublishedEvent | None:
    return line.stop.event if line.stop else None


def _of(name: str) -> Callable[[TourLine], CellValue]:
    """A field of the event, or of its place ("place.town"); empty on a day without stops."""

    def value(line: TourLine) -> CellValue:
        found: object = _event(line)
        for part in name.split("."):
            found = None if found is None else getattr(found, part)
        return found  # type: ignore[return-value]  # the fields named below are cell values

    return value


def _start(line: TourLine) -> date | datetime | None:
    event = _event(line)
    return None if event is None else event.first_day if event.all_day else event.starts_at


def _end(line: TourLine) -> date | datetime | None:
    event = _event(line)
    return None if event is None else event.last_day if event.all_day else event.ends_at


def _inside(line: TourLine) -> InternalPart:
    event = _event(line)
    return (event.internal if event else None) or _NOTHING


_COLUMNS: tuple[TourColumn, ...] = (
    Column("day", N_("Day"), lambda line: line.day.day, 11),
    Column("vehicle", N_("Vehicle"), lambda line: line.day.vehicle, 22),
    Column("position", N_("Stop"), lambda line: line.stop.number if line.stop else None, 6),
    Column("starts_at", N_("Start"), _start, 16),
    Column("ends_at", N_("End"), _end, 16),
    Column("title", N_("Title"), _of("title"), 40),
    Column("kind", N_("Kind"), _of("kind"), 20),
    Column("state", N_("Status"), _of("state"), 12),
    Column("place", N_("Venue"), _of("place.name"), 28),
    Column("street", N_("Street"), _of("place.street"), 26),
    Column("postcode", N_("Postcode"), _of("place.postcode"), 8),
    Column("town", N_("City or town"), _of("place.town"), 22),
    Column("kreis", N_("District"), _of("place.kreis"), 22),
    Column("number", N_("Number"), _of("number"), 11),
    Column("event_id", N_("Key"), lambda line: str(line.stop.event.id) if line.stop else None, for_programs=True),
    Column("ags", N_("Municipality key"), _of("place.ags"), for_programs=True),
    Column("kreis_ags", N_("District key"), _of("place.kreis_ags"), for_programs=True),
    Column("latitude", N_("Latitude"), lambda line: _spot(line, "latitude"), for_programs=True),
    Column("longitude", N_("Longitude"), lambda line: _spot(line, "longitude"), for_programs=True),
)


def _spot(line: TourLine, name: str) -> float | None:
    return getattr(line.stop.spot, name) if line.stop and line.stop.spot else None


_INTERNAL: tuple[TourColumn, ...] = (
    Column("tour", N_("Tour"), lambda line: line.day.tour, 28),
    Column("from", N_("From"), lambda line: line.day.start, 18),
    Column("to", N_("To"), lambda line: line.day.end, 18),
    Column("crew", N_("Crew"), lambda line: line.day.crew, 28),
    Column("arrival", N_("Arrival"), lambda line: line.stop.arrival if line.stop else None, 16),
    Column("departure", N_("Departure"), lambda line: line.stop.departure if line.stop else None, 16),
    Column("drive_minutes", N_("Drive in minutes"), lambda line: line.stop.drive_minutes if line.stop else None, 9),
    Column("kilometres", N_("Kilometres"), lambda line: line.stop.kilometres if line.stop else None, 10),
    Column("expected", N_("Expected"), lambda line: _inside(line).expected, 10),
    Column("contacts", N_("Contacts"), lambda line: _inside(line).contacts, 28),
)
