"""Measures counted by accident cause and place category."""

from datetime import date

import pytest

from domain.rows.events import TrafficFacts
from domain.rows.measure_counts import MeasureCount
from domain.rules.crosstab import crosstab
from domain.terms import AccidentCause, EventKind, EventState, PlaceCategory
from domain.usecases import measure_counts
from tests.builders import KOETHEN, MAGDEBURG, at, make_event, make_topic

ABI, MD = KOETHEN[:5], MAGDEBURG[:5]
SPEED, ALCOHOL = AccidentCause.speed, AccidentCause.alcohol


def measure(ws, cause=SPEED, spot="", day=date(2027, 5, 13), **fields):
    usual = {"kind": EventKind.mobile_stop, "facts": None, "ags": KOETHEN, "traffic": TrafficFacts(cause, spot)}
    return make_event(ws, day=day, **usual | fields)


def test_measures_are_counted_by_kreis_cause_and_half_year(ws):
    measure(ws, state=EventState.held, spot="B 6,  Abzweig", day=date(2027, 4, 2))
    measure(ws, state=EventState.reviewed, spot="B 6, Abzweig", day=date(2027, 4, 3))
    measure(ws, state=EventState.tentative)
    measure(ws, day=date(2027, 7, 1))
    measure(ws, ALCOHOL, ags=MAGDEBURG)
    measure(ws, ags=None, spot="überall")
    assert ws.ask(measure_counts.by_cause) == (
        MeasureCount("", SPEED, "2027-H1", 0, 1, ("überall",)),
        MeasureCount(MD, ALCOHOL, "2027-H1", 0, 1),
        MeasureCount(ABI, SPEED, "2027-H1", 2, 1, ("B 6, Abzweig",)),
        MeasureCount(ABI, SPEED, "2027-H2", 0, 1),
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"state": EventState.idea, "day": None},
        {"state": EventState.cancelled, "state_reason": "Sturm"},
        {"is_template": True},
        {"traffic": None},
    ],
)
def test_ideas_templates_and_what_was_called_off_do_not_count(ws, fields):
    measure(ws, **fields)
    assert ws.ask(measure_counts.by_cause) == ()


def test_a_measure_of_new_years_morning_counts_in_the_new_year(ws):
    measure(ws, starts_at=at(date(2027, 1, 1), "00:15"), ends_at=at(date(2027, 1, 1), "02:00"))
    assert [row.half_year for row in ws.ask(measure_counts.by_cause)] == ["2027-H1"]


def test_half_years_and_kreise_choose(ws):
    measure(ws)
    measure(ws, day=date(2027, 7, 1))
    measure(ws, ags=MAGDEBURG)
    assert len(ws.ask(measure_counts.by_cause, ["2027-H1"])) == 2
    assert [row.kreis_ags for row in ws.ask(measure_counts.by_cause, (), [MD])] == [MD]


def test_events_are_counted_by_place_category(ws):
    make_event(ws, ags=KOETHEN, place_category=PlaceCategory.school)
    make_event(ws, ags=KOETHEN, place_category=PlaceCategory.school, kind=EventKind.lecture, facts=None)
    make_event(ws, ags=KOETHEN)
    assert ws.ask(measure_counts.by_place) == (MeasureCount(ABI, PlaceCategory.school, "2027-H1", 0, 2),)


def test_the_table_adds_up_half_years_and_causes(ws):
    measure(ws, state=EventState.held, day=date(2027, 4, 2))
    measure(ws, day=date(2027, 7, 1))
    measure(ws, ALCOHOL, ags=MAGDEBURG)
    *lines, total = crosstab(ws.ask(measure_counts.by_cause), AccidentCause)
    assert [line.term for line in lines] == list(AccidentCause)
    assert lines[0].figures == {ABI: (1, 1)}
    assert (total.figures, total.held, total.planned) == ({ABI: (1, 1), MD: (0, 1)}, 1, 2)


def test_road_topics_are_found_by_name_and_area(ws):
    road, area = make_topic(ws, "Schulweg"), make_topic(ws, "Ablenkung", area="Verkehr")
    make_topic(ws, "Einbruchschutz")
    assert ws.ask(measure_counts.road_topics) == {road, area}
