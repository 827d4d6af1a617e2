"""Keeps an inspector beside its list, or as a drawer over the right edge while the page is narrow."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from domain.overriding import override
from gui import theme
from gui.texts import _
from gui.widgets.button import Button
from gui.widgets.tabs import Inspector

_FOOT = 20
_BELOW_BUTTON = 9


class Drawer(QObject):
    """Follows the width of `page`; below `narrow` pixels the inspector leaves `row` and comes when asked for.

    `button` brings it and puts it away; the page places it, and it shows only while there is a drawer. Escape puts the
    drawer away too.
    """

    def __init__(self, page: QWidget, row: QBoxLayout, inspector: Inspector, narrow: int) -> None:
        super().__init__(page)
        self._page, self._row, self._inspector, self._narrow = page, row, inspector, narrow
        self.button = Button(_("Details"), icon="info")
        self.button.hide()
        self.button.clicked.connect(self.toggle)
        self.is_drawer = False
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), inspector)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close)
        page.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._follow()
        return False

    def toggle(self) -> None:
        """Bring the drawer out with the keyboard in it, or put it away."""
        if not self.is_drawer or self._inspector.isVisible():
            self.close()
            return
        self._place()
        self._inspector.show()
        self._inspector.raise_()
        first = self._inspector.nextInFocusChain()
        if first is not None and self._inspector.isAncestorOf(first):
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def close(self) -> None:
        """Put the drawer away; beside the list the inspector stays."""
        if self.is_drawer:
            had_keyboard = self._inspector.isAncestorOf(self._page.focusWidget())
            self._inspector.hide()
            if had_keyboard:
                self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        is_drawer = self._page.width() < self._narrow
        if is_drawer != self.is_drawer:
            self.is_drawer = is_drawer
            self._inspector.setAutoFillBackground(is_drawer)
            # The button and the inspector are never in the layout together: both at once would widen the page again.
            if is_drawer:
                self._row.removeWidget(self._inspector)
                self._inspector.hide()
                self.button.show()
            else:
                self.button.hide()
                self._row.addWidget(self._inspector)
                self._inspector.show()
        if is_drawer:
            self._place()

    def _place(self) -> None:
        width = self._inspector.width()
        left = self._page.width() - theme.MARGIN - width
        top = self.button.mapTo(self._page, QPoint(0, self.button.height())).y() + _BELOW_BUTTON
        self._inspector.setGeometry(left, top, width, self._page.height() - _FOOT - top)
