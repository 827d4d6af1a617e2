"""The page of the tours, through keyboard and mouse."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.rows.tours import TourDayDraft
from domain.terms import EventState
from domain.usecases import events, tour_rows, tours
from gui import theme
from gui.pages.tours.meter_picture import meter_rect
from tests.builders import (
    DAY,
    HALLE,
    MAGDEBURG,
    make_person,
)
from tests.gui.audit import assert_accessible
from tests.gui.pages.tours.steps import add_stop, click, spot, titles, undo

NEXT_DAY = DAY + timedelta(days=1)


def test_tour_is_shown_with_days_stops_and_sums(opened, tour):
    page = opened()
    assert page.title() == "Frühjahrstour"
    assert page.context() == "Entwurf · 13.05.–14.05.2027"
    assert titles(page) == [["Markt Köthen", "Schule Halle"], []]
    assert [line.block.number if line.block else 0 for line in page.list.lines()] == [0, 1, 2, 0]
    assert page.card.sums._figures[0].text() == "2"


def test_click_picks_a_stop_everywhere(opened, tour, qtbot):
    page = opened()
    _tour, _days, (_first, second) = tour
    click(qtbot, page, spot(page, second))
    assert page.board.emphasis.selected == second
    assert page.map.selected == second
    assert page.list.current_id() == second
    assert "Schule Halle" in page.panel.headline.text()
    assert "Halle" in page.board.accessibleDescription()


def test_arrows_pick_stops_and_enter_opens_the_event(opened, tour, qtbot):
    page = opened()
    _tour, _days, (first, second) = tour
    page.board.setFocus()
    assert page.picked == first
    qtbot.keyClick(page.board, Qt.Key.Key_Right)
    assert page.picked == second
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.keyClick(page.board, Qt.Key.Key_Return)
    assert asked.args == ["events", second]


def test_alt_left_puts_a_stop_first_and_undo_puts_it_back(opened, tour, qtbot, desk):
    page = opened()
    _tour, _days, (_first, second) = tour
    page.pick(second)
    qtbot.keyClick(page.board, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert titles(page)[0] == ["Schule Halle", "Markt Köthen"]
    assert page.picked == second
    undo(desk)
    assert titles(page)[0] == ["Markt Köthen", "Schule Halle"]


def test_alt_down_moves_a_stop_to_the_next_day_also_in_the_list(opened, tour, qtbot):
    page = opened()
    _tour, _days, (first, _second) = tour
    page.list.select(first)
    qtbot.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(page) == [["Schule Halle"], ["Markt Köthen"]]
    qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(page) == [["Markt Köthen", "Schule Halle"], []]


def test_delete_takes_a_stop_out_and_keeps_the_event(opened, tour, qtbot, ws, desk):
    page = opened()
    _tour, _days, (first, _second) = tour
    page.pick(first)
    qtbot.keyClick(page.board, Qt.Key.Key_Delete)
    assert titles(page)[0] == ["Schule Halle"]
    assert ws.ask(events.detail, first).row.state is EventState.confirmed
    undo(desk)
    assert titles(page)[0] == ["Markt Köthen", "Schule Halle"]


def test_day_is_deleted_and_its_events_stay(opened, tour, qtbot, ws, desk):
    page = opened()
    _tour, days, (first, _second) = tour
    page.pick(days[0])
    qtbot.keyClick(page.board, Qt.Key.Key_Delete)
    assert titles(page) == [[]]
    assert ws.ask(events.detail, first).row.title == "Markt Köthen"
    undo(desk)
    assert len(titles(page)) == 2


def test_broken_rules_are_counted_marked_and_explained(opened, tour, ws, qtbot, settle):
    _tour, days, (first, _second) = tour
    add_stop(ws, days[0], "Zu knapp", start="11:20", end="12:00", ags=MAGDEBURG)
    page = opened()
    page.pick(first)
    settle()
    assert "verletzt" in page.card.sums._rules.text()
    assert not page.card.sums._rules.text().startswith("Keine")
    assert first in page.board.emphasis.conflicts
    assert page.panel.notices


def test_tooltips_tell_stop_drive_and_load(opened, tour):
    page = opened()
    _tour, _days, (first, _second) = tour
    assert "Markt Köthen" in page.board.tip_at(spot(page, first).toPointF())
    lane = page.board.plan.lanes()[0]
    x = page.board.plan.scale.x((lane.drives[1].begins + lane.drives[1].ends) / 2)
    at = spot(page, first).toPointF()
    at.setX(x)
    assert page.board.tip_at(at).startswith("Köthen – Halle")
    at.setX(meter_rect(lane, page.board.viewport().width()).center().x())
    tip = page.board.tip_at(at)
    assert "von 10:00 h" in tip
    assert "km" in tip


def test_hover_on_the_map_shows_on_the_board(opened, tour, qtbot):
    page = opened()
    mark, centre = page.map.marks()[0]
    qtbot.mouseMove(page.map, centre.toPoint())
    assert page.board.emphasis.hovered == mark.event_id
    qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=page.map.marks()[1][1].toPoint())
    assert page.picked == page.map.marks()[1][0].event_id


def test_tour_is_chosen_above_the_board(opened, tour, ws):
    other = ws.run("Create tour", tours.create, _titled("Zweite"))
    page = opened()
    assert page.card.chooser.count() == 2
    page.card.tour_picked.emit(other)
    assert page.title() == "Zweite"
    assert not page.card.stop.isEnabled()
    assert not page.may("tours.print")


def _titled(title):
    from domain.rows.tours import TourDraft

    return TourDraft(title)


def test_long_duty_is_red_in_list_and_meter(opened, tour, ws):
    _tour, days, _stops = tour
    add_stop(ws, days[0], "Abend", start="19:00", end="21:00", ags=MAGDEBURG)
    page = opened()
    lane = page.board.plan.lanes()[0]
    assert lane.share > 1
    index = page.list.rows.index(page.list.rows.position_of(days[0]), 0)
    assert page.list.rows.columns[0].cell(page.list.rows.row_at(index.row())).tone == "error"


def test_crew_and_overnight_are_told_for_a_day(opened, tour, ws):
    tour_id, days, _stops = tour
    day = ws.ask(tour_rows.detail, tour_id).days[0]
    person = make_person(ws, "Jana Kühne")
    draft = TourDayDraft(DAY, day.vehicle_id, overnight_ags=HALLE, crew_ids=(person,))
    ws.run("Change day", tours.change_day, days[0], draft)
    page = opened()
    page.pick(days[0])
    assert page.panel.second.text().startswith("Jana Kühne · Übernachtung in Halle (Saale)")


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_page_can_be_used_by_keyboard_and_screen_reader(opened, tour, choice):
    theme.use(QApplication.instance(), choice)
    page = opened()
    page.activateWindow()
    assert_accessible(page)
    theme.use(QApplication.instance(), "light")
