from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rows.partners import SiteDraft
from domain.rows.tours import TourDayDraft
from domain.rules.conflicts import Block, Stock, by_event, findings, findings_for
from domain.rules.local import at_local, later
from domain.terms import DaySpan, EventState, Grade, PermitState, Rule, TimeSpan
from tests.domain.rules.conflicts.world import (
    ANJA,
    BERND,
    BUS,
    DAY,
    HALLE,
    MAGDEBURG,
    MOBILE,
    STENDAL,
    World,
    detail,
    read,
    rules,
    uid,
)

SITE, SIMULATOR = uid("Markt"), uid("Simulator")
BOOKED_TWICE = {
    Rule.vehicle_booked_twice,
    Rule.person_booked_twice,
    Rule.site_booked_twice,
    Rule.equipment_booked_twice,
    Rule.unreachable_in_time,
}


@pytest.fixture
def world() -> World:
    world = World()
    world.change(
        sites={SITE: SiteDraft("Markt", permit_state=PermitState.granted)}, equipment={SIMULATOR: Stock("Simulator")}
    )
    return world


def test_vehicle_in_two_places_says_who_what_and_when(world):
    world.add("Burg", "9-12", vehicle_id=MOBILE)
    world.add("Genthin", "11-13", vehicle_id=MOBILE)
    (found,) = findings(world.events, world.context)
    assert found.rule is Rule.vehicle_booked_twice
    assert found.grade is Grade.error
    assert (found.event_id, found.others) == (uid("Genthin"), (uid("Burg"),))
    assert read(found) == "Präventionsmobil booked twice"
    assert detail(found) == (
        "“Genthin” (Wed 12/05/2027, 11:00–13:00) and “Burg” (Wed 12/05/2027, 09:00–12:00) overlap by 1 h."
    )


@pytest.mark.parametrize(
    ("shared", "rule"),
    [
        ({"vehicle_id": MOBILE}, Rule.vehicle_booked_twice),
        ({"people": (ANJA,)}, Rule.person_booked_twice),
        ({"site_id": SITE}, Rule.site_booked_twice),
        ({"equipment_ids": (SIMULATOR,)}, Rule.equipment_booked_twice),
    ],
)
def test_each_thing_and_person_can_be_booked_twice(world, shared, rule):
    world.add("A", "9-12", **shared)
    world.add("B", "11-13", **shared)
    assert rules(findings(world.events, world.context)) == [rule]


def test_set_up_and_tear_down_belong_to_the_booking(world):
    world.add("A", "9-12", vehicle_id=MOBILE, tear_down_minutes=30)
    world.add("B", "13-14", vehicle_id=MOBILE, set_up_minutes=45)
    (found,) = findings(world.events, world.context)
    assert found.rule is Rule.vehicle_booked_twice
    assert dict(found.detail_params)["minutes"] == 15


def test_all_day_event_takes_the_whole_day_of_its_vehicle(world):
    world.add("Aktionstag", vehicle_id=MOBILE)
    world.add("Abends", "20-21", vehicle_id=MOBILE)
    world.add("Morgen", "9-10", vehicle_id=MOBILE, day=DAY + timedelta(1))
    assert rules(findings(world.events, world.context)) == [Rule.vehicle_booked_twice]


def test_patrol_past_midnight_meets_the_early_appointment(world):
    world.add("Streife", "20-2", last=DAY + timedelta(1), people=(ANJA,))
    world.add("Früh", "1-3", day=DAY + timedelta(1), people=(ANJA,))
    assert Rule.person_booked_twice in rules(findings(world.events, world.context))


def test_more_pieces_allow_more_events_at_once(world):
    world.change(equipment={SIMULATOR: Stock("Simulator", 2)})
    for title in ("A", "B"):
        world.add(title, "9-12", equipment_ids=(SIMULATOR,))
    assert findings(world.events, world.context) == ()
    world.add("C", "10-11", equipment_ids=(SIMULATOR,))
    (found,) = findings(world.events, world.context)
    assert found.event_id == uid("C")
    assert set(found.others) == {uid("A"), uid("B")}


def test_vehicle_in_the_workshop_is_not_there(world):
    world.change(blocks=(Block(DaySpan(DAY, DAY), vehicle_id=MOBILE, purpose="Werkstatt"),))
    world.add("A", "9-12", vehicle_id=MOBILE)
    (found,) = findings(world.events, world.context)
    assert found.rule is Rule.vehicle_booked_twice
    assert "Werkstatt" in detail(found)


def test_lent_equipment_is_not_there(world):
    world.change(blocks=(Block(DaySpan(DAY, DAY), equipment_id=SIMULATOR),))
    world.add("A", "9-12", equipment_ids=(SIMULATOR,))
    (found,) = findings(world.events, world.context)
    assert found.rule is Rule.equipment_booked_twice


def test_drive_that_takes_longer_than_the_pause_is_unreachable(world):
    world.add("A", "9-12", people=(ANJA,), where=MAGDEBURG)
    world.add("B", "13-14", people=(ANJA,), where=HALLE)
    (found,) = findings(world.events, world.context)
    assert found.rule is Rule.unreachable_in_time
    assert read(found) == "Anja: 20 min missing for the drive"
    world.events[1] = replace(world.events[1], where=STENDAL)
    assert findings(world.events, world.context) == ()


def test_same_pair_is_unreachable_once_however_many_ride_along(world):
    together = {"vehicle_id": MOBILE, "people": (ANJA, BERND)}
    world.add("A", "9-12", **together)
    world.add("B", "13-14", where=HALLE, **together)
    (found,) = findings(world.events, world.context)
    assert read(found).startswith("Präventionsmobil")


def test_online_event_needs_no_drive(world):
    world.add("A", "9-12", people=(ANJA,), where=MAGDEBURG)
    world.add("B", "12-14", people=(ANJA,), where=None)
    assert findings(world.events, world.context) == ()


def test_crew_of_the_tour_day_is_booked_as_well(world):
    tour_day = uid("Tourtag")
    world.change(tour_days={tour_day: TourDayDraft(DAY, MOBILE, crew_ids=(BERND,))})
    world.add("Halt", "9-12", vehicle_id=MOBILE, tour_day_id=tour_day)
    world.add("Vortrag", "10-11", people=(BERND,))
    assert rules(findings(world.events, world.context)) == [Rule.person_booked_twice]


@pytest.mark.parametrize("state", [EventState.declined, EventState.cancelled, EventState.postponed])
def test_called_off_event_takes_nothing(world, state):
    world.add("A", "9-12", vehicle_id=MOBILE, state=state)
    world.add("B", "9-12", vehicle_id=MOBILE)
    assert findings(world.events, world.context) == ()


def test_event_without_a_date_takes_nothing(world):
    world.add("A", "9-12", vehicle_id=MOBILE)
    world.events.append(replace(world.events[0], id=uid("B"), span=None))
    assert findings(world.events, world.context) == ()


def test_what_is_over_has_no_conflicts_any_more_but_stands_in_the_way(world):
    world.add("A", "9-12", vehicle_id=MOBILE, state=EventState.held)
    world.add("B", "9-12", vehicle_id=MOBILE, state=EventState.reviewed)
    assert findings(world.events, world.context) == ()
    world.add("C", "9-12", vehicle_id=MOBILE)
    assert len(findings(world.events, world.context)) == 2


def test_findings_are_told_to_everybody_they_concern(world):
    world.add("A", "9-12", vehicle_id=MOBILE)
    world.add("B", "9-12", vehicle_id=MOBILE)
    groups = by_event(findings(world.events, world.context))
    assert groups[uid("A")] == groups[uid("B")]


def test_accepted_conflict_keeps_its_reason_whatever_else_changes(world):
    world.add("A", "9-12", vehicle_id=MOBILE)
    world.add("B", "11-13", vehicle_id=MOBILE)
    (found,) = findings(world.events, world.context)
    world.events[1] = replace(
        world.events[1], title="Neuer Titel", span=TimeSpan(at_local(DAY, 600), at_local(DAY, 660))
    )
    (again,) = findings(world.events, world.context, {found.key: "gemeinsamer Stand"})
    assert again.accepted
    assert again.reason == "gemeinsamer Stand"


def test_event_that_ends_before_it_starts_is_named(world):
    event = world.add("A", "9-12", vehicle_id=MOBILE)
    world.events[0] = replace(event, span=TimeSpan(event.span.end, event.span.start))
    assert rules(findings(world.events, world.context)) == [Rule.ends_before_start]
    assert rules(findings_for(world.events[0], (), world.context)) == [Rule.ends_before_start]


appointments = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.integers(0, 1439),
        st.integers(1, 400),
        st.sampled_from([None, MOBILE, BUS]),
        st.sets(st.sampled_from([ANJA, BERND]), max_size=2),
        st.sampled_from([MAGDEBURG, HALLE, STENDAL, None]),
    ),
    max_size=7,
)


def built(drawn) -> World:
    world = World()
    for number, (day, minute, length, vehicle, people, where) in enumerate(drawn):
        start = at_local(date(2027, 5, 10) + timedelta(day), minute)
        event = world.add(f"T{number}", "9-10", vehicle_id=vehicle, people=tuple(people), where=where)
        world.events[-1] = replace(event, span=TimeSpan(start, later(start, length)))
    return world


@given(appointments)
def test_double_booking_is_found_exactly_where_something_shared_overlaps(drawn):
    world = built(drawn)
    expected = {
        frozenset({one.id, other.id})
        for one in world.events
        for other in world.events
        if one is not other
        and one.span.overlaps(other.span)
        and (
            (one.vehicle_id is not None and one.vehicle_id == other.vehicle_id)
            or {a.staff_id for a in one.assignments} & {a.staff_id for a in other.assignments}
        )
    }
    twice = {Rule.vehicle_booked_twice, Rule.person_booked_twice}
    found = findings(world.events, world.context)
    assert {frozenset({each.event_id, *each.others}) for each in found if each.rule in twice} == expected


@given(appointments)
def test_live_check_finds_what_the_whole_check_finds(drawn):
    world = built(drawn)
    everything = by_event(findings(world.events, world.context))
    for event in world.events:
        live = findings_for(event, world.events, world.context, repairs=False)
        assert {each.key for each in live} == {each.key for each in everything.get(event.id, ())}


@given(appointments)
def test_keys_are_unique_and_order_of_input_does_not_matter(drawn):
    world = built(drawn)
    found = findings(world.events, world.context)
    assert len({each.key for each in found}) == len(found)
    assert findings(reversed(world.events), world.context) == found


@given(appointments)
def test_repair_that_landauf_offers_really_mends_the_conflict(drawn):
    world = built(drawn)
    for found in findings(world.events, world.context, repairs=True):
        assert len(found.repairs) <= 3
        for repair in found.repairs:
            mended = [mend(event, repair) if event.id == repair.event_id else event for event in world.events]
            assert found.key not in {each.key for each in findings(mended, world.context)}


def mend(event, repair):
    changes = {}
    if repair.starts_at is not None:
        changes["span"] = TimeSpan(repair.starts_at, repair.ends_at)
    if repair.vehicle_id is not None:
        changes["vehicle_id"] = repair.vehicle_id
    if repair.staff_id is not None:
        changes["assignments"] = tuple(
            replace(a, staff_id=repair.staff_id) if a.staff_id == repair.instead_of else a for a in event.assignments
        )
    assert changes
    return replace(event, **changes)
