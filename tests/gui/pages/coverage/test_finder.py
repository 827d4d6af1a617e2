"""The date finder in the inspector, through keyboard and mouse."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.terms import DateCheck, EventKind
from domain.usecases import date_finder
from tests.builders import make_event, make_person, make_site
from tests.gui.pages.coverage.conftest import SALZWEDEL


@pytest.fixture
def finder(opened, qtbot, settle):
    """The finder of the page, looking in the Altmark in June."""

    def show(**fields):
        page = opened(**fields)
        page.open_kreis("15081")
        form = page.side.finder.form
        qtbot.waitUntil(lambda: form.gemeinde.itemText(0) == "Irgendwo: Altmarkkreis Salzwedel")
        form.first.set_date(date(2027, 6, 1))
        form.last.pick(date(2027, 6, 30))
        ask(page.side.finder, settle, qtbot)
        return page.side.finder

    return show


def ask(finder, settle, qtbot):
    finder.ask()
    settle()
    qtbot.waitUntil(lambda: bool(finder.found.offers or finder.found.taken))


def days(finder):
    return {offer.day for offer in finder.found.offers}


def test_workdays_that_fit_are_counted_and_the_best_is_chosen(finder):
    shown = finder()
    assert shown.count.text() == "22 von 22 Werktagen passen · nach Eignung"
    assert shown.day() == shown.found.offers[0].day == shown.month.day()
    assert shown.make.text() == f"Bürgerdialog am {shown.day().day}. Juni anlegen"
    assert len(shown.list.lines) == 20


def test_arrows_in_the_month_choose_a_day_and_say_why_one_is_taken(finder, qtbot):
    shown = finder()
    shown.choose(date(2027, 6, 4))
    qtbot.keyClick(shown.month, Qt.Key.Key_Right)
    assert shown.day() is None
    assert not shown.make.isEnabled()
    assert shown.count.text() == "Sa 5. Juni: nicht möglich. Wochenende"
    assert shown.month.accessibleDescription() == shown.count.text()
    qtbot.keyClick(shown.month, Qt.Key.Key_Down)
    qtbot.keyClick(shown.month, Qt.Key.Key_Left)
    assert shown.day() == date(2027, 6, 11)
    qtbot.keyClick(shown.month, Qt.Key.Key_PageDown)
    assert shown.month_name.text() == "Juli 2027"


def test_arrows_in_the_list_move_the_month_too(finder, qtbot):
    shown = finder()
    shown.window().activateWindow()
    line = shown.list.lines[0]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert shown.day() == shown.list.lines[1].offer.day == shown.month.day()
    with qtbot.waitSignal(shown.wanted) as wanted:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert wanted.args[1] == shown.list.lines[1].offer.day


def test_each_day_says_its_reasons(finder, ws, qtbot, settle):
    make_event(ws, "Dialog", day=date(2027, 6, 8), ags=SALZWEDEL)
    shown = finder()
    shown.form.gemeinde.set_value(SALZWEDEL)
    shown.form.gemeinde.activated.emit(0)
    ask(shown, settle, qtbot)
    said = {line.offer.day: line.accessibleName() for line in shown.list.lines}
    assert "auch in Salzwedel: „Dialog“, 08.06.2027" in said[shown.list.lines[-1].offer.day]
    assert date(2027, 6, 8) not in days(shown)


def test_chip_switches_a_check_off_and_on(finder, qtbot, settle):
    shown = finder()
    assert date(2027, 6, 5) not in days(shown)
    qtbot.keyClick(shown.form.chips[DateCheck.weekend], Qt.Key.Key_Space)
    ask(shown, settle, qtbot)
    assert date(2027, 6, 5) in days(shown)


def test_kind_brings_its_usual_time_and_another_can_be_kept(finder, ws, qtbot, settle):
    shown = finder()
    form = shown.form
    assert form.start.moment() == time(18, 30)
    form.kind.set_value(EventKind.mobile_stop)
    form.kind.activated.emit(0)
    assert form.start.moment() == time(8, 0)
    form.start.pick(time(9, 0))
    assert form.keep_time.isVisible()
    qtbot.mouseClick(form.keep_time, Qt.MouseButton.LeftButton)
    assert ws.ask(date_finder.usual_times)[EventKind.mobile_stop] == (540, 300)


def test_people_and_place_are_chosen_and_their_chips_appear(finder, ws, qtbot, settle):
    person = make_person(ws)
    site = make_site(ws, "Rathausplatz", town="Salzwedel", ags=SALZWEDEL)
    shown = finder()
    form = shown.form
    form.more.click()
    assert form.chips[DateCheck.room].isHidden()
    form.place.set_value(site)
    form.place.activated.emit(0)
    form.people.set_ticked((person,))
    form.people.picked.emit((person,))
    wish = form.wish()
    assert (wish.site_id, wish.staff_ids) == (site, (person,))
    assert form.chips[DateCheck.room].isVisible()
    assert form.chips[DateCheck.people].isVisible()
    ask(shown, settle, qtbot)


def test_period_that_ends_before_it_begins_finds_nothing_and_says_so(finder):
    shown = finder()
    shown.form.last.pick(date(2027, 5, 1))
    assert shown.count.text() == "Bitte Zeitraum und Uhrzeit angeben."
    assert not shown.make.isEnabled()
