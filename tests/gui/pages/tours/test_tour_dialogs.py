"""Tours, days, stops and drive times changed in dialogs."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt

from domain.terms import EventKind
from gui.pages.tours.board_picture import AXIS_HEIGHT
from gui.pages.tours.forms import DayDialog, DriveDialog, TourDialog
from gui.pages.tours.stop_dialog import StopDialog
from tests.builders import (
    DAY,
    KOETHEN,
    make_event,
    make_request,
)
from tests.gui.pages.tours.steps import dialog, titles, type_into, undo

NEXT_DAY = DAY + timedelta(days=1)


def test_no_tour_says_what_to_do_first(opened, qtbot):
    page = opened()
    assert page.stack.currentIndex() == 1
    page.enter()
    made = dialog(page, TourDialog)
    type_into(qtbot, made.form.fields["title"].binding.widget, "Altmark")
    qtbot.mouseClick(made.primary, Qt.MouseButton.LeftButton)
    assert page.title() == "Altmark"
    assert page.stack.currentIndex() == 0


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
