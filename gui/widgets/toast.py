"""The short message at the foot of the page, with Undo where that takes something back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QHideEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from domain.overriding import override
from gui import theme
from gui.widgets import focus_ring, paint

_SHOWN_MS = 6000
_FROM_BOTTOM = 20


class Toast(QWidget):
    """A line on reversed ground, bottom centre of its parent, gone after six seconds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.message = ""
        self._act: Callable[[], None] | None = None
        self.action = _ToastButton(self)
        self.action.clicked.connect(self._on_action)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
        row.addStretch(1)
        row.addWidget(self.action)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def show_message(self, message: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show `message` for six seconds, with a button `action` that calls `act`."""
        self.message = message
        self._act = act
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(message)
        self.show()  # first, because it may settle the layout of the page below
        self.raise_()
        self._place()
        self._timer.start()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # large enums, seldom needed

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            whole = QRectF(self.rect())
            paint.box(painter, whole, theme.RADIUS, look.toast)
            right = self.action.geometry().left() - theme.GAP_SMALL if self._act else whole.right() - theme.GAP
            words = QRectF(theme.GAP, 0, right - theme.GAP, whole.height())
            paint.text(painter, words, self.message, theme.text_font(), look.toast_text)

    def _place(self) -> None:
        width = paint.text_width(self.message, theme.text_font()) + 2 * theme.GAP + 2
        if self._act:
            width += self.action.sizeHint().width() + theme.GAP
        area = self._over.rect()
        width = min(width, area.width() - 2 * theme.MARGIN)
        left = area.center().x() - width // 2
        self.setGeometry(left, area.bottom() - _FROM_BOTTOM - theme.TOAST_HEIGHT, width, theme.TOAST_HEIGHT)

    def _on_action(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()


class _ToastButton(QPushButton):
    """The word at the right end."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFont(theme.text_font(theme.SEMIBOLD))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        focus_ring.on_focus_in(self, event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        focus_ring.on_focus_out(self)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            paint.text(painter, self.rect(), self.text(), self.font(), theme.tokens().toast_action, paint.CENTER)
