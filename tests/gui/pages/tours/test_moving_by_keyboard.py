"""The same as dragging by keyboard: keys, context menu, and the list of places with their prices."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from domain.rows.tours import TourDayDraft
from domain.terms import BERLIN
from domain.usecases import events, tours
from gui.pages.tours.move_dialog import MoveDialog
from tests.builders import DAY, KOETHEN, dump, make_request
from tests.gui.pages.tours.steps import dialog, titles, undo

NEXT_DAY = DAY + timedelta(days=1)


@pytest.fixture
def picked(opened, tour):
    """The page with the first stop picked and the keyboard on the board."""
    page = opened()
    page.pick(tour[2][0])
    page.board.setFocus()
    return page, tour[2][0]


def clock_of(ws, event_id):
    draft = ws.ask(events.detail, event_id).draft
    return [f"{moment.astimezone(BERLIN):%H:%M}" for moment in (draft.starts_at, draft.ends_at)]


@pytest.mark.parametrize(
    ("key", "modifier", "ends"),
    [
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.NoModifier, "11:05"),
        (Qt.Key.Key_Minus, Qt.KeyboardModifier.NoModifier, "10:55"),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier, "11:05"),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier, "10:55"),
    ],
)
def test_keys_make_a_stay_longer_and_shorter(picked, qtbot, ws, key, modifier, ends):
    page, event_id = picked
    qtbot.keyClick(page.board, key, modifier)
    assert clock_of(ws, event_id) == ["09:00", ends]


def test_alt_down_goes_on_to_the_next_working_day_of_the_vehicle(picked, qtbot, ws, tour):
    page, event_id = picked
    tour_id, _days, _stops = tour
    vehicle = page.board.plan.lanes()[0].row.vehicle_id
    ws.run("Add day", tours.add_day, tour_id, TourDayDraft(DAY + timedelta(days=6), vehicle))
    days = []
    for _press in range(3):
        qtbot.keyClick(page.board, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        days.append(page.board.plan.find(event_id)[0].row.day)
    assert days == [NEXT_DAY, DAY + timedelta(days=5), DAY + timedelta(days=6)]


def test_alt_up_on_the_first_day_says_that_there_is_no_other(picked, qtbot, desk, ws):
    page, _event_id = picked
    before, told = dump(ws), []
    desk.told.connect(lambda message, _undoable: told.append(message))
    qtbot.keyClick(page.board, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert told == ["Die Tour hat mit diesem Fahrzeug keinen weiteren Tag in dieser Richtung."]
    assert dump(ws) == before


def test_list_of_places_shows_prices_as_text_and_moves(picked, qtbot, settle, ws, desk):
    page, _event_id = picked
    before = dump(ws)
    qtbot.keyClick(page.board, Qt.Key.Key_M)
    made = dialog(page, MoveDialog)
    settle()
    lines = made.lines.rows()
    assert [line.words for line in lines] == ["Do 13. Mai · Präventionsmobil", "Fr 14. Mai · Präventionsmobil"]
    assert lines[0].is_own
    cost = made.lines.columns[1].cell(lines[1])
    assert "min" in cost.words
    assert cost.second == "passt"
    assert made.table.current_id() == lines[1].id
    qtbot.keyClick(made.table, Qt.Key.Key_Return)
    assert titles(page) == [["Schule Halle"], ["Markt Köthen"]]
    undo(desk)
    assert dump(ws) == before


def test_own_place_cannot_be_chosen_in_the_list(picked, qtbot, settle, ws):
    page, _event_id = picked
    before = dump(ws)
    qtbot.mouseClick(page.panel.move_to, Qt.MouseButton.LeftButton)
    made = dialog(page, MoveDialog)
    settle()
    made.table.select(made.lines.rows()[0].id)
    qtbot.mouseClick(made.primary, Qt.MouseButton.LeftButton)
    assert made.isVisible()
    made.reject()
    assert dump(ws) == before


def test_menu_key_offers_what_can_be_done(picked, qtbot, opened):
    page, _event_id = picked
    page.board.menu_asked.emit(page.mapToGlobal(page.rect().center()))
    menu = page.findChild(QMenu)
    shown = [action.text().split("\t")[0] for action in menu.actions()]
    assert "Verschieben nach …" in shown
    assert "Fünf Minuten länger" in shown
    menu.close()


def test_request_is_put_in_by_its_menu(opened, tour, qtbot, settle, ws):
    request = make_request(ws, "Grundschule Radis", ags=KOETHEN, duration_minutes=60)
    page = opened()
    row = next(row for row in page.left_out.rows() if row.ask.id == request)
    page.left_out.menu_asked.emit(row.ask.id, page.mapToGlobal(page.rect().center()))
    menu = page.findChild(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    made = dialog(page, MoveDialog)
    settle()
    qtbot.mouseClick(made.primary, Qt.MouseButton.LeftButton)
    assert any("Grundschule Radis" in day for day in titles(page))


def test_narrow_page_keeps_the_buttons_that_no_key_stands_for(opened, tour):
    page = opened()
    page.pick(tour[2][0])
    row = page.panel.stop_buttons
    row.resize(row.minimumSizeHint())
    assert page.panel.move_to.isVisibleTo(row)
    assert not any(button.isVisibleTo(row) for button in row.spare)
    row.resize(1200, row.height())
    assert all(button.isVisibleTo(row) for button in row.spare)
