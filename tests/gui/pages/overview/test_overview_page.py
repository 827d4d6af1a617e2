"""The first page, through keyboard and mouse."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from domain.rows.due import DueKind
from domain.rows.events import AssignmentDraft, DialogueFacts
from domain.terms import AssignmentRole, EventKind, EventState, Grade
from domain.usecases import events, targets
from gui.kreis_record import kreis_record
from gui.page import ALL_TABLES
from gui.pages.overview import page as overview
from gui.pages.overview.page import OverviewPage
from gui.widgets.hexagon_map import Fill
from tests.builders import HALLE, KOETHEN, make_concern, make_event, make_person, make_request

TODAY = date(2027, 4, 28)


def in_days(days):
    return TODAY + timedelta(days=days)


@pytest.fixture(autouse=True)
def all_pages(monkeypatch):
    """Links lead everywhere, whichever pages are built."""
    monkeypatch.setattr(overview, "_has_page", lambda page_id: True)


@pytest.fixture
def opened(qtbot, desk, settle):
    """A function that shows the page and waits for what comes second."""

    def show():
        page = OverviewPage(desk)
        qtbot.addWidget(page)
        page.refresh(ALL_TABLES)
        page.resize(1158, 704)
        with qtbot.waitExposed(page):
            page.show()
        qtbot.waitUntil(lambda: page._is_painted)
        settle()
        desk.changed.connect(page.refresh)
        return page

    return show


def titles(view):
    return [line.title for line in view.lines()]


def test_next_events_are_listed_by_date(opened, ws):
    make_event(ws, "Übermorgen", day=in_days(2))
    make_event(ws, "Gestern", day=in_days(-1), state=EventState.held)
    make_event(ws, "Morgen", day=in_days(1))
    assert titles(opened().coming_list) == ["Morgen", "Übermorgen"]


def test_click_on_an_event_asks_for_it(opened, ws, qtbot):
    event_id = make_event(ws, "Morgen", day=in_days(1))
    page = opened()
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.mouseClick(page.coming_list.buttons[0], Qt.MouseButton.LeftButton)
    assert asked.args == ["events", event_id]


def test_arrows_and_enter_open_a_request(opened, ws, qtbot):
    make_request(ws, "Stadt Havelberg", received_on=in_days(-19))
    request_id = make_request(ws, "Grundschule Jessen", received_on=in_days(-2))
    page = opened()
    page.activateWindow()
    page.waiting_list.buttons[0].setFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == ["requests", request_id]


def test_open_requests_and_late_concerns_are_counted_for_the_navigation(opened, ws):
    for number in range(7):
        make_request(ws, f"Schule {number}")
    make_concern(ws, "Zu spät", raised_on=in_days(-60))
    make_concern(ws, "Rechtzeitig")
    page = opened()
    assert page.badges() == {"requests": 7, "concerns": 1}
    assert page.waiting.note.text() == "7"


def test_waiting_is_said_to_screen_readers(opened, ws):
    make_request(ws, "Sekundarschule Eilsleben", received_on=in_days(-26))
    page = opened()
    assert "26 Tage" in page.waiting_list.buttons[0].accessibleName()


def test_conflicts_come_second_and_open_their_event(opened, ws, qtbot):
    person = make_person(ws)
    team = (AssignmentDraft(person, AssignmentRole.speaker),)
    first = make_event(
        ws, "Vortrag Halle", host_name="VHS", day=in_days(5), start="10:00", end="12:00", ags=HALLE, assignments=team
    )
    other = make_event(
        ws, "Vortrag Köthen", host_name="VHS", day=in_days(5), start="11:00", end="12:00", ags=KOETHEN, assignments=team
    )
    page = opened()
    line = page.conflict_list.lines()[0]
    assert line.grade is Grade.error
    assert "doppelt" in line.headline
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.keyClick(page.conflict_list.buttons[0], Qt.Key.Key_Return)
    assert asked.args[1] in {first, other}


def test_due_dates_come_second(opened, ws):
    make_event(ws, "Dialog", day=in_days(20), facts=DialogueFacts(invitation_until=in_days(2)))
    page = opened()
    lines = page.due_list.lines()
    assert {row.title for row in lines} == {"Dialog"}
    assert [row.due for row in lines] == sorted(row.due for row in lines)
    assert DueKind.invitation in {row.kind for row in lines}
    assert page.due.note.text() == str(len(lines))


def test_quiet_day_says_so(opened, ws):
    make_event(ws, "Nachbereitet", day=in_days(-1), state=EventState.reviewed)
    page = opened()
    for view in (page.coming_list, page.waiting_list, page.due_list, page.conflict_list):
        assert view.lines() == []
        assert view.accessibleDescription()


def test_hexagons_count_held_and_planned_dialogues_of_this_half_year(opened, ws):
    make_event(ws, "Winter", day=in_days(-60), state=EventState.held, ags=KOETHEN)
    make_event(ws, "Mai", day=in_days(10), ags=KOETHEN)
    make_event(ws, "Juni", day=in_days(40), ags=HALLE)
    make_event(ws, "Herbst", day=in_days(150), ags="15003000")
    make_event(ws, "Vortrag", day=in_days(10), ags="15003000", kind=EventKind.lecture)
    cells = opened().dialogues.map._cells
    assert (cells["15082"].figures, cells["15082"].fill) == ("1 + 1", Fill.reached)
    assert (cells["15002"].figures, cells["15002"].fill) == ("0 + 1", Fill.begun)
    assert (cells["15003"].figures, cells["15003"].fill) == ("0 + 0", Fill.missing)


def test_kreis_that_waits_longest_is_named(opened, ws):
    make_event(ws, day=in_days(10), ags=KOETHEN)
    assert "Dessau" in opened().dialogues.gap.text()


def test_page_follows_what_changes(opened, ws, settle):
    page = opened()
    event_id = make_event(ws, "Neu", day=in_days(1))
    settle()
    assert titles(page.coming_list) == ["Neu"]
    ws.run("Delete", events.delete, [event_id])
    settle()
    assert titles(page.coming_list) == []


def test_fresh_file_says_what_to_do_first(opened, ws):
    page = opened()
    assert page.fresh.isVisible()
    assert not page.board.isVisible()
    make_request(ws)
    assert page.board.isVisible()
    assert not page.fresh.isVisible()


def test_head_names_the_day(opened):
    assert opened().context() == "Mittwoch, 28. April 2027 · Woche 17"


def test_next_day_shows_when_the_window_comes_to_the_front(opened, ws, clock, qtbot, settle):
    make_event(ws, "Morgen", day=in_days(1))
    page = opened()
    clock.advance(timedelta(days=1))
    QCoreApplication.sendEvent(page, QEvent(QEvent.Type.ActivationChange))
    settle()
    assert page.context().startswith("Donnerstag, 29. April")


def test_kreis_on_the_map_leads_to_its_coverage(opened, qtbot):
    page = opened()
    with qtbot.waitSignal(page.asked_for) as asked:
        page.dialogues.map.picked.emit("15081")
    assert asked.args == ["coverage", kreis_record("15081")]


def test_hexagons_are_filled_by_targets_where_there_are_some(opened, ws):
    make_event(ws, ags=KOETHEN)
    aims = {(ags, EventKind.citizen_dialogue): number for ags, number in (("15082", 2), ("15081", 1))}
    ws.run("Set targets", targets.put, "2027-H1", aims)
    cells = opened().dialogues.map._cells
    assert (cells["15082"].fill, cells["15082"].figures) == (Fill.begun, "0 + 1 / 2")
    assert (cells["15081"].fill, cells["15081"].figures) == (Fill.missing, "0 + 0 / 1")
