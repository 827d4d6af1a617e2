"""The frame of our dialogs: title, content, a row of buttons; opened without blocking."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui import theme
from gui.texts import _
from gui.widgets import labels
from gui.widgets.button import Button, Weight


class Dialog(QDialog):
    """A window-modal dialog; subclasses fill `content` and connect `primary`. Escape closes it."""

    def __init__(self, title: str, primary: str, parent: QWidget | None = None, *, cancel: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.content = QVBoxLayout()
        self.content.setSpacing(theme.GAP_ROW)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.GAP_SMALL)
        self.buttons.addStretch(1)
        self.cancel = Button(cancel or _("Cancel"), weight=Weight.quiet)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.primary = Button(primary, weight=Weight.primary)
        self.primary.setDefault(True)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.primary)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, 20, theme.MARGIN, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(labels.title(title))
        column.addLayout(self.content, 1)
        column.addLayout(self.buttons)

    def add_button(self, words: str, *, icon: str = "") -> Button:
        """A further button at the left end of the row."""
        button = Button(words, icon=icon)
        button.setAutoDefault(False)
        self.buttons.insertWidget(0, button)
        return button
