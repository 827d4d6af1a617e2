"""The packing list of a tour day, from the workspace."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.model import Equipment, EventEquipment
from domain.rows.packing import PackingList
from domain.rows.permits import PermitRow, PermitView
from domain.rows.tours import TourDayRow, VehicleRow
from domain.rules.packing import Stopover, packing_list
from domain.store.session import Session
from domain.usecases import permits, sites


def packing_of_day(session: Session, day: TourDayRow, vehicle: VehicleRow | None) -> PackingList:
    """What the stops of a day need, and whether the vehicle has it on board."""
    ids = [stop.event.id for stop in day.stops]
    needed, found = needed_equipment(session, ids), permits.rows(session, ids)
    stops = []
    for stop in day.stops:
        site = sites.detail(session, stop.site_id).draft if stop.site_id else None
        stops.append(Stopover(needed.get(stop.event.id, ()), site, _view(found.get(stop.event.id))))
    return packing_list(stops, vehicle.equipment if vehicle else (), vehicle.draft if vehicle else None)


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
