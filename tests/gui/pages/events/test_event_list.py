"""The table of events, through keyboard and mouse."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt

from domain.rows.filters import EventFilter
from domain.terms import Audience, EventKind, EventState
from domain.usecases import event_rows, events, filters
from gui.dialogs.saved_filter import SavedFilterDialog
from gui.pages.events.filter_bar import Period
from tests.builders import HALLE, KOETHEN, event_draft, make_event, make_site

TODAY = date(2027, 4, 28)


def titles(page):
    return [page.list.model.row_at(at).title for at in range(page.list.model.rowCount())]


def in_days(days):
    return TODAY + timedelta(days=days)


def test_coming_events_are_listed_by_date(opened, ws):
    make_event(ws, "Später", day=in_days(20))
    make_event(ws, "Bald", day=in_days(1))
    make_event(ws, "Gewesen", day=in_days(-5), state=EventState.held)
    page = opened()
    assert titles(page) == ["Bald", "Später"]
    assert page.context() == "2 von 3"


@pytest.mark.parametrize(
    ("period", "found"),
    [
        (Period.all, ["Januar", "April", "Juni", "Juli"]),
        (Period.month, ["April"]),
        (Period.half_year, ["Januar", "April", "Juni"]),
    ],
)
def test_periods_are_one_choice_away(opened, ws, settle, period, found):
    for title, day in (("Januar", date(2027, 1, 3)), ("April", TODAY), ("Juni", date(2027, 6, 30))):
        make_event(ws, title, day=day)
    make_event(ws, "Juli", day=date(2027, 7, 1))
    page = opened()
    page.list.bar.period.set_value(period)
    page.list.bar.period.activated.emit(0)
    settle()
    assert titles(page) == found


def test_filters_narrow_the_list(opened, ws, settle):
    make_event(ws, "Vortrag", kind=EventKind.lecture, ags=HALLE, audience=Audience.partners)
    make_event(ws, "Dialog", ags=KOETHEN)
    page = opened()
    bar = page.list.bar
    for button, key, found in (
        (bar.kinds, EventKind.lecture, ["Vortrag"]),
        (bar.kreise, "15082", ["Dialog"]),
        (bar.audiences, Audience.partners, ["Vortrag"]),
        (bar.states, EventState.tentative, []),
    ):
        button.set_ticked([key])
        button.picked.emit((key,))
        settle()
        assert titles(page) == found
        button.set_ticked(())
    assert page.list.empty.isVisible()


def test_typing_searches(opened, ws, qtbot, settle):
    make_event(ws, "Enkeltrick im Café")
    make_event(ws, "Verkehrstag")
    page = opened()
    with qtbot.waitSignal(page.list.bar.changed):
        qtbot.keyClicks(page.list.bar.search, "enkel")
    settle()
    assert titles(page) == ["Enkeltrick im Café"]


def test_click_on_a_head_sorts_in_the_database(opened, ws, settle):
    make_event(ws, "Zuerst", day=in_days(1))
    make_event(ws, "Anfang", day=in_days(2))
    page = opened()
    head = page.list.table.horizontalHeader()
    head.sectionClicked.emit(2)
    settle()
    assert titles(page) == ["Anfang", "Zuerst"]
    head.sectionClicked.emit(2)
    settle()
    assert titles(page) == ["Zuerst", "Anfang"]


def test_only_the_rows_in_sight_are_read(opened, ws, desk, settle, monkeypatch):
    draft = event_draft("Serie")
    ws.run("Series", events.create_series, draft, [in_days(day) for day in range(1, 360)])
    read = []
    fetch = event_rows.fetch_rows
    monkeypatch.setattr(event_rows, "fetch_rows", lambda session, ids: read.append(len(ids)) or fetch(session, ids))
    page = opened()
    assert page.list.model.rowCount(QModelIndex()) == 359
    page.list.table.grab()
    assert 0 < sum(read) <= 128
    page.list.table.scrollToBottom()
    page.list.table.grab()
    assert sum(read) <= 256


def test_delete_takes_all_selected_and_undo_brings_them_back(opened, ws, desk, qtbot, settle):
    for number in range(3):
        make_event(ws, f"Termin {number}", day=in_days(number + 1))
    page = opened()
    page.list.table.setFocus()
    page.list.table.selectAll()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Delete)
    settle()
    assert titles(page) == []
    desk.undo()
    settle()
    assert len(titles(page)) == 3


def test_enter_opens_and_escape_returns_to_the_same_row(opened, ws, qtbot, settle):
    for number in range(3):
        make_event(ws, f"Termin {number}", day=in_days(number + 1))
    page = opened()
    table = page.list.table
    second = page.list.model.id_at(1)
    table.select(second)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert page.stack.currentWidget() is page.record
    assert page.title() == "Termin 1"
    qtbot.keyClick(page.record.tabs.bar, Qt.Key.Key_Escape)
    settle()
    assert page.stack.currentWidget() is page.list
    assert table.current_id() == second


def test_filter_is_saved_applied_and_deleted(opened, ws, desk, qtbot, settle):
    make_event(ws, "Vortrag", kind=EventKind.lecture)
    make_event(ws, "Dialog")
    page = opened()
    wanted = EventFilter(kinds=(EventKind.lecture,), first=in_days(-3))
    page.list.bar.show_filter(wanted)
    saved = page.list.saved
    saved._on_save()
    dialog = page.window().findChild(SavedFilterDialog)
    qtbot.keyClicks(dialog.field, "Nur Unterricht")
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    page.list.bar.clear()
    assert page.list.bar.wanted() == EventFilter()
    menu = saved.menu_now()
    menu.actions()[0].trigger()
    settle()
    assert page.list.bar.wanted() == wanted
    assert titles(page) == ["Vortrag"]
    menu.actions()[-1].menu().actions()[0].trigger()
    assert desk.ask(filters.list_rows, "events") == []
    menu.deleteLater()


def test_list_follows_other_changes(opened, ws, settle):
    page = opened()
    assert page.list.empty.isVisible()
    event_id = make_event(ws, "Neu", day=in_days(1))
    settle()
    assert titles(page) == ["Neu"]
    ws.run("Delete", events.delete, [event_id])
    settle()
    assert titles(page) == []


def test_place_without_its_town(opened, ws):
    from domain.terms import PlaceKind
    from gui.pages.events.columns import venue

    site = make_site(ws, "Holzmarkt", town="Köthen", ags=KOETHEN)
    make_event(ws, place_kind=PlaceKind.site, site_id=site, day=in_days(1))
    row = opened().list.model.row_at(0)
    assert (venue(row), row.town) == ("Holzmarkt", "Köthen")
