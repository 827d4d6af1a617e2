"""Vehicles of an imported table: matched by name, their equipment added where it is new."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from domain.exchange.identity import vehicle_key
from domain.exchange.row_reader import Reading
from domain.exchange.vehicle_rows import ImportedVehicle
from domain.region.fold import fold
from domain.rows.imports import Fate, RowFate
from domain.rows.tours import VehicleDraft, VehicleRow
from domain.store.session import Session
from domain.usecases import fleet
from domain.usecases.import_matching import refused


def vehicle_fates(
    session: Session,
    readings: Iterable[Reading[ImportedVehicle]],
    *,
    store: bool,
    told: Callable[[int], None] | None,
) -> Iterator[RowFate]:
    """Each row's fate; with `store` new and differing vehicles are written."""
    known = {vehicle_key(row.draft): row for row in fleet.list_rows(session)}
    seen: set[str] = set()
    for count, reading in enumerate(readings, 1):
        yield _fate(session, reading, known, seen, store=store)
        if told is not None:
            told(count)


def _fate(
    session: Session, reading: Reading[ImportedVehicle], known: dict[str, VehicleRow], seen: set[str], *, store: bool
) -> RowFate:
    if reading.draft is None:
        return refused(reading, reading.problems[0])
    key = vehicle_key(reading.draft.draft)
    if key in seen:
        return RowFate(reading.line, reading.name, Fate.duplicate, hints=reading.hints)
    seen.add(key)
    present = known.get(key)
    fate = (
        Fate.new
        if present is None
        else Fate.changed
        if _differs(present, reading.draft, reading.said)
        else Fate.unchanged
    )
    if store and fate is not Fate.unchanged:
        _write(session, present, reading.draft, reading.said)
    return RowFate(reading.line, reading.name, fate, hints=reading.hints)


_DEPOT = frozenset(("depot_town", "depot_postcode"))


def _merged(present: VehicleDraft, told: VehicleDraft, said: frozenset[str]) -> VehicleDraft:
    """The present vehicle with everything the file says; an empty cell or a missing column says nothing."""
    names = {name for name in VehicleDraft.__dataclass_fields__ if name in said}
    if said & _DEPOT and told.depot_ags:
        names.add("depot_ags")
    return replace(present, **{name: getattr(told, name) for name in names - {"equipment_ids"}})


def _differs(present: VehicleRow, told: ImportedVehicle, said: frozenset[str]) -> bool:
    carried = {fold(name) for name in present.equipment}
    return _merged(present.draft, told.draft, said) != present.draft or bool(
        told.equipment and {fold(name) for name in told.equipment} != carried
    )


def _write(session: Session, present: VehicleRow | None, told: ImportedVehicle, said: frozenset[str]) -> None:
    equipment = fleet.equipment_named(session, told.equipment)
    if present is None:
        fleet.create(session, replace(told.draft, equipment_ids=equipment))
        return
    merged = _merged(present.draft, told.draft, said)
    fleet.change(session, present.id, replace(merged, equipment_ids=equipment or merged.equipment_ids))
