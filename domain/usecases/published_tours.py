"""Tour days as an audience may see them."""

from collections.abc import Iterator

from domain.region.travel import Waypoint
from domain.rows.published import PublishedEvent
from domain.rows.published_tours import PublishedDay, PublishedStop, Spot, TourFilter
from domain.rows.tours import StopRow, TourDayRow
from domain.store.session import Session
from domain.terms import Audience
from domain.usecases import tour_rows
from domain.usecases.published import published_events


def published_days(session: Session, audience: Audience, wanted: TourFilter) -> Iterator[PublishedDay]:
    """What an audience may see of the tour days that pass the filter, by day and vehicle.

    Outsiders get only days with a stop they may see; depot, crew, drives, set-up and the tour's own title stay here.

    Raises:
        NotFoundError: the tour is gone.
    """
    for title, day in _days(session, wanted):
        stops = _stops(session, day, audience, wanted)
        if audience is Audience.internal:
            if stops or not wanted.kreise:
                yield _for_the_house(title, day, stops)
        elif stops:
            yield PublishedDay(day.day, day.vehicle, stops)


def _days(session: Session, wanted: TourFilter) -> Iterator[tuple[str, TourDayRow]]:
    tours = [wanted.tour_id] if wanted.tour_id else [row.id for row in reversed(tour_rows.list_rows(session))]
    found = []
    for tour_id in tours:
        tour = tour_rows.detail(session, tour_id)
        found += [(tour.row.title, day) for day in tour.days if _is_between(day, wanted)]
    yield from sorted(found, key=lambda pair: (pair[1].day, pair[1].vehicle, pair[0]))


def _is_between(day: TourDayRow, wanted: TourFilter) -> bool:
    return (wanted.first is None or day.day >= wanted.first) and (wanted.last is None or day.day <= wanted.last)


def _stops(session: Session, day: TourDayRow, audience: Audience, wanted: TourFilter) -> tuple[PublishedStop, ...]:
    events = published_events(session, [stop.event.id for stop in day.stops], audience)
    spots = dict(zip((stop.event.id for stop in day.stops), day.route[1:-1], strict=False))
    seen = [
        (row, events[row.event.id])
        for row in day.stops
        if row.event.id in events and (not wanted.kreise or row.event.kreis_ags in wanted.kreise)
    ]
    is_internal = audience is Audience.internal
    return tuple(
        _stop(number, row, event, _spot(spots.get(row.event.id)), is_internal=is_internal)
        for number, (row, event) in enumerate(seen, 1)
    )


def _stop(number: int, row: StopRow, event: PublishedEvent, spot: Spot | None, *, is_internal: bool) -> PublishedStop:
    if not is_internal:
        return PublishedStop(number, event, spot)
    return PublishedStop(number, event, spot, row.arrival, row.departure, row.leg.minutes, round(row.leg.kilometres, 1))


def _spot(place: Waypoint | None) -> Spot | None:
    if place is None:
        return None
    return Spot(place.position.lat, place.position.lon, place.point is not None)


def _for_the_house(title: str, day: TourDayRow, stops: tuple[PublishedStop, ...]) -> PublishedDay:
    ends = (day.route[0], day.route[-1]) if day.route else (None, None)
    return PublishedDay(
        day=day.day,
        vehicle=day.vehicle,
        stops=stops,
        tour=title,
        crew=day.crew,
        start=day.start or day.depot,
        start_spot=_spot(ends[0]),
        end=day.overnight or day.depot,
        end_spot=_spot(ends[1]),
    )
