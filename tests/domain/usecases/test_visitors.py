"""Visitors by the hour at sites, from what events have taken over."""

from datetime import UTC, timedelta

import pytest

from domain.model import EventTally
from domain.rows.date_finder import DateWish
from domain.rows.visitors import SiteVisitors
from domain.terms import DaySpan, EventKind, EventState, PlaceKind
from domain.usecases import date_finder, site_pass, tour_stops, visitors
from tests.builders import DAY, KOETHEN, at, make_event, make_group, make_request, make_site


@pytest.fixture
def counted(ws, clock):
    """A site in Köthen with two counted stops and one that was cancelled; its id."""
    clock.moment = at(DAY + timedelta(days=30), "08:00")
    group, site = make_group(ws), make_site(ws, ags=KOETHEN)
    here = {"kind": EventKind.mobile_stop, "site_id": site, "place_kind": PlaceKind.site, "ags": KOETHEN}
    times = {"start": "09:00", "end": "11:00"}
    for week, state in ((0, EventState.held), (1, EventState.reviewed), (2, EventState.confirmed)):
        day = DAY + timedelta(days=7 * week)
        event = make_event(ws, f"Woche {week}", day=day, state=state, **here, **times)
        ws.run("Tally", _put, event, group, day, 10 * (week + 1))
    return site


def _put(session, event, group, day, count):
    hour = at(day, "09:00").astimezone(UTC)
    session.add(EventTally(event_id=event, target_group_id=group, hour=hour, visitors=count))


def test_only_events_that_took_place_count(ws, counted):
    found = ws.ask(visitors.at_site, counted)
    assert (found.days, found.peak, found.best) == (2, 9, (9, 10))
    assert [(hour.hour, hour.mean) for hour in found.hours] == [(9, 15.0), (10, 0.0)]
    assert ws.ask(site_pass.site_pass, counted).visitors == found


def test_a_site_where_nobody_was_counted_tells_nothing(ws):
    assert ws.ask(visitors.at_site, make_site(ws)) == SiteVisitors()


def test_the_date_finder_names_the_best_time_of_the_site(ws, counted):
    days = DaySpan(DAY + timedelta(days=60), DAY + timedelta(days=66))
    wish = DateWish("15082", EventKind.mobile_stop, days, 9 * 60, 120, ags=KOETHEN, site_id=counted)
    offers = ws.ask(date_finder.find, wish).offers
    assert all(any("Best time here" in each.msgid for each in offer.reasons) for offer in offers)


def test_what_becomes_a_stop_shows_what_was_counted_there(ws, counted):
    day = DAY + timedelta(days=60)
    here = {"kind": EventKind.mobile_stop, "site_id": counted, "place_kind": PlaceKind.site, "ags": KOETHEN}
    event, elsewhere = make_event(ws, "Neu", day=day, **here), make_event(ws, "Woanders", day=day)
    request = make_request(ws, ags=KOETHEN)
    known = ws.ask(tour_stops.candidates, day, day).visitors
    assert known[event] == known[request] == ws.ask(visitors.at_site, counted)
    assert elsewhere not in known
