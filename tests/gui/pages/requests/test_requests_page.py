"""The inbox, through keyboard and mouse."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.rows.filters import RequestFilter
from domain.rows.requests import Wish
from domain.terms import DeclineCause, EventKind, EventState, RequestState
from domain.usecases import event_rows, events, requests
from gui.pages.requests.decline_dialog import DeclineDialog
from gui.pages.requests.form import RequestDialog
from tests.builders import DAY, HALLE, KOETHEN, make_person, make_request
from tests.gui.typing import visible_dialog

LEFT = Qt.MouseButton.LeftButton


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


def test_declining_needs_a_cause_and_other_needs_words(opened, ws, qtbot):
    make_request(ws, "Grundschule Radis")
    page = opened()
    qtbot.mouseClick(page.panel.decline, LEFT)
    dialog = dialog_of(qtbot, page, DeclineDialog)
    assert not dialog.primary.isEnabled()
    dialog.causes[DeclineCause.other].setFocus()
    qtbot.keyClick(dialog.causes[DeclineCause.other], Qt.Key.Key_Space)
    assert not dialog.primary.isEnabled()
    qtbot.keyClicks(dialog.field, "Kein Fahrzeug frei")
    assert dialog.primary.isEnabled()
    qtbot.keyClick(dialog.causes[DeclineCause.capacity], Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.primary, LEFT)
    (row,) = stored(ws)
    assert (row.state, row.decline_cause, row.declined_reason) == (
        RequestState.declined,
        DeclineCause.capacity,
        "Kein Fahrzeug frei",
    )


def test_instead_of_declining_a_request_can_wait_and_come_back(opened, ws, qtbot):
    make_request(ws, "Grundschule Radis")
    page = opened()
    qtbot.mouseClick(page.panel.decline, LEFT)
    qtbot.mouseClick(dialog_of(qtbot, page, DeclineDialog).wait, LEFT)
    assert requesters(page) == []
    assert stored(ws)[0].state is RequestState.waiting
    qtbot.mouseClick(page.states._segments[RequestState.waiting], LEFT)
    assert requesters(page) == ["Grundschule Radis"]
    qtbot.mouseClick(page.panel.reopen, LEFT)
    assert stored(ws)[0].state is RequestState.open


def test_a_waiting_request_that_could_be_met_now_stands_first_among_the_open_ones(opened, ws, qtbot):
    make_request(ws, "Offen", earliest=date(2027, 5, 3))
    make_person(ws, "Jana Kühne")
    waiting = make_request(ws, "Wartet", EventKind.lecture, wishes=(Wish(DAY, DAY),))
    ws.run("Wait", requests.put_on_waiting_list, waiting)
    page = opened()
    qtbot.waitUntil(lambda: requesters(page) == ["Wartet", "Offen"])
    cell = page.model.columns[-1].cell(page.model.rows()[0])
    assert (cell.words, cell.second) == ("frei 13. Mai", "Jana Kühne")
    assert page.context() == "1 offen"


def test_age_and_deadline_stand_beside_each_request(opened, ws):
    make_request(ws, "alt", received_on=date(2027, 4, 8))
    make_request(ws, "bald", received_on=date(2027, 4, 28), answer_by=date(2027, 4, 30))
    make_request(ws, "neu", received_on=date(2027, 4, 27))
    page = opened()
    told = {row.draft.requester: page.model.columns[-1].cell(row) for row in page.model.rows()}
    assert (told["alt"].words, told["alt"].second, told["alt"].tone) == ("6 Tage überfällig", "wartet 20 Tage", "error")
    assert (told["bald"].words, told["bald"].tone) == ("noch 2 Tage", "gold")
    assert (told["neu"].words, told["neu"].second, told["neu"].tone) == ("noch 13 Tage", "wartet 1 Tag", "muted")


def test_only_overdue_requests_are_left_by_their_filter(opened, ws, qtbot):
    make_request(ws, "alt", received_on=date(2027, 4, 1))
    make_request(ws, "neu")
    page = opened()
    qtbot.mouseClick(page.filters.overdue, LEFT)
    assert requesters(page) == ["alt"]
    page.show_record(next(row.id for row in stored(ws) if row.draft.requester == "neu"))
    assert "neu" in requesters(page)
    assert not page.filters.overdue.isChecked()


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
