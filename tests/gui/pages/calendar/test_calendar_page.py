"""The page around the views: filters, inspector, list, drawer, menu."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from domain.rows.printing import PrintChoice
from domain.terms import Audience, EventKind, EventState
from domain.usecases import events
from gui.dialogs.reason import ReasonDialog
from gui.pages.calendar.move_dialog import MoveDialog
from tests.builders import DAY, KOETHEN, ZERBST, at, make_event, make_person, make_vehicle
from tests.gui.audit import assert_accessible


def titles(page):
    return [row.title for row in page.stock.on(DAY)]


def state_of(ws, event_id):
    return ws.ask(events.detail, event_id).row.state


def test_kinds_and_districts_narrow_what_is_shown(open_calendar, ws):
    make_event(ws, "Dialog", ags=KOETHEN)
    make_event(ws, "Vortrag", kind=EventKind.lecture, ags=ZERBST)
    make_event(ws, "Ohne Ort", kind=EventKind.lecture)
    page = open_calendar()
    page.toolbar.kinds.set_ticked([EventKind.lecture])
    page.toolbar.kinds.picked.emit(page.toolbar.kinds.ticked())
    assert titles(page) == ["Ohne Ort", "Vortrag"] or titles(page) == ["Vortrag", "Ohne Ort"]
    page.toolbar.kreise.set_ticked(["15082"])
    page.toolbar.kreise.picked.emit(page.toolbar.kreise.ticked())
    assert titles(page) == ["Vortrag"]
    page.toolbar.kinds.set_ticked([])
    page.toolbar.kinds.picked.emit(())
    assert sorted(titles(page)) == ["Dialog", "Vortrag"]


def test_each_audience_sees_what_an_export_would_hold(open_calendar, ws, settle):
    make_event(ws, "Öffentlich")
    make_event(ws, "Öffentlich, vorläufig", state=EventState.tentative)
    make_event(ws, "Für Partner", audience=Audience.partners)
    make_event(ws, "Intern", audience=Audience.internal)
    page = open_calendar()
    assert len(titles(page)) == 4
    menu = page.toolbar.audience.menu_of_audiences()
    for action, expected in zip(
        menu.actions(),
        [
            {"Öffentlich", "Öffentlich, vorläufig", "Für Partner", "Intern"},
            {"Öffentlich", "Öffentlich, vorläufig", "Für Partner"},
            {"Öffentlich"},
        ],
        strict=True,
    ):
        action.trigger()
        settle()
        assert set(titles(page)) == expected


def test_the_inspector_tells_the_facts_of_the_picked_event(open_calendar, ws, qtbot):
    vehicle = make_vehicle(ws)
    make_event(ws, "Mobil in Thale", set_up_minutes=45, vehicle_id=vehicle, expected=240, start="08:00", end="13:00")
    page = open_calendar()
    expected = {"08:00–13:00, Aufbau 45 min", "Präventionsmobil", "240"}
    qtbot.waitUntil(lambda: expected <= texts_of(page.panel.facts))
    assert page.panel.title.text() == "Donnerstag, 13. Mai"
    assert page.panel.note.text() == "1 Termin"


def texts_of(widget):
    from gui.widgets.labels import Text

    return {label.text() for label in widget.findChildren(Text) if not label.isHidden()}


def test_a_conflict_is_explained_and_repaired_by_its_button(open_calendar, ws, desk, settle):
    vehicle = make_vehicle(ws)
    make_event(ws, "Erster Halt", host_name="VHS", vehicle_id=vehicle, start="09:00", end="12:00", ags=KOETHEN)
    second = make_event(
        ws, "Zweiter Halt", host_name="VHS", vehicle_id=vehicle, start="11:00", end="13:00", ags=KOETHEN
    )
    page = open_calendar()
    assert second in page.stock.conflicts
    page.selection.pick(DAY, second)
    settle()
    from gui.widgets.button import Button

    notice = page.panel.facts.notices[0]
    assert "doppelt" in notice.headline.text()
    before = ws.ask(events.detail, second).row.starts_at
    QTest.mouseClick(notice.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    settle()
    assert second not in page.stock.conflicts
    desk.undo()
    assert ws.ask(events.detail, second).row.starts_at == before


def test_the_list_holds_the_events_of_the_month_and_follows_the_selection(open_calendar, ws, settle):
    first, last = make_event(ws, "Anfang", day=date(2027, 5, 3)), make_event(ws, "Ende", day=date(2027, 5, 31))
    make_event(ws, "Juni", day=date(2027, 6, 1))
    page = open_calendar()
    page.show_view("list")
    assert [row.id for row in page.list.model_of_rows.rows()] == [first, last]
    page.list.select(last)
    assert (page.selection.day, page.selection.event_id) == (date(2027, 5, 31), last)
    page.turn(1)
    assert [row.title for row in page.list.model_of_rows.rows()] == ["Juni"]
    assert page.title() == "Juni 2027"


def test_changing_the_view_keeps_the_day(open_calendar):
    page = open_calendar()
    page.show_view("week")
    assert page.week.monday == date(2027, 5, 10)
    assert page.context() == "Woche 19"
    page.turn(1)
    page.show_view("month")
    assert page.selection.day == DAY
    assert page.month.month == date(2027, 5, 1)


def test_deleting_copying_and_confirming_from_the_menu_can_be_undone(open_calendar, ws, desk, settle):
    event_id = make_event(ws, state=EventState.tentative)
    page = open_calendar()
    choose(page, event_id, "Bestätigen")
    assert state_of(ws, event_id) is EventState.confirmed
    choose(page, event_id, "Kopieren")
    assert len(page.stock.on(DAY)) == 2
    desk.undo()
    choose(page, event_id, "Löschen")
    assert page.stock.on(DAY) == ()
    desk.undo()
    settle()
    assert [row.id for row in page.stock.on(DAY)] == [event_id]


def choose(page, event_id, words):
    menu = page.deeds.show_menu(event_id, DAY, QPoint())
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def dialog_of(kind):
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible())


def test_cancelling_asks_for_a_reason(open_calendar, ws, qtbot):
    event_id = make_event(ws)
    page = open_calendar()
    choose(page, event_id, "Termin absagen …")
    dialog = dialog_of(ReasonDialog)
    assert not dialog.primary.isEnabled()
    dialog.field.setPlainText("Krankheit")
    dialog.primary.click()
    assert ws.ask(events.detail, event_id).draft.state_reason == "Krankheit"
    assert state_of(ws, event_id) is EventState.cancelled


def test_moving_by_dialog_takes_day_and_start(open_calendar, ws, settle):
    event_id = make_event(ws)
    page = open_calendar()
    page.panel.move_button.click()
    dialog = dialog_of(MoveDialog)
    dialog.day.setText("20.5.")
    dialog.start.setText("930")
    dialog.primary.click()
    settle()
    assert ws.ask(events.detail, event_id).row.starts_at == at(date(2027, 5, 20), "09:30")


def test_a_day_that_is_not_understood_keeps_the_dialog_open(open_calendar, ws):
    event_id = make_event(ws)
    page = open_calendar()
    page.panel.move_button.click()
    dialog = dialog_of(MoveDialog)
    dialog.day.setText("31.2.")
    dialog.primary.click()
    assert dialog.isVisible()
    dialog.reject()
    assert ws.ask(events.detail, event_id).row.starts_at == at(DAY, "18:00")


def test_a_narrow_page_has_the_inspector_as_a_drawer(open_calendar, ws, qtbot):
    make_event(ws)
    page = open_calendar(width=900)
    assert page.panel.isHidden()
    page.toolbar.day_button.click()
    assert page.panel.isVisible()
    QTest.keyClick(page.month, Qt.Key.Key_Escape)
    assert page.panel.isHidden()
    page.resize(1110, 664)
    assert page.panel.isVisible()


def test_what_another_window_writes_appears(open_calendar, ws, desk, settle):
    page = open_calendar()
    assert titles(page) == []
    make_event(ws, "Von nebenan")
    settle()
    assert titles(page) == ["Von nebenan"]


def test_events_far_from_the_visible_weeks_are_there_when_one_goes_there(open_calendar, ws):
    far = DAY + timedelta(days=900)
    event_id = make_event(ws, day=far)
    page = open_calendar()
    page.go_to(far)
    assert page.selection.event_id == event_id


def test_an_empty_day_offers_a_new_event(open_calendar, qtbot):
    page = open_calendar()
    assert page.panel.empty.isVisible()
    with qtbot.waitSignal(page.new_event_asked) as asked:
        page.panel.new_button.click()
    assert asked.args == [DAY]


@pytest.mark.parametrize("view", ["month", "week", "list"])
@pytest.mark.parametrize("choice", ["light", "dark"])
def test_every_control_has_a_name_and_is_reached_by_tab(open_calendar, ws, qapp, qtbot, view, choice):
    from gui import theme

    make_event(ws)
    make_person(ws)
    theme.use(qapp, choice)
    try:
        page = open_calendar()
        page.show_view(view)
        with qtbot.waitActive(page):
            page.activateWindow()
        assert_accessible(page)
    finally:
        theme.use(qapp, "light")


def test_the_picked_day_and_event_are_told_to_screen_readers(open_calendar, ws):
    make_event(ws, "Bürgerdialog Köthen", town="Köthen (Anhalt)")
    page = open_calendar()
    page.month.pick_day(DAY)
    told = page.month.accessibleDescription()
    assert told.startswith("Donnerstag, 13. Mai, 1 Termin. Bürgerdialog Köthen, 18:00–20:00")
    page.month.pick_day(date(2027, 5, 18))
    assert page.month.accessibleDescription() == "Dienstag, 18. Mai, Pfingstferien, 0 Termine"


def test_printing_begins_with_the_picked_event(open_calendar, ws, qtbot):
    event_id = make_event(ws)
    page = open_calendar()
    with qtbot.waitSignal(page.action_asked) as asked:
        page.panel.print_button.click()
    assert asked.args == ["print.document"]
    assert page.print_choice() == PrintChoice(event_id=event_id)
    page.go_to(DAY + timedelta(days=1))
    assert page.print_choice() is None
