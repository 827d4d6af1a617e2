"""Noting concerns during an event: by keyboard alone, quickly, and without losing one."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from domain.rows.filters import ConcernFilter
from domain.terms import ConcernCategory, EventState, PlaceCategory
from domain.usecases import concerns
from gui.pages.concerns import occasion
from gui.pages.concerns.capture import CaptureDialog, open_for
from gui.shell import Shell
from tests.builders import HALLE, KOETHEN, make_event
from tests.gui.typing import type_text, visible_dialog

TODAY = date(2027, 4, 28)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def no_memory():
    """What an earlier test typed is forgotten."""
    occasion._memories.clear()


@pytest.fixture
def evening(ws):
    return make_event(ws, "Bürgerdialog Köthen", day=TODAY, state=EventState.held, ags=KOETHEN)


@pytest.fixture
def window(qtbot, desk):
    """The whole window, so that shortcuts work as they do for a person."""
    made = Shell()
    qtbot.addWidget(made)
    made.attach(desk)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_page("concerns")
    qtbot.waitUntil(lambda: made.isActiveWindow() and not desk.tasks.is_busy)
    yield made
    made.close()


@pytest.fixture
def opened(qtbot, desk):
    """A function that opens the capture over an empty window."""
    parent = QWidget()
    qtbot.addWidget(parent)
    with qtbot.waitExposed(parent):
        parent.show()

    def show(event_id=None):
        open_for(parent, desk, event_id)
        return visible_dialog(qtbot, parent, CaptureDialog)

    return show


@pytest.fixture
def by_shortcut(qtbot, window):
    """A function that opens the capture in the whole window by its shortcut."""

    def show():
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(window, Qt.Key.Key_A, CONTROL | SHIFT)
        return visible_dialog(qtbot, window, CaptureDialog)

    return show


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key where the keyboard is."""
    from PySide6.QtTest import QTest

    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def write(text):
    """Type a text where the keyboard is."""
    type_text(QApplication.focusWidget(), text)


def stored(ws):
    return ws.ask(concerns.list_rows, ConcernFilter())


def test_a_hundred_concerns_are_noted_by_keyboard_alone(by_shortcut, ws, evening):
    dialog = by_shortcut()
    categories, places = list(dialog.category.tiles.items()), list(dialog.place.tiles.items())
    expected = []
    for number in range(100):
        category, tile = categories[number % len(categories)]
        place, place_tile = places[number % len(places)]
        write(f"Anliegen {number}: Größe")
        press(Qt.Key.Key_Tab)
        write(tile.letter.lower())
        write(place_tile.letter.lower())
        press(Qt.Key.Key_Return)
        expected.append((f"A-2027-{number + 1:04d}", f"Anliegen {number}: Größe", category, place))
    rows = stored(ws)
    found = [(row.number, row.draft.wording, row.draft.category, row.draft.place_category) for row in rows]
    assert found == expected
    assert {(row.draft.event_id, row.kreis_ags, row.draft.raised_on) for row in rows} == {(evening, "15082", TODAY)}
    assert (dialog.card.year.text(), dialog.card.number.text()) == ("A-2027-", "0100")
    assert dialog.card.shown() == [f"A-2027-{number:04d}" for number in range(100, 95, -1)]
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_enter_stores_at_once_and_makes_room_for_the_next(opened, ws, evening):
    dialog = opened()
    assert QApplication.focusWidget() is dialog.wording.area
    write("Es ist dunkel")
    press(Qt.Key.Key_Return)
    assert [row.draft.wording for row in stored(ws)] == ["Es ist dunkel"]
    assert dialog.wording.text() == ""
    assert QApplication.focusWidget() is dialog.wording.area
    assert dialog.category.value() is ConcernCategory.other


def test_control_z_takes_the_last_one_back_into_the_fields(opened, ws, evening):
    dialog = opened()
    for text in ("Erstes", "Zweites"):
        write(text)
        press(Qt.Key.Key_Tab)
        write("l")
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Z, CONTROL)
    assert [row.number for row in stored(ws)] == ["A-2027-0001"]
    assert dialog.wording.text() == "Zweites"
    assert dialog.category.value() is ConcernCategory.noise
    assert dialog.card.number.text() == "0001"
    press(Qt.Key.Key_Return)
    assert [row.number for row in stored(ws)] == ["A-2027-0001", "A-2027-0003"]


def test_control_z_undoes_typing_first_and_never_what_others_did(opened, ws, evening):
    dialog = opened()
    write("Halb")
    press(Qt.Key.Key_Z, CONTROL)
    assert dialog.wording.text() == ""
    press(Qt.Key.Key_Z, CONTROL)
    assert ws.undo_state().undo.msgid == "Create event"


def test_shift_enter_begins_a_new_line(opened, ws, evening):
    opened()
    write("Eins")
    press(Qt.Key.Key_Return, SHIFT)
    write("Zwei")
    press(Qt.Key.Key_Return)
    assert stored(ws)[0].draft.wording == "Eins\nZwei"


def test_a_telephone_number_is_not_stored_until_it_is_blacked_out(opened, ws, evening):
    dialog = opened()
    write("Anruf von 0391 567-1234")
    assert "0391 567-1234" in dialog.wording.findings.accessibleName()
    press(Qt.Key.Key_Return)
    assert stored(ws) == []
    assert dialog.trouble.isVisible()
    assert dialog.wording.text() == "Anruf von 0391 567-1234"
    press(Qt.Key.Key_R, CONTROL)
    assert dialog.wording.text() == "Anruf von […]"
    assert not dialog.wording.findings.isVisible()
    press(Qt.Key.Key_Return)
    assert [row.draft.wording for row in stored(ws)] == ["Anruf von […]"]


def test_a_name_is_asked_about_once_and_stored_at_the_second_enter(opened, ws, evening):
    dialog = opened()
    write("Herr Muster parkt falsch")
    press(Qt.Key.Key_Return)
    assert stored(ws) == []
    assert dialog.warning.isVisible()
    write("!")
    assert not dialog.warning.isVisible()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert [row.draft.wording for row in stored(ws)] == ["Herr Muster parkt falsch!"]


def test_nothing_typed_is_nothing_stored(opened, ws, evening):
    dialog = opened()
    press(Qt.Key.Key_Return)
    assert stored(ws) == []
    assert dialog.trouble.isVisible()


def test_the_event_in_front_and_then_the_one_chosen_last_is_remembered(qtbot, window, ws, by_shortcut, evening):
    other = make_event(ws, "Runde in Halle", day=date(2027, 4, 20), state=EventState.held, ags=HALLE)
    window.show_page("events", other)
    qtbot.waitUntil(lambda: not window.desk.tasks.is_busy)
    qtbot.waitUntil(lambda: window.stack.current_page().print_choice() is not None)
    dialog = by_shortcut()
    assert (dialog.occasion.events.value(), dialog.occasion.kreis.value()) == (other, "15002")
    assert not dialog.occasion.kreis.isEnabled()
    press(Qt.Key.Key_Escape)
    window.show_page("concerns")
    assert by_shortcut().occasion.events.value() == other


def test_without_an_event_the_district_is_chosen(opened, ws):
    dialog = opened()
    assert dialog.occasion.events.value() is None
    dialog.occasion.kreis.set_value("15082")
    write("Ein Brief")
    press(Qt.Key.Key_Return)
    (row,) = stored(ws)
    assert (row.draft.event_id, row.kreis_ags) == (None, "15082")


def test_what_was_typed_waits_for_the_next_opening(opened, evening):
    opened()
    write("Noch nicht fertig")
    press(Qt.Key.Key_Escape)
    assert opened().wording.text() == "Noch nicht fertig"


def test_every_place_and_category_has_a_key_of_its_own(opened):
    dialog = opened()
    for choice, terms in ((dialog.category, ConcernCategory), (dialog.place, PlaceCategory)):
        assert set(choice.tiles) == set(terms)
        assert len({tile.letter for tile in choice.tiles.values()}) == len(terms)
