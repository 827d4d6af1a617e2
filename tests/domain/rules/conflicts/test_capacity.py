"""People who are booked for more events in a month than is agreed."""

from datetime import date, timedelta

import pytest

from domain.rows.tours import StaffDraft
from domain.rules.conflicts import findings, findings_for
from domain.terms import EventState, Grade, Rule
from tests.domain.rules.conflicts.world import ANJA, BERND, CARLA, DAY, World, detail, read, uid

MAY = date(2027, 5, 1)


@pytest.fixture
def world():
    world = World()
    people = {ANJA: StaffDraft("Anja", capacity_per_month=2), BERND: StaffDraft("Bernd"), CARLA: StaffDraft("Carla")}
    world.change(staff=people)
    return world


def booked(world, *titles, person=ANJA):
    """Events of a person in May, booked in this order."""
    world.change(booked={**world.context.booked, (person, MAY): tuple(uid(title) for title in titles)})


def too_many(found):
    return [each for each in found if each.rule is Rule.over_capacity]


def test_the_event_booked_last_is_the_one_too_many(world):
    for number, title in enumerate(("C", "B", "A")):
        world.add(title, "9-10", day=DAY + timedelta(days=number), people=(ANJA,))
    booked(world, "A", "B", "C")
    (found,) = too_many(findings(world.events, world.context))
    assert (found.event_id, found.grade) == (uid("C"), Grade.warning)
    assert read(found) == "Anja is booked too often"
    assert detail(found) == "At most 2 events a month are agreed; “C” on Wed 12/05/2027, 09:00–10:00 is beyond that."


def test_an_event_that_is_not_saved_yet_counts_as_the_last(world):
    event = world.add("Neu", "9-10", people=(ANJA,))
    booked(world, "A", "B")
    (found,) = too_many(findings_for(event, [], world.context))
    assert found.event_id == uid("Neu")


def test_a_full_month_that_is_not_exceeded_is_fine(world):
    event = world.add("B", "9-10", people=(ANJA,))
    booked(world, "A", "B")
    assert not too_many(findings_for(event, [], world.context))


def test_others_months_past_months_and_people_without_limit_do_not_matter(world):
    later = world.add("Juni", "9-10", day=date(2027, 6, 9), people=(ANJA,))
    past = world.add("März", "9-10", day=date(2027, 3, 10), people=(ANJA,))
    free = world.add("Bernd", "9-10", people=(BERND,))
    booked(world, "A", "B")
    booked(world, "A", "B", "C", person=BERND)
    for event in (later, past, free):
        assert not too_many(findings_for(event, [], world.context))


def test_what_is_held_is_no_conflict_any_more(world):
    event = world.add("C", "9-10", people=(ANJA,), state=EventState.held)
    booked(world, "A", "B", "C")
    assert not too_many(findings_for(event, [], world.context))


def test_the_way_out_is_somebody_whose_month_is_not_full(world):
    full = {**world.context.staff, BERND: StaffDraft("Bernd", capacity_per_month=1)}
    world.change(staff=full)
    event = world.add("C", "9-10", people=(ANJA,))
    booked(world, "A", "B", "C")
    booked(world, "D", person=BERND)
    (found,) = too_many(findings_for(event, [], world.context))
    assert [repair.staff_id for repair in found.repairs] == [CARLA]
