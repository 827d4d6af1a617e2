"""Vehicles, equipment, bookings and the people of the house."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import ConflictError, InvalidInputError
from domain.rows.events import AssignmentDraft
from domain.rows.tours import VehicleDraft
from domain.terms import AssignmentRole
from domain.usecases import events, fleet, people
from tests.builders import DAY, HALLE, MAGDEBURG, dump, make_event, make_person, make_vehicle
from tests.domain.usecases import drafts

SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)


@SHARED
@given(data=st.data())
def test_every_field_of_a_vehicle_comes_back(ws, known, data):
    first, second = data.draw(drafts.vehicles(known)), data.draw(drafts.vehicles(known))

    def found(vehicle_id):
        return next(row.draft for row in ws.ask(fleet.list_rows) if row.id == vehicle_id)

    def plain(draft):
        return replace(draft, equipment_ids=frozenset(draft.equipment_ids))

    vehicle_id = ws.run("Create", fleet.create, first)
    assert plain(found(vehicle_id)) == plain(first)
    second = replace(second, depot_ags="15083130")
    ws.run("Change", fleet.change, vehicle_id, second, 1)
    assert plain(found(vehicle_id)) == plain(second)


@SHARED
@given(data=st.data())
def test_every_field_of_a_person_comes_back(ws, known, data):
    first, second = data.draw(drafts.people(known)), data.draw(drafts.people(known))

    def found(staff_id):
        return next(row.draft for row in ws.ask(people.list_rows) if row.id == staff_id)

    staff_id = ws.run("Create", people.create, first)
    assert found(staff_id) == first
    ws.run("Change", people.change, staff_id, second, 1)
    assert found(staff_id) == second


def test_the_depot_lies_where_its_address_says(ws):
    vehicle_id = make_vehicle(ws)
    (row,) = ws.ask(fleet.list_rows)
    assert row.draft.depot_ags == MAGDEBURG
    ws.run("Change", fleet.change, vehicle_id, replace(row.draft, depot_town="Halle (Saale)", depot_postcode="06108"))
    assert ws.ask(fleet.list_rows)[0].draft.depot_ags == HALLE


def test_vehicles_are_listed_with_what_they_carry(ws):
    simulator = ws.run("Add", fleet.add_equipment, "Fahrsimulator")
    walls = ws.run("Add", fleet.add_equipment, "Stellwände", 4)
    make_vehicle(ws, "Kleinbus", equipment_ids=(walls, simulator))
    make_vehicle(ws, "Anhänger")
    assert [(row.draft.name, row.equipment) for row in ws.ask(fleet.list_rows)] == [
        ("Anhänger", ()),
        ("Kleinbus", ("Fahrsimulator", "Stellwände")),
    ]


def test_loading_other_equipment_raises_the_version(ws):
    simulator = ws.run("Add", fleet.add_equipment, "Fahrsimulator")
    vehicle_id = make_vehicle(ws)
    (row,) = ws.ask(fleet.list_rows)
    ws.run("Load", fleet.change, vehicle_id, replace(row.draft, equipment_ids=(simulator,)), row.version)
    with pytest.raises(ConflictError):
        ws.run("Load", fleet.change, vehicle_id, row.draft, row.version)


def test_a_deleted_vehicle_leaves_its_events(ws):
    vehicle_id = make_vehicle(ws)
    event_id = make_event(ws, vehicle_id=vehicle_id)
    before = dump(ws)
    assert ws.run("Delete", fleet.delete, [vehicle_id]) == 1
    assert ws.ask(events.detail, event_id).draft.vehicle_id is None
    ws.undo()
    assert dump(ws) == before


def test_equipment_is_counted_and_renamed(ws):
    item = ws.run("Add", fleet.add_equipment, " Fahrsimulator ", 2)
    ws.run("Change", fleet.change_equipment, item, "Simulator", 3)
    (row,) = ws.ask(fleet.equipment)
    assert (row.name, row.quantity) == ("Simulator", 3)
    assert ws.run("Delete", fleet.delete_equipment, [item]) == 1
    assert ws.ask(fleet.equipment) == []


@pytest.mark.parametrize(
    ("name", "quantity", "field"), [(" ", 1, "name"), ("X", -1, "quantity"), ("X" * 201, 1, "name")]
)
def test_impossible_equipment_is_refused(ws, name, quantity, field):
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Add", fleet.add_equipment, name, quantity)
    assert refusal.value.field == field


def test_equipment_is_found_by_name_however_it_is_written(ws):
    item = ws.run("Add", fleet.add_equipment, "Überschlagsimulator")
    names = ("Ueberschlagsimulator", "überschlagsimulator", "Beamer", "beamer")
    found = ws.run("Find", fleet.equipment_named, names)
    assert found[0] == item
    assert len(found) == len(ws.ask(fleet.equipment)) == 2


def test_a_vehicle_can_be_kept_free_of_events(ws):
    vehicle_id = make_vehicle(ws)
    before = dump(ws)
    ws.run("Book", fleet.book, DAY, DAY, "Werkstatt", vehicle_id=vehicle_id)
    assert len(dump(ws)["booking"]) == 1
    ws.undo()
    assert dump(ws) == before


def test_an_impossible_booking_is_refused(ws):
    vehicle_id = make_vehicle(ws)
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Book", fleet.book, DAY, DAY.replace(day=12), "Werkstatt", vehicle_id=vehicle_id)
    assert refusal.value.field == "last_day"
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Book", fleet.book, DAY, DAY, "Werkstatt")
    assert refusal.value.field == "vehicle_id"


def test_a_vehicle_cannot_be_out_backwards(ws):
    usual = VehicleDraft("Bus")
    with pytest.raises(InvalidInputError) as refusal:
        make_vehicle(ws, available_from=usual.available_to, available_to=usual.available_from)
    assert refusal.value.field == "available_to"


def test_a_deleted_person_leaves_the_events(ws):
    staff_id = make_person(ws)
    event_id = make_event(ws, assignments=(AssignmentDraft(staff_id, AssignmentRole.lead),))
    before = dump(ws)
    ws.run("Delete", people.delete, [staff_id])
    assert ws.ask(events.detail, event_id).draft.assignments == ()
    ws.undo()
    assert dump(ws) == before


def test_a_person_changed_meanwhile_is_not_overwritten(ws):
    staff_id = make_person(ws)
    (row,) = ws.ask(people.list_rows)
    away = replace(row.draft, absences=(drafts.Absence(DAY, DAY, "Urlaub"),))
    ws.run("Change", people.change, staff_id, away, row.version)
    with pytest.raises(ConflictError):
        ws.run("Change", people.change, staff_id, row.draft, row.version)
