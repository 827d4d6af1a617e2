"""Rows of an imported table as vehicles."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from domain.exchange import cells
from domain.exchange.headers import VEHICLES
from domain.exchange.row_reader import Reading, RowReader
from domain.exchange.tabular import Record, RecordSource
from domain.rows.tours import VehicleDraft
from domain.rules.validation import equipment_problems, vehicle_problems


@dataclass(frozen=True, slots=True)
class ImportedVehicle:
    """A vehicle of a table and the names of the equipment it carries (ids are the workspace's business)."""

    draft: VehicleDraft
    equipment: tuple[str, ...]


def read_vehicles(table: RecordSource, columns: Mapping[str, int] | None = None) -> Iterator[Reading[ImportedVehicle]]:
    """Each row as a vehicle, or what is wrong with it; an unknown town leaves `depot_ags` open with a hint.

    Raises:
        InvalidInputError: there is no column for the name.
        FileProblemError: the file cannot be read to its end.
    """
    found = VEHICLES.columns(table.header) if columns is None else VEHICLES.checked(columns, table.header)
    return (_vehicle(record, found) for record in table.records())


def _vehicle(record: Record, columns: Mapping[str, int]) -> Reading[ImportedVehicle]:
    row = RowReader(record, columns)
    postcode, town = row.postcode("depot_postcode"), row.text("depot_town")
    usual = VehicleDraft(row.text("name"))
    draft = VehicleDraft(
        name=usual.name,
        depot_town=town,
        depot_postcode=postcode,
        depot_ags=row.gemeinde_key(postcode, town),
        available_from=row.value("available_from", cells.clock) or usual.available_from,
        available_to=row.value("available_to", cells.clock) or usual.available_to,
        max_duty_minutes=row.value("max_duty_minutes", cells.duration) or usual.max_duty_minutes,
        max_drive_minutes=row.value("max_drive_minutes", cells.duration) or usual.max_drive_minutes,
        length_m=row.value("length_m", cells.decimal),
        width_m=row.value("width_m", cells.decimal),
        height_m=row.value("height_m", cells.decimal),
        weight_kg=row.value("weight_kg", cells.whole_number),
        seats=row.value("seats", cells.whole_number),
        power=row.text("power"),
        licence_class=row.text("licence_class"),
        notes=row.long_text("notes"),
    )
    equipment = cells.names(row.text("equipment"))
    against = [*vehicle_problems(draft), *(each for name in equipment for each in equipment_problems(name, 1))]
    return row.reading(draft.name, ImportedVehicle(draft, equipment), against)
