"""What the calendar shows to whom."""

from datetime import timedelta

from domain.terms import Audience, EventState
from domain.usecases import calendar_rows
from tests.builders import DAY, make_event


def shown(ws, audience, days=0):
    return {row.title for row in ws.ask(calendar_rows.between, DAY, DAY + timedelta(days=days), audience)}


def test_the_house_sees_everything_with_a_date(ws):
    make_event(ws, "Öffentlich")
    make_event(ws, "Intern", audience=Audience.internal)
    make_event(ws, "Ohne Tag", day=None)
    assert shown(ws, Audience.internal) == {"Öffentlich", "Intern"}


def test_outsiders_see_what_an_export_for_them_would_hold(ws):
    make_event(ws, "Öffentlich")
    make_event(ws, "Vorläufig", state=EventState.tentative)
    make_event(ws, "Für Partner", audience=Audience.partners)
    make_event(ws, "Intern", audience=Audience.internal)
    assert shown(ws, Audience.public) == {"Öffentlich"}
    assert shown(ws, Audience.partners) == {"Öffentlich", "Vorläufig", "Für Partner"}


def test_only_the_days_asked_for_are_shown(ws):
    make_event(ws, "Heute")
    make_event(ws, "Morgen", day=DAY + timedelta(days=1))
    assert shown(ws, Audience.public) == {"Heute"}
    assert shown(ws, Audience.public, days=1) == {"Heute", "Morgen"}
