"""The page of the tours, through keyboard and mouse."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from domain.rows.tours import TourDayDraft
from domain.terms import BERLIN, EventKind, EventState
from domain.usecases import events, tour_rows, tour_stops, tours
from gui import theme
from gui.page import ALL_TABLES
from gui.pages.tours.board_picture import AXIS_HEIGHT, meter_rect
from gui.pages.tours.forms import DayDialog, DriveDialog, TourDialog
from gui.pages.tours.page import ToursPage
from gui.pages.tours.stop_dialog import StopDialog
from tests.builders import (
    DAY,
    HALLE,
    KOETHEN,
    MAGDEBURG,
    make_event,
    make_person,
    make_request,
    make_tour,
    make_vehicle,
)
from tests.gui.audit import assert_accessible

NEXT_DAY = DAY + timedelta(days=1)


@pytest.fixture
def tour(ws):
    """A tour of two days with two stops on the first: Köthen, then Halle."""
    tour_id, days = make_tour(ws, make_vehicle(ws), days=2)
    first = stop(ws, days[0], "Markt Köthen", start="09:00", end="11:00", ags=KOETHEN, town="Köthen (Anhalt)")
    second = stop(ws, days[0], "Schule Halle", start="14:00", end="16:00", ags=HALLE, town="Halle (Saale)")
    return tour_id, days, (first, second)


def stop(ws, day_id, title, **fields):
    event = make_event(ws, title, kind=EventKind.mobile_stop, set_up_minutes=30, tear_down_minutes=15, **fields)
    ws.run("Place", tour_stops.place_by_time, day_id, event)
    return event


@pytest.fixture
def opened(qtbot, desk, settle):
    """A function that shows the page and waits for what comes second."""

    def show():
        page = ToursPage(desk)
        qtbot.addWidget(page)
        page.resize(1158, 704)
        page.refresh(ALL_TABLES)
        with qtbot.waitExposed(page):
            page.show()
        desk.changed.connect(page.refresh)
        settle()
        return page

    return show


def titles(page):
    return [[block.stop.event.title for block in lane.blocks] for lane in page.board.plan.lanes()]


def spot(page, event_id):
    """The middle of a stop in the board's viewport."""
    lane, block = page.board.plan.find(event_id)
    x = page.board.plan.scale.x((block.opens + block.closes) / 2)
    return QPoint(round(x), round(lane.middle + AXIS_HEIGHT - page.board.verticalScrollBar().value()))


def click(qtbot, page, at):
    qtbot.mouseClick(page.board.viewport(), Qt.MouseButton.LeftButton, pos=at)


def dialog(page, kind):
    return page.window().findChild(kind)


def type_into(qtbot, widget, text):
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClicks(widget, text)
    widget.editingFinished.emit()


def undo(desk):
    desk.undo_state()
    desk.undo()


def test_tour_is_shown_with_days_stops_and_sums(opened, tour):
    page = opened()
    assert page.title() == "Frühjahrstour"
    assert page.context() == "Entwurf · 13.05.–14.05.2027"
    assert titles(page) == [["Markt Köthen", "Schule Halle"], []]
    assert [line.block.number if line.block else 0 for line in page.list.lines()] == [0, 1, 2, 0]
    assert page.card.sums._figures[0].text() == "2"


def test_no_tour_says_what_to_do_first(opened, qtbot):
    page = opened()
    assert page.stack.currentIndex() == 1
    page.enter()
    made = dialog(page, TourDialog)
    type_into(qtbot, made.form.fields["title"].binding.widget, "Altmark")
    qtbot.mouseClick(made.primary, Qt.MouseButton.LeftButton)
    assert page.title() == "Altmark"
    assert page.stack.currentIndex() == 0


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


def test_alt_up_puts_a_stop_first_and_undo_puts_it_back(opened, tour, qtbot, desk):
    page = opened()
    _tour, _days, (_first, second) = tour
    page.pick(second)
    qtbot.keyClick(page.board, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(page)[0] == ["Schule Halle", "Markt Köthen"]
    assert page.picked == second
    undo(desk)
    assert titles(page)[0] == ["Markt Köthen", "Schule Halle"]


def test_alt_right_moves_a_stop_to_the_next_day_also_in_the_list(opened, tour, qtbot):
    page = opened()
    _tour, _days, (first, _second) = tour
    page.list.select(first)
    qtbot.keyClick(page.list, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert titles(page) == [["Schule Halle"], ["Markt Köthen"]]
    qtbot.keyClick(page.list, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert titles(page) == [["Markt Köthen", "Schule Halle"], []]


def test_stop_is_dragged_to_another_day(opened, tour, qtbot, ws):
    page = opened()
    _tour, _days, (first, _second) = tour
    view, start = page.board.viewport(), spot(page, first)
    goal = QPoint(start.x(), round(page.board.plan.lanes()[1].middle) + AXIS_HEIGHT)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, start + QPoint(0, 30))
    qtbot.mouseMove(view, goal)
    assert page.board.emphasis.held == first
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=goal)
    assert titles(page) == [["Schule Halle"], ["Markt Köthen"]]
    assert ws.ask(events.detail, first).draft.starts_at.astimezone(BERLIN).date() == NEXT_DAY


def test_escape_lets_go_of_a_dragged_stop(opened, tour, qtbot):
    page = opened()
    _tour, _days, (first, _second) = tour
    view, start = page.board.viewport(), spot(page, first)
    goal = QPoint(start.x(), round(page.board.plan.lanes()[1].middle) + AXIS_HEIGHT)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, goal)
    qtbot.keyClick(page.board, Qt.Key.Key_Escape)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=goal)
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


def test_day_is_added_behind_the_last(opened, tour, qtbot):
    page = opened()
    qtbot.mouseClick(page.card.day, Qt.MouseButton.LeftButton)
    made = dialog(page, DayDialog)
    assert made.form.draft().day == DAY + timedelta(days=2)
    qtbot.mouseClick(made.primary, Qt.MouseButton.LeftButton)
    assert len(page.board.plan.lanes()) == 3
    assert page.panel.day_buttons.isVisible()


def test_same_day_and_vehicle_twice_is_refused_beside_the_field(opened, tour, qtbot):
    page = opened()
    qtbot.mouseClick(page.card.day, Qt.MouseButton.LeftButton)
    made = dialog(page, DayDialog)
    made.form.fields["day"].binding.widget.pick(DAY)
    qtbot.mouseClick(made.primary, Qt.MouseButton.LeftButton)
    assert made.form.fields["day"].problem.isVisible()
    made.reject()


def test_day_is_deleted_and_its_events_stay(opened, tour, qtbot, ws, desk):
    page = opened()
    _tour, days, (first, _second) = tour
    page.pick(days[0])
    qtbot.keyClick(page.board, Qt.Key.Key_Delete)
    assert titles(page) == [[]]
    assert ws.ask(events.detail, first).row.title == "Markt Köthen"
    undo(desk)
    assert len(titles(page)) == 2


def test_tour_is_renamed_and_deleted(opened, tour, qtbot):
    page = opened()
    qtbot.mouseClick(page.card.edit, Qt.MouseButton.LeftButton)
    made = dialog(page, TourDialog)
    type_into(qtbot, made.form.fields["title"].binding.widget, "Herbsttour")
    qtbot.mouseClick(made.primary, Qt.MouseButton.LeftButton)
    assert page.title() == "Herbsttour"
    qtbot.mouseClick(page.card.edit, Qt.MouseButton.LeftButton)
    dialogs = [each for each in page.window().findChildren(TourDialog) if each.isVisible()]
    dialogs[-1].removed.emit()
    assert page.stack.currentIndex() == 1


@pytest.fixture
def adding(opened, tour, qtbot):
    """A function that opens the dialog for a further stop on the second day."""

    def open_dialog():
        page = opened()
        page.pick(tour[1][1])
        qtbot.mouseClick(page.card.stop, Qt.MouseButton.LeftButton)
        return page, dialog(page, StopDialog)

    return open_dialog


def test_event_without_a_tour_becomes_a_stop(adding, ws, qtbot):
    make_event(ws, "Vortrag Köthen", kind=EventKind.lecture, day=NEXT_DAY, start="10:00", end="11:00", ags=KOETHEN)
    page, made = adding()
    qtbot.mouseClick(made.primary, Qt.MouseButton.LeftButton)
    assert titles(page)[1] == ["Vortrag Köthen"]


def test_request_becomes_a_stop_and_undo_takes_both_back(adding, ws, qtbot, desk):
    make_request(ws, "Grundschule Radis", ags=KOETHEN)
    page, made = adding()
    assert made.way.value() == "requests"
    made.requests.setFocus()
    qtbot.keyClick(made.requests, Qt.Key.Key_Return)
    assert titles(page)[1] == ["Grundschule Radis"]
    undo(desk)
    assert titles(page)[1] == []


def test_new_event_becomes_a_stop(adding, qtbot):
    page, made = adding()
    made.show_way("new")
    type_into(qtbot, made.form.fields["title"].binding.widget, "Markttag")
    qtbot.mouseClick(made.primary, Qt.MouseButton.LeftButton)
    assert titles(page)[1] == ["Markttag"]


def test_new_event_without_a_title_is_refused_beside_the_field(adding, qtbot):
    page, made = adding()
    made.show_way("new")
    qtbot.mouseClick(made.primary, Qt.MouseButton.LeftButton)
    assert made.form.fields["title"].problem.isVisible()
    assert titles(page)[1] == []
    made.reject()


def test_drive_time_is_corrected_by_double_click(opened, tour, qtbot):
    page = opened()
    lane = page.board.plan.lanes()[0]
    drive = lane.drives[1]
    x = round(page.board.plan.scale.x((drive.begins + drive.ends) / 2))
    at = QPoint(x, round(lane.middle) + AXIS_HEIGHT)
    qtbot.mouseDClick(page.board.viewport(), Qt.MouseButton.LeftButton, pos=at)
    made = dialog(page, DriveDialog)
    type_into(qtbot, made.form.fields["minutes"].binding.widget, "55")
    qtbot.mouseClick(made.primary, Qt.MouseButton.LeftButton)
    changed = page.board.plan.lanes()[0].drives[1]
    assert (changed.minutes, changed.is_corrected) == (55, True)


def test_other_days_are_offered_as_a_menu(opened, tour, qtbot):
    page = opened()
    page.pick(tour[2][0])
    qtbot.mouseClick(page.panel.to_day, Qt.MouseButton.LeftButton)
    menu = page.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == ["Fr 14. Mai · Präventionsmobil"]
    menu.actions()[0].trigger()
    menu.close()
    assert titles(page) == [["Schule Halle"], ["Markt Köthen"]]


def test_broken_rules_are_counted_marked_and_explained(opened, tour, ws, qtbot, settle):
    _tour, days, (first, _second) = tour
    stop(ws, days[0], "Zu knapp", start="11:20", end="12:00", ags=MAGDEBURG)
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
    stop(ws, days[0], "Abend", start="19:00", end="21:00", ags=MAGDEBURG)
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
