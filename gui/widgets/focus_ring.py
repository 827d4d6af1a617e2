"""The focus ring that stands outside buttons and boxes."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from domain.overriding import override
from gui import theme
from gui.widgets.paint import box, painting, pen

_OUTSIDE = 3

_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)


class FocusRing(QWidget):
    """Two pixels of accent around the widget that has the keyboard; it lies over the parent and takes no clicks."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around.parentWidget())
        self._around = around
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        around.installEventFilter(self)
        self._follow()
        self.raise_()
        self.show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            self._follow()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            radius = theme.RADIUS + _OUTSIDE - 1
            box(painter, QRectF(self.rect()), radius, None, pen(theme.tokens().accent, theme.FOCUS_LINE))

    def _follow(self) -> None:
        self.setGeometry(self._around.geometry().adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE))


_rings: dict[int, FocusRing] = {}


def on_focus_in(widget: QWidget, event: QFocusEvent) -> None:
    """Put the ring around `widget` if the focus came by keyboard; call it from `focusInEvent`."""
    if event.reason() in _KEYBOARD and widget.parentWidget() is not None:
        on_focus_out(widget)
        _rings[id(widget)] = FocusRing(widget)


def on_focus_out(widget: QWidget) -> None:
    """Take the ring away; call it from `focusOutEvent`."""
    from shiboken6 import isValid

    ring = _rings.pop(id(widget), None)
    if ring is not None and isValid(ring):
        widget.removeEventFilter(ring)
        ring.hide()
        ring.deleteLater()
