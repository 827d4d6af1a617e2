"""Regular exchange and good examples, through keyboard and mouse."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.rows.events import ExchangeFacts
from domain.rows.practice import PracticeProfile
from domain.terms import EventKind, EventState
from domain.usecases import events, practice
from gui.dialogs.practice_profile import ProfileDialog
from tests.builders import KOETHEN, make_event
from tests.gui.pages.councils.rows import lines
from tests.gui.typing import field, type_into, visible_dialog

LEFT = Qt.MouseButton.LeftButton
MEMBERS, SESSIONS, RESOLUTIONS, TASKS = range(4)


@pytest.fixture
def overdue(ws):
    """An exchange that was held 143 days ago and should recur every 120."""
    return make_event(
        ws,
        "Austausch Bahn",
        kind=EventKind.information_exchange,
        day=date(2026, 12, 6),
        state=EventState.held,
        ags=KOETHEN,
        facts=ExchangeFacts(120),
    )


def test_what_recurs_is_one_arrow_key_away_and_gets_its_next_date(opened, overdue, qtbot, settle):
    page = opened()
    page.views.chosen().setFocus()
    qtbot.keyClick(page.views.chosen(), Qt.Key.Key_Right)
    model = page.watch.model
    assert model.columns[2].cell(model.rows()[0]).words == "vor 143 Tagen"
    assert (page.primary(), page.may("councils.next"), page.watch.count.text()) == (
        "councils.next",
        True,
        "1 überfällig",
    )
    page.plan_next()
    settle()
    assert page.watch.model.rows()[0].next == date(2027, 5, 12)
    assert page.watch.count.text() == "0 überfällig"


def test_only_what_is_due_can_be_shown(opened, overdue, two, qtbot):
    page = opened()
    page.show_view("watch")
    assert len(lines(page.watch.model)) == 3
    qtbot.mouseClick(page.watch.only_due, LEFT)
    assert lines(page.watch.model) == ["Austausch Bahn"]


def test_enter_on_a_council_that_recurs_leads_to_it(opened, two, qtbot):
    page = opened()
    page.show_view("watch")
    page.watch.select(two[0])
    page.watch.table.setFocus()
    qtbot.keyClick(page.watch.table, Qt.Key.Key_Return)
    assert page.views.value() == "councils"
    assert page.detail().row.id == two[0]


@pytest.fixture
def example(ws):
    return make_event(ws, "Bürgerdialog am Markt", best_practice=True, ags=KOETHEN)


def test_a_good_example_gets_a_profile_and_a_successor(opened, example, qtbot, desk, settle):
    page = opened()
    page.show_view("practice")
    assert page.practice.model.columns[3].cell(page.practice.model.rows()[0]).words == "noch kein Steckbrief"
    assert not page.practice.paper.isEnabled()
    qtbot.mouseClick(page.practice.profile, LEFT)
    dialog = visible_dialog(qtbot, page, ProfileDialog)
    type_into(field(dialog, "result"), "64 Gäste")
    qtbot.mouseClick(dialog.primary, LEFT)
    settle()
    assert desk.ask(practice.profile, example) == PracticeProfile(result="64 Gäste")
    assert page.practice.paper.isEnabled()
    with qtbot.waitSignal(page.asked_for) as asked:
        page.copy_example()
    assert desk.ask(events.detail, asked.args[1]).draft.title == "Bürgerdialog am Markt"


def test_printing_begins_with_what_is_in_front(opened, two, example):
    page = opened()
    assert page.print_choice().partner_id == two[1]
    page.show_view("practice")
    assert page.print_choice().event_id == example


def test_nothing_can_be_done_where_nothing_is_chosen(opened):
    page = opened()
    assert not any(page.may(f"councils.{deed}") for deed in ("session", "next", "copy", "renew", "print"))
    assert QApplication.activeModalWidget() is None
