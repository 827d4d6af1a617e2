"""Stops on the days of a tour, placed and read back."""

from datetime import timedelta

from domain.terms import EventKind, EventState
from domain.usecases import tour_rows, tours
from tests.builders import DAY, make_event

NEXT = DAY + timedelta(days=1)


def make_stop(ws, title, **fields):
    return make_event(ws, title, kind=EventKind.mobile_stop, state=EventState.tentative, **fields)


def place(ws, day_id, *event_ids, position=None):
    for event_id in event_ids:
        ws.run("Place stop", tours.place_stop, day_id, event_id, position)


def days(ws, tour_id):
    return ws.ask(tour_rows.detail, tour_id).days


def titles(ws, tour_id, index=0):
    return [stop.event.title for stop in days(ws, tour_id)[index].stops]
