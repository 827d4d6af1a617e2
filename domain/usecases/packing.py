"""The packing list of a tour day or of one event, from the workspace."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.model import Equipment, Event, EventEquipment, EventPublication
from domain.rows.packing import PackingList
from domain.rows.permits import PermitRow, PermitView
from domain.rows.tours import TourDayRow, VehicleRow
from domain.rules.packing import Copies, Stopover, packing_list
from domain.store.session import Session
from domain.usecases import fleet, permits, publication_rows, sites
from domain.usecases.records import get


def packing_of_day(session: Session, day: TourDayRow, vehicle: VehicleRow | None) -> PackingList:
    """What the stops of a day need, and whether the vehicle has it on board."""
    ids = [stop.event.id for stop in day.stops]
    needed, copies, found = needed_equipment(session, ids), planned_copies(session, ids), permits.rows(session, ids)
    stops = []
    for stop in day.stops:
        event_id = stop.event.id
        site = sites.detail(session, stop.site_id).draft if stop.site_id else None
        stops.append(Stopover(needed.get(event_id, ()), site, _view(found.get(event_id)), copies.get(event_id, ())))
    return packing_list(stops, vehicle.equipment if vehicle else (), vehicle.draft if vehicle else None)


def packing_of_event(session: Session, event_id: UUID) -> PackingList:
    """What a single event needs, and whether its vehicle has it on board.

    Raises:
        NotFoundError: the event is gone.
    """
    event, ids = get(session, Event, event_id), [event_id]
    site = sites.detail(session, event.site_id).draft if event.site_id else None
    stop = Stopover(
        needed_equipment(session, ids).get(event_id, ()),
        site,
        _view(permits.rows(session, ids).get(event_id)),
        planned_copies(session, ids).get(event_id, ()),
    )
    vehicle = next((row for row in fleet.list_rows(session) if row.id == event.vehicle_id), None)
    return packing_list([stop], vehicle.equipment if vehicle else (), vehicle.draft if vehicle else None)


def planned_copies(session: Session, event_ids: Sequence[UUID]) -> dict[UUID, tuple[Copies, ...]]:
    """The publications each event takes along, by title."""
    query = select(
        col(EventPublication.event_id), col(EventPublication.publication_id), col(EventPublication.planned)
    ).where(col(EventPublication.event_id).in_(event_ids), col(EventPublication.planned) > 0)
    links = list(session.execute(query))
    rows = publication_rows.list_rows(session) if links else []
    found: dict[UUID, tuple[Copies, ...]] = {}
    for row in rows:
        draft = row.draft
        for link in links:
            if link.publication_id == row.id:
                one = Copies(
                    row.id, draft.name, link.planned, draft.language, row.stock, draft.pack_size, draft.storage
                )
                found[link.event_id] = (*found.get(link.event_id, ()), one)
    return found


def _view(row: PermitRow | None) -> PermitView | None:
    return row.view if row else None


def needed_equipment(session: Session, event_ids: Sequence[UUID]) -> dict[UUID, tuple[str, ...]]:
    """The names of the equipment each event needs, by name."""
    query = (
        select(col(EventEquipment.event_id), col(Equipment.name))
        .join(Equipment, col(Equipment.id) == col(EventEquipment.equipment_id))
        .where(col(EventEquipment.event_id).in_(event_ids))
        .order_by(col(Equipment.name))
    )
    found: dict[UUID, tuple[str, ...]] = {}
    for event_id, name in session.execute(query):
        found[event_id] = (*found.get(event_id, ()), name)
    return found
