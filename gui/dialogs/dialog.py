"""The frame of our dialogs: title, content, a row of buttons; opened without blocking."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.overriding import override
from gui import registry, theme
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

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order_focus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            names = reversed(type(self).__module__.split("."))
            registry.resolve("gui.manual.window:open_manual")(*names)
        else:
            super().keyPressEvent(event)

    def _order_focus(self) -> None:
        """Tab goes through the content first, then the buttons from left to right; the keyboard starts in the content.

        Qt follows the order in which widgets were made, and the buttons are older than the content.
        """
        row = [item.widget() for item in (self.buttons.itemAt(i) for i in range(self.buttons.count())) if item]
        buttons = [widget for widget in row if widget is not None and _stops_tab(widget)]
        content = [widget for widget in self._focus_chain() if widget not in buttons and _stops_tab(widget)]
        last = content[-1] if content else self
        for button in buttons:
            QWidget.setTabOrder(last, button)
            last = button
        first = next((widget for widget in content if _takes_keyboard(widget)), None)
        if first is not None and self.focusWidget() in {None, self, *buttons}:
            first.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _focus_chain(self) -> Iterator[QWidget]:
        """The widgets of the dialog in the order of Tab.

        The walk ends before it comes round to the dialog: PySide would take it for a child of the last widget, and the
        collector of cycles would destroy the open dialog.
        """
        last = self.previousInFocusChain()
        widget: QWidget | None = self
        while widget is not None and widget is not last:
            widget = widget.nextInFocusChain()
            if widget is not None:
                yield widget

    def add_button(self, words: str, *, icon: str = "") -> Button:
        """A further button at the left end of the row."""
        button = Button(words, icon=icon)
        button.setAutoDefault(False)
        self.buttons.insertWidget(0, button)
        return button


def _stops_tab(widget: QWidget) -> bool:
    """Whether Tab can stop here; Qt puts nothing before or behind a widget where it cannot."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _takes_keyboard(widget: QWidget) -> bool:
    is_field = _stops_tab(widget) and not isinstance(widget, QScrollArea)
    return is_field and widget.isEnabled() and widget.isVisible()
