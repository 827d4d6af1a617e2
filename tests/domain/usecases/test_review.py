"""The review knows what the tally and the tour know, and is closed in one step."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from domain.errors import ConflictError, InvalidInputError
from domain.rows.events import Count, HandOut
from domain.terms import EventKind, EventState, PlaceKind
from domain.usecases import events, lessons, review, tally, tally_lines, tour_rows, tours
from tests.builders import (
    DAY,
    HALLE,
    KOETHEN,
    MAGDEBURG,
    at,
    change_event,
    dump,
    make_event,
    make_group,
    make_partner,
    make_site,
    make_tour,
    make_vehicle,
)


@pytest.fixture
def held(ws, clock):
    """A stop that is over, with two groups, one of them expected; the clock stands after it."""
    clock.moment = at(DAY, "14:00")
    groups = [make_group(ws, name) for name in ("Jugendliche", "Ältere")]
    event = make_event(
        ws, "Markt", kind=EventKind.mobile_stop, start="09:00", end="13:00", target_group_ids=tuple(groups),
        counts=(Count(groups[0], 30),),
    )  # fmt: skip
    return event, groups


def test_counts_come_from_the_tally_and_a_line_is_there_for_every_group(ws, held):
    event, (young, old) = held
    ws.run("Count", tally.strike, event, young, 5)
    found = ws.ask(review.start, event)
    assert found.is_counted
    assert (found.draft.actual, set(found.draft.counts)) == (5, {Count(young, 30, 5), Count(old)})
    assert found.detail.names[old] == "Ältere"


def test_what_somebody_typed_is_not_overwritten(ws, held):
    event, (young, _old) = held
    ws.run("Count", tally.strike, event, young, 5)
    change_event(ws, event, actual=77, kilometres=12.5)
    found = ws.ask(review.start, event)
    assert (found.is_counted, found.draft.actual, found.draft.kilometres) == (False, 77, 12.5)


def test_closing_reports_reviews_and_keeps_the_hours_in_one_step(ws, held):
    event, (young, _old) = held
    ws.run("Count", tally.strike, event, young, 5)
    before = dump(ws)
    found = ws.ask(review.start, event)
    draft = replace(found.draft, lessons="Früher aufbauen", kilometres=42.0)
    ws.run("Review", review.close, event, draft, found.detail.row.version)
    row = ws.ask(events.detail, event)
    assert (row.row.state, row.draft.lessons, row.draft.actual) == (EventState.reviewed, "Früher aufbauen", 5)
    assert [line.taken_over for line in ws.ask(tally_lines.lines, event)] == [True]
    ws.undo()
    assert dump(ws) == before


def test_an_event_can_be_reported_without_closing_its_review(ws, held):
    event, _groups = held
    found = ws.ask(review.start, event)
    ws.run("Review", review.close, event, found.draft, found.detail.row.version, EventState.held)
    assert ws.ask(events.detail, event).row.state is EventState.held
    again = ws.ask(review.start, event)
    ws.run("Review", review.close, event, again.draft, again.detail.row.version)
    assert ws.ask(events.detail, event).row.state is EventState.reviewed


def test_an_event_to_come_cannot_be_reviewed(ws, held):
    coming = make_event(ws, "Morgen", day=DAY + timedelta(days=1))
    found = ws.ask(review.start, coming)
    with pytest.raises(InvalidInputError, match="future"):
        ws.run("Review", review.close, coming, found.draft)


def test_a_review_of_an_event_that_was_changed_meanwhile_is_refused(ws, held):
    event, _groups = held
    found = ws.ask(review.start, event)
    change_event(ws, event, title="Anders")
    with pytest.raises(ConflictError):
        ws.run("Review", review.close, event, found.draft, found.detail.row.version)


def test_the_kilometres_of_a_days_stops_are_the_days_kilometres(ws, clock):
    clock.moment = at(DAY, "08:00")
    tour, (day,) = make_tour(ws, make_vehicle(ws, depot_ags=MAGDEBURG))
    stops = [
        make_event(ws, town, kind=EventKind.mobile_stop, start=start, end=end, ags=ags)
        for town, ags, start, end in (("Köthen", KOETHEN, "09:00", "10:00"), ("Halle", HALLE, "14:00", "15:00"))
    ]
    for stop in stops:
        ws.run("Place", tours.place_stop, day, stop)
    found = [ws.ask(review.start, stop) for stop in stops]
    assert all(each.is_estimated for each in found)
    row = ws.ask(tour_rows.detail, tour).days[0]
    assert sum(each.draft.kilometres for each in found) == pytest.approx(row.kilometres, abs=0.15)


def test_all_as_planned_leaves_what_was_not_planned():
    first, second = UUID(int=1), UUID(int=2)
    items = (HandOut(first, 20), HandOut(second, None, 3))
    assert review.all_as_planned(items) == (HandOut(first, 20, 20), HandOut(second, None, 3))


def test_the_newest_note_at_the_site_or_for_the_host_is_found(ws, clock):
    clock.moment = at(DAY, "08:00")
    site, host = make_site(ws), make_partner(ws, "Stadt Köthen")
    here = {"site_id": site, "place_kind": PlaceKind.site}
    past = {"state": EventState.held, "kind": EventKind.mobile_stop}
    make_event(ws, "Alt", day=DAY - timedelta(days=50), lessons="Mehr Kabel", **here, **past)
    make_event(ws, "Neu", day=DAY - timedelta(days=20), lessons=" Früher da sein ", host_id=host, **past)
    make_event(ws, "Ohne", day=DAY - timedelta(days=5), **here, **past)
    make_event(ws, "Geplant", day=DAY - timedelta(days=2), lessons="Zählt nicht", **here)
    event = make_event(ws, "Nächster", host_id=host, **here)
    found = ws.ask(lessons.of_event, event)
    assert (found.title, found.words) == ("Neu", "Früher da sein")
    assert ws.ask(lessons.at_place, site, None).words == "Mehr Kabel"
    assert ws.ask(lessons.at_place, None, None) is None
    assert ws.ask(lessons.at_place, site, None, DAY - timedelta(days=50)) is None
