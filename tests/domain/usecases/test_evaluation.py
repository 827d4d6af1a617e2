"""What counting reads of the file: local days, real minutes, facts of the right kind, requests; equal to coverage."""

from collections import Counter
from datetime import date

import pytest

from domain.rows.evaluation import EvaluationFilter
from domain.rows.events import (
    ConsultationFacts,
    Count,
    HandOut,
    LectureFacts,
    OnlineFacts,
    PatrolFacts,
    TrafficFacts,
)
from domain.rows.publications import PublicationDraft
from domain.rows.requests import RequestDraft
from domain.rules.evaluation.columns import columns_of
from domain.rules.evaluation.events import events_of
from domain.rules.evaluation.figures import evaluate
from domain.terms import (
    AccidentCause,
    AdviceField,
    Audience,
    Breakdown,
    DeclineCause,
    EventKind,
    EventState,
    Measure,
    OnlineChannel,
    PartnerCategory,
    PlaceKind,
    Schulform,
)
from domain.usecases import coverage, evaluation, event_rows, publications, requests
from tests.builders import HALLE, KOETHEN, at, make_event, make_group, make_partner, make_request, make_topic

DAY = date(2027, 3, 2)
TODAY = date(2027, 4, 28)
ALL = EvaluationFilter()


def held(ws, day=DAY, start="18:00", end="20:00", **fields):
    """An event that took place."""
    return make_event(ws, day=day, start=start, end=end, state=EventState.held, **({"ags": KOETHEN} | fields))


def figures(ws, **wanted):
    return ws.ask(evaluation.figures, EvaluationFilter(**wanted))


def test_local_start_decides_the_month_also_at_midnight_in_summer_and_winter(ws):
    held(ws, date(2026, 12, 31), "23:30", "23:45")
    held(ws, date(2027, 1, 1), "00:00", "00:30")
    held(ws, date(2027, 3, 31), "23:30", "23:59")
    held(ws, date(2027, 4, 1), "00:00", "00:30")
    held(ws, date(2027, 2, 28), all_day=True, last_day=date(2027, 3, 4))
    found = figures(ws)
    assert {line.key: line.sums.held for line in found.months} == {
        "2026-12": 1,
        "2027-01": 1,
        "2027-02": 1,
        "2027-03": 1,
        "2027-04": 1,
    }
    assert figures(ws, first_day=date(2027, 4, 1), last_day=date(2027, 4, 1)).whole.held == 1


def test_ideas_templates_and_events_without_a_date_count_nowhere(ws):
    make_event(ws, day=None)
    make_event(ws, state=EventState.requested)
    make_event(ws, is_template=True)
    make_event(ws, state=EventState.cancelled, state_reason="Sturm")
    found = figures(ws).whole
    assert (found.held, found.planned, found.cancelled) == (0, 0, 1)


@pytest.mark.parametrize(
    ("begin", "end", "minutes"),
    [
        (at(date(2027, 3, 5), "22:00"), at(date(2027, 3, 6), "02:00"), 240),
        (at(date(2027, 3, 27), "22:00"), at(date(2027, 3, 28), "06:00"), 420),
        (at(date(2026, 10, 24), "22:00"), at(date(2026, 10, 25), "06:00"), 540),
    ],
    ids=["across midnight", "the hour that is lost in spring", "the hour that comes twice in autumn"],
)
def test_patrol_hours_are_people_times_the_time_that_really_passed(ws, begin, end, minutes):
    facts = PatrolFacts(police_officers=2, ordnungsamt_officers=3, checks=11)
    held(ws, kind=EventKind.joint_patrol, starts_at=begin, ends_at=end, facts=facts)
    found = figures(ws).whole
    assert (found.minutes, found.police_minutes, found.ordnungsamt_minutes) == (minutes, 2 * minutes, 3 * minutes)
    assert found.patrol_hours == round(5 * minutes / 60, 2)
    assert found.checks == 11


def test_all_day_events_have_no_hours(ws):
    held(ws, all_day=True)
    assert figures(ws).whole.minutes == 0


def test_facts_of_each_kind_are_summed(ws):
    consultation = ConsultationFacts(AdviceField.cyber_protection, talks=7, minutes=210)
    held(ws, kind=EventKind.consultation, facts=consultation, actual=9, expected=12, kilometres=40.5)
    online = {"place_kind": PlaceKind.online, "ags": None, "facts": OnlineFacts(OnlineChannel.website, reach=1_200)}
    held(ws, kind=EventKind.online, **online)
    held(ws, kind=EventKind.mobile_stop, traffic=TrafficFacts(AccidentCause.speed, "B 185"))
    found = figures(ws)
    whole = found.whole
    assert (whole.talks, whole.talk_minutes, whole.reach) == (7, 210, 1_200)
    assert (whole.reached, whole.expected, whole.kilometres) == (9, 12, 40.5)
    assert [(line.key, line.sums.held) for line in found.advice_fields] == [("cyber_protection", 1)]
    assert [(line.key, line.sums.held) for line in found.accident_causes] == [("speed", 1)]
    assert [(cell.row, cell.column, cell.sums.held) for cell in found.cause_kreise] == [("speed", "15082", 1)]
    assert [line.sums.held for line in found.kreise if not line.key] == [1]


def test_topics_groups_and_publications_come_with_their_names(ws):
    topic, other, group = make_topic(ws, "Reichsbürger"), make_topic(ws, "Einbruch"), make_group(ws)
    paper = ws.run("Add", publications.create, PublicationDraft("Sicher wohnen", edition="2027"))
    held(ws, topic_ids=(topic, other), counts=(Count(group, 20, 15),), publications=(HandOut(paper, 50, 30),))
    held(ws, topic_ids=(topic,))
    found = figures(ws)
    assert [(found.names[line.key], line.sums.held) for line in found.topics] == [("Einbruch", 1), ("Reichsbürger", 2)]
    assert [(found.names[line.key], line.sums.reached) for line in found.target_groups] == [("Jugendliche", 15)]
    assert [(found.names[each.key], each.copies) for each in found.publications] == [("Sicher wohnen, 2027 (de)", 30)]
    assert figures(ws, topic_ids=(other,)).whole.held == figures(ws, target_group_ids=(group,)).whole.held == 1


def test_school_is_told_by_school_type_host_or_place(ws):
    school = make_partner(ws, "Gymnasium", category=PartnerCategory.school, schulform=Schulform.gymnasium)
    club = make_partner(ws, "Verein", category=PartnerCategory.club)
    held(ws, kind=EventKind.lecture, facts=LectureFacts(schulform=Schulform.sekundarschule))
    held(ws, host_id=school)
    held(ws, place_kind=PlaceKind.partner, place_partner_id=school)
    held(ws, host_id=club, place_kind=PlaceKind.partner, place_partner_id=school)
    held(ws)
    found = figures(ws)
    assert {line.key: line.sums.held for line in found.schools} == {"school": 4, "other": 1}
    assert {line.key: line.sums.held for line in found.host_categories} == {"school": 2, "club": 1, "": 2}
    assert {line.key: line.sums.held for line in found.schulformen} == {"sekundarschule": 1, "gymnasium": 3}


def test_events_for_nobody_outside_count_and_can_be_asked_for(ws):
    held(ws, audience=Audience.internal)
    held(ws)
    assert figures(ws).whole.held == 2
    assert figures(ws, audiences=(Audience.internal,)).whole.held == 1


def test_requests_count_on_the_day_they_came_in_or_were_entered(ws):
    topic = make_topic(ws, "Zivilcourage")
    early = make_request(ws, received_on=date(2027, 2, 3), topic="Zivilcourage")
    make_request(ws)
    ws.run("Decline", requests.decline, early, "Kein Personal")
    found = figures(ws, first_day=date(2027, 2, 1), last_day=date(2027, 2, 28)).requests
    assert (found.whole.received, found.whole.declined) == (1, 1)
    assert figures(ws, first_day=TODAY, last_day=TODAY).requests.whole.received == 1
    assert figures(ws, topic_ids=(topic,)).requests.whole.received == 1


def test_by_kreis_and_kind_the_figures_are_those_of_coverage(ws):
    edges = (date(2026, 6, 30), date(2026, 7, 1), date(2026, 10, 9), date(2026, 12, 31), date(2027, 1, 1))
    host = {"host_name": "Stadt"}
    states = (EventState.held, EventState.reviewed, EventState.tentative, EventState.confirmed)
    for number, day in enumerate(edges):
        for place, state in enumerate(states):
            kind = (EventKind.lecture, EventKind.citizen_dialogue)[(number + place) % 2]
            ags = (KOETHEN, HALLE)[place % 2]
            clock = ("00:10", "23:50")[number % 2]
            make_event(ws, day=day, start=clock, end=clock, state=state, kind=kind, ags=ags, actual=number, **host)
            make_event(ws, day=day, all_day=True, state=state, kind=kind, ags=ags, **host)
    make_event(ws, is_template=True, ags=KOETHEN)
    held(ws, ags=None)
    covered = Counter()
    for row in ws.ask(coverage.coverage):
        if row.half_year == "2026-H2":
            covered[row.kreis_ags, row.kind, "held"] += row.held
            covered[row.kreis_ags, row.kind, "planned"] += row.planned
            covered[row.kreis_ags, row.kind, "reached"] += row.reached
    evaluated = Counter()
    for cell in figures(ws, first_day=date(2026, 7, 1), last_day=date(2026, 12, 31)).kreis_kinds:
        for name in ("held", "planned", "reached"):
            evaluated[cell.row, cell.column, name] += getattr(cell.sums, name)
    assert +evaluated == +covered
    assert covered.total() > 30


@pytest.mark.parametrize("measure", [Measure.events, Measure.kilometres])
def test_list_behind_a_line_holds_the_events_that_the_line_counts(ws, measure):
    topic, group = make_topic(ws), make_group(ws)
    held(ws, topic_ids=(topic,), target_group_ids=(group,))
    held(ws, date(2027, 2, 28), "22:00", "23:00", kind=EventKind.lecture, ags=HALLE)
    held(ws, date(2027, 2, 28), all_day=True, last_day=date(2027, 3, 3))
    make_event(ws, day=date(2027, 3, 9), topic_ids=(topic,), audience=Audience.partners)
    make_event(ws, day=date(2027, 3, 9), state=EventState.cancelled, state_reason="Sturm", topic_ids=(topic,))
    wanted = EvaluationFilter(date(2027, 1, 1), date(2027, 12, 31))
    found = figures(ws, first_day=wanted.first_day, last_day=wanted.last_day)
    drilled = 0
    for breakdown in (Breakdown.month, Breakdown.year, Breakdown.kind, Breakdown.kreis, Breakdown.topic):
        for line in found.lines(breakdown):
            if not line.key:
                continue
            listed = events_of(wanted, breakdown, line.key, measure)
            counted = line.sums.held + (line.sums.planned if measure is Measure.events else 0)
            assert len(ws.ask(event_rows.list_ids, listed)) == counted, (breakdown, line.key)
            drilled += 1
    assert drilled >= 20
    (line,) = found.target_groups
    assert len(ws.ask(event_rows.list_ids, events_of(wanted, Breakdown.target_group, line.key, measure))) == 1


def test_list_cannot_show_what_it_has_no_filter_for(ws):
    topic, other = make_topic(ws, "A"), make_topic(ws, "B")
    wanted = EvaluationFilter(topic_ids=(topic,))
    assert events_of(wanted, Breakdown.topic, other.hex, Measure.events) is None
    assert events_of(wanted, Breakdown.topic, topic.hex, Measure.events).topic_ids == (topic,)
    assert events_of(ALL, Breakdown.schulform, "gymnasium", Measure.events) is None
    assert events_of(ALL, Breakdown.kreis, "", Measure.events) is None


def test_columns_answer_every_filter_without_reading_again(ws):
    held(ws, kind=EventKind.lecture)
    held(ws, ags=HALLE)
    columns = ws.ask(evaluation.columns)
    for wanted in (ALL, EvaluationFilter(kinds=(EventKind.lecture,)), EvaluationFilter(kreise=("15002",))):
        assert evaluate(columns, wanted, TODAY) == ws.ask(evaluation.figures, wanted)
    assert len(columns) == 2
    assert len(columns_of([])) == 0


def test_declined_for_capacity_is_counted(ws):
    made = make_request(ws, received_on=DAY)
    ws.run("Decline", _decline_for_capacity, made)
    found = figures(ws).requests
    assert found.whole.capacity == 1
    assert [(each.cause, each.count) for each in found.causes] == [(DeclineCause.capacity, 1)]


def _decline_for_capacity(session, request_id):
    from domain.model import Request

    requests.decline(session, request_id, "Kein Personal")
    session.get(Request, request_id).decline_cause = DeclineCause.capacity


def test_kind_of_draft_is_a_request(ws):
    ws.run("Create", requests.create, RequestDraft("Schule", EventKind.lecture, schulform=Schulform.gymnasium))
    assert [(line.key, line.sums.received) for line in figures(ws).requests.schools] == [("school", 1)]
