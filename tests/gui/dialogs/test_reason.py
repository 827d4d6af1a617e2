"""Asking for a reason: never empty, once given."""

import pytest
from PySide6.QtCore import Qt

from gui.dialogs.reason import ReasonDialog
from tests.gui.audit import assert_accessible
from tests.gui.typing import type_text


@pytest.fixture
def dialog(qtbot):
    made = ReasonDialog("Absagen", "Warum?", "Absagen")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_keyboard_starts_in_the_text(dialog):
    assert dialog.focusWidget() is dialog.field


def test_blanks_are_no_reason(dialog):
    type_text(dialog.field, "  ")
    assert not dialog.primary.isEnabled()


def test_the_reason_comes_without_blanks_around_it(dialog, qtbot):
    type_text(dialog.field, " Höhere Gewalt ")
    with qtbot.waitSignal(dialog.given) as given:
        qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert given.args == ["Höhere Gewalt"]
    assert not dialog.isVisible()


def test_escape_gives_none(dialog, qtbot):
    type_text(dialog.field, "Höhere Gewalt")
    with qtbot.assertNotEmitted(dialog.given):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_dialog_can_be_used_without_eyes_and_mouse(dialog):
    type_text(dialog.field, "Höhere Gewalt")
    assert_accessible(dialog)
