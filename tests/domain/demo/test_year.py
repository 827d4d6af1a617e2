"""The sample year: complete, plausible, and without a conflict that is not meant."""

from collections import Counter
from datetime import timedelta

import pytest

from domain.region.holidays import is_school_day
from domain.region.kreise import kreise
from domain.rows.filters import EventFilter
from domain.rows.tours import TourDetail
from domain.terms import AssignmentRole, Audience, EventKind, EventState, Grade, PartnerCategory, RequestState, Rule
from domain.usecases import conflicts, event_rows, events, filters, partners, people, requests, tour_rows
from domain.usecases.published import published
from tests.domain.demo.conftest import NOW

TODAY = NOW.date()
TOOK_PLACE = {EventState.held, EventState.reviewed}
CALLED_OFF = {EventState.cancelled, EventState.declined, EventState.postponed}


@pytest.fixture
def rows(workspace):
    return workspace.ask(event_rows.list_rows, EventFilter())


@pytest.fixture
def details(workspace, rows):
    return workspace.ask(lambda session: [events.detail(session, row.id) for row in rows])


@pytest.fixture
def findings(workspace):
    return workspace.ask(conflicts.all_findings)


@pytest.fixture
def tour(workspace, sample) -> TourDetail:
    return workspace.ask(tour_rows.detail, sample.tour_id)


def test_every_kind_state_and_audience_occurs(rows):
    assert {row.kind for row in rows} == set(EventKind)
    assert {row.state for row in rows} == set(EventState)
    assert {row.audience for row in rows} == set(Audience)
    assert 280 <= len(rows) <= 340


def test_every_district_has_events_behind_and_ahead(rows):
    done = Counter(row.kreis_ags for row in rows if row.state in TOOK_PLACE)
    ahead = Counter(row.kreis_ags for row in rows if row.start_day and row.start_day > TODAY)
    assert all(done[kreis.ags] >= 3 and ahead[kreis.ags] >= 3 for kreis in kreise())


def test_about_half_of_the_year_took_place(rows):
    took_place = sum(row.state in TOOK_PLACE for row in rows)
    assert 0.4 <= took_place / len(rows) <= 0.55


def test_what_is_over_is_settled_and_nothing_ahead_was_held(rows):
    for row in rows:
        if row.end_day and row.end_day < TODAY:
            assert row.state in TOOK_PLACE | CALLED_OFF, row
        elif row.end_day and row.end_day > TODAY:
            assert row.state not in TOOK_PLACE, row


def test_called_off_events_say_why(details):
    assert all(found.draft.state_reason for found in details if found.row.state in CALLED_OFF)
    assert all(found.draft.postponed_to for found in details if found.row.state is EventState.postponed)


def test_figures_by_target_group_add_up(details):
    counted = [found.draft for found in details if found.draft.actual is not None]
    assert len(counted) > 80
    for draft in counted:
        assert sum(count.actual for count in draft.counts) == draft.actual
        assert sum(count.expected for count in draft.counts) == draft.expected


def test_only_events_that_took_place_have_kilometres(details):
    assert all(found.row.state in TOOK_PLACE for found in details if found.draft.kilometres is not None)
    assert sum(found.draft.kilometres or 0 for found in details) > 5_000


def test_schools_are_visited_on_school_days(workspace, sample, details):
    schools = {row.id for row in workspace.ask(partners.list_rows) if row.category is PartnerCategory.school}
    visits = [found for found in details if found.draft.place_partner_id in schools and found.row.start_day]
    closed = [found.row.id for found in visits if not is_school_day(found.row.start_day)]
    assert len(visits) > 40
    assert len(closed) == 1
    assert set(closed) <= sample.conflicting


def test_patrols_last_past_midnight(rows):
    patrols = [row for row in rows if row.kind is EventKind.joint_patrol and row.starts_at]
    assert any(row.end_day == row.start_day + timedelta(days=1) for row in patrols)


def test_every_error_is_one_of_those_made_on_purpose(findings, sample):
    assert {finding.event_id for finding in findings if finding.grade is Grade.error} <= sample.conflicting
    assert {finding.rule for finding in findings} == {
        Rule.duty_too_long,
        Rule.person_booked_twice,
        Rule.school_free_day,
        Rule.person_absent,
        Rule.permit_too_late,
        Rule.inviting_body_missing,
        Rule.topic_expired,
        Rule.market_day,
        Rule.publication_outdated,
        Rule.publication_short,
    }


def test_one_conflict_was_accepted_with_a_reason(findings):
    assert [(finding.rule, bool(finding.reason)) for finding in findings if finding.accepted] == [
        (Rule.market_day, True)
    ]


def test_the_tour_has_three_school_days_with_seven_stops_and_no_conflict(tour, findings, sample):
    assert (tour.row.title, tour.row.days, tour.row.stops) == ("Altmark und Börde", 3, 7)
    assert tour.row.first_day > TODAY + timedelta(days=14)
    assert all(is_school_day(day.day) for day in tour.days)
    stops = {stop.event.id for day in tour.days for stop in day.stops}
    assert not stops & {finding.event_id for finding in findings}
    assert sample.tour_day in {day.day for day in tour.days}


def test_the_tour_keeps_its_limits(tour):
    for day in tour.days:
        assert day.duty_minutes <= day.max_duty_minutes
        assert day.drive_minutes <= day.max_drive_minutes
        assert len(day.crew) == 2


def test_confidential_speakers_give_lectures(workspace, details):
    hidden = {row.id for row in workspace.ask(people.list_rows) if row.draft.confidential}
    lectures = [
        found
        for found in details
        for assignment in found.draft.assignments
        if assignment.staff_id in hidden and assignment.role is AssignmentRole.speaker
    ]
    assert len(hidden) == 4
    assert len(lectures) >= 15


def test_requests_wait_became_events_or_were_declined(workspace):
    found = workspace.ask(requests.list_rows)
    states = Counter(row.state for row in found)
    left_out = sum(row.unplanned_reason is not None for row in found)
    proposed = sum(row.draft.kind is EventKind.mobile_stop and row.state is RequestState.accepted for row in found)
    assert states[RequestState.open] == 24 + left_out
    assert states[RequestState.declined] == 6
    assert states[RequestState.accepted] >= max(proposed, 10 + 20)
    ages = {(TODAY - row.draft.received_on).days for row in found if row.state is RequestState.open}
    assert min(ages) < 5
    assert max(ages) > 28


def test_the_next_dialogue_can_be_shown_to_everybody(workspace, sample):
    shown = {event.id: event for event in workspace.ask(lambda session: list(published(session, Audience.public)))}
    assert shown[sample.dialogue_id].agenda
    assert shown[sample.dialogue_id].starts_at > NOW


def test_a_template_and_saved_filters_are_there(workspace, rows):
    everything = workspace.ask(event_rows.list_rows, EventFilter(templates=True))
    assert len(everything) == len(rows) + 1
    assert workspace.ask(filters.list_rows, "events")
