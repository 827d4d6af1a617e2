"""The tour that the program proposes in the sample workspace."""

from datetime import date, timedelta

import pytest

from domain.demo.proposal import three_weeks
from domain.region.holidays import is_school_day
from domain.rows.filters import RequestFilter
from domain.terms import EventKind, EventState, RequestState, TourState
from domain.usecases import conflicts, requests, tour_rows
from tests.domain.demo.conftest import NOW


@pytest.fixture
def proposed(workspace, sample):
    """The tour with its days."""
    return workspace.ask(tour_rows.detail, sample.proposed_id)


def test_it_is_a_draft_of_three_weeks_with_both_vehicles(proposed):
    assert proposed.draft.state is TourState.draft
    assert proposed.row.stops >= 20
    assert (proposed.row.last_day - proposed.row.first_day).days > 14
    assert {day.vehicle for day in proposed.days} == {"Präventionsmobil", "Kleinbus Prävention"}
    assert any(len(day.stops) > 1 for day in proposed.days)


def test_it_keeps_every_rule(workspace, proposed):
    stops = {stop.event.id for day in proposed.days for stop in day.stops}
    assert not [found for found in workspace.ask(conflicts.all_findings) if found.event_id in stops]
    assert all(day.duty_minutes <= day.max_duty_minutes for day in proposed.days)
    assert all(day.drive_minutes <= day.max_drive_minutes for day in proposed.days)


def test_its_stops_came_from_requests_and_wait_for_the_hosts(workspace, proposed):
    stops = {stop.event.id: stop.event for day in proposed.days for stop in day.stops}
    wanted = RequestFilter(kinds=(EventKind.mobile_stop,), states=(RequestState.accepted,))
    made = {row.event_id for row in workspace.ask(requests.list_rows, wanted)} & stops.keys()
    assert len(made) >= 20
    assert {stops[each].state for each in made} == {EventState.tentative}


def test_some_requests_are_left_out_for_different_reasons(workspace, sample):
    reasons = [row.unplanned_reason for row in workspace.ask(requests.list_rows) if row.unplanned_reason]
    assert 3 <= len(reasons) <= sample.left_out
    assert len(set(reasons)) >= 3


@pytest.mark.parametrize("today", [date(2027, 1, 1) + timedelta(days=17 * number) for number in range(22)])
def test_its_weeks_begin_on_a_monday_with_schools_open(today):
    first, last = three_weeks(today)
    assert first.weekday() == 0
    assert last - first == timedelta(days=19)
    assert (first - today).days >= 28
    assert sum(is_school_day(first + timedelta(days=number)) for number in range(20)) >= 12


def test_the_weeks_lie_ahead_of_the_sample(proposed):
    assert proposed.row.first_day > NOW.date()
