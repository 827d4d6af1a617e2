from collections import Counter
from datetime import date, timedelta

from domain.rows.coverage import CoverageFilter
from domain.rules.coverage import half_year_of
from domain.rules.local import first_day_of
from domain.terms import EventKind, EventState
from domain.usecases import coverage, event_rows, targets
from tests.builders import HALLE, KOETHEN, at, make_event, make_topic

DIALOGUE = EventKind.citizen_dialogue


def held(ws, moment_day, start="18:00", end="20:00", **fields):
    return make_event(ws, day=moment_day, start=start, end=end, state=EventState.held, ags=KOETHEN, **fields)


def counted(ws, topic=None):
    return {
        (row.kreis_ags, row.kind, row.half_year): (row.planned, row.held) for row in ws.ask(coverage.coverage, topic)
    }


def test_local_start_decides_the_half_year_at_new_year_and_in_july(ws):
    held(ws, date(2026, 12, 31), "23:59", "23:59")
    held(ws, date(2027, 1, 1), "00:00", "01:00")
    held(ws, date(2026, 6, 30), "23:59", "23:59")
    held(ws, date(2026, 7, 1), "00:00", "01:00")
    held(ws, date(2026, 6, 30), all_day=True)
    held(ws, date(2026, 7, 1), all_day=True)
    assert counted(ws) == {
        ("15082", DIALOGUE, "2026-H1"): (0, 2),
        ("15082", DIALOGUE, "2026-H2"): (0, 3),
        ("15082", DIALOGUE, "2027-H1"): (0, 1),
    }


def test_only_held_and_planned_events_with_a_kreis_and_a_date_count(ws):
    for state in (EventState.idea, EventState.requested, EventState.tentative, EventState.confirmed):
        make_event(ws, state=state, ags=HALLE, host_name="Stadt Halle")
    make_event(ws, state=EventState.cancelled, state_reason="Sturm", ags=HALLE)
    make_event(ws, day=None, ags=HALLE)
    make_event(ws, ags=None)
    make_event(ws, ags=HALLE, is_template=True)
    assert counted(ws) == {("15002", DIALOGUE, "2027-H1"): (2, 0)}


def test_people_reached_and_the_last_local_day_come_along(ws):
    held(ws, date(2027, 3, 2), actual=40)
    held(ws, date(2027, 4, 1), "00:30", "01:00", actual=15)
    held(ws, date(2027, 2, 1))
    (row,) = ws.ask(coverage.coverage)
    assert (row.held, row.reached, row.last) == (3, 55, date(2027, 4, 1))


def test_target_without_an_event_is_told(ws):
    ws.run("Set targets", targets.put, "2027-H2", {("15081", DIALOGUE): 2})
    (row,) = ws.ask(coverage.coverage)
    assert (row.target, row.planned, row.held, row.missing) == (2, 0, 0, 2)


def test_topic_narrows_the_counts_and_has_no_targets(ws):
    topic = make_topic(ws)
    held(ws, date(2027, 3, 2), topic_ids=(topic,))
    held(ws, date(2027, 3, 3))
    ws.run("Set targets", targets.put, "2027-H1", {("15082", DIALOGUE): 5})
    (row,) = ws.ask(coverage.coverage, topic)
    assert (row.held, row.target) == (1, 0)


def test_report_holds_the_wanted_kreise_kinds_and_half_years(ws):
    held(ws, date(2027, 3, 2))
    make_event(ws, ags=HALLE)
    make_event(ws, ags=HALLE, day=date(2027, 9, 1))
    make_event(ws, ags=HALLE, kind=EventKind.lecture)
    wanted = CoverageFilter((DIALOGUE,), ("2027-H1",))
    rows = ws.ask(coverage.report_rows, wanted, ("15002",))
    assert [(row.kreis_ags, row.planned) for row in rows] == [("15002", 1)]
    assert len(ws.ask(coverage.report_rows, wanted)) == 2


def test_aggregate_equals_a_count_over_every_event_around_all_edges(ws):
    """The SQL against plain Python over the listed rows, an hour at a time around the ends of half-years."""
    for edge in (date(2026, 12, 31), date(2027, 6, 30)):
        start = at(edge, "20:00")
        for hours in range(8):
            begin = start + timedelta(hours=hours)
            state = EventState.held if edge.year == 2026 else EventState.confirmed
            make_event(ws, starts_at=begin, ends_at=begin, ags=KOETHEN, state=state)
    by_hand = Counter()
    for row in ws.ask(event_rows.list_rows):
        by_hand[half_year_of(first_day_of(row))] += 1
    assert {row.half_year: row.planned + row.held for row in ws.ask(coverage.coverage)} == by_hand
