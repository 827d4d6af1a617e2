"""Everything that recurs, and the next date of it."""

from datetime import date

import pytest

from domain.i18n import language
from domain.rows.councils import WatchKind
from domain.rows.events import ExchangeFacts
from domain.terms import EventKind, EventState, PartnerCategory
from domain.usecases import councils, events, interval_watch
from tests.builders import HALLE, KOETHEN, make_event, make_partner
from tests.domain.usecases.meetings import add_items, titles_of

GERMAN = language("de")


def exchange(ws, day, title="Austausch Bahn", state=EventState.held, interval=120, **fields):
    facts = ExchangeFacts(interval)
    usual = {"ags": KOETHEN, "kind": EventKind.information_exchange, "state": state, "facts": facts}
    return make_event(ws, title, day=day, start="10:00", end="12:00", **(usual | fields))


def watched(ws):
    return ws.ask(interval_watch.watch_rows)


def test_dates_of_one_exchange_are_one_line_with_the_newest_interval(ws):
    exchange(ws, date(2026, 8, 3), interval=90)
    newest = exchange(ws, date(2026, 12, 6))
    exchange(ws, date(2027, 3, 1), state=EventState.cancelled, state_reason="Krankheit")
    (row,) = watched(ws)
    assert (row.id, row.meetings, row.interval_days) == (newest, 2, 120)
    assert (row.last, row.next, row.due) == (date(2026, 12, 6), None, date(2027, 4, 5))


def test_partners_tie_an_exchange_together_and_are_named(ws):
    office = make_partner(ws, "Ordnungsamt")
    exchange(ws, date(2026, 8, 3), "Erstes Treffen", partner_ids=(office,))
    exchange(ws, date(2026, 12, 7), "Lage und Termine", partner_ids=(office,))
    exchange(ws, date(2026, 12, 7), "Lage in Halle", partner_ids=(office,), ags=HALLE)
    rows = watched(ws)
    assert sorted((row.name, row.partners) for row in rows) == [
        ("Lage in Halle", ("Ordnungsamt",)),
        ("Lage und Termine", ("Ordnungsamt",)),
    ]


@pytest.fixture
def several(ws):
    """An overdue exchange, a council due soon, one that is planned, and one that nobody watches."""
    exchange(ws, date(2026, 12, 6), "Überfällig")
    for name, days, last in (("Bald", 120, date(2027, 1, 8)), ("Geplant", 90, date(2026, 1, 8)), ("Frei", None, None)):
        council = make_partner(ws, name, category=PartnerCategory.council)
        ws.run("Interval", councils.set_interval, council, days)
        if last:
            make_event(ws, name, kind=EventKind.council_meeting, day=last, state=EventState.held, host_id=council)
        if name == "Geplant":
            make_event(ws, name, kind=EventKind.council_meeting, day=date(2027, 5, 13), host_id=council)


def test_the_most_pressing_comes_first_and_what_nobody_watches_last(ws, several):
    assert [row.name for row in watched(ws)] == ["Überfällig", "Geplant", "Bald", "Frei"]


def test_only_what_is_due_and_not_planned_is_overdue(ws, several):
    assert [row.name for row in ws.ask(interval_watch.overdue_intervals)] == ["Überfällig", "Bald"]


def test_the_next_date_of_an_exchange_is_a_copy_without_figures_on_a_working_day(ws):
    event = exchange(ws, date(2026, 12, 7), actual=12, public_text="Lage und Termine", place_name="Rathaus")
    add_items(ws, event, "Lage", "Termine")
    (row,) = watched(ws)
    made = ws.ask(events.detail, ws.run("Next date", interval_watch.plan_next, row, GERMAN))
    assert made.row.start_day == date(2027, 5, 24)  # a Monday, after the Whitsun holidays
    assert (made.draft.state, made.draft.actual) == (EventState.tentative, None)
    assert (made.draft.place_name, made.draft.starts_at.hour) == ("Rathaus", 10)
    assert titles_of(ws, made.row.id) == ["Lage", "Termine"]
    (after,) = watched(ws)
    assert (after.next, after.meetings) == (date(2027, 5, 24), 2)
    assert ws.ask(interval_watch.overdue_intervals) == []
    ws.undo()
    assert watched(ws) == [row]


def test_the_next_date_of_a_council_is_its_next_session(ws, several):
    row = next(row for row in watched(ws) if row.name == "Bald")
    made = ws.ask(events.detail, ws.run("Next date", interval_watch.plan_next, row, GERMAN))
    assert row.kind is WatchKind.council
    assert (made.draft.host_id, made.draft.kind) == (row.id, EventKind.council_meeting)


def test_an_exchange_without_a_date_gives_one_without_a_date(ws):
    exchange(ws, None, state=EventState.idea)
    (row,) = watched(ws)
    made = ws.ask(events.detail, ws.run("Next date", interval_watch.plan_next, row, GERMAN))
    assert made.row.start_day is None
