"""Planning anew after an incident: what may be taken over, what is told, and what the page shows then."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from domain.terms import EventState
from domain.usecases import events, fleet, tour_rows
from gui.pages.tours import deeds, waiting
from gui.pages.tours.plan import VehicleDay
from gui.pages.tours.proposal import opening
from gui.pages.tours.proposal.incident_form import CANCELLED
from gui.pages.tours.proposal.lines import Group
from tests.builders import DAY
from tests.gui.pages.tours.steps import listed, plan, undo

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(tour, opened):
    """The page on the tour of two days."""
    return opened()


@pytest.fixture
def dialog(page):
    """The dialog that asks what has happened."""
    return opening.replan(page)


def cancel(dialog, *stops, reason="Halle gesperrt"):
    dialog._form.what.set_value(CANCELLED)
    dialog._form.what.picked.emit(CANCELLED)
    dialog._form.stops.set_values(stops)
    dialog._form.purpose.setText(reason)


def take_over(qtbot, dialog, settle):
    with qtbot.waitSignal(dialog.taken):
        qtbot.mouseClick(dialog.primary, LEFT)
    settle()


def stops_of(ws, tour):
    return [stop.event.id for day in ws.ask(tour_rows.detail, tour[0]).days for stop in day.stops]


def test_a_cancelled_stop_needs_a_reason(tour, dialog):
    cancel(dialog, tour[2][0], reason="")
    assert dialog._form.wish() is None
    dialog._form.purpose.setText("Halle gesperrt")
    (gone,) = dialog._form.wish().cancelled
    assert (gone.event_id, gone.reason) == (tour[2][0], "Halle gesperrt")


def test_a_vehicle_that_is_out_has_days_and_a_purpose(page, dialog):
    dialog._form.purpose.setText("Werkstatt")
    (out,) = dialog._form.wish().out
    assert (out.first, out.purpose) == (page.detail.days[0].day, "Werkstatt")


def test_a_stop_that_is_cancelled_can_be_taken_over_though_nothing_moves(qtbot, ws, tour, dialog, settle):
    cancel(dialog, tour[2][0])
    plan(qtbot, dialog, settle)
    assert listed(dialog, Group.moved) == listed(dialog, Group.dropped) == []
    assert "Köthen" in dialog.found.figures.subject.text()
    take_over(qtbot, dialog, settle)
    assert ws.ask(events.detail, tour[2][0]).row.state is EventState.cancelled
    assert stops_of(ws, tour) == [tour[2][1]]


def test_stops_that_lose_their_day_wait_beside_the_board(qtbot, ws, page, dialog, settle):
    first = page.detail.days[0].day
    form = dialog._form
    form.first.set_date(first - timedelta(days=1))
    form.last.set_date(first + timedelta(days=3))
    form.purpose.setText("Werkstatt")
    plan(qtbot, dialog, settle)
    assert sorted(listed(dialog, Group.dropped)) == ["Markt Köthen", "Schule Halle"]
    why = [line.why[0] for line in dialog.found.models[Group.dropped].rows()]
    assert all(why), "each says why it goes"
    take_over(qtbot, dialog, settle)
    rows = page.left_out.rows()
    assert sorted(row.ask.title for row in rows) == ["Markt Köthen", "Schule Halle"]
    assert all(row.ask.reason for row in rows)
    with qtbot.waitSignal(page.asked_for) as told:
        qtbot.keyClick(rows[0], Qt.Key.Key_Return)
    assert told.args == ["events", rows[0].ask.id]
    held = waiting.held_waiting(page, rows[0].ask.id)
    deeds.drop(page, held, VehicleDay(first, ws.ask(fleet.list_rows)[0].id))
    settle()
    assert page.board.plan.find(rows[0].ask.id) is not None, "it can be pulled back onto the board"


def test_taking_over_is_taken_back_in_one_step(qtbot, ws, desk, tour, dialog, settle):
    before = stops_of(ws, tour)
    dialog._form.purpose.setText("Werkstatt")
    plan(qtbot, dialog, settle)
    take_over(qtbot, dialog, settle)
    (block,) = ws.ask(fleet.bookings, DAY, DAY)
    assert block.purpose == "Werkstatt"
    undo(desk)
    settle()
    assert stops_of(ws, tour) == before
    assert not ws.ask(fleet.bookings, DAY, DAY)


def test_who_was_told_a_time_must_hear_of_another(qtbot, ws, tour, dialog, settle):
    ws.run("Ask again", events.settle, tour[2][1], EventState.tentative)
    dialog._form.purpose.setText("Werkstatt")
    plan(qtbot, dialog, settle)
    assert listed(dialog, Group.to_tell) == ["Markt Köthen"]
    dialog.found.show_group(Group.to_tell)
    qtbot.mouseClick(dialog.found.copy, LEFT)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Markt Köthen\tKöthen (Anhalt)\t")
    assert "\n" not in text


def test_the_toast_says_what_was_taken_over(qtbot, desk, dialog, settle):
    dialog._form.purpose.setText("Werkstatt")
    plan(qtbot, dialog, settle)
    assert len(listed(dialog, Group.moved)) == len(listed(dialog, Group.to_tell)) == 2
    with qtbot.waitSignal(desk.told) as told:
        qtbot.mouseClick(dialog.primary, LEFT)
    assert told.args == ["Übernommen: Verschoben 2 · Zu benachrichtigen 2", True]
    settle()
