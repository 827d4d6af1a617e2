"""Vehicles come into the workspace with their equipment."""

from datetime import time

from domain.usecases import fleet, imports
from tests.builders import make_vehicle
from tests.domain.exchange.samples import SHARED, VEHICLES, needs_shared
from tests.domain.usecases.importing import counts, read


def test_vehicles_bring_their_equipment(ws):
    assert counts(read(ws, imports.import_vehicles, VEHICLES)) == {"new": 1}
    (row,) = ws.ask(fleet.list_rows)
    assert row.equipment == ("Fahrsimulator", "Tür- und Fenstermodelle")
    assert (row.draft.depot_ags, row.draft.length_m, row.draft.weight_kg) == ("15003000", 9.0, 7490)
    assert (row.draft.available_from, row.draft.available_to) == (time(6, 30), time(19))
    assert counts(read(ws, imports.import_vehicles, VEHICLES)) == {"unchanged": 1}
    assert len(ws.ask(fleet.equipment)) == 2


def test_a_changed_vehicle_keeps_what_the_file_does_not_say(ws):
    make_vehicle(ws, "PRÄVENTIONSMOBIL", licence_class="C1", depot_town="Halle (Saale)", depot_postcode="06108")
    assert counts(read(ws, imports.import_vehicles, VEHICLES)) == {"changed": 1}
    (row,) = ws.ask(fleet.list_rows)
    assert (row.draft.name, row.draft.licence_class, row.draft.depot_ags) == ("Präventionsmobil", "C1", "15003000")


@needs_shared
def test_the_shared_vehicles_come_with_their_equipment(ws):
    assert counts(ws.run("Import", imports.import_vehicles, SHARED / "vehicles.csv")) == {"new": 2}
    assert [row.equipment for row in ws.ask(fleet.list_rows)] == [
        ("Fahrradparcours", "Überschlagsimulator"),
        ("Fahrsimulator", "Tür- und Fenstermodelle"),
    ]
