"""Typing into fields as a person does."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication


def type_text(widget, text):
    """Press a key for each letter; QTest knows no umlauts."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def type_into(widget, text):
    """Replace what a field holds, with the keyboard in it."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    widget.selectAll()
    type_text(widget, text)


def visible_dialog(qtbot, parent, kind):
    """The dialog of a kind that lies over `parent`, with the keyboard in it."""
    dialog = next(found for found in parent.window().findChildren(kind) if found.isVisible())
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def field(dialog, attribute):
    """The widget of a draft's attribute; one bound to several is found by each of them."""
    return _form_field(dialog, attribute).binding.widget


def problem(dialog, attribute):
    """The line under the widget of a draft's attribute."""
    return _form_field(dialog, attribute).problem


def _form_field(dialog, attribute):
    return next(
        found
        for form in dialog.forms
        for names, found in form.fields.items()
        if attribute in {names, *names.split(",")}
    )
