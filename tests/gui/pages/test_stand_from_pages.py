"""Where the tally and the review are opened from: calendar, overview, record; and what pages show of them."""

from datetime import timedelta

from PySide6.QtCore import Qt

from domain.terms import EventState
from domain.usecases import events, tally
from gui.dialogs.review import ReviewDialog
from gui.dialogs.tally.window import TallyWindow
from gui.shell import Shell
from tests.builders import change_event, make_event, make_group
from tests.guards.clock import MOMENT
from tests.gui.dialogs.tally_rows import make_stand


def shown(qtbot, desk, page):
    window = Shell()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.attach(desk)
    window.show()
    return window, window.show_page(page)


def counting(window):
    """The event that is counted; the window over it is closed."""
    open_one = window.findChild(TallyWindow)
    event = open_one.counter.event_id
    open_one.close()
    return event


def test_the_overview_counts_todays_event_by_a_button_in_its_card(qtbot, desk, ws, settle):
    event, _groups = make_stand(ws)
    window, page = shown(qtbot, desk, "overview")
    settle()
    qtbot.mouseClick(page.tally, Qt.MouseButton.LeftButton)
    assert counting(window) == event


def test_the_overview_has_no_such_button_where_nothing_takes_place_today(qtbot, desk, ws, settle):
    make_event(ws)
    _window, page = shown(qtbot, desk, "overview")
    settle()
    assert not page.tally.isVisible()


def test_a_missing_report_opens_the_review_from_the_overview(qtbot, desk, ws, settle):
    event = make_event(ws, day=MOMENT.date() - timedelta(days=2), state=EventState.confirmed)
    window, page = shown(qtbot, desk, "overview")
    settle()
    qtbot.waitUntil(lambda: bool(page.due_list.lines()))
    page.due_list.opened.emit(next(row for row in page.due_list.lines() if row.record == event))
    dialog = window.findChild(ReviewDialog)
    dialog.primary.click()
    assert desk.ask(events.detail, event).row.state is EventState.reviewed


def test_the_calendar_counts_the_event_that_is_picked(qtbot, desk, ws, settle):
    event, _groups = make_stand(ws)
    window, page = shown(qtbot, desk, "calendar")
    page.show_record(event)
    settle()
    qtbot.mouseClick(page.panel.tally_button, Qt.MouseButton.LeftButton)
    assert counting(window) == event


def test_f11_says_so_where_nothing_can_be_counted_today(qtbot, desk, ws, settle):
    make_group(ws)
    window, _page = shown(qtbot, desk, "overview")
    settle()
    window.actions_.trigger("tally.open")
    assert window.findChild(TallyWindow) is None
    assert window.messages.isVisible()


def test_the_record_shows_what_was_noted_last_time_and_its_menu_opens_the_tally(qtbot, desk, ws, settle):
    before, _groups = make_stand(ws, "Vorher", day=MOMENT.date() - timedelta(days=30), state=EventState.held)
    place = desk.ask(events.detail, before).draft
    change_event(ws, before, lessons="Verlängerung einpacken")
    event = make_event(
        ws, "Jetzt", day=MOMENT.date(), kind=place.kind, site_id=place.site_id, place_kind=place.place_kind,
        target_group_ids=place.target_group_ids,
    )  # fmt: skip
    window, page = shown(qtbot, desk, "events")
    page.show_record(event)
    qtbot.waitUntil(page.record.side.lessons.isVisible)
    assert page.record.side.lessons.words.text() == "Verlängerung einpacken"
    window.actions_.trigger("tally.open")
    assert counting(window) == event
    qtbot.mouseClick(page.record.side.lessons.source, Qt.MouseButton.LeftButton)
    assert page.record.record == before
    qtbot.waitUntil(lambda: not page.record.side.lessons.isVisible())


def test_the_site_shows_its_visitors_by_the_hour_once_a_tally_is_taken_over(qtbot, desk, ws, settle):
    event, (young, *_others) = make_stand(ws)
    desk.run("Count", tally.strike, event, young, 7)
    desk.run("Take over", tally.take_over, event)
    place = desk.ask(events.detail, event).draft.site_id
    _window, page = shown(qtbot, desk, "sites")
    page.show_record(place)
    assert page.panel.visitors.isHidden()
    desk.run("Held", events.settle, event, EventState.held)
    page.refresh(frozenset({"event"}))
    assert not page.panel.visitors.isHidden()
    assert "14 Uhr: 7" in page.panel.visitors.bars.accessibleDescription()
    assert page.panel.visitors.sentence.text().startswith("Beste Zeit 14 bis 15 Uhr")
