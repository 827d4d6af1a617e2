"""What the papers of a tour's day are made from."""

from domain.documents.inputs import DocumentInput
from domain.errors import LandaufError, UsageError
from domain.i18n import N_
from domain.rows.printing import PrintChoice
from domain.rows.tours import TourDayRow, VehicleRow
from domain.store.session import Session
from domain.terms import Audience
from domain.usecases import fleet, permits, settings, sites, tour_rows
from domain.usecases.packing import packing_of_day
from domain.usecases.published import published_event


def tour_sheet(session: Session, choice: PrintChoice) -> DocumentInput:
    """The sheet of a tour's day.

    Raises:
        UsageError: no tour is named.
        LandaufError: it has no day with stops.
    """
    from domain.documents.tour_sheet import StopSheet, TourSheet

    title, day = _tour_day(session, choice)
    stops = []
    for stop in day.stops:
        event = published_event(session, stop.event.id, Audience.internal)
        if event is not None:
            site = sites.detail(session, stop.site_id).draft if stop.site_id else None
            permit = permits.row(session, event.id)
            contacts = event.internal.contacts if event.internal else ()
            stops.append(StopSheet(event, site, contacts, permit.view if permit else None))
    vehicle = _vehicle_of(session, day)
    return TourSheet(
        title=title,
        day=day,
        stops=tuple(stops),
        office=settings.load(session).office,
        stand=session.now,
        vehicle=vehicle,
        packing=packing_of_day(session, day, vehicle),
    )


def tour_overview(session: Session, choice: PrintChoice) -> DocumentInput:
    """The overview of a whole tour.

    Raises:
        UsageError: no tour is named.
        LandaufError: it has no day with stops.
    """
    from domain.documents.tour_overview import TourOverview

    if choice.tour_id is None:
        raise UsageError(N_("This document is about a tour; name it with --tour."))
    tour = tour_rows.detail(session, choice.tour_id)
    if not any(day.stops for day in tour.days):
        raise LandaufError(N_("The tour has no day with stops yet; add one first."))
    return TourOverview(title=tour.row.title, days=tour.days, office=settings.load(session).office, stand=session.now)


def packing_list(session: Session, choice: PrintChoice) -> DocumentInput:
    """What has to be on board on a tour's day; raises as `tour_sheet`."""
    from domain.documents.packing_list import PackingSheet

    title, day = _tour_day(session, choice)
    return PackingSheet(
        title=title,
        day=day,
        packing=packing_of_day(session, day, _vehicle_of(session, day)),
        office=settings.load(session).office,
        stand=session.now,
    )


def _vehicle_of(session: Session, day: TourDayRow) -> VehicleRow | None:
    return next((row for row in fleet.list_rows(session) if row.id == day.vehicle_id), None)


def _tour_day(session: Session, choice: PrintChoice) -> tuple[str, TourDayRow]:
    """The tour's title and the day that was chosen, or its first with stops."""
    if choice.tour_id is None:
        raise UsageError(N_("This document is about a tour; name it with --tour."))
    tour = tour_rows.detail(session, choice.tour_id)
    return tour.row.title, _day_of(tour.days, choice)


def _day_of(days: tuple[TourDayRow, ...], choice: PrintChoice) -> TourDayRow:
    if choice.day is not None:
        days = tuple(day for day in days if day.day == choice.day)
    if choice.vehicle_id is not None:
        days = tuple(day for day in days if day.vehicle_id == choice.vehicle_id)
    for day in days:
        if day.stops:
            return day
    raise LandaufError(N_("The tour has no day with stops yet; add one first."))
