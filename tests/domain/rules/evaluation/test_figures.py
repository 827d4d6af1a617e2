"""The figures against plain counting over the same events, one at a time."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.rows.evaluation import EvaluationFilter, Sums
from domain.rules.evaluation.columns import CountedEvent, CountedLink, Linked, columns_of
from domain.rules.evaluation.figures import evaluate
from domain.terms import Audience, Breakdown, EventKind, EventState, Measure, PlaceCategory

TODAY = date(2027, 4, 28)
FIRST, LAST = date(2027, 1, 1), date(2027, 6, 30)
KREISE = ("15001", "15082", "15091", "")
TOPICS = [UUID(int=number) for number in range(1, 4)]
DAYS = st.integers(-200, 400).map(lambda offset: FIRST + timedelta(days=offset))
SMALL = st.integers(0, 50)
REST = ("accident_cause", "advice_field", "host_category", "schulform", "checks", "talk_minutes")
"""What the random events have none of."""

events = st.builds(
    CountedEvent,
    id=st.uuids().map(lambda key: key.hex),
    day=DAYS,
    kind=st.sampled_from([kind.value for kind in EventKind]),
    state=st.sampled_from([state.value for state in EventState]),
    audience=st.sampled_from([audience.value for audience in Audience]),
    kreis=st.sampled_from(KREISE),
    place_category=st.sampled_from(["", *(each.value for each in PlaceCategory)]),
    is_school=st.booleans(),
    expected=SMALL,
    actual=SMALL,
    kilometres=st.integers(0, 500).map(float),
    minutes=SMALL,
    police=SMALL,
    ordnungsamt=SMALL,
    talks=SMALL,
    reach=SMALL,
    **{name: st.just(CountedEvent._field_defaults[name]) for name in REST},
)
filters = st.builds(
    EvaluationFilter,
    first_day=st.none() | DAYS.filter(lambda day: day < TODAY),
    last_day=st.none() | DAYS.filter(lambda day: day >= TODAY),
    kinds=st.lists(st.sampled_from(EventKind), max_size=3, unique=True).map(tuple),
    kreise=st.lists(st.sampled_from(KREISE[:3]), max_size=2, unique=True).map(tuple),
    audiences=st.lists(st.sampled_from(Audience), max_size=2, unique=True).map(tuple),
    place_categories=st.lists(st.sampled_from(PlaceCategory), max_size=2, unique=True).map(tuple),
    topic_ids=st.lists(st.sampled_from(TOPICS), max_size=2, unique=True).map(tuple),
)
lists = st.lists(events, max_size=12, unique_by=lambda event: event.id)


def linked(found):
    """Each event has the topics that its number of talks spells in bits."""
    return [
        CountedLink(event.id, topic.hex)
        for event in found
        for bit, topic in enumerate(TOPICS)
        if event.talks & (1 << bit)
    ]


def passes(event, wanted, topics):
    """Whether a filter lets an event pass, spelt out."""
    own = {link.key for link in topics if link.event_id == event.id}
    return (
        (wanted.first_day is None or event.day >= wanted.first_day)
        and (wanted.last_day is None or event.day <= wanted.last_day)
        and (not wanted.kinds or event.kind in wanted.kinds)
        and (not wanted.kreise or event.kreis in wanted.kreise)
        and (not wanted.audiences or event.audience in wanted.audiences)
        and (not wanted.place_categories or event.place_category in wanted.place_categories)
        and (not wanted.topic_ids or bool(own & {topic.hex for topic in wanted.topic_ids}))
    )


def added(found):
    """The sums of some events, spelt out."""
    held = [event for event in found if event.state in {"held", "reviewed"}]
    planned = [event for event in found if event.state in {"tentative", "confirmed"}]

    def total(name):
        return sum(getattr(event, name) for event in held)

    return Sums(
        held=len(held),
        planned=len(planned),
        cancelled=sum(event.state == "cancelled" for event in found),
        postponed=sum(event.state == "postponed" for event in found),
        declined=sum(event.state == "declined" for event in found),
        expected=total("expected"),
        reached=total("actual"),
        awaited=sum(event.expected for event in planned),
        kilometres=total("kilometres"),
        minutes=total("minutes"),
        police_minutes=sum(event.police * event.minutes for event in held),
        ordnungsamt_minutes=sum(event.ordnungsamt * event.minutes for event in held),
        talks=total("talks"),
        reach=total("reach"),
    )


@settings(max_examples=30)
@given(found=lists, wanted=filters)
def test_sums_of_every_breakdown_equal_counting_by_hand(found, wanted):
    topics = linked(found)
    figures = evaluate(columns_of(found, {Linked.topic: topics}), wanted, TODAY)
    own = [event for event in found if passes(event, wanted, topics)]
    assert figures.whole == added(own)
    keys = {
        Breakdown.month: lambda event: f"{event.day:%Y-%m}",
        Breakdown.year: lambda event: f"{event.day:%Y}",
        Breakdown.kind: lambda event: event.kind,
        Breakdown.kreis: lambda event: event.kreis,
        Breakdown.place_category: lambda event: event.place_category,
        Breakdown.school: lambda event: "school" if event.is_school else "other",
    }
    for breakdown, key in keys.items():
        lines = {line.key: line.sums for line in figures.lines(breakdown) if not line.sums.is_empty}
        counted = {each: added([event for event in own if key(event) == each]) for each in set(map(key, own))}
        assert lines == {each: sums for each, sums in counted.items() if not sums.is_empty}
    for line in figures.topics:
        with_it = {link.event_id for link in topics if link.key == line.key}
        assert line.sums == added([event for event in own if event.id in with_it])
    assert {(cell.row, cell.column): cell.sums.held for cell in figures.kreis_kinds if cell.sums.held} == {
        (kreis, kind): count
        for kreis in KREISE[:3]
        for kind in EventKind
        if (count := added([event for event in own if (event.kreis, event.kind) == (kreis, kind)]).held)
    }


@settings(max_examples=15)
@given(found=lists)
def test_lines_of_every_single_breakdown_add_up_to_the_whole(found):
    figures = evaluate(columns_of(found), EvaluationFilter(), TODAY)
    for breakdown in (Breakdown.month, Breakdown.year, Breakdown.kind, Breakdown.kreis, Breakdown.school):
        for measure in Measure:
            total = sum(line.sums.amount(measure) for line in figures.lines(breakdown))
            assert total == pytest.approx(figures.whole.amount(measure), abs=0.1)


def held(**fields):
    """An event of the period that took place."""
    return CountedEvent(**({"id": "a", "day": date(2027, 3, 1), "kind": "lecture", "state": "held"} | fields))


def test_months_have_no_gaps_and_all_kreise_are_there():
    figures = evaluate(columns_of([held()]), EvaluationFilter(FIRST, LAST), TODAY)
    assert [line.key for line in figures.months] == [f"2027-{month:02}" for month in range(1, 7)]
    assert [line.sums.held for line in figures.months] == [0, 0, 1, 0, 0, 0]
    assert len([line for line in figures.kreise if line.key]) == 14
    assert figures.kreise[-1].key == ""


def test_open_period_runs_from_the_first_event_to_the_last():
    found = [held(id="a", day=date(2026, 11, 3)), held(id="b", day=date(2027, 2, 1))]
    figures = evaluate(columns_of(found), EvaluationFilter(), TODAY)
    assert [line.key for line in figures.months] == ["2026-11", "2026-12", "2027-01", "2027-02"]
    assert [line.key for line in figures.years] == ["2026", "2027"]
    assert figures.before is None


def test_target_groups_hold_the_people_counted_by_group():
    links = {Linked.target_group: [CountedLink("a", "g1", 20, 15), CountedLink("a", "g2", 0, 5)]}
    names = {"g1": "Zuletzt", "g2": "Anfangs"}
    columns = columns_of([held(expected=30, actual=25)], links, names=names)
    figures = evaluate(columns, EvaluationFilter(), TODAY)
    assert [(line.key, line.sums.reached, line.sums.expected) for line in figures.target_groups] == [
        ("g2", 5, 0),
        ("g1", 15, 20),
    ]
    assert figures.whole.reached == 25
    assert figures.names == names


def test_copies_count_for_what_was_held_only():
    found = [held(id="a"), held(id="b", state="confirmed"), held(id="c")]
    links = {Linked.publication: [CountedLink(event, "p", 0, copies) for event, copies in (("a", 4), ("b", 9))]}
    figures = evaluate(columns_of(found, links), EvaluationFilter(), TODAY)
    assert [(line.key, line.copies, line.events) for line in figures.publications] == [("p", 4, 1)]
    assert figures.whole.handed_out == 4


def test_running_period_is_compared_with_as_many_days_of_the_one_before():
    found = [
        held(id="a", day=date(2027, 1, 5)),
        held(id="b", day=date(2026, 7, 1)),
        held(id="c", day=date(2026, 12, 1)),
        held(id="d", day=date(2026, 4, 28)),
        held(id="e", day=date(2026, 4, 29)),
    ]
    figures = evaluate(columns_of(found), EvaluationFilter(FIRST, LAST), TODAY)
    assert (figures.before.sums.held, figures.before.is_part) == (1, True)
    assert figures.year_ago.sums.held == 1
    past = evaluate(columns_of(found), EvaluationFilter(date(2026, 7, 1), date(2026, 12, 31)), TODAY)
    assert (past.whole.held, past.before.sums.held, past.before.is_part) == (2, 2, False)


def test_nothing_at_all_gives_figures_of_nothing():
    figures = evaluate(columns_of([]), EvaluationFilter(FIRST, LAST), TODAY)
    assert figures.whole == Sums()
    assert figures.kinds == figures.topics == figures.publications == ()
    assert len(figures.months) == 6
