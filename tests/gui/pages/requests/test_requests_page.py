"""The inbox, through keyboard and mouse."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.rows.filters import RequestFilter
from domain.terms import EventKind, EventState, RequestState
from domain.usecases import event_rows, events, requests
from gui.dialogs.reason import ReasonDialog
from gui.page import ALL_TABLES
from gui.pages.requests.form import RequestDialog
from gui.pages.requests.page import RequestsPage
from tests.builders import HALLE, KOETHEN, make_request
from tests.gui.typing import field, problem, type_into, type_text, visible_dialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(qtbot, desk):
    """A function that shows the page."""
    pages = []

    def show():
        page = RequestsPage(desk)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1158, 704)
        page.refresh(ALL_TABLES)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        desk.changed.connect(page.refresh)
        return page

    return show


def dialog_of(qtbot, page, kind=RequestDialog):
    return visible_dialog(qtbot, page, kind)


def requesters(page):
    return [row.draft.requester for row in page.model.rows()]


def stored(ws):
    return ws.ask(requests.list_rows, RequestFilter())


def test_open_requests_are_listed_by_wished_day_and_the_first_is_shown(opened, ws):
    make_request(ws, "Später", earliest=date(2027, 9, 1))
    make_request(ws, "Früher", earliest=date(2027, 6, 1))
    page = opened()
    assert requesters(page) == ["Früher", "Später"]
    assert page.table.current_id() == page.model.rows()[0].id
    assert page.context() == "2 offen"
    assert page.badges() == {"requests": 2}


def test_a_request_is_entered_by_keyboard(opened, ws, qtbot):
    page = opened()
    page.enter()
    dialog = dialog_of(qtbot, page)
    assert QApplication.focusWidget() is field(dialog, "requester")
    type_text(QApplication.focusWidget(), "Grundschule Radis")
    type_into(field(dialog, "postcode"), "06366")
    type_into(field(dialog, "earliest"), "1.6.2027")
    type_into(field(dialog, "expected"), "80")
    type_into(field(dialog, "town"), "Köthen")
    qtbot.keyClick(field(dialog, "town"), Qt.Key.Key_Return)
    (row,) = stored(ws)
    assert (row.draft.requester, row.draft.ags, row.draft.expected) == ("Grundschule Radis", KOETHEN, 80)
    assert row.draft.earliest == date(2027, 6, 1)
    assert not dialog.isVisible()
    assert requesters(page) == ["Grundschule Radis"]


def test_problems_stand_beside_their_fields_and_what_was_typed_stays(opened, ws, qtbot):
    page = opened()
    page.enter()
    dialog = dialog_of(qtbot, page)
    type_into(field(dialog, "postcode"), "123")
    qtbot.mouseClick(dialog.primary, LEFT)
    assert dialog.isVisible()
    assert problem(dialog, "requester").isVisible()
    assert problem(dialog, "postcode").words.text()
    assert not problem(dialog, "phone").isVisible()
    assert QApplication.focusWidget() is field(dialog, "requester")
    assert field(dialog, "postcode").text() == "123"
    assert stored(ws) == []


def test_escape_leaves_the_form_and_stores_nothing(opened, ws, qtbot):
    page = opened()
    page.enter()
    dialog = dialog_of(qtbot, page)
    type_into(field(dialog, "requester"), "Grundschule Radis")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert stored(ws) == []


def test_enter_on_a_row_edits_the_request_and_undo_takes_it_back(opened, ws, desk, qtbot):
    make_request(ws, "Grundschule Radis")
    page = opened()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, page)
    type_into(field(dialog, "requester"), "Grundschule Kemberg")
    qtbot.mouseClick(dialog.primary, LEFT)
    assert requesters(page) == ["Grundschule Kemberg"]
    desk.undo()
    assert requesters(page) == ["Grundschule Radis"]


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(opened, ws, qtbot):
    record = make_request(ws, "Grundschule Radis")
    page = opened()
    page.edit()
    dialog = dialog_of(qtbot, page)
    (row,) = stored(ws)
    ws.run("Elsewhere", requests.change, record, replace(row.draft, topic="Fahrrad"))
    type_into(field(dialog, "requester"), "Grundschule Kemberg")
    qtbot.mouseClick(dialog.primary, LEFT)
    assert dialog.isVisible()
    assert dialog.trouble.words.text()
    assert field(dialog, "requester").text() == "Grundschule Kemberg"
    assert stored(ws)[0].draft.topic == "Fahrrad"


def test_accepting_makes_an_event_and_goes_there(opened, ws, qtbot):
    make_request(ws, "Grundschule Radis", topic="Fahrrad", earliest=date(2027, 6, 1), ags=KOETHEN)
    page = opened()
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.mouseClick(page.panel.accept, LEFT)
    target, event_id = asked.args
    assert target == "events"
    event = ws.ask(events.detail, event_id).draft
    assert (event.title, event.kind, event.state) == (
        "Fahrrad: Grundschule Radis",
        EventKind.mobile_stop,
        EventState.tentative,
    )
    assert requesters(page) == []
    assert not page.may("requests.accept")


def test_undo_of_accepting_brings_the_request_back_and_removes_the_event(opened, ws, desk):
    make_request(ws, "Grundschule Radis")
    page = opened()
    page.accept()
    desk.undo()
    assert requesters(page) == ["Grundschule Radis"]
    assert ws.ask(event_rows.list_rows) == []


def test_declining_needs_a_reason_which_stays(opened, ws, qtbot):
    make_request(ws, "Grundschule Radis")
    page = opened()
    qtbot.mouseClick(page.panel.decline, LEFT)
    dialog = dialog_of(qtbot, page, ReasonDialog)
    assert not dialog.primary.isEnabled()
    qtbot.keyClicks(dialog.field, "   ")
    assert not dialog.primary.isEnabled()
    qtbot.keyClicks(dialog.field, "Kein Fahrzeug frei")
    qtbot.mouseClick(dialog.primary, LEFT)
    (row,) = stored(ws)
    assert (row.state, row.declined_reason) == (RequestState.declined, "Kein Fahrzeug frei")


def test_a_declined_request_can_be_reopened(opened, ws, qtbot):
    record = make_request(ws, "Grundschule Radis")
    ws.run("Decline", requests.decline, record, "Kein Fahrzeug frei")
    page = opened()
    assert requesters(page) == []
    qtbot.mouseClick(page.states._segments[RequestState.declined], LEFT)
    assert requesters(page) == ["Grundschule Radis"]
    assert not page.panel.accept.isVisible()
    qtbot.mouseClick(page.panel.reopen, LEFT)
    assert stored(ws)[0].state is RequestState.open


def test_search_and_district_narrow_the_list(opened, ws, qtbot):
    make_request(ws, "Grundschule Radis", ags=KOETHEN)
    make_request(ws, "Verein Saale", ags=HALLE)
    page = opened()
    qtbot.keyClicks(page.search, "saale")
    qtbot.waitUntil(lambda: requesters(page) == ["Verein Saale"])
    page.search.clear()
    qtbot.waitUntil(lambda: len(requesters(page)) == 2)
    qtbot.mouseClick(page.filters.kreise, LEFT)
    popup = QApplication.activePopupWidget()
    qtbot.keyClick(popup.boxes[KOETHEN[:5]], Qt.Key.Key_Space)
    assert requesters(page) == ["Grundschule Radis"]
    popup.close()


def test_the_selection_stays_when_the_list_changes(opened, ws):
    make_request(ws, "A", earliest=date(2027, 6, 1))
    chosen = make_request(ws, "B", earliest=date(2027, 6, 2))
    page = opened()
    page.table.select(chosen)
    make_request(ws, "Neu", earliest=date(2027, 5, 30))
    assert requesters(page) == ["Neu", "A", "B"]
    assert page.table.current_id() == chosen


def test_a_record_that_the_filter_hides_is_shown_all_the_same(opened, ws):
    record = make_request(ws, "Grundschule Radis")
    ws.run("Decline", requests.decline, record, "Kein Fahrzeug frei")
    make_request(ws, "Verein Saale")
    page = opened()
    page.show_record(record)
    assert page.table.current_id() == record


def test_a_narrow_page_brings_the_request_in_a_drawer(opened, ws, qtbot):
    make_request(ws, "Grundschule Radis")
    page = opened()
    assert page.inspector.isVisible()
    page.resize(900, 560)
    assert not page.inspector.isVisible()
    qtbot.mouseClick(page.drawer.button, LEFT)
    assert page.inspector.isVisible()
    assert page.panel.accept.isVisible()
    qtbot.keyClick(page.panel.accept, Qt.Key.Key_Escape)
    assert not page.inspector.isVisible()
    page.resize(1158, 704)
    assert page.inspector.isVisible()
