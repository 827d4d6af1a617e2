"""Finding concerns: filters, orders, what heads an agenda, what is late, and who probably answers."""

from datetime import date, timedelta

import pytest

from domain.rows.filters import ConcernFilter, ConcernOrder
from domain.terms import ConcernCategory, ConcernState, EventKind, EventState, PartnerCategory
from domain.usecases import concern_context, concerns
from tests.builders import HALLE, KOETHEN, MAGDEBURG, ZERBST, make_concern, make_event, make_partner

TODAY = date(2027, 4, 28)


def found(ws, **wanted):
    return [row.draft.wording for row in ws.ask(concerns.list_rows, ConcernFilter(**wanted))]


def days_ago(days):
    return TODAY - timedelta(days=days)


def test_every_filter_finds_its_own(ws):
    office = make_partner(ws, "Ordnungsamt")
    event = make_event(ws, "Dialog", day=date(2027, 4, 15), state=EventState.held, ags=KOETHEN)
    make_concern(ws, "Licht am Bahnhof", event_id=event, category=ConcernCategory.lighting)
    make_concern(ws, "Lärm", ags=HALLE, office_id=office)
    late = make_concern(ws, "Müll", ags=MAGDEBURG, raised_on=days_ago(90))
    ws.run("Settle", concerns.settle, make_concern(ws, "Alt", raised_on=days_ago(90)))
    assert found(ws, text="bahnhof licht") == ["Licht am Bahnhof"]
    assert found(ws, kreise=("15002", "15003")) == ["Lärm", "Müll"]
    assert found(ws, categories=(ConcernCategory.lighting,)) == ["Licht am Bahnhof"]
    assert found(ws, office_id=office) == ["Lärm"]
    assert found(ws, event_id=event) == ["Licht am Bahnhof"]
    assert found(ws, states=(ConcernState.closed,)) == ["Alt"]
    assert found(ws, overdue=True) == ["Müll"]
    assert (ws.ask(concerns.count_waiting), ws.ask(concerns.count_overdue)) == (3, 1)
    ws.run("Settle", concerns.settle, late)
    assert ws.ask(concerns.count_overdue) == 0


def test_orders_put_what_has_no_value_last_both_ways(ws):
    make_concern(ws, "ohne Kreis", raised_on=days_ago(3))
    make_concern(ws, "Magdeburg", ags=MAGDEBURG, raised_on=days_ago(2))
    make_concern(ws, "Köthen", ags=KOETHEN, raised_on=days_ago(1))
    assert found(ws, order=ConcernOrder.kreis) == ["Köthen", "Magdeburg", "ohne Kreis"]
    assert found(ws, order=ConcernOrder.kreis, descending=True) == ["Magdeburg", "Köthen", "ohne Kreis"]
    assert found(ws, order=ConcernOrder.due) == ["ohne Kreis", "Magdeburg", "Köthen"]
    assert found(ws, order=ConcernOrder.number, descending=True) == ["Köthen", "Magdeburg", "ohne Kreis"]


@pytest.mark.parametrize("order", ConcernOrder)
def test_every_order_lists_everything(ws, order):
    for _number in range(3):
        make_concern(ws)
    assert len(found(ws, order=order)) == len(found(ws, order=order, descending=True)) == 3


def test_what_is_late_or_due_within_thirty_days_is_told_with_its_office(ws):
    make_concern(ws, "spät", due=days_ago(2), raised_on=days_ago(50), office_name="Bauhof")
    make_concern(ws, "bald", due=days_ago(-30))
    make_concern(ws, "fern", due=days_ago(-31))
    ws.run("Settle", concerns.settle, make_concern(ws, "fertig", due=days_ago(0)))
    rows = ws.ask(concerns.overdue)
    assert [(row.wording, row.office, row.due) for row in rows] == [
        ("spät", "Bauhof", days_ago(2)),
        ("bald", "", days_ago(-30)),
    ]


def test_the_next_dialogue_of_the_district_is_where_it_comes_up(ws):
    make_event(ws, "Später", day=date(2027, 9, 1), ags=KOETHEN)
    make_event(ws, "Vortrag", day=date(2027, 5, 1), kind=EventKind.lecture, ags=KOETHEN)
    soon = make_event(ws, "Bald", day=date(2027, 5, 20), ags=ZERBST)
    make_event(ws, "Woanders", day=date(2027, 5, 2), ags=HALLE)
    coming = ws.ask(concern_context.next_dialogue, "15082")
    assert (coming.event_id, coming.title, coming.day) == (soon, "Bald", date(2027, 5, 20))
    assert ws.ask(concern_context.next_dialogue, "15003") is None
    assert ws.ask(concern_context.next_dialogue, None) is None


def test_events_of_today_then_dialogues_are_offered_for_noting(ws):
    make_event(ws, "Dialog", day=days_ago(9), state=EventState.held, ags=KOETHEN)
    make_event(ws, "Beratung", day=days_ago(1), state=EventState.held, kind=EventKind.consultation)
    make_event(ws, "Halt", day=TODAY, kind=EventKind.mobile_stop)
    make_event(ws, "Streife", day=TODAY, kind=EventKind.joint_patrol)
    long_ago = make_event(ws, "Lange her", day=days_ago(200), state=EventState.held)
    assert [each.title for each in ws.ask(concern_context.occasions)] == ["Halt", "Dialog", "Beratung"]
    assert ws.ask(concern_context.occasions, long_ago)[0].title == "Lange her"


@pytest.mark.parametrize(
    ("category", "name"),
    [
        (ConcernCategory.traffic, "Ordnungsamt Köthen"),
        (ConcernCategory.violence, "Polizeirevier"),
        (ConcernCategory.youth, "Jugendamt"),
    ],
)
def test_the_probable_office_follows_from_place_and_category(ws, category, name):
    make_partner(ws, "Ordnungsamt Zerbst", category=PartnerCategory.ordnungsamt, ags=ZERBST)
    make_partner(ws, "Ordnungsamt Köthen", category=PartnerCategory.ordnungsamt, ags=KOETHEN)
    make_partner(ws, "Polizeirevier", category=PartnerCategory.police, ags=ZERBST)
    make_partner(ws, "Jugendamt", category=PartnerCategory.jugendamt, ags=ZERBST)
    hint = ws.ask(concern_context.responsible_for, KOETHEN, "15082", category)
    assert (hint.name, hint.is_local) == (name, name.endswith("Köthen"))
    assert ws.ask(concern_context.responsible_for, HALLE, "15002", category) is None
    assert ws.ask(concern_context.responsible_for, None, None, category) is None
