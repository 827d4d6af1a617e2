"""Vehicles, their equipment, and when they are taken."""

from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.errors import NotFoundError, Problem
from domain.i18n import N_
from domain.model import Booking, Equipment, Vehicle, VehicleEquipment
from domain.region.fold import fold
from domain.rows.proposals import BookingRow
from domain.rows.tours import EquipmentRow, VehicleDraft, VehicleRow
from domain.rules import validation
from domain.rules.validation import fields as fields_of
from domain.store.session import Session
from domain.usecases.places import Address, ags_of
from domain.usecases.records import change as change_record
from domain.usecases.records import change_whole, get, insert, put_links, refuse, remove


def _columns_of(draft: VehicleDraft, before: Vehicle | None = None) -> dict[str, Any]:
    values = asdict(draft)
    del values["equipment_ids"]
    return values | {"depot_ags": ags_of(_depot(draft), _depot(before) if before else None)}


def _depot(vehicle: VehicleDraft | Vehicle) -> Address:
    return Address(vehicle.depot_ags, vehicle.depot_postcode, vehicle.depot_town)


def create(session: Session, draft: VehicleDraft) -> UUID:
    """Add a vehicle; the depot's Gemeinde follows from its postcode and town.

    Raises:
        InvalidInputError: the draft is impossible.
    """
    refuse(validation.vehicle_problems(draft))
    vehicle = insert(session, Vehicle, _columns_of(draft))
    _put_equipment(session, vehicle.id, draft)
    return vehicle.id


def _put_equipment(session: Session, vehicle_id: UUID, draft: VehicleDraft) -> bool:
    rows = [{"equipment_id": item} for item in dict.fromkeys(draft.equipment_ids)]
    return put_links(session, VehicleEquipment, {"vehicle_id": vehicle_id}, rows)


def change(session: Session, vehicle_id: UUID, draft: VehicleDraft, version: int | None = None) -> None:
    """Make a vehicle be what the draft says.

    Raises:
        InvalidInputError: the draft is impossible.
        ConflictError: somebody changed it meanwhile.
    """
    refuse(validation.vehicle_problems(draft))
    vehicle = get(session, Vehicle, vehicle_id)
    columns = _columns_of(draft, vehicle)
    change_whole(session, vehicle, version, columns, lambda: _put_equipment(session, vehicle_id, draft))


def delete(session: Session, vehicle_ids: Iterable[UUID]) -> int:
    """Delete vehicles with their tour days (undoable)."""
    return remove(session, Vehicle, vehicle_ids)


def list_rows(session: Session) -> list[VehicleRow]:
    """All vehicles by name, with what they carry."""
    names = {item.id: item.name for item in session.exec(select(Equipment))}
    carried: dict[UUID, list[UUID]] = {}
    for link in session.exec(select(VehicleEquipment)):
        carried.setdefault(link.vehicle_id, []).append(link.equipment_id)
    rows = []
    for vehicle in session.exec(select(Vehicle).order_by(col(Vehicle.name))):
        ids = sorted(carried.get(vehicle.id, ()), key=lambda item: names[item])
        rows.append(_to_row(vehicle, tuple(ids), tuple(names[item] for item in ids)))
    return rows


def _to_row(vehicle: Vehicle, ids: tuple[UUID, ...], carried: tuple[str, ...]) -> VehicleRow:
    own = {field.name: getattr(vehicle, field.name) for field in fields(VehicleDraft) if field.name != "equipment_ids"}
    return VehicleRow(vehicle.id, vehicle.version, VehicleDraft(**own, equipment_ids=ids), carried)


def equipment(session: Session) -> list[EquipmentRow]:
    """All equipment by name."""
    found = session.exec(select(Equipment).order_by(col(Equipment.name)))
    return [EquipmentRow(item.id, item.name, item.quantity, item.version) for item in found]


def find_vehicle(session: Session, name: str) -> UUID:
    """The vehicle of this name, in whatever capitals and with or without umlauts.

    Raises:
        NotFoundError: there is none.
    """
    rows = list_rows(session)
    for row in rows:
        if fold(row.draft.name) == fold(name):
            return row.id
    known = ", ".join(row.draft.name for row in rows) or "–"
    raise NotFoundError(N_("There is no vehicle “{name}”; there are: {names}."), name=name, names=known)


def equipment_named(session: Session, names: Iterable[str]) -> tuple[UUID, ...]:
    """The ids of equipment with these names; what is missing is added with a quantity of one."""
    known = {fold(item.name): item.id for item in session.exec(select(Equipment))}
    ids: list[UUID] = []
    for name in names:
        key = fold(name)
        if key not in known:
            known[key] = insert(session, Equipment, {"name": name.strip(), "quantity": 1}).id
        ids.append(known[key])
    return tuple(dict.fromkeys(ids))


def add_equipment(session: Session, name: str, quantity: int = 1) -> UUID:
    """Add a piece of equipment.

    Raises:
        InvalidInputError: no name was given, or the quantity is below zero.
    """
    refuse(validation.equipment_problems(name, quantity))
    return insert(session, Equipment, {"name": name.strip(), "quantity": quantity}).id


def change_equipment(session: Session, equipment_id: UUID, name: str, quantity: int) -> None:
    """Rename a piece of equipment or say how many there are."""
    refuse(validation.equipment_problems(name, quantity))
    change_record(session, get(session, Equipment, equipment_id), None, {"name": name.strip(), "quantity": quantity})


def delete_equipment(session: Session, ids: Iterable[UUID]) -> int:
    """Delete equipment (undoable)."""
    return remove(session, Equipment, ids)


def book(
    session: Session,
    first_day: date,
    last_day: date,
    purpose: str,
    *,
    vehicle_id: UUID | None = None,
    equipment_id: UUID | None = None,
) -> UUID:
    """Keep a vehicle or a piece of equipment free of events on some days (workshop, lent out).

    Raises:
        InvalidInputError: the last day lies before the first, or nothing is booked.
    """
    refuse([*fields_of.day("first_day", first_day), *fields_of.day("last_day", last_day)])
    refuse([*fields_of.days_in_order("last_day", first_day, last_day), *fields_of.text("purpose", purpose, 300)])
    if vehicle_id is None and equipment_id is None:
        refuse([Problem("vehicle_id", N_("Please choose a vehicle or a piece of equipment."))])
    values = {"first_day": first_day, "last_day": last_day, "purpose": purpose}
    return insert(session, Booking, values | {"vehicle_id": vehicle_id, "equipment_id": equipment_id}).id


def bookings(session: Session, first_day: date, last_day: date) -> list[BookingRow]:
    """What is booked on any day from `first_day` to `last_day` (inclusive), by its first day."""
    names = {row.id: row.draft.name for row in list_rows(session)} | {row.id: row.name for row in equipment(session)}
    query = select(Booking).where(Booking.first_day <= last_day, Booking.last_day >= first_day)
    found = session.exec(query.order_by(col(Booking.first_day), col(Booking.id)))
    return [
        BookingRow(
            id=each.id,
            version=each.version,
            first_day=each.first_day,
            last_day=each.last_day,
            purpose=each.purpose,
            name=", ".join(names[key] for key in (each.vehicle_id, each.equipment_id) if key in names),
            vehicle_id=each.vehicle_id,
            equipment_id=each.equipment_id,
        )
        for each in found
    ]


def cancel_bookings(session: Session, booking_ids: Iterable[UUID]) -> int:
    """Free what is booked (undoable); returns how many bookings there were."""
    return remove(session, Booking, booking_ids)
