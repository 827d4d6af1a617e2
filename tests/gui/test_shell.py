"""The window: lazy pages, head, actions, messages, keyboard."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from domain.rows.partners import PartnerDraft
from domain.terms import PartnerCategory
from domain.usecases import partners
from gui.shell import Shell
from tests.gui.audit import assert_accessible


@pytest.fixture
def window(pages, desk, qtbot):
    made = Shell()
    qtbot.addWidget(made)
    made.attach(desk)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    yield made
    made.close()


def add_partner(desk, name="Bürgerhaus Klötze"):
    return desk.run("Partner added", partners.create, PartnerDraft(name=name, category=PartnerCategory.club))


def test_window_is_built_in_steps(pages, qtbot):
    window = Shell()
    qtbot.addWidget(window)
    assert window.menuBar().actions() == []
    window.complete()
    assert [entry.text() for entry in window.navigation.entries.values()] == ["Notizen", "Leer"]
    assert window.menuBar().actions() == []
    window.finish()
    titles = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert titles == ["Datei", "Bearbeiten", "Ansicht", "Planen"]
    window.close()


def test_the_first_picture_looks_as_the_navigation_will(pages, qtbot):
    window = Shell()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    strip = QRect(0, 30, 207, 400)
    first = window.grab(strip).toImage()
    window.complete()
    window.navigation.set_current("notes")
    qtbot.waitUntil(window.navigation.isVisible)
    then = window.grab(strip).toImage()
    places = [(x, y) for x in range(strip.width()) for y in range(strip.height())]
    different = sum(first.pixel(*place) != then.pixel(*place) for place in places)
    assert different < len(places) / 1000
    window.close()


def test_a_page_is_built_on_its_first_visit_and_refreshed_once(window):
    assert list(window.stack.built()) == []
    page = window.show_page("notes")
    assert [type(each).__name__ for each in window.stack.built()] == ["NotesPage"]
    assert len(page.seen) == 1
    assert window.show_page("notes") is page
    assert len(page.seen) == 1


def test_other_pages_are_built_while_nothing_else_is_to_do(window, qtbot):
    window.show_page("notes")
    qtbot.waitUntil(lambda: len(list(window.stack.built())) == 2, timeout=3000)
    plain = list(window.stack.built())[1]
    assert plain.seen == []


def test_a_visible_page_is_refreshed_when_its_tables_change(window, desk, qtbot):
    page = window.show_page("notes")
    add_partner(desk)
    qtbot.waitUntil(lambda: len(page.seen) == 2)
    assert "partner" in page.seen[1]


def test_a_hidden_page_is_refreshed_when_it_comes_back(window, desk, qtbot):
    page = window.show_page("notes")
    window.show_page("plain")
    with qtbot.waitSignal(desk.changed):
        add_partner(desk)
    assert len(page.seen) == 1
    window.show_page("notes")
    assert len(page.seen) == 2


def test_head_shows_title_context_and_the_buttons_of_the_page(window):
    window.show_page("notes")
    assert window.head.title.text() == "Notizen"
    assert window.head.context.text() == "1 mal"
    assert [button.text() for button in window.head.buttons] == ["Scheitern", "Neue Notiz"]
    window.show_page("plain")
    assert window.head.buttons == []


def test_page_tells_the_navigation_what_waits(window):
    window.show_page("notes")
    assert window.navigation.entries["notes"].accessibleName() == "Notizen, 14 offen"


def test_primary_button_does_its_action_on_the_page(window, qtbot):
    page = window.show_page("notes")
    qtbot.mouseClick(window.head.buttons[1], Qt.MouseButton.LeftButton)
    assert page.done == ["new"]


def test_an_action_of_a_page_shows_that_page_first(window):
    window.show_page("plain")
    window.actions_.trigger("notes.new")
    assert window.stack.current_id() == "notes"
    assert window.stack.current_page().done == ["new"]


def test_an_action_that_needs_its_page_in_front_is_off_elsewhere(window):
    window.show_page("plain")
    assert not window.actions_["notes.fail"].isEnabled()
    window.show_page("notes")
    assert window.actions_["notes.fail"].isEnabled()


def test_actions_of_pages_that_do_not_exist_are_left_out(window):
    assert "gone.one" not in window.actions_.specs
    assert "missing" not in window.navigation.entries


def test_trouble_of_an_action_goes_to_the_message_bar(window, qtbot):
    window.show_page("notes")
    window.actions_.trigger("notes.fail")
    assert window.messages.isVisible()
    assert window.messages.words.text() == "Es gibt das nicht."
    qtbot.mouseClick(window.messages.close_button, Qt.MouseButton.LeftButton)
    assert not window.messages.isVisible()


def test_undo_names_the_step_and_takes_it_back_by_keyboard(window, desk, qtbot):
    window.show_page("notes")
    assert not window.actions_["edit.undo"].isEnabled()
    partner = add_partner(desk)
    assert window.actions_["edit.undo"].text().startswith("Rückgängig: ")
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.actions_["edit.redo"].isEnabled()
    assert window.toast.isVisible()
    assert window.toast.message.startswith("Rückgängig gemacht: ")
    assert partner not in [hit.id for hit in desk.workspace.search("Klötze")]


def test_a_told_change_can_be_undone_from_the_toast(window, desk, qtbot):
    window.show_page("notes")
    add_partner(desk)
    desk.tell("Partner angelegt", undoable=True)
    qtbot.mouseClick(window.toast.action, Qt.MouseButton.LeftButton)
    assert window.actions_["edit.redo"].isEnabled()


def test_the_corner_tells_file_and_time_of_the_last_change(window, desk):
    assert window.save_state.file.text() == desk.path.name
    add_partner(desk)
    assert window.save_state.saved.text() == "Gespeichert 14:32"


def test_f6_goes_round_navigation_page_and_head(window, qtbot):
    page = window.show_page("notes")
    window.navigation.entries["notes"].setFocus()
    stations = []
    for _step in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        stations.append(QApplication.focusWidget())
    assert stations == [page.field, window.head.search, window.navigation.entries["notes"]]
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is window.head.search


def test_navigation_works_by_keyboard(window, qtbot):
    window.show_page("notes")
    first = window.navigation.entries["notes"]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.stack.current_id() == "plain"


def test_narrow_window_shows_icons_only(window):
    window.resize(960, 700)
    assert window.navigation.width() == 56
    assert window.navigation.entries["plain"].toolTip() == "Leer"
    window.resize(1366, 768)
    assert window.navigation.width() == 208


def test_a_found_record_opens_on_its_page(window, desk):
    add_partner(desk)
    (hit,) = desk.workspace.search("Klötze")
    window.show_hit(hit)
    assert window.stack.current_page().records == [hit.id]


def test_page_with_a_record_shows_it(window):
    record = uuid4()
    assert window.show_page("notes", record).records == [record]


def test_window_can_be_used_without_eyes_and_mouse(window):
    window.show_page("notes")
    assert_accessible(window)
