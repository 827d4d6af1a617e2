"""The grid of targets, by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.terms import EventKind
from domain.usecases import targets
from gui.pages.coverage.targets_dialog import TargetsDialog
from tests.gui.audit import assert_accessible
from tests.gui.pages.coverage.conftest import DIALOGUE, NOW

STOP = EventKind.mobile_stop


def shown(qtbot, desk):
    dialog = TargetsDialog(desk, NOW)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    return dialog


def test_numbers_are_typed_counted_and_saved_in_one_step(qtbot, desk, ws):
    dialog = shown(qtbot, desk)
    field = dialog.fields["15001", DIALOGUE]
    field.setFocus()
    qtbot.keyClicks(field, "2")
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    below = QApplication.focusWidget()
    assert below is dialog.fields["15002", DIALOGUE]
    qtbot.keyClicks(below, "4")
    qtbot.keyClick(below, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is dialog.fields["15002", STOP]
    assert dialog.sums[DIALOGUE].text() == "7"
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert ws.ask(targets.of_half_year, NOW) == {("15001", DIALOGUE): 3, ("15002", DIALOGUE): 4}
    desk.undo_state()
    desk.undo()
    assert ws.ask(targets.of_half_year, NOW) == {}


def test_another_half_year_is_taken_over_before_it_is_saved(qtbot, desk, ws):
    ws.run("Set targets", targets.put, "2026-H2", {("15081", DIALOGUE): 2})
    dialog = shown(qtbot, desk)
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert dialog.fields["15081", DIALOGUE].number() == 2
    assert ws.ask(targets.of_half_year, NOW) == {}
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert ws.ask(targets.of_half_year, NOW) == {("15081", DIALOGUE): 2}


def test_half_year_is_changed_in_the_dialog(qtbot, desk, ws):
    ws.run("Set targets", targets.put, "2027-H2", {("15081", DIALOGUE): 5})
    dialog = shown(qtbot, desk)
    dialog.half_year.set_value("2027-H2")
    dialog.half_year.activated.emit(0)
    assert dialog.fields["15081", DIALOGUE].number() == 5


def test_target_counts_down_to_nothing(qtbot, desk, ws):
    ws.run("Set targets", targets.put, NOW, {("15081", DIALOGUE): 1})
    dialog = shown(qtbot, desk)
    qtbot.keyClick(dialog.fields["15081", DIALOGUE], Qt.Key.Key_Down)
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert ws.ask(targets.all_targets) == {}


def test_grid_can_be_used_without_eyes_and_mouse(qtbot, desk):
    assert_accessible(shown(qtbot, desk))


def test_what_was_typed_is_not_thrown_away_for_another_half_year(qtbot, desk, ws):
    dialog = shown(qtbot, desk)
    dialog.fields["15081", DIALOGUE].setText("4")
    dialog.half_year.set_value("2027-H2")
    dialog.half_year.activated.emit(0)
    assert (dialog.half_year.value(), dialog.fields["15081", DIALOGUE].number()) == (NOW, 4)
    assert (
        dialog.problem.words.text()
        == "Bitte speichern Sie erst die Ziele für das 1. Halbjahr 2027, oder brechen Sie ab."
    )
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert ws.ask(targets.of_half_year, NOW) == {("15081", DIALOGUE): 4}
